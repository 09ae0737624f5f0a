import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVisitorClient, type DatabaseClient } from '../../lib/db/clients';
import { openTestDatabase, type TestDatabase } from './support/test-database';
import { ACCOUNTS, buildTown, importIncidents, incidentRow, OUTSIDERS, uuid } from './support/town';

let town: TestDatabase;

beforeAll(async () => {
  town = await openTestDatabase();
  await buildTown(town);
  await importIncidents(town.service, [
    incidentRow(1),
    incidentRow(2, { owner_code: '00002' }),
    incidentRow(3, { owner_code: '00003' }),
    incidentRow(4, { owner_code: '00004' }),
    incidentRow(5, { owner_code: '00001', edition_id: 'new', occurred_at: '2026-01-01T00:00:00Z' }),
    incidentRow(6, { owner_code: '00002', occurred_at: '2022-12-31T16:59:59Z' }), // last second before the cluster's term, in Hà Nội
    incidentRow(7, { owner_code: '00002', occurred_at: '2022-12-31T17:00:00Z' }), // its first instant
    incidentRow(8, { owner_code: '00002', occurred_at: '2024-12-31T17:00:00Z' }), // the instant after its last day
    incidentRow(9, { owner_code: '00003', lead_code: '00001', lead_reason: 'first_detector' }), // led from outside
    incidentRow(10, { owner_code: '00003', assist_codes: ['00001'] }),
    incidentRow(11, { owner_code: '00003', on_request_codes: ['00001'] }), // may be asked, was not
    incidentRow(12, { owner_code: null, candidate_codes: [], ownership_status: 'outside', lead_code: null, lead_reason: 'outside' }),
    incidentRow(13, { owner_code: '00003', edition_id: 'new', occurred_at: '2026-01-01T00:00:00Z' }),
    incidentRow(14, { owner_code: '00004', occurred_at: '2022-06-01T00:00:00Z' }),
  ]);
});
afterAll(() => town.close());

const NUMBERS = Array.from({ length: 14 }, (_, i) => i + 1);
const numbersOf = (rows: readonly { id: string }[] | null): number[] => (rows ?? []).map(({ id }) => Number(id.slice(-12))).sort((a, b) => a - b);

/** What each account may see; officer 1 serves ward 1, whose cluster fellow in 2023–2024 is ward 2. */
const VISIBLE: Readonly<Record<string, readonly number[]>> = {
  'admin@test.local': NUMBERS,
  'commander@test.local': NUMBERS,
  'analyst@test.local': NUMBERS,
  'viewer@test.local': NUMBERS,
  'officer1@test.local': [1, 2, 5, 7, 9, 10],
  'officer3@test.local': [3, 9, 10, 11, 13],
  'moved@test.local': [3, 9, 10, 11, 14],
  'retired@test.local': [],
  'disabled@test.local': [],
  'stranger@test.local': [],
};

describe.each(Object.entries(VISIBLE))('%s', (email, expected) => {
  let client: DatabaseClient;
  beforeAll(async () => { client = await town.clientOf(email); });

  it('sees its incidents by every road and no other', async () => {
    expect(numbersOf((await client.from('incidents').select('id')).data)).toEqual(expected);
    const points = (await client.rpc('points', { since: 0 })).data as { id: string[] };
    expect(numbersOf(points.id.map((id) => ({ id })))).toEqual(expected);
    const list = (await client.rpc('list_incidents', { page_size: 100 })).data as { id: string }[];
    expect(numbersOf(list)).toEqual(expected);
  });

  it('reads free text of what it sees, unless it is a viewer', async () => {
    const texts = email.startsWith('viewer') ? [] : expected;
    const rows = (await client.from('incident_texts').select('incident_id')).data ?? [];
    expect(numbersOf(rows.map((row) => ({ id: row.incident_id })))).toEqual(texts);
    const list = (await client.rpc('list_incidents', { page_size: 100 })).data as { summary: string | null }[];
    expect(list.filter(({ summary }) => summary !== null)).toHaveLength(texts.length);
  });

  it('finds nothing by words it may not read', async () => {
    const found = (await client.rpc('list_incidents', { filter: { q: 'summary 1' } })).data as { id: string }[];
    const readable = email.startsWith('viewer') ? [] : expected.filter((number) => String(number).startsWith('1'));
    expect(numbersOf(found)).toEqual(readable);
  });

  it('reads history of what it sees, unless it is a viewer', async () => {
    const rows = (await client.from('incident_history').select('incident_id')).data ?? [];
    expect(numbersOf(rows.map((row) => ({ id: row.incident_id })))).toEqual(email.startsWith('viewer') ? [] : expected);
  });

  it('never sees who sent a report', async () => {
    expect((await client.from('incident_receipts').select('*')).error?.code).toBe('42501');
  });
});

describe('the rest of the tables', () => {
  const OPEN = ['boundary_editions', 'wards', 'ward_successions', 'border_arcs', 'units', 'unit_wards', 'categories', 'clusters', 'cluster_members', 'cluster_leads', 'regulations', 'focus_areas', 'settings'] as const;

  it('are readable for every member and empty for an outsider', async () => {
    const viewer = await town.clientOf('viewer@test.local');
    for (const table of OPEN) {
      expect((await viewer.from(table).select('*')).error, table).toBeNull();
      for (const email of OUTSIDERS.filter((one) => !one.startsWith('retired'))) {
        expect((await (await town.clientOf(email)).from(table).select('*')).data, `${table} ${email}`).toEqual([]);
      }
    }
    expect((await viewer.from('wards').select('code')).data).toHaveLength(6);
  });

  it('shows accounts to themselves, all of them to an admin', async () => {
    const officer = await town.clientOf('officer1@test.local');
    expect((await officer.from('profiles').select('*')).data).toHaveLength(1);
    expect((await officer.from('profile_units').select('*')).data).toHaveLength(2);
    expect((await (await town.clientOf('admin@test.local')).from('profiles').select('*')).data).toHaveLength(ACCOUNTS.length - 1);
    expect((await (await town.clientOf('disabled@test.local')).from('profiles').select('role')).data).toHaveLength(1);
  });

  it('shows a visitor nothing at all', async () => {
    const visitor = createVisitorClient(town.api);
    for (const table of [...OPEN, 'incidents', 'incident_texts', 'incident_history', 'incident_detections', 'profiles', 'profile_units', 'edition_loads'] as const) {
      expect((await visitor.from(table).select('*')).error?.code, table).toBe('42501');
    }
    expect((await visitor.rpc('points', { since: 0 })).error?.code).toBe('42501');
    expect((await visitor.rpc('my_account')).error?.code).toBe('42501');
  });

  it('keeps schemas other than public out of reach', async () => {
    const ask = (schema: string, table: string): Promise<Response> => town.api.fetch(`${town.api.url}/rest/v1/${table}`, {
      headers: { apikey: town.api.secretKey, 'accept-profile': schema },
    });
    expect((await ask('auth', 'users')).status).toBe(406);
    expect((await ask('private', 'rpc/app_role')).status).toBe(406);
  });

  it('keeps incident 12, which nobody owns, visible to those who see all', async () => {
    const analyst = await town.clientOf('analyst@test.local');
    expect((await analyst.from('incidents').select('owner_key').eq('id', uuid(12))).data).toEqual([{ owner_key: null }]);
  });
});
