import { createHash } from 'node:crypto';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Sql, TransactionSql } from 'postgres';
import { listTables, type BackedUpTable } from './table-list';

/** First word of a backup, and its version. */
export const BACKUP_FORMAT = 'giap-ranh-backup/1';

/** What a backup holds. */
export interface BackupSummary {
  readonly tables: number;
  readonly rows: number;
}

/** Rows fetched at once. */
const BATCH = 1_000;

/** The lines of one table: a heading, each row as JSON, and a line that is none. */
async function* tableLines(sql: TransactionSql, { name, columns }: BackedUpTable, summary: { rows: number }): AsyncGenerator<string> {
  yield `${JSON.stringify({ table: name, columns })}\n`;
  const batches = sql.unsafe<{ line: string }[]>(`select row_to_json(r)::text as line from (select ${columns.join(', ')} from ${name}) r`).cursor(BATCH);
  for await (const rows of batches) {
    summary.rows += rows.length;
    yield rows.map(({ line }) => `${line}\n`).join('');
  }
  yield '\\.\n';
}

async function* backupLines(sql: TransactionSql, createdAt: string, summary: { tables: number; rows: number }): AsyncGenerator<string> {
  const migrations = (await sql<{ version: string }[]>`select version from supabase_migrations.schema_migrations order by 1`).map(({ version }) => version);
  const hash = createHash('sha256');
  const seal = (part: string): string => {
    hash.update(part);
    return part;
  };
  yield seal(`${JSON.stringify({ format: BACKUP_FORMAT, createdAt, migrations })}\n`);
  for (const table of await listTables(sql)) {
    for await (const part of tableLines(sql, table, summary)) yield seal(part);
    summary.tables++;
  }
  const [sequence] = await sql<{ value: string }[]>`select last_value::text as value from public.incident_version`;
  yield seal(`${JSON.stringify({ sequence: 'public.incident_version', value: sequence?.value ?? '1' })}\n`);
  yield `${JSON.stringify({ end: true, rows: summary.rows, sha256: hash.digest('hex') })}\n`;
}

/**
 * Writes everything stored, accounts included, to a compressed file, as of one instant; the server may go on meanwhile.
 *
 * The file holds password hashes and free text: it is readable for its owner alone (mode 0600). It appears under its
 * name only when it is whole.
 */
export async function writeBackup(owner: Sql, file: string, createdAt: string): Promise<BackupSummary> {
  const summary = { tables: 0, rows: 0 };
  const unfinished = `${file}.unfinished`;
  try {
    await owner.begin('isolation level repeatable read read only', async (sql) => {
      await pipeline(Readable.from(backupLines(sql, createdAt, summary)), createGzip(), createWriteStream(unfinished, { mode: 0o600 }));
    });
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
  return summary;
}
