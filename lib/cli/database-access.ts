import { join } from 'node:path';
import { openBackend, type OpenBackend } from '../db/engine/open-backend';
import { readConfiguration, type Configuration } from './start/configuration';
import { claimDataFolder } from './start/server-lock';
import { UsageError } from './usage-error';

const say = (line: string): void => { process.stderr.write(`${line}\n`); };

/** The configuration of a command that works on the database, never a hosted one: that has backups of its own. */
export function readDatabaseConfiguration(): Configuration {
  const configuration = readConfiguration(join(import.meta.dirname, '..', '..'), process.env);
  if (configuration.tier.kind === 'hosted') throw new UsageError('a hosted Supabase is backed up by its own means (supabase db dump)');
  return configuration;
}

/** Opens the database alone, with no server beside it; runs `work`; closes it again. */
export async function withDatabase<T>(configuration: Configuration, work: (backend: OpenBackend) => Promise<T>): Promise<T> {
  const { dataFolder, root, tier } = configuration;
  const lock = claimDataFolder(dataFolder);
  try {
    const databaseUrl = tier.kind === 'own-postgres' ? tier.databaseUrl : undefined;
    const backend = await openBackend({ dataFolder, supabaseFolder: join(root, 'supabase'), databaseUrl, say });
    try {
      return await work(backend);
    } finally {
      await backend.stop();
    }
  } finally {
    lock.release();
  }
}
