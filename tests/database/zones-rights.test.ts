import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Zone, ZoneVersion } from '../../lib/domain/zone';
import { buildPatrolTown, EVERYBODY } from './support/patrol-town';
import { openTestDatabase, type TestDatabase } from './support/test-database';
import { uuid } from './support/town';
import { box, pageOf, zoneBody, zoneCalls } from './support/zone-town';

/**
 * 1: a draft in ward 1. 2: active, across wards 1 and 2, once a draft. 3: active in ward 4. 4: a draft thrown away.
 * 5: active, then closed, in ward 1. 6: active in ward 3, long ago, before any cluster of wards 1 to 3.
 */
let town: TestDatabase;
const { make, list, read, change, versions, counts, split, merge, historyOf } = zoneCalls(() => town);
const ANALYST = 'analyst@test.local';
beforeAll(async () => {
  town = await openTestDatabase();
  await buildPatrolTown(town);
  await make(ANALYST, zoneBody(1, { geometry: box(1, 1, 4, 4) }));
  await make(ANALYST, zoneBody(2));
  await change(ANALYST, 2, { version: 1, status: 'active', evidence: 'bằng chứng mới', remark: 'lời nhắn' });
  await make(ANALYST, zoneBody(3, { geometry: box(31, 1, 35, 5), status: 'active' }));
  await make(ANALYST, zoneBody(4, { geometry: box(1, 1, 4, 4) }));
  await change(ANALYST, 4, { version: 1, status: 'closed' });
  await make(ANALYST, zoneBody(5, { geometry: box(1, 5, 4, 8), status: 'active' }));
  await change(ANALYST, 5, { version: 1, status: 'closed' });
  await make(ANALYST, zoneBody(6, { geometry: box(21, 1, 24, 4), status: 'active', validFrom: '2010-02-01', validTo: '2010-12-31' }));
});
afterAll(() => town.close());

const ALL = [1, 2, 3, 4, 5, 6];
const PUBLISHED = [2, 3, 5, 6];
const VISIBLE: Readonly<Record<string, readonly number[]>> = {
  'admin@test.local': ALL, 'commander@test.local': ALL, [ANALYST]: ALL, 'viewer@test.local': PUBLISHED,
  'one@test.local': [2, 5], 'two@test.local': [2, 5], 'three@test.local': [2, 5, 6], 'four@test.local': [3], 'gone@test.local': [],
};
const seesDrafts = (email: string): boolean => ['admin', 'commander', 'analyst'].includes(email.split('@')[0]!);
const readsText = (email: string): boolean => !email.startsWith('viewer');
const numbersOf = (ids: readonly string[]): number[] => [...new Set(ids.map((id) => Number(id.slice(-12))))].sort((a, b) => a - b);

