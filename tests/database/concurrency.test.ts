import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DatabaseClient } from '../../lib/db/clients';
import { findOwnAccount } from '../../lib/db/profiles';
import { openTestDatabase, type TestDatabase } from './support/test-database';
import { buildTown, importIncidents, incidentRow, uuid } from './support/town';

let town: TestDatabase;
const WARDS = ['00001', '00002', '00003', '00004'];
const INCIDENTS = 200;

beforeAll(async () => {
  town = await openTestDatabase();
  await buildTown(town);
  await importIncidents(town.service, Array.from({ length: INCIDENTS }, (_, i) =>
    incidentRow(i + 1, { owner_code: WARDS[i % 4] ?? '00001', occurred_at: '2020-06-01T00:00:00Z' })));
});
afterAll(() => town.close());

/** What a role may see of the 200 incidents, a quarter of them in each ward, before any cluster bound two of them. */
const EXPECTED = [
  { email: 'viewer@test.local', role: 'viewer', count: 200, texts: 0, wards: WARDS },
  { email: 'officer1@test.local', role: 'officer', count: 50, texts: 50, wards: ['00001'] },
  { email: 'officer3@test.local', role: 'officer', count: 50, texts: 50, wards: ['00003'] },
  { email: 'analyst@test.local', role: 'analyst', count: 200, texts: 200, wards: WARDS },
] as const;
type Expected = (typeof EXPECTED)[number];

/** One request of each kind, with what must be true of its answer whoever else is asking meanwhile. */
const REQUESTS: readonly ((client: DatabaseClient, expected: Expected) => Promise<void>)[] = [
  async (client, { count, wards }) => {
    const { data } = await client.from('incidents').select('id, owner_code');
    expect(data).toHaveLength(count);
    expect([...new Set(data?.map((row) => row.owner_code))].sort()).toEqual(wards);
  },
  async (client, { texts }) => {
    expect((await client.from('incident_texts').select('incident_id')).data).toHaveLength(texts);
  },
  async (client, { count }) => {
    expect((await client.rpc('points', { since: 0 })).data).toMatchObject({ count });
  },
  async (client, { role }) => {
    expect((await findOwnAccount(client))?.role).toBe(role);
    expect((await client.from('profiles').select('role')).data).toEqual([{ role }]);
  },
  async (client) => {
    expect((await client.from('incidents').update({ status: 'closed' }).eq('id', uuid(1))).error?.code).toBe('42501');
  },
  async (client, { count }) => {
    const { data } = await client.rpc('list_incidents', { filter: { wards: ['00003'] }, page_size: 1000 });
    expect(data).toHaveLength(count === 200 || (count === 50 && await servesThird(client)) ? 50 : 0);
  },
];

async function servesThird(client: DatabaseClient): Promise<boolean> {
  return (await findOwnAccount(client))?.units.some((unit) => unit.wards.some(({ code }) => code === '00003')) ?? false;
}

it('600 mixed requests of four roles at once, errors among them, and nobody sees a row of another\'s', async () => {
  const clients = await Promise.all(EXPECTED.map(({ email }) => town.clientOf(email)));
  let done = 0;
  await Promise.all(Array.from({ length: 600 }, async (_, i) => {
    const who = i % EXPECTED.length;
    const [client, expected, request] = [clients[who], EXPECTED[who], REQUESTS[Math.floor(i / EXPECTED.length) % REQUESTS.length]];
    if (client === undefined || expected === undefined || request === undefined) throw new Error(`no request ${i}`);
    await request(client, expected);
    done++;
  }));
  expect(done).toBe(600);
});

it('leaves no role behind on a connection', async () => {
  const rows = await town.database.owner`select distinct usename from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`;
  expect(rows).toHaveLength(0);
  expect((await town.service.from('incidents').select('id', { count: 'exact', head: true })).count).toBe(INCIDENTS);
});
