import { rmSync } from 'node:fs';
import { buildInProcessBackend, type Backend } from '../../../lib/db/backend';
import { createServiceClient, createUserClient, createVisitorClient, type DatabaseClient } from '../../../lib/db/clients';
import type { OpenBackend } from '../../../lib/db/engine/open-backend';
import { openCopy } from './database-copies';
import { makeFolder } from './test-server-place';

export { makeFolder, SUPABASE_FOLDER } from './test-server-place';

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

/** Opens a migrated database without content on the tier under test: embedded, or DATABASE_URL when that is set. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const dataFolder = makeFolder();
  const database = await openCopy();
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
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
