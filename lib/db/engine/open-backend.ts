import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { openApiLogin, prepareDatabase } from './bootstrap';
import { EMBEDDED_DATABASE, EMBEDDED_USER, startEmbeddedPostgres } from './embedded-postgres';
import { ensureSecrets, type Secrets } from './secrets';

/** What `openBackend` is given. */
export interface OpenOptions {
  /** Folder for the database, the secrets and the lock; made when absent. */
  readonly dataFolder: string;
  /** The folder `supabase` of this product. */
  readonly supabaseFolder: string;
  /** A PostgreSQL server of the operator's own; absent = the private one in the data folder. */
  readonly databaseUrl?: string | undefined;
  /** Told what an operator should know, one line each. */
  readonly say: (line: string) => void;
}

/** A database that is ready for the API. */
export interface OpenBackend {
  readonly tier: 'embedded' | 'own-postgres';
  /** URL for the owner: migrations, loading, backups. Never given to the web server on the embedded tier. */
  readonly ownerUrl: string;
  /** URL for the API. */
  readonly apiUrl: string;
  readonly secrets: Secrets;
  /** A small pool of owner connections; closed by `stop`. */
  readonly owner: Sql;
  /** True when no incident or account was ever in it. */
  readonly isNew: boolean;
  readonly isAdopted: boolean;
  stop(): Promise<void>;
}

/** Opens owner connections; whoever opens them closes them. */
export function openOwner(url: string): Sql {
  return postgres(url, { max: 4, onnotice: () => undefined, connection: { TimeZone: 'UTC' } });
}

async function ensureDatabase(serverUrl: string): Promise<void> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  try {
    const found = await sql`select from pg_database where datname = ${EMBEDDED_DATABASE}`;
    if (found.length === 0) await sql.unsafe(`create database ${EMBEDDED_DATABASE}`);
  } finally {
    await sql.end();
  }
}

/** By our own table: what lies in auth.users without a role is nobody here. */
async function hasNoAccount(owner: Sql): Promise<boolean> {
  const [row] = await owner<{ empty: boolean }[]>`select not exists (select from public.profiles) as empty`;
  return row?.empty ?? true;
}

async function openEmbedded(options: OpenOptions, secrets: Secrets): Promise<OpenBackend> {
  const server = await startEmbeddedPostgres({ dataFolder: options.dataFolder, password: secrets.databasePassword, say: options.say });
  const urlOf = (user: string, password: string, database: string): string => `postgres://${user}:${password}@${server.host}:${server.port}/${database}`;
  const ownerUrl = urlOf(EMBEDDED_USER, secrets.databasePassword, EMBEDDED_DATABASE);
  const owner = openOwner(ownerUrl);
  const stop = async (): Promise<void> => {
    await owner.end({ timeout: 5 });
    await server.stop();
  };
  try {
    await ensureDatabase(urlOf(EMBEDDED_USER, secrets.databasePassword, 'postgres'));
    await prepareDatabase({ owner, ownerUrl, supabaseFolder: options.supabaseFolder, secrets });
    await openApiLogin(owner, secrets.apiPassword);
    const apiUrl = urlOf('authenticator', secrets.apiPassword, EMBEDDED_DATABASE);
    return { tier: 'embedded', ownerUrl, apiUrl, secrets, owner, isNew: await hasNoAccount(owner), isAdopted: server.isAdopted, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openOwnServer(databaseUrl: string, options: OpenOptions, secrets: Secrets): Promise<OpenBackend> {
  const owner = openOwner(databaseUrl);
  const stop = (): Promise<void> => owner.end({ timeout: 5 });
  try {
    await prepareDatabase({ owner, ownerUrl: databaseUrl, supabaseFolder: options.supabaseFolder, secrets });
    return {
      tier: 'own-postgres', ownerUrl: databaseUrl, apiUrl: databaseUrl, secrets, owner,
      isNew: await hasNoAccount(owner), isAdopted: false, stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Opens the database of the first two tiers and brings it up to date: roles, auth tables, migrations.
 *
 * @throws when the server can not be started or reached, or a migration fails (it is rolled back).
 */
export async function openBackend(options: OpenOptions): Promise<OpenBackend> {
  mkdirSync(options.dataFolder, { recursive: true });
  if (options.databaseUrl === undefined && !existsSync(join(options.dataFolder, 'secrets.json')) && existsSync(join(options.dataFolder, 'postgres'))) {
    throw new Error(`${options.dataFolder} holds a database but not its secrets.json; restore that file, or move the folder "postgres" away`);
  }
  const secrets = ensureSecrets(options.dataFolder);
  return options.databaseUrl === undefined ? openEmbedded(options, secrets) : openOwnServer(options.databaseUrl, options, secrets);
}
