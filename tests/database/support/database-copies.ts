import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';
import { openOwner, type OpenBackend } from '../../../lib/db/engine/open-backend';

/** The server of a run of the database suite, and a migrated database on it that nobody is connected to. */
export interface TestServer {
  readonly tier: OpenBackend['tier'];
  readonly secrets: OpenBackend['secrets'];
  /** URL of the migrated database for its owner and for the API. */
  readonly ownerUrl: string;
  readonly apiUrl: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly testServer: TestServer;
  }
}

/** The same server and login, another database. */
export function urlOfDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

/** Runs one statement on a connection of its own. */
export async function runStatement(url: string, statement: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}

/** Copies the migrated database of this run; `stop` drops the copy. */
export async function openCopy(): Promise<OpenBackend> {
  const { tier, secrets, ownerUrl, apiUrl } = inject('testServer');
  const name = `giap_ranh_test_${randomBytes(6).toString('hex')}`;
  const serverUrl = urlOfDatabase(ownerUrl, 'postgres');
  await runStatement(serverUrl, `create database ${name} template "${new URL(ownerUrl).pathname.slice(1)}"`);
  const own = urlOfDatabase(ownerUrl, name);
  const owner = openOwner(own);
  const stop = async (): Promise<void> => {
    await owner.end({ timeout: 5 });
    await runStatement(serverUrl, `drop database ${name} with (force)`);
  };
  return { tier, secrets, ownerUrl: own, apiUrl: urlOfDatabase(apiUrl, name), owner, isNew: true, isAdopted: false, stop };
}
