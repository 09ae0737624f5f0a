import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { openBackend } from '../../../lib/db/engine/open-backend';
import { runStatement, urlOfDatabase } from './database-copies';
import { makeFolder, ownServerUrl, SUPABASE_FOLDER } from './test-server-place';

/**
 * Opens the server of a run, embedded or that of DATABASE_URL, as the product does, and migrates one database on it. Each test
 * file gets a copy of that: migrating takes a second, copying a fraction of one. What a file tests about servers it starts itself.
 */
export default async function openServer(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = makeFolder();
  const server = ownServerUrl();
  const name = `giap_ranh_test_${randomBytes(6).toString('hex')}`;
  if (server !== undefined) await runStatement(server, `create database ${name} template template0 encoding 'UTF8'`);
  const databaseUrl = server === undefined ? undefined : urlOfDatabase(server, name);
  const { tier, secrets, ownerUrl, apiUrl, owner, stop } = await openBackend({ dataFolder, supabaseFolder: SUPABASE_FOLDER, databaseUrl, say: () => undefined });
  // What is thrown away at the end need not survive a power cut.
  if (server === undefined) for (const statement of ['alter system set fsync = off', 'select pg_reload_conf()']) await owner.unsafe(statement);
  // A database that somebody is connected to can not be copied.
  await owner.end({ timeout: 5 });
  project.provide('testServer', { tier, secrets, ownerUrl, apiUrl });
  return async () => {
    await stop();
    if (server !== undefined) await runStatement(server, `drop database ${name} with (force)`);
    rmSync(dataFolder, { recursive: true, force: true });
  };
}
