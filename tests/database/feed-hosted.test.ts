import { randomBytes } from 'node:crypto';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildInProcessBackend, type Backend } from '../../lib/db/backend';
import { createServiceClient } from '../../lib/db/clients';
import { prepareDatabase } from '../../lib/db/engine/bootstrap';
import { openOwner } from '../../lib/db/engine/open-backend';
import { openTestDatabase, SUPABASE_FOLDER, type TestDatabase } from './support/test-database';
import { buildTown, importIncidents, incidentRow } from './support/town';

/**
 * What a hosted project has of Realtime before our migrations run.
 *
 * Source: Supabase, "Realtime Authorization" and "Broadcast from the database"; the functions by their documented signatures.
 */
const REALTIME = `
  create schema realtime;
  create table realtime.messages (id bigint generated always as identity, topic text not null, extension text not null, payload jsonb, event text,
    private boolean default false, inserted_at timestamp not null default now());
  alter table realtime.messages enable row level security;
  grant usage on schema realtime to authenticated, anon, service_role;
  grant select, insert on realtime.messages to authenticated, anon, service_role;
  create function realtime.topic() returns text language sql stable as $$ select nullif(current_setting('realtime.topic', true), '') $$;
  create function realtime.send(payload jsonb, event text, topic text, private boolean default true) returns void language sql as $$
    insert into realtime.messages (payload, event, topic, private, extension) values (payload, event, topic, private, 'broadcast') $$;`;

let first: TestDatabase;
let owner: Sql;
let hosted: Backend;
const name = `giap_ranh_hosted_${randomBytes(4).toString('hex')}`;

beforeAll(async () => {
  first = await openTestDatabase();
  await first.database.owner.unsafe(`create database ${name} template template0 encoding 'UTF8'`);
  const urlOf = (given: string): string => {
    const url = new URL(given);
    url.pathname = `/${name}`;
    return url.href;
  };
  const ownerUrl = urlOf(first.database.ownerUrl);
  owner = openOwner(ownerUrl);
  await owner.unsafe(REALTIME);
  await prepareDatabase({ owner, ownerUrl, supabaseFolder: SUPABASE_FOLDER, secrets: first.database.secrets });
  hosted = buildInProcessBackend({ tier: 'own-postgres', databaseUrl: urlOf(first.database.apiUrl), ...first.database.secrets });
  await buildTown({ ...first, api: hosted, service: createServiceClient(hosted), database: { ...first.database, owner } });
});
afterAll(async () => {
  await hosted.close();
  await owner.end();
  await first.database.owner.unsafe(`drop database ${name} with (force)`);
  await first.close();
});

/** What was sent while something was done, by channel. */
async function sentBy(work: () => Promise<unknown>): Promise<{ topic: string; event: string; private: boolean; payload: Record<string, unknown> }[]> {
  await owner`truncate realtime.messages`;
  await work();
  return owner`select topic, event, private, payload from realtime.messages order by topic`;
}

/** Whether an account may join a channel, asked as Realtime asks: a message of the channel is written, read under its rights, undone. */
async function mayJoin(email: string, topic: string, extension = 'broadcast'): Promise<boolean> {
  let isSeen = false;
  await owner.begin(async (sql) => {
    const [message] = await sql<{ id: string }[]>`insert into realtime.messages (topic, extension) values (${topic}, ${extension}) returning id`;
    const [account] = await sql<{ id: string }[]>`select id from auth.users where email = ${email}`;
    await sql`select set_config('request.jwt.claim.sub', ${account?.id ?? ''}, true), set_config('realtime.topic', ${topic}, true), set_config('role', 'authenticated', true)`;
    isSeen = (await sql`select from realtime.messages where id = ${message?.id ?? '0'}`).length > 0;
    throw new Error('undo');
  }).catch((error: unknown) => { if ((error as Error).message !== 'undo') throw error; });
  return isSeen;
}

describe('on a hosted Supabase', () => {
  it('a change goes to private channels: the one of all, and one for each ward concerned; topic and version only', async () => {
    const service = createServiceClient(hosted);
    const sent = await sentBy(() => importIncidents(service, [incidentRow(1, { owner_code: '00003', assist_codes: ['00001'] })]));
    expect(sent.map(({ topic }) => topic)).toEqual(['changes:all', 'changes:old/00001', 'changes:old/00003', 'changes:viewers']);
    for (const message of sent) {
      expect(message).toMatchObject({ event: 'change', private: true, payload: { topic: 'incidents' } });
      expect(Object.keys(message.payload).sort()).toEqual(['topic', 'version']);
    }
    const everybody = await sentBy(() => owner`update clusters set name = name`);
    expect(everybody.map(({ topic }) => topic)).toEqual(['changes:all', 'changes:everyone', 'changes:viewers']);
    const notes = await sentBy(() => owner`select private.announce('notes', array['old/00001'])`);
    expect(notes.map(({ topic }) => topic)).toEqual(['changes:all', 'changes:old/00001']);
  });

  it.each([
    ['viewer', ['changes:viewers']], ['analyst', ['changes:all']], ['commander', ['changes:all']], ['admin', ['changes:all']],
    ['officer1', ['changes:everyone', 'changes:new/00001', 'changes:old/00001', 'changes:old/00002']],
    ['officer3', ['changes:everyone', 'changes:new/00003', 'changes:old/00003']],
    ['retired', ['changes:everyone']], ['disabled', []], ['stranger', []],
  ])('%s may join exactly %j', async (who, expected) => {
    const channels = ['changes:all', 'changes:viewers', 'changes:everyone', 'changes:new/00001', 'changes:new/00003', 'changes:old/00001', 'changes:old/00002', 'changes:old/00003', 'changes:old/00004', 'changes:', 'other'];
    const allowed: string[] = [];
    for (const channel of channels) if (await mayJoin(`${who}@test.local`, channel)) allowed.push(channel);
    expect(allowed).toEqual(expected);
  });

  it('opens nothing but listening to broadcasts', async () => {
    expect(await mayJoin('admin@test.local', 'changes:all', 'presence')).toBe(false);
    await expect(owner.begin(async (sql) => {
      const [account] = await sql<{ id: string }[]>`select id from auth.users where email = 'admin@test.local'`;
      await sql`select set_config('request.jwt.claim.sub', ${account?.id ?? ''}, true), set_config('realtime.topic', 'changes:all', true), set_config('role', 'authenticated', true)`;
      await sql`insert into realtime.messages (topic, extension) values ('changes:all', 'broadcast')`;
    })).rejects.toThrow(/row-level security/);
  });
});
