import type { Sql, TransactionSql } from 'postgres';
import { BackupDamaged, readBackup, type TableHeading } from './read-backup';
import { listTables, type BackedUpTable } from './table-list';

/** What came back. */
export interface RestoreSummary {
  readonly createdAt: string;
  readonly tables: number;
  readonly rows: number;
}

/** What a whole backup says of itself. */
export interface ExaminedBackup {
  readonly createdAt: string;
  readonly migrations: readonly string[];
  readonly headings: readonly TableHeading[];
  readonly rows: number;
}

/**
 * Reads the whole file once, so that a damaged one is refused before anything is touched.
 *
 * @throws BackupDamaged when the file is no whole backup.
 */
export async function examineBackup(file: string): Promise<ExaminedBackup> {
  const found = { createdAt: '', migrations: [] as readonly string[], headings: [] as TableHeading[], rows: 0 };
  for await (const part of readBackup(file)) {
    if (part.kind === 'header') Object.assign(found, { createdAt: part.createdAt, migrations: part.migrations });
    if (part.kind === 'table') found.headings.push(part.heading);
    if (part.kind === 'end') found.rows = part.rows;
  }
  return found;
}

/** Refuses a backup of a newer schema: what it holds would have no place here. */
async function requireFitting(sql: TransactionSql, migrations: readonly string[], headings: readonly TableHeading[], tables: readonly BackedUpTable[]): Promise<void> {
  const known = new Set((await sql<{ version: string }[]>`select version from supabase_migrations.schema_migrations`).map(({ version }) => version));
  const newer = migrations.find((version) => !known.has(version));
  if (newer !== undefined) throw new BackupDamaged(`it comes from a newer version of this product (migration ${newer})`);
  for (const { table, columns } of headings) {
    const here = tables.find(({ name }) => name === table);
    const missing = columns.find((column) => here?.columns.includes(column) !== true);
    if (missing !== undefined) throw new BackupDamaged(`this version has no column ${table}.${missing}`);
  }
}

/** Rows written at once. */
const BATCH = 500;

async function insertRows(sql: TransactionSql, { table, columns }: TableHeading, rows: readonly string[]): Promise<void> {
  const list = columns.join(', ');
  try {
    await sql.unsafe(`insert into ${table} (${list}) overriding system value select ${list} from json_populate_recordset(null::${table}, $1::text::json)`, [`[${rows.join(',')}]`]);
  } catch (error) {
    throw new BackupDamaged(`rows of ${table} break a rule of this version (${error instanceof Error ? error.message : String(error)})`, { cause: error });
  }
}

/** Writes all rows back, table by table, in the order of the file. */
async function insertAll(sql: TransactionSql, file: string): Promise<void> {
  let heading: TableHeading | undefined;
  let rows: string[] = [];
  for await (const part of readBackup(file)) {
    if (part.kind === 'table') heading = part.heading;
    if (part.kind === 'row') rows.push(part.json);
    if (heading !== undefined && (rows.length === BATCH || (part.kind === 'table_end' && rows.length > 0))) {
      await insertRows(sql, heading, rows);
      rows = [];
    }
    if (part.kind === 'sequence') await sql`select setval('public.incident_version', ${part.value}::bigint)`;
  }
}

/** Counters of the tables go on after the largest number that came back. */
async function adjustCounters(sql: TransactionSql): Promise<void> {
  const counters = await sql<{ table: string; column: string }[]>`
    select attrelid::regclass::text as table, attname as column from pg_attribute
    where attidentity <> '' and attrelid in (select oid from pg_class where relnamespace in ('public'::regnamespace, 'auth'::regnamespace))`;
  for (const { table, column } of counters) {
    await sql.unsafe(`select setval(pg_get_serial_sequence('${table}', '${column}'), coalesce((select max(${column}) from ${table}), 0) + 1, false)`);
  }
}

/**
 * Replaces everything stored by the content of a backup, in one transaction: all of it, or what was there stays.
 *
 * @throws BackupDamaged when the file is no whole backup or does not fit this version.
 */
export async function restoreBackup(owner: Sql, file: string, examined?: ExaminedBackup): Promise<RestoreSummary> {
  const { createdAt, migrations, headings, rows } = examined ?? (await examineBackup(file));
  await owner.begin(async (sql) => {
    const tables = await listTables(sql);
    await requireFitting(sql, migrations, headings, tables);
    // Our own triggers would write history of the restore itself, and refuse to let the old one go.
    for (const { name } of tables) await sql.unsafe(`alter table ${name} disable trigger user`);
    await sql.unsafe(`truncate ${tables.map(({ name }) => name).join(', ')}`);
    await insertAll(sql, file);
    await adjustCounters(sql);
    for (const { name } of tables) await sql.unsafe(`alter table ${name} enable trigger user`);
  });
  return { createdAt, tables: headings.length, rows };
}
