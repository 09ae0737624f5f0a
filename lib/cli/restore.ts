import './start/require-node';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BackupDamaged } from '../db/backup/read-backup';
import { examineBackup, restoreBackup } from '../db/backup/restore-backup';
import { readDatabaseConfiguration, withDatabase } from './database-access';
import { requireReadableFile } from './file-access';
import { runCommand } from './run-command';
import { UsageError } from './usage-error';

/** `npm run restore -- FILE`: replaces what is stored by a backup; a bad file changes nothing. The server must be stopped. */
await runCommand('restore', async () => {
  const { positionals: [name, ...rest] } = parseArgs({ allowPositionals: true });
  if (name === undefined || rest.length > 0) throw new UsageError('usage: npm run restore -- FILE');
  const file = resolve(name);
  requireReadableFile(file);
  const configuration = readDatabaseConfiguration();
  try {
    // Before the database is opened, or made where there is none yet.
    const examined = await examineBackup(file);
    const { createdAt, tables, rows } = await withDatabase(configuration, ({ owner }) => restoreBackup(owner, file, examined));
    process.stdout.write(`restored ${rows} rows of ${tables} tables, as of ${createdAt}\n`);
  } catch (error) {
    if (error instanceof BackupDamaged) throw new UsageError(`${file} was not restored, nothing was changed: ${error.message}`);
    throw error;
  }
});
