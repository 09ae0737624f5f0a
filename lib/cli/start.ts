import './start/require-node';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfiguration } from './start/configuration';
import { launch } from './start/launch';
import { Shutdown, stopOnSignals, stopWithNpm } from './start/shutdown';
import { UsageError } from './usage-error';

const say = (line: string): void => { process.stdout.write(`${line}\n`); };

/** `npm start` and `npm run dev`: database, data, build and web server, in that order; undone when asked to stop. */
async function main(): Promise<number> {
  const shutdown = new Shutdown();
  stopOnSignals(shutdown, say);
  stopWithNpm(shutdown, say);
  try {
    const { values } = parseArgs({ options: { dev: { type: 'boolean', default: false } } });
    const code = await launch(readConfiguration(join(import.meta.dirname, '..', '..'), process.env), values.dev, shutdown, say);
    if (code !== 0 && !shutdown.hasBegun) process.stderr.write(`start: the web server ended (exit ${code})\n`);
    return shutdown.hasBegun ? 0 : code;
  } catch (error) {
    if (shutdown.hasBegun) return 0;
    process.stderr.write(error instanceof UsageError ? `start: ${error.message}\n` : `start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return 1;
  } finally {
    await shutdown.run();
  }
}

process.exit(await main());
