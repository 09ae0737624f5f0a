import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET as listIncidents } from '../../app/api/incidents/route';
import { POST as importRoute } from '../../app/api/zones/imports/route';
import type { Zone, ZoneCounts, ZoneImport } from '../../lib/domain/zone';
import { buildPatrolTown, callAs } from './support/patrol-town';
import { openTestDatabase, type TestDatabase } from './support/test-database';
import { importIncidents, incidentRow, uuid } from './support/town';
import { box, boxRing, fieldsOf, zoneBody, zoneCalls } from './support/zone-town';

let town: TestDatabase;
const { make, list, counts, change } = zoneCalls(() => town);
const ANALYST = 'analyst@test.local';

/** Ward 1 has every number that leaves 0 when divided by 3. Every fifth lies in the border zone. A day each from 2026-01-01, at 23:30 in Hà Nội. */
const place = (number: number): [number, number] => [105.8 + ((number * 7) % 40) / 1000 + 0.0005, 21 + ((number * 3) % 10) / 1000 + 0.0005];
const dayNumber = (number: number): number => Math.floor(number / 4);
const isInside = ([lon, lat]: [number, number]): boolean => (lon > 105.808 && lon < 105.816 && lat > 21.002 && lat < 21.006) && !(lon > 105.811 && lon < 105.813 && lat > 21.003 && lat < 21.005);
const NUMBERS = Array.from({ length: 400 }, (_, i) => i + 1);
const INSIDE = NUMBERS.filter((number) => isInside(place(number)));
const days = (number: number): string => new Date(Date.UTC(2026, 0, 1 + dayNumber(number))).toISOString().slice(0, 10);

beforeAll(async () => {
  town = await openTestDatabase();
  await buildPatrolTown(town);
  await importIncidents(town.service, NUMBERS.map((number) => {
    const [lon, lat] = place(number);
    const owner = lon < 105.81 ? '00001' : lon < 105.82 ? '00002' : lon < 105.83 ? '00003' : '00004';
    return incidentRow(number, { lon, lat, edition_id: 'grid', owner_code: owner, lead_code: owner, candidate_codes: [owner], occurred_at: `${days(number)}T23:30:00+07:00`, border_zone: number % 5 === 0 });
  }));
  // With a hole: what lies in it is not inside.
  await make(ANALYST, zoneBody(1, { status: 'active', geometry: { type: 'Polygon', coordinates: [boxRing(8, 2, 16, 6), boxRing(11, 3, 13, 5)] } }));
});
afterAll(() => town.close());

const countsOf = async (email: string, query: string) => (await counts(email, 1, query)).body as ZoneCounts;

describe('counting', () => {
  it('counts what lies inside, its hole left out, by ward, kind and week, and compares with the time before', async () => {
    expect(INSIDE.length).toBeGreaterThan(10);
    const [from, to] = ['2026-02-20', '2026-04-11'];
    const answer = await countsOf(ANALYST, `from=${from}&to=${to}`);
    const inside = INSIDE.filter((number) => days(number) >= from && days(number) <= to);
    expect(answer).toMatchObject({ from, to, total: inside.length, inBorderZone: inside.filter((number) => number % 5 === 0).length, perCategory: [{ category: 'theft', count: inside.length }] });
    expect(answer.perWard.map(({ ward, editionId, count }) => [ward?.code, ward?.name, editionId, count]).sort()).toEqual(['00001', '00002'].map((code) =>
      [code, `Phường ${code}`, 'grid', inside.filter((number) => (place(number)[0] < 105.81 ? '00001' : '00002') === code).length]));
    expect(answer.bins.unit).toBe('week');
    expect(answer.bins.starts[0]).toBe('2026-02-16');
    expect(answer.bins.counts.reduce((a, b) => a + b, 0)).toBe(inside.length);
    const before = INSIDE.filter((number) => days(number) >= '2025-12-31' && days(number) < from).length;
    expect(answer.before).toMatchObject({ from: '2025-12-31', to: '2026-02-19', total: before });
    expect(answer.before!.ratio).toBeCloseTo(inside.length / before, 10);
    expect(answer.before!.low).toBeLessThan(answer.before!.ratio!);
    expect(answer.borders.map(({ wards, distanceMetres }) => [wards.map(({ code }) => code).join(), distanceMetres])).toEqual([['00001,00002', 0], ['00002,00003', expect.closeTo(415, -1)]]);
    expect(Date.parse(answer.asOf)).toBeGreaterThan(0);
  });

  it('says nothing of nothing: null, not NaN; and ranges, days and kinds are checked', async () => {
    expect(await countsOf(ANALYST, 'from=2020-01-01&to=2020-01-31')).toMatchObject({ total: 0, inBorderZone: 0, perCategory: [], perWard: [], before: null });
    expect((await countsOf(ANALYST, 'from=2026-01-01&to=2026-04-11')).before).toMatchObject({ total: 0, ratio: null, high: null });
    expect((await countsOf(ANALYST, 'from=2026-01-01&to=2026-04-11&category=other')).total).toBe(0);
    expect((await countsOf(ANALYST, 'from=2024-01-01&to=2026-04-11')).bins.unit).toBe('month');
    expect((await countsOf(ANALYST, 'from=2026-01-01&to=2026-04-11&unit=month')).bins.starts).toEqual(['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01']);
    for (const [query, field] of [['from=2026-01-02&to=2026-01-01', 'to'], ['to=2026-01-01', 'from'], ['from=1990-01-01&to=2026-01-01', 'to'], ['from=2026-01-01&to=2026-01-02&unit=day', 'unit']] as const) {
      expect(fieldsOf(await counts(ANALYST, 1, query)), query).toEqual([field]);
    }
  });

  it('counts for each reader what he may see: a viewer all, an officer his own', async () => {
    const query = 'from=2026-01-01&to=2026-04-11';
    expect(await countsOf('viewer@test.local', query)).toMatchObject({ total: INSIDE.length });
    // Wards 1 to 3 are one cluster; ward 4 sees no such zone.
    expect((await countsOf('one@test.local', query)).total).toBe(INSIDE.length);
    expect((await counts('four@test.local', 1, query)).status).toBe(404);
    const text = JSON.stringify(await countsOf('viewer@test.local', query));
    expect(text).not.toContain('summary');
  });
});

