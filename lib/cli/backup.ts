import './start/require-node';
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findRunningDatabase } from '../db/engine/running-database';
import { openOwner } from '../db/engine/open-backend';
import { writeBackup, type BackupSummary } from '../db/backup/write-backup';
import { readDatabaseConfiguration, withDatabase } from './database-access';
import { requireWritableFolder } from './file-access';
import { runCommand } from './run-command';
import type { Configuration } from './start/configuration';
import { UsageError } from './usage-error';

/** Where a running server keeps the database, if one runs: a backup needs no pause. */
function findOwnerUrl({ tier, dataFolder }: Configuration): string | null {
  return tier.kind === 'own-postgres' ? tier.databaseUrl : findRunningDatabase(dataFolder);
}

async function backUp(configuration: Configuration, file: string): Promise<BackupSummary> {
  const createdAt = new Date().toISOString();
  const url = findOwnerUrl(configuration);
  if (url === null && !existsSync(configuration.dataFolder)) throw new UsageError(`there is no database yet: ${configuration.dataFolder} is missing`);
  if (url === null) return withDatabase(configuration, ({ owner }) => writeBackup(owner, file, createdAt));
  const owner = openOwner(url);
  try {
    return await writeBackup(owner, file, createdAt);
  } finally {
    await owner.end();
  }
}

/** `npm run backup -- FILE`: everything stored, accounts included, in one compressed file. */
await runCommand('backup', async () => {
  const { positionals: [name, ...rest] } = parseArgs({ allowPositionals: true });
  if (name === undefined || rest.length > 0) throw new UsageError('usage: npm run backup -- FILE');
  const file = resolve(name);
  if (existsSync(file)) throw new UsageError(`${file} exists already; a backup is never written over`);
  requireWritableFolder(dirname(file));
  const { tables, rows } = await backUp(readDatabaseConfiguration(), file);
  process.stdout.write(`${file}: ${rows} rows of ${tables} tables. It holds accounts and free text: keep it safe.\n`);
});
