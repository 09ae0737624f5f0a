import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Zone, ZoneVersion } from '../../lib/domain/zone';
import { areaOf } from '../../lib/geo/ellipsoid-area';
import { buildPatrolTown, callAs } from './support/patrol-town';
import { openTestDatabase, type TestDatabase } from './support/test-database';
import { uuid } from './support/town';
import { box, boxRing, fieldsOf, pageOf, zoneBody, zoneCalls } from './support/zone-town';
import { GET as listRoute } from '../../app/api/zones/route';

let town: TestDatabase;
beforeAll(async () => {
  town = await openTestDatabase();
  await buildPatrolTown(town);
});
afterAll(() => town.close());

const { make, list, read, change, versions, split, merge, historyOf } = zoneCalls(() => town);
const ANALYST = 'analyst@test.local';
const sharesOf = ({ wards }: Pick<Zone, 'wards'>) => wards.map(({ ward, areaShare }) => [ward.code, Math.round(areaShare * 1000) / 1000]);
const numbersOf = (answer: { body: unknown }) => (answer.body as { zones: Zone[] }).zones.map(({ id }) => Number(id.slice(-12))).sort((a, b) => a - b);

describe('making', () => {
  it('keeps the shape, its area, its wards by share, who drew it, and its first version', async () => {
    const answer = await make(ANALYST, zoneBody(1));
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    const { id, zone, permissions, history } = pageOf(answer);
    expect(id).toBe(uuid(1));
    expect(zone).toMatchObject({ version: 1, name: 'Vùng 1', status: 'draft', evidence: 'ba vụ trong một tuần', origin: { kind: 'drawn' }, drawnByRole: 'analyst', isMine: true, validFrom: '2026-01-01', validTo: null });
    expect(zone.areaSquareMetres).toBeCloseTo(areaOf(box(8, 2, 12, 6) as never), 3);
    expect(sharesOf(zone)).toEqual([['00001', 0.5], ['00002', 0.5]]);
    expect(zone.wards[0]?.ward.name).toBe('Phường 00001');
    expect(permissions).toEqual({ change: true });
    expect(history.map(({ kind, actorRole }) => [kind, actorRole])).toEqual([['drawn', 'analyst']]);
    expect(JSON.stringify(history)).not.toContain('coordinates');
    expect(pageOf(await read('admin@test.local', 1)).zone.isMine).toBe(false);
  });

  it('makes one of the same sent twice, also at once; another of the same id is refused', async () => {
    const both = await Promise.all([make(ANALYST, zoneBody(2)), make(ANALYST, zoneBody(2))]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect((await make(ANALYST, zoneBody(1))).status).toBe(200);
    expect(fieldsOf(await make(ANALYST, zoneBody(1, { name: 'khác' })))).toEqual(['id']);
    expect((await make('admin@test.local', zoneBody(1))).status).toBe(409);
    expect(await historyOf(1)).toEqual(['drawn']);
  });

  it.each<[string, object, number, string]>([
    ['an edition there is not', { editionId: 'none' }, 422, 'editionId'],
    ['a place far away', { geometry: { type: 'Polygon', coordinates: [boxRing(8, 2, 12, 6).map(([x, y]) => [x! + 1, y])] } }, 422, 'geometry'],
    ['an outline that crosses itself', { geometry: { type: 'Polygon', coordinates: [[...boxRing(0, 0, 5, 5).slice(0, 2), boxRing(0, 0, 5, 5)[3], boxRing(0, 0, 5, 5)[2], boxRing(0, 0, 5, 5)[0]]] } }, 422, 'geometry'],
    ['a speck', { geometry: box(1, 1, 1.05, 1.05) }, 422, 'geometry'],
    ['a place beside every ward', { geometry: box(41, 0, 45, 4) }, 422, 'geometry'],
    ['a zone that begins closed', { status: 'closed' }, 422, 'status'],
    ['an origin only the server says', { origin: { kind: 'split', zone: uuid(1), version: 1 } }, 422, 'origin.kind'],
    ['a finding there is not', { origin: { kind: 'finding', run: uuid(99), finding: 'f1' } }, 422, 'origin.finding'],
    ['days in the wrong order', { validTo: '2025-12-31' }, 400, 'validTo'],
    ['a line', { geometry: { type: 'LineString', coordinates: boxRing(0, 0, 1, 1) } }, 400, 'geometry.type'],
    ['a number that is none', { geometry: { type: 'Polygon', coordinates: [[['x', 1], [1, 1], [1, 1], [1, 1]]] } }, 400, 'geometry.coordinates.0.0.0'],
    ['a name of spaces', { name: '   ' }, 400, 'name'],
    ['a field nobody knows', { colour: 'red' }, 400, 'colour'],
  ])('refuses %s by its field', async (_, more, status, field) => {
    const answer = await make(ANALYST, zoneBody(97, more));
    expect([answer.status, fieldsOf(answer)]).toEqual([status, [field]]);
    expect(await historyOf(97)).toEqual([]);
  });
});

describe('changing', () => {
  it('counts the version up and keeps every one whole; the same again changes nothing', async () => {
    expect(pageOf(await change(ANALYST, 1, { version: 1, status: 'active', remark: 'đã duyệt' })).zone).toMatchObject({ version: 2, status: 'active' });
    const redrawn = await change(ANALYST, 1, { version: 2, geometry: box(8, 2, 14, 6), name: 'Chợ' });
    expect(sharesOf(pageOf(redrawn).zone)).toEqual([['00002', 0.667], ['00001', 0.333]]);
    expect(pageOf(await change(ANALYST, 1, { version: 3, name: 'Chợ' })).zone.version).toBe(3);
    const kept = ((await versions(ANALYST, 1)).body as { versions: ZoneVersion[] }).versions;
    expect(kept.map(({ version, name, status, evidence, remark, changedByRole }) => [version, name, status, evidence, remark, changedByRole])).toEqual([
      [1, 'Vùng 1', 'draft', 'ba vụ trong một tuần', null, 'analyst'], [2, 'Vùng 1', 'active', 'ba vụ trong một tuần', 'đã duyệt', 'analyst'], [3, 'Chợ', 'active', 'ba vụ trong một tuần', null, 'analyst'],
    ]);
    expect(kept.map(({ geometry }) => (geometry.coordinates as number[][][])[0]![1]![0])).toEqual([105.812, 105.812, 105.814]);
    expect(await historyOf(1)).toEqual(['drawn', 'published', 'redrawn']);
  });

  it('lets one of two at once win, and shows the other what happened', async () => {
    const race = await Promise.all(['a', 'b'].map((name) => change(ANALYST, 2, { version: 1, name })));
    expect(race.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = race.find(({ status }) => status === 409)!;
    expect(fieldsOf(lost)).toEqual(['version']);
    expect((lost.body as { current: { zone: Zone } }).current.zone.version).toBe(2);
  });

  it('takes evidence away when told to, never back to draft, never from closed, and no end before the beginning', async () => {
    expect(pageOf(await change(ANALYST, 2, { version: 2, evidence: null })).zone.evidence).toBeNull();
    expect(fieldsOf(await change(ANALYST, 2, { version: 3, validTo: '2025-01-01' }))).toEqual(['validTo']);
    expect(fieldsOf(await change(ANALYST, 1, { version: 3, status: 'draft' }))).toEqual(['status']);
    expect(fieldsOf(await change(ANALYST, 1, { version: 3, geometry: box(1, 1, 1.05, 1.05) }))).toEqual(['geometry']);
    expect(pageOf(await change(ANALYST, 2, { version: 3, status: 'closed' }))).toMatchObject({ zone: { status: 'closed' }, permissions: { change: false } });
    expect(fieldsOf(await change(ANALYST, 2, { version: 4, status: 'active' }))).toEqual(['status']);
    await expect(town.database.owner`delete from zones`).rejects.toMatchObject({ code: '42501' });
    await expect(town.database.owner`update zone_versions set name = 'x'`).rejects.toMatchObject({ code: '42501' });
    await expect(town.database.owner`delete from zone_history`).rejects.toMatchObject({ code: '42501' });
  });
});

describe('splitting and merging', () => {
  it('cuts into its wards: drafts that add up, the old one closed, each knowing of the other; twice is once', async () => {
    await make(ANALYST, zoneBody(10, { status: 'active' }));
    const answer = await split(ANALYST, 10, { version: 1, by: 'wards', remark: 'chia theo phường' });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    const { zones, closed } = answer.body as { zones: Zone[]; closed: Zone };
    expect(zones.map(({ name, status, evidence }) => [name, status, evidence])).toEqual([['Vùng 10 (Phường 00001)', 'draft', 'ba vụ trong một tuần'], ['Vùng 10 (Phường 00002)', 'draft', 'ba vụ trong một tuần']]);
    expect(zones.map(sharesOf)).toEqual([[['00001', 1]], [['00002', 1]]]);
    expect(zones.every(({ origin }) => origin.kind === 'split' && origin.zone === uuid(10) && origin.version === 1)).toBe(true);
    expect(Math.abs(zones.reduce((sum, one) => sum + one.areaSquareMetres, 0) / closed.areaSquareMetres - 1)).toBeLessThan(1e-6);
    expect(closed).toMatchObject({ status: 'closed', version: 2 });
    expect(await historyOf(10)).toEqual(['drawn', 'split']);
    expect((await split(ANALYST, 10, { version: 1, by: 'wards', remark: 'chia theo phường' })).status).toBe(200);
    expect((await split(ANALYST, 10, { version: 1, by: 'wards', remark: 'khác' })).status).toBe(409);
    const back = await merge(ANALYST, { zones: zones.map(({ id, version }) => ({ id, version })), name: 'Lại một' });
    expect(back.status, JSON.stringify(back.body)).toBe(201);
    expect(pageOf(back).zone).toMatchObject({ name: 'Lại một', status: 'draft', kind: 'hotspot', origin: { kind: 'merged' } });
    expect(Math.abs(pageOf(back).zone.areaSquareMetres / closed.areaSquareMetres - 1)).toBeLessThan(1e-6);
    expect((await merge(ANALYST, { zones: zones.map(({ id, version }) => ({ id, version })), name: 'Lại một' })).status).toBe(200);
    expect(numbersOf(await list(ANALYST, 'status=draft'))).toHaveLength(1);
  });

  it('cuts along a line, with names; refuses lines that cut nothing, and what is no longer so', async () => {
    await make(ANALYST, zoneBody(11));
    const line = [[105.807, 21.003], [105.813, 21.003]];
    expect(fieldsOf(await split(ANALYST, 11, { version: 1, line: [[105.807, 21.003], [105.81, 21.003]] }))).toEqual(['line']);
    expect(fieldsOf(await split(ANALYST, 11, { version: 1, line, by: 'wards' }))).toEqual(['line']);
    expect(fieldsOf(await split(ANALYST, 11, { version: 1, line, names: ['a', 'b', 'c'] }))).toEqual(['names']);
    expect(fieldsOf(await split(ANALYST, 11, { version: 7, line }))).toEqual(['version']);
    expect(await historyOf(11)).toEqual(['drawn']);
    const { zones } = (await split(ANALYST, 11, { version: 1, line, names: ['Bắc'] })).body as { zones: Zone[] };
    expect(zones.map(({ name }) => name)).toEqual(['Bắc', 'Vùng 11 (2)']);
    expect(fieldsOf(await split(ANALYST, 11, { version: 2, line }))).toEqual(['status']);
    await make(ANALYST, zoneBody(12, { geometry: box(1, 1, 3, 3) }));
    expect(fieldsOf(await split(ANALYST, 12, { version: 1, by: 'wards' }))).toEqual(['by']);
  });

  it('merges all or none: a version gone, a closed one, one nobody sees', async () => {
    await make(ANALYST, zoneBody(13, { geometry: box(1, 1, 3, 3) }));
    expect(fieldsOf(await merge(ANALYST, { zones: [{ id: uuid(12), version: 1 }, { id: uuid(13), version: 2 }], name: 'x' }))).toEqual(['zones.1.version']);
    expect(fieldsOf(await merge(ANALYST, { zones: [{ id: uuid(12), version: 1 }, { id: uuid(11), version: 2 }], name: 'x' }))).toEqual(['zones.1.status']);
    expect(fieldsOf(await merge(ANALYST, { zones: [{ id: uuid(12), version: 1 }, { id: uuid(77), version: 1 }], name: 'x' }))).toEqual(['zones.1.id']);
    expect(fieldsOf(await merge(ANALYST, { zones: [{ id: uuid(12), version: 1 }, { id: uuid(12), version: 1 }], name: 'x' }))).toEqual(['zones']);
    expect([await historyOf(12), await historyOf(13)]).toEqual([['drawn'], ['drawn']]);
  });
});

describe('listing', () => {
  it('narrows by status, kind, ward, day and box; also as GeoJSON', async () => {
    await make(ANALYST, zoneBody(20, { kind: 'watch', geometry: box(31, 1, 35, 5), status: 'active', validFrom: '2024-01-01', validTo: '2024-06-30' }));
    const all = numbersOf(await list(ANALYST));
    expect(all).toContain(20);
    expect(numbersOf(await list(ANALYST, 'kind=watch'))).toEqual([20]);
    expect(numbersOf(await list(ANALYST, 'ward=00004'))).toEqual([20]);
    expect(numbersOf(await list(ANALYST, 'ward=grid/00004'))).toEqual([20]);
    expect(numbersOf(await list(ANALYST, 'ward=other/00004'))).toEqual([]);
    expect(numbersOf(await list(ANALYST, 'day=2024-06-30&status=active,closed'))).toEqual([20]);
    expect(numbersOf(await list(ANALYST, 'day=2024-07-01'))).toEqual([]);
    expect(numbersOf(await list(ANALYST, 'bbox=105.8305,21,105.9,21.1'))).toEqual([20]);
    expect((await list(ANALYST, 'limit=1')).body).toMatchObject({ more: true });
    for (const [query, field] of [['status=x', 'status.0'], ['ward=1', 'ward'], ['day=2024-02-30', 'day'], ['bbox=1', 'bbox'], ['colour=red', 'colour']] as const) {
      expect(fieldsOf(await list(ANALYST, query)), query).toEqual([field]);
    }
    const request = new Request('http://test.local/?kind=watch', { headers: { authorization: `Bearer ${await town.tokenOf(ANALYST)}`, accept: 'application/geo+json' } });
    const answer = await listRoute(request, { params: Promise.resolve({}) as never });
    expect(answer.headers.get('content-type')).toBe('application/geo+json');
    expect(await answer.json()).toMatchObject({ type: 'FeatureCollection', features: [{ id: uuid(20), geometry: { type: 'Polygon' }, properties: { kind: 'watch', wards: [{ code: '00004', areaShare: 1 }] } }] });
    expect((await callAs(town, ANALYST, listRoute, { path: '/?day=2024-05-01&day=2024-05-02' })).status).toBe(400);
  });
});
