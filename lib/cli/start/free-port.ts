import { createServer } from 'node:net';
import { UsageError } from '../usage-error';

/**
 * Makes sure that nothing listens on a port yet.
 *
 * @throws UsageError when something does, or when we may not listen there.
 */
export function requireFreePort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'is in use by another program; set PORT to another one' : `can not be used: ${error.message}`;
      reject(new UsageError(`port ${port} ${reason}`));
    });
    probe.listen(port, host, () => probe.close(() => { resolve(); }));
  });
}
