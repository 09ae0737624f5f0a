import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sql } from 'postgres';

/** One file of `supabase/migrations`. */
export interface Migration {
  readonly version: string;
  readonly name: string;
  readonly text: string;
}

const FILE_NAME = /^(\d{14})_([a-z0-9_]+)\.sql$/;

/**
 * The migrations of a folder, oldest first.
 *
 * @throws when a file's name is not `<14 digits>_<name>.sql`: it would be skipped by one tool and run by another.
 */
export function listMigrations(folder: string): Migration[] {
  return readdirSync(folder).sort().map((file) => {
    const [, version, name] = FILE_NAME.exec(file) ?? [];
    if (version === undefined || name === undefined) throw new Error(`${file} is not named <14 digits>_<name>.sql`);
    return { version, name, text: readFileSync(join(folder, file), 'utf8') };
  });
}

/** Waits for other processes that migrate the same database; released with the connection. */
const MIGRATION_LOCK = 20_261_122;

/**
 * Applies the migrations that the database does not have yet, each in one transaction together with its record in
 * `supabase_migrations.schema_migrations`, where the Supabase CLI looks too. Returns the names of those applied.
 */
export async function applyMigrations(owner: Sql, migrations: readonly Migration[]): Promise<string[]> {
  const applied: string[] = [];
  const connection = await owner.reserve();
  try {
    await connection`select pg_advisory_lock(${MIGRATION_LOCK})`;
    const rows = await connection<{ version: string }[]>`select version from supabase_migrations.schema_migrations`;
    const known = new Set(rows.map((row) => row.version));
    for (const migration of migrations) {
      if (known.has(migration.version)) continue;
      await applyMigration(owner, migration);
      applied.push(migration.name);
    }
  } finally {
    await connection`select pg_advisory_unlock(${MIGRATION_LOCK})`;
    connection.release();
  }
  return applied;
}

async function applyMigration(owner: Sql, { version, name, text }: Migration): Promise<void> {
  try {
    await owner.begin(async (transaction) => {
      await transaction.unsafe(text).simple();
      await transaction`insert into supabase_migrations.schema_migrations (version, name, statements) values (${version}, ${name}, ${[text]})`;
    });
  } catch (error) {
    throw new Error(`migration ${version}_${name} failed and was rolled back: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