interface Page { readonly items: readonly { readonly id: string }[]; readonly nextCursor: string | null }

describe('the records behind a count', () => {
  const page = async (email: string, query: string) => (await callAs(town, email, listIncidents, { path: `/?zone=${uuid(1)}&${query}` }));
  const walk = async (query: string, limit: number): Promise<number[]> => {
    const found: number[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const answer: Page = (await page(ANALYST, `${query}&limit=${limit}${cursor === '' ? '' : `&cursor=${cursor}`}`)).body as Page;
      expect(answer.items.length).toBeLessThanOrEqual(limit);
      if (answer.nextCursor !== null) expect(answer.items.length).toBe(limit);
      found.push(...answer.items.map(({ id }) => Number(id.slice(-12))));
      cursor = answer.nextCursor;
    }
    return found;
  };

  it.each([1, 3, 7, 50, 1000])('pages of %i hold every one once, newest first', async (limit) => {
    const found = await walk('', limit);
    expect([...found].sort((a, b) => a - b)).toEqual(INSIDE);
    const order = found.map((number) => `${days(number)} ${uuid(number)}`);
    expect(order).toEqual([...order].sort().reverse());
  });

  it('agrees with the count under the same filter', async () => {
    const period = 'from=2026-02-20T00:00:00%2B07:00&to=2026-04-12T00:00:00%2B07:00';
    const answer = await countsOf(ANALYST, 'from=2026-02-20&to=2026-04-11');
    expect(await walk(period, 20)).toHaveLength(answer.total);
    expect(await walk(`${period}&borderZone=true`, 20)).toHaveLength(answer.inBorderZone);
    expect(await walk(`${period}&ward=grid/00001`, 20)).toHaveLength(answer.perWard.find(({ ward }) => ward?.code === '00001')!.count);
    expect(await walk('bbox=105.9,21,106,22', 20)).toEqual([]);
    expect(await walk('bbox=105.8,21,105.81,22', 20)).toEqual(INSIDE.filter((number) => place(number)[0] < 105.81).sort((a, b) => b - a));
  });

  it('refuses a zone the reader does not see', async () => {
    expect(fieldsOf(await page('four@test.local', ''))).toEqual(['zone']);
    expect(fieldsOf(await callAs(town, ANALYST, listIncidents, { path: '/?zone=x' }))).toEqual(['zone']);
  });
});

