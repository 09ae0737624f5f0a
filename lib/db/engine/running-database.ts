import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { EMBEDDED_DATABASE, EMBEDDED_USER } from './embedded-postgres';
import { findPostmaster } from './postmaster';
import { ensureSecrets } from './secrets';

/** Owner's URL of the private PostgreSQL that a running server keeps in this data folder; null when none runs. */
export function findRunningDatabase(dataFolder: string): string | null {
  if (!existsSync(join(dataFolder, 'secrets.json'))) return null;
  const elsewhere = join(dataFolder, 'postgres-elsewhere');
  const parent = existsSync(elsewhere) ? realpathSync(elsewhere) : dataFolder;
  const postmaster = findPostmaster(join(parent, 'postgres'));
  if (postmaster?.isReady !== true) return null;
  return `postgres://${EMBEDDED_USER}:${ensureSecrets(dataFolder).databasePassword}@127.0.0.1:${postmaster.port}/${EMBEDDED_DATABASE}`;
}
