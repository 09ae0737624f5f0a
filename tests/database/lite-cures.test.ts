import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildInProcessBackend } from '../../lib/db/backend';
import { createServiceClient } from '../../lib/db/clients';
import { listIncidents } from '../../lib/db/incidents';
import { findOwnAccount } from '../../lib/db/profiles';
import { openTestDatabase, type TestDatabase } from './support/test-database';
import { buildTown, importIncidents, incidentRow } from './support/town';

/** Each `describe` is one of the things that Supabase Lite 0.10.0 does otherwise when left to itself. */
let town: TestDatabase;
// Before the first request: what the cure lets through must end here.
const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined);

beforeAll(async () => {
  town = await openTestDatabase();
  // What the errors are tried on. Before the first request, as Lite reads the schema then.
  await town.database.owner.unsafe(`
    create table public.probe (id integer primary key, size integer check (size > 0), during int4range, exclude using gist (during with &&));
    alter table public.probe enable row level security;
    create function public.probe_raise(code text) returns void language plpgsql as $$
      begin raise exception 'told you' using errcode = code, detail = 'the detail', hint = 'the hint'; end $$;`);
  await buildTown(town);
  await importIncidents(town.service, [incidentRow(1, { neighbours: [{ code: '00002', distanceMetres: 12.5 }] })]);
});
afterAll(() => town.close());

const rest = (path: string, headers: Record<string, string>, init: RequestInit = {}): Promise<Response> =>
  town.api.fetch(`${town.api.url}/rest/v1/${path}`, { ...init, headers: { 'content-type': 'application/json', ...headers } });

describe('1: grants stay as the migrations left them', () => {
  it('after requests of every role', async () => {
    for (const email of ['viewer@test.local', 'admin@test.local']) await (await town.clientOf(email)).from('incidents').select('id');
    await town.service.from('incidents').select('id');
    const [row] = await town.database.owner`
      select has_table_privilege('authenticated', 'public.incidents', 'insert') as insert,
        has_table_privilege('authenticated', 'public.incident_receipts', 'select') as receipts,
        has_table_privilege('anon', 'public.incidents', 'select') as visitor,
        has_table_privilege('service_role', 'public.incident_history', 'insert') as history`;
    expect(row).toEqual({ insert: false, receipts: false, visitor: false, history: false });
  });
});

describe('2: a mistake of the client is answered with 400, as PostgREST does', () => {
  const insert = (row: object): Promise<Response> => rest('probe', { apikey: town.api.secretKey }, { method: 'POST', body: JSON.stringify(row) });

  it('a check', async () => {
    const answer = await insert({ id: 1, size: -1 });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: '23514', message: expect.stringContaining('probe_size_check') as string });
  });

  it('an exclusion', async () => {
    expect((await insert({ id: 2, during: '[1,5)' })).status).toBe(201);
    const answer = await insert({ id: 3, during: '[4,6)' });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: '23P01' });
  });

  it.each(['P0001', 'P0002', 'P0003', 'P0004'])('raise exception %s, with detail and hint', async (code) => {
    const answer = await rest('rpc/probe_raise', { apikey: town.api.secretKey }, { method: 'POST', body: JSON.stringify({ code }) });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ code, message: 'told you', details: 'the detail', hint: 'the hint' });
  });

  it('and none of it is printed into the server\'s log, while a fault of the server is', async () => {
    printed.mockClear();
    expect((await insert({ id: 4, size: -1 })).status).toBe(400);
    expect((await rest('incidents?limit=1', { apikey: town.api.publishableKey })).status).toBe(401);
    expect((await rest('nothing_of_that_name', { apikey: town.api.secretKey })).status).toBe(404);
    expect(printed).not.toHaveBeenCalled();
    const fault = await rest('rpc/probe_raise', { apikey: town.api.secretKey }, { method: 'POST', body: JSON.stringify({ code: 'XX000' }) });
    expect(fault.status).toBe(500);
    expect(printed).toHaveBeenCalledOnce();
  });
});

describe('3: JSON arrives as JSON', () => {
  it('objects and arrays are stored as such, not as texts that hold JSON', async () => {
    const [row] = await town.database.owner`
      select jsonb_typeof(neighbours) as neighbours, jsonb_typeof(lead_trace) as trace, neighbours -> 0 ->> 'code' as code from incidents`;
    expect(row).toEqual({ neighbours: 'array', trace: 'array', code: '00002' });
    const { error } = await town.service.from('settings').upsert({ key: 'probe', value: { nested: ['a', 1] } });
    expect(error).toBeNull();
    expect((await town.service.from('settings').select('value').eq('key', 'probe').single()).data).toEqual({ value: { nested: ['a', 1] } });
    const [stored] = await town.database.owner`select jsonb_typeof(value) as kind from settings where key = 'probe'`;
    expect(stored).toEqual({ kind: 'object' });
  });
});

