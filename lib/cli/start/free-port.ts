import { createServer } from 'node:net';
import { UsageError } from '../usage-error';

/** How long, in milliseconds, a web server whose launcher was killed may take to notice and to leave its port. */
const PATIENCE_MS = 3_000;
const PAUSE_MS = 200;

/** Listens on a port for a moment; null when that went well, else why not. */
function probePort(port: number, host: string): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen(port, host, () => probe.close(() => { resolve(null); }));
  });
}

/**
 * Makes sure that nothing listens on a port, waiting up to 3 s for one that is being left.
 *
 * @throws UsageError when something does, or when we may not listen there.
 */
export async function requireFreePort(port: number, host: string): Promise<void> {
  let error = await probePort(port, host);
  for (let waitedMs = 0; error?.code === 'EADDRINUSE' && waitedMs < PATIENCE_MS; waitedMs += PAUSE_MS) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    error = await probePort(port, host);
  }
  if (error === null) return;
  const reason = error.code === 'EADDRINUSE' ? 'is in use by another program; set PORT to another one' : `can not be used: ${error.message}`;
  throw new UsageError(`port ${port} ${reason}`);
}
