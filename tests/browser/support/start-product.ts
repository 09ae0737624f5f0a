import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Longest wait in milliseconds for a build, a new database and its 20,000 incidents on a slow machine. */
const START_LIMIT_MS = 9 * 60_000;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => { resolve(typeof address === 'object' && address !== null ? address.port : 0); });
    });
  });

/** The product, running. */
export interface Product {
  readonly url: string;
  /** Ends it and throws its data away. */
  stop(): Promise<void>;
}

/**
 * Starts the product as README says (`npm start`) on a data folder and a port of its own.
 *
 * @throws when it does not become healthy, with what it said.
 */
export async function startProduct(): Promise<Product> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'giap-ranh-browser-'));
  const port = await freePort();
  const server = spawn('npm', ['start'], {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', LITE_TELEMETRY: '0', PORT: String(port), GIAP_RANH_DATA: dataFolder, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text: Buffer) => { output += text.toString(); });
  const ended = new Promise<void>((resolve) => server.once('exit', () => { resolve(); }));
  const stop = async (): Promise<void> => {
    if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid, 'SIGTERM');
    await ended;
    rmSync(dataFolder, { recursive: true, force: true });
  };
  const url = `http://localhost:${String(port)}`;
  try {
    await waitForHealth(url, () => server.exitCode);
  } catch (error) {
    await stop();
    throw new Error(`${(error as Error).message}; the server said:\n${output}`, { cause: error });
  }
  return { url, stop };
}

async function waitForHealth(url: string, exitCode: () => number | null): Promise<void> {
  const deadline = performance.now() + START_LIMIT_MS;
  while (performance.now() < deadline) {
    if (exitCode() !== null) throw new Error(`npm start ended with ${String(exitCode())}`);
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('npm start did not become healthy in time');
}
