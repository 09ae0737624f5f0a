import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { applyMigrations, listMigrations } from './migrations';
import { buildLiteApp } from './lite-app';
import type { Secrets } from './secrets';

/** What `prepareDatabase` needs. */
export interface PrepareOptions {
  /** A connection of the database's owner. */
  readonly owner: Sql;
  /** The same as a URL, for the auth tables that Supabase Lite makes. */
  readonly ownerUrl: string;
  /** The folder `supabase` of this product. */
  readonly supabaseFolder: string;
  readonly secrets: Secrets;
}

/**
 * Brings a plain PostgreSQL to the state a hosted Supabase starts from, then applies our migrations. Safe to repeat.
 *
 * Returns the names of the migrations applied now.
 */
export async function prepareDatabase({ owner, ownerUrl, supabaseFolder, secrets }: PrepareOptions): Promise<string[]> {
  const run = async (file: string): Promise<void> => {
    const text = readFileSync(join(supabaseFolder, 'embedded', file), 'utf8');
    await owner.begin((transaction) => transaction.unsafe(text).simple());
  };
  await run('bootstrap.sql');
  const lite = buildLiteApp({ databaseUrl: ownerUrl, secrets, maxConnections: 2 });
  try {
    await lite.init();
    await lite.ensureSystemSchema();
  } finally {
    await lite.connection.close();
  }
  await run('secure-auth.sql');
  return applyMigrations(owner, listMigrations(join(supabaseFolder, 'migrations')));
}

/** Lets the API's login role in: no superuser, no owner of anything, so that a slip in the API can not leave its rights. */
export async function openApiLogin(owner: Sql, password: string): Promise<void> {
  if (!/^[\w-]+$/.test(password)) throw new Error('the API password must be plain letters, digits, _ and -');
  await owner.unsafe(`alter role authenticator login inherit password '${password}'`);
}