describe.each(EVERYBODY)('%s', (email) => {
  const visible = VISIBLE[email]!;

  it('sees its zones by every road and no other', async () => {
    const { zones } = (await list(email)).body as { zones: Zone[] };
    expect(numbersOf(zones.map(({ id }) => id))).toEqual(visible);
    const client = await town.clientOf(email);
    expect(numbersOf(((await client.from('zones').select('id')).data ?? []).map(({ id }) => id))).toEqual(visible);
    expect(numbersOf(((await client.from('zone_versions').select('zone_id')).data ?? []).map((one) => one.zone_id))).toEqual(visible);
    for (const number of ALL) {
      const status = visible.includes(number) ? 200 : 404;
      expect([(await read(email, number)).status, (await versions(email, number)).status, (await counts(email, number, 'from=2026-01-01&to=2026-02-01')).status], `${number}`).toEqual([status, status, status]);
    }
  });

  it('reads words and histories as its role may, and of drafts nothing unless it sees drafts', async () => {
    const client = await town.clientOf(email);
    const texts = (await client.from('zone_texts').select('zone_id, version, evidence, remark')).data ?? [];
    expect(numbersOf(texts.map((one) => one.zone_id))).toEqual(readsText(email) ? visible : []);
    if (visible.includes(2)) {
      const { zone, history } = pageOf(await read(email, 2));
      expect(zone.evidence).toBe(readsText(email) ? 'bằng chứng mới' : null);
      const kept = ((await versions(email, 2)).body as { versions: ZoneVersion[] }).versions;
      expect(kept.map(({ version }) => version)).toEqual(seesDrafts(email) ? [1, 2] : [2]);
      expect(kept.map(({ remark }) => remark).at(-1)).toBe(readsText(email) ? 'lời nhắn' : null);
      const kinds = history.map(({ kind }) => kind).filter((kind) => kind !== 'refused');
      expect(kinds).toEqual(email.startsWith('viewer') ? [] : seesDrafts(email) ? ['drawn', 'published'] : ['published']);
    }
    expect((await client.from('zone_receipts').select('*')).error?.code).toBe('42501');
    expect((await client.from('zone_history').select('actor_user')).error?.code).toBe('42501');
  });

  it('draws only as an analyst or administrator; what others try is written down', async () => {
    const mayDraw = ['admin', 'analyst'].includes(email.split('@')[0]!);
    if (mayDraw) return;
    expect((await make(email, zoneBody(50))).status).toBe(403);
    expect((await merge(email, { zones: [{ id: uuid(2), version: 2 }, { id: uuid(5), version: 2 }], name: 'x' })).status).toBe(403);
    const seen = visible.includes(2) ? 403 : 404;
    const before = (await historyOf(2)).length;
    expect((await change(email, 2, { version: 2, name: 'x' })).status).toBe(seen);
    expect((await split(email, 2, { version: 2, by: 'wards' })).status).toBe(seen);
    expect((await historyOf(2)).slice(before)).toEqual(['refused', 'refused']);
    expect(pageOf(await read(ANALYST, 2)).zone.version).toBe(2);
    if (visible.includes(2)) expect(pageOf(await read(email, 2)).permissions.change).toBe(false);
  });

  it('writes nothing past the server', async () => {
    const client = await town.clientOf(email);
    for (const [name, args] of [['create_zones', { payload: {} }], ['change_zone', { payload: {} }], ['replace_zones', { payload: {} }], ['record_zone_refusal', { zone: uuid(2), action: 'x', actor: {} }]] as const) {
      expect((await client.rpc(name, args as never)).error?.code, name).toBe('42501');
    }
    expect((await client.from('zones').update({ name: 'x' }).eq('id', uuid(2))).error?.code).toBe('42501');
    expect((await client.from('zone_texts').insert({ zone_id: uuid(2), version: 2, remark: 'x' })).error?.code).toBe('42501');
  });
});

describe('the feed', () => {
  const zoneVersions = async (email: string) => {
    const { data } = await (await town.clientOf(email)).from('change_topics').select('key, version').eq('topic', 'zones');
    return new Map((data ?? []).map(({ key, version }) => [key, version]));
  };

  it('tells officers of zones in their wards, and of a draft only those who see drafts', async () => {
    const [all, officer, viewer] = [await zoneVersions(ANALYST), await zoneVersions('four@test.local'), await zoneVersions('viewer@test.local')];
    expect([...officer.keys()]).toEqual(['grid/00004']);
    await make(ANALYST, zoneBody(60, { geometry: box(31, 1, 34, 4) }));
    expect((await zoneVersions(ANALYST)).get('')).toBe((all.get('') ?? 0) + 1);
    expect(await zoneVersions('four@test.local')).toEqual(officer);
    expect(await zoneVersions('viewer@test.local')).toEqual(viewer);
    await change(ANALYST, 60, { version: 1, status: 'active' });
    expect((await zoneVersions('four@test.local')).get('grid/00004')).toBe((all.get('') ?? 0) + 2);
    // Drawn elsewhere: those who could see it until now hear that it went.
    await change(ANALYST, 60, { version: 2, geometry: box(1, 1, 4, 4) });
    expect((await zoneVersions('four@test.local')).get('grid/00004')).toBe((all.get('') ?? 0) + 3);
    expect((await read('four@test.local', 60)).status).toBe(404);
  });
});

it('of many refusals in a minute no more than twenty are written down', async () => {
  const [{ id } = { id: '' }] = await town.database.owner<{ id: string }[]>`select id from auth.users where email = 'gone@test.local'`;
  for (let i = 0; i < 25; i++) await town.service.rpc('record_zone_refusal', { zone: uuid(5), action: 'change', actor: { userId: id, role: 'officer' } });
  const [{ n } = { n: 0 }] = await town.database.owner<{ n: number }[]>`select count(*)::int as n from zone_history where kind = 'refused' and actor_user = ${id}`;
  expect(n).toBe(20);
});