/** A token for an account, signed with a secret of one's own. */
function forge(payload: object, secret: string, header: object = { alg: 'HS256', typ: 'JWT' }): string {
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const text = `${encode(header)}.${encode(payload)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

describe('4: secrets are the installation\'s own', () => {
  const claims = { sub: '00000000-0000-4000-8000-000000000001', role: 'service_role', aud: 'authenticated', exp: 4_000_000_000 };

  it.each(['unsafe-secret-change-me', 'super-secret-jwt-token-with-at-least-32-characters-long', ''])('a token signed with the published secret "%s" opens nothing', async (secret) => {
    const answer = await rest('incidents', { apikey: town.api.publishableKey, authorization: `Bearer ${forge(claims, secret)}` });
    expect(answer.status).toBe(401);
  });

  it('a token without a signature opens nothing', async () => {
    const token = forge(claims, '', { alg: 'none', typ: 'JWT' }).replace(/[^.]*$/, '');
    expect((await rest('incidents', { apikey: town.api.publishableKey, authorization: `Bearer ${token}` })).status).toBe(401);
  });

  it('no key, a wrong key and a key of another installation open nothing, also from this very machine', async () => {
    for (const headers of [{}, { apikey: 'sb_secret_wrong' }, { apikey: 'sb_publishable_wrong' }] as Record<string, string>[]) {
      expect((await rest('incidents', headers)).status, JSON.stringify(headers)).toBe(401);
    }
  });

  it('nobody makes an account for himself', async () => {
    const answer = await town.api.fetch(`${town.api.url}/auth/v1/signup`, {
      method: 'POST', headers: { apikey: town.api.publishableKey, 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'me@test.local', password: 'long-enough-password' }),
    });
    expect(answer.status).toBe(422);
  });

  it('a backend without a secret is refused outright', async () => {
    const bare = buildInProcessBackend({ tier: 'embedded', databaseUrl: town.database.apiUrl, jwtSecret: '', publishableKey: 'p', secretKey: 's' });
    await expect(bare.fetch(`${bare.url}/rest/v1/settings`)).rejects.toThrow(/secret/);
    await bare.close();
  });
});

describe('5: the role is the one in our own table', () => {
  it('and a change of it counts for tokens that are out already', async () => {
    const client = await town.clientOf('analyst@test.local');
    expect((await findOwnAccount(client))?.role).toBe('analyst');
    const set = (role: string) => town.database.owner`update profiles set role = ${role} where user_id = (select id from auth.users where email = 'analyst@test.local')`;
    await set('viewer');
    expect((await findOwnAccount(client))?.role).toBe('viewer');
    expect((await client.from('incident_texts').select('*')).data).toEqual([]);
    await set('analyst');
    expect((await client.from('incident_texts').select('*')).data).toHaveLength(1);
  });

  it('whatever an account writes into its own metadata', async () => {
    const token = await town.tokenOf('viewer@test.local');
    const answer = await town.api.fetch(`${town.api.url}/auth/v1/user`, {
      method: 'PUT', headers: { apikey: town.api.publishableKey, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ data: { role: 'admin', app_metadata: { role: 'admin' } }, role: 'service_role' }),
    });
    expect(answer.status).toBeLessThan(500);
    expect((await findOwnAccount(await town.clientOf('viewer@test.local')))?.role).toBe('viewer');
  });
});

describe('6: timestamps and counts', () => {
  it('an instant comes out as ISO 8601 in UTC, whatever form the API gives it', async () => {
    const { data } = await town.service.from('incidents').select('occurred_at').single();
    expect(data?.occurred_at).not.toMatch(/^\d{4}-\d{2}-\d{2}T.*Z$/); // why it is parsed at the door
    const [incident] = (await listIncidents(town.service, {})).incidents;
    expect(incident?.occurredAt).toBe('2023-06-01T05:00:00.000Z');
    expect(incident?.reportedAt).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
  });

  it('aggregates are refused in a table request and come from functions', async () => {
    expect((await rest('incidents?select=count()', { apikey: town.api.secretKey })).status).toBe(400);
    expect((await createServiceClient(town.api).rpc('points', { since: 0 })).data).toMatchObject({ count: 1 });
  });
});