describe('importing', () => {
  const send = (email: string, query: string, body: unknown, type = 'application/geo+json') => callAs(town, email, importRoute, { method: 'POST', path: `/?${query}`, body, type });
  const file = { type: 'FeatureCollection', features: [
    { type: 'Feature', properties: { name: 'Chợ' }, geometry: box(8, 2, 12, 6) }, { type: 'Feature', properties: null, geometry: { type: 'Point', coordinates: [105.8, 21] } },
    { type: 'Feature', properties: null, geometry: box(1, 1, 3, 3) }, { type: 'Feature', properties: {}, geometry: box(41, 0, 45, 4) },
  ] };

  it('shows first what it would make, feature by feature, and stores nothing', async () => {
    const before = ((await list(ANALYST)).body as { zones: Zone[] }).zones.length;
    const answer = await send(ANALYST, 'edition=grid&file=ch%E1%BB%A3.geojson', file);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    const { features, stored } = answer.body as ZoneImport;
    expect(features.map((one) => [one.place, one.kind, one.name])).toEqual([[1, 'ok', 'Chợ'], [2, 'fault', null], [3, 'ok', null], [4, 'fault', null]]);
    expect(features[3]).toMatchObject({ reason: 'touches no ward of this edition' });
    expect(features[0]).toMatchObject({ wards: [{ ward: { code: '00001' }, areaShare: expect.closeTo(0.5, 3) }, { ward: { code: '00002' } }] });
    expect(stored).toEqual([]);
    expect(((await list(ANALYST)).body as { zones: Zone[] }).zones).toHaveLength(before);
  });

  it('stores the good ones as drafts, once; another analyst\'s are another\'s', async () => {
    const query = 'edition=grid&file=a.geojson&store=1&kind=watch&validFrom=2026-03-01';
    const answer = await send(ANALYST, query, file);
    expect(answer.status).toBe(201);
    const { stored } = answer.body as ZoneImport;
    expect(stored.map(({ name, kind, status, origin, evidence, validFrom }) => [name, kind, status, origin, evidence, validFrom])).toEqual([
      ['Chợ', 'watch', 'draft', { kind: 'imported', format: 'geojson' }, 'a.geojson', '2026-03-01'], ['a.geojson 3', 'watch', 'draft', { kind: 'imported', format: 'geojson' }, 'a.geojson', '2026-03-01'],
    ]);
    expect((await send(ANALYST, query, file)).status).toBe(200);
    expect((await send('admin@test.local', query, file)).status).toBe(201);
    expect((await send(ANALYST, `${query}&id=${uuid(9)}`, file)).status).toBe(201);
    expect(((await list(ANALYST, 'kind=watch')).body as { zones: Zone[] }).zones).toHaveLength(6);
    await change(ANALYST, 1, { version: 1, name: 'x' });
  });

  it('refuses strangers, other kinds of file, and what a file may not be, each by its field', async () => {
    for (const email of ['viewer@test.local', 'commander@test.local', 'one@test.local']) expect((await send(email, 'edition=grid', file)).status, email).toBe(403);
    const cases: [string, unknown, string, number, string | undefined][] = [
      ['edition=grid', file, 'text/csv', 415, 'Content-Type'], ['edition=none', file, 'application/json', 422, 'edition'], ['', file, 'application/json', 400, 'edition'],
      ['edition=grid', '{', 'application/json', 422, '(body)'], ['edition=grid', '<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml>&x;</kml>', 'application/vnd.google-earth.kml+xml', 422, '(body)'],
      ['edition=grid&store=1', { type: 'Point', coordinates: [105.8, 21] }, 'application/json', 422, '(body)'], ['edition=grid', ' '.repeat(5 * 1024 * 1024 + 1), 'application/json', 413, undefined],
    ];
    for (const [query, body, type, status, field] of cases) {
      const answer = await send(ANALYST, query, body, type);
      expect([answer.status, fieldsOf(answer)[0]], `${query} ${type}`).toEqual([status, field]);
    }
  });
});

it('a zone of a finding says of which, and only of one there is', async () => {
  await town.database.owner`insert into analysis_runs (id, method, method_version, scope, parameters, seed, state, finished_at, outcome, created_by_role)
    values (${uuid(70)}, 'getis_ord', 1, '{}', '{}', 1, 'done', now(), ${town.database.owner.json({ findings: [{ id: 'f-1' }, { id: 'f-2' }] })}, 'analyst')`;
  const origin = { kind: 'finding', run: uuid(70), finding: 'f-2' };
  const answer = await make(ANALYST, zoneBody(80, { origin }));
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  expect((answer.body as { zone: Zone }).zone.origin).toEqual(origin);
  for (const wrong of [{ ...origin, finding: 'f-3' }, { ...origin, run: uuid(71) }]) expect(fieldsOf(await make(ANALYST, zoneBody(81, { origin: wrong })))).toEqual(['origin.finding']);
});
