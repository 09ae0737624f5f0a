/** `npm run simulate`: feeds a running server with plausible incidents through its public API, for demonstrations and load. */
import { randomInt } from 'node:crypto';
import { dayOf } from '../domain/instant';
import { runCommand } from './run-command';
import { formatSummary } from './simulate/format-summary';
import { readGround } from './simulate/read-ground';
import { readSimulateOptions } from './simulate/read-options';
import { openRunningServer } from './simulate/running-server';
import { runTraffic } from './simulate/run-traffic';
import { createSeededRandom } from './simulate/seeded-random';

/** The first interrupt ends the run in order, a second one at once. */
function stopOnInterrupt(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { stopping.abort(); });
  return stopping.signal;
}

await runCommand('simulate', async () => {
  const options = readSimulateOptions(process.argv.slice(2));
  const stop = stopOnInterrupt();
  const server = await openRunningServer(options.url, options.account, options.password);
  const ground = await readGround(server, dayOf(new Date().toISOString()));
  const seed = options.seed ?? randomInt(2 ** 32 - 1);
  const pace = options.once === null ? `${String(options.perMinute)} a minute${options.minutes === null ? ', until Ctrl-C' : ` for ${String(options.minutes)} min`}` : `${String(options.once)} at once`;
  process.stderr.write(`simulate: ${options.url} as ${options.account}, ${pace}, seed ${String(seed)}; ${String(ground.bound.length)} borders within clusters, ${String(ground.focusPlaces.length)} focus areas\n`);
  const counts = await runTraffic(server, ground, createSeededRandom(seed), { ...options, stop }, (line) => process.stdout.write(`${line}\n`));
  process.stderr.write(`simulate: ${formatSummary(counts)}\n`);
});
