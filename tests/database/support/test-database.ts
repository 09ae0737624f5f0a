import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { buildInProcessBackend, type Backend } from '../../../lib/db/backend';
import { createServiceClient, createUserClient, createVisitorClient, type DatabaseClient } from '../../../lib/db/clients';
import { openBackend, type OpenBackend } from '../../../lib/db/engine/open-backend';

export const SUPABASE_FOLDER = join(import.meta.dirname, '..', '..', '..', 'supabase');

/** A database of its own for one test file, with the API over it. */
export interface TestDatabase {
  readonly database: OpenBackend;
  readonly api: Backend;
  readonly service: DatabaseClient;
  readonly dataFolder: string;
  /** Access token of an account whose password is `PASSWORD`. */
  tokenOf(email: string): Promise<string>;
  /** A client signed in as that account. */
  clientOf(email: string): Promise<DatabaseClient>;
  close(): Promise<void>;
}

export const PASSWORD = 'test-password-1';

/** An empty temporary folder that PostgreSQL's account may enter. */
export const makeFolder = (): string => mkdtempSync(join(tmpdir(), 'giap-ranh-test-'));

/** Makes a fresh database on the server of DATABASE_URL; gives its URL and how to drop it. */
async function makeDatabase(serverUrl: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `giap_ranh_test_${randomBytes(6).toString('hex')}`;
  const run = async (statement: string): Promise<void> => {
    const sql = postgres(serverUrl, { max: 1, onnotice: () => undefined });
    await sql.unsafe(statement);
    await sql.end();
  };
  await run(`create database ${name} template template0 encoding 'UTF8'`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`drop database ${name} with (force)`) };
}

/** Whether the suite runs on a server of the operator's own. */
export const ownServerUrl = (): string | undefined => (process.env['DATABASE_URL'] === '' ? undefined : process.env['DATABASE_URL']);

/** Opens an empty, migrated database on the tier under test: embedded, or DATABASE_URL when that is set. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const dataFolder = makeFolder();
  const serverUrl = ownServerUrl();
  const own = serverUrl === undefined ? undefined : await makeDatabase(serverUrl);
  const database = await openBackend({ dataFolder, supabaseFolder: SUPABASE_FOLDER, databaseUrl: own?.url, say: () => undefined });
  const api = buildInProcessBackend({ tier: database.tier, databaseUrl: database.apiUrl, ...database.secrets });
  const tokens = new Map<string, Promise<string>>();
  const signIn = async (email: string): Promise<string> => {
    const { data, error } = await createVisitorClient(api).auth.signInWithPassword({ email, password: PASSWORD });
    if (error !== null) throw error;
    return data.session.access_token;
  };
  const tokenOf = (email: string): Promise<string> => {
    const token = tokens.get(email) ?? signIn(email);
    tokens.set(email, token);
    return token;
  };
  return {
    database, api, dataFolder, tokenOf,
    service: createServiceClient(api),
    clientOf: async (email) => createUserClient(await tokenOf(email), api),
    close: async () => {
      await api.close();
      await database.stop();
      await own?.drop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
