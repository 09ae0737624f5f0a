import geographiclib from 'geographiclib-geodesic';
import type { Polygon, Position } from 'geojson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVisitorClient } from '../../lib/db/clients';
import { listEditions, loadArcs, loadWards } from '../../lib/db/editions';
import { createAccounts, DEMO_ACCOUNTS, DEMO_PASSWORD } from '../../lib/db/seed/accounts';
import { loadEdition } from '../../lib/db/seed/load-edition';
import type { EditionFiles } from '../../lib/db/seed/edition-files';
import type { Day } from '../../lib/domain/instant';
import { openTestDatabase, type TestDatabase } from './support/test-database';

let town: TestDatabase;

beforeAll(async () => { town = await openTestDatabase(); });
afterAll(() => town.close());

const WEST: Position[] = [[105.8, 21], [105.81, 21], [105.81, 21.01], [105.8, 21.01], [105.8, 21]];
const EAST: Position[] = [[105.81, 21], [105.82, 21], [105.82, 21.01], [105.81, 21.01], [105.81, 21]];
const BOW_TIE: Position[] = [[105.81, 21], [105.82, 21.01], [105.82, 21], [105.81, 21.006], [105.81, 21]];

function files(rings: readonly Position[][]): EditionFiles {
  return {
    edition: { id: 'two', title: 'Hai', titleEn: 'Two', effectiveFrom: '2020-01-01' as Day, effectiveTo: null, effectiveNote: '', source: 's', licence: 'l', accuracyNote: 'a' },
    wards: rings.map((ring, i) => ({
      properties: { code: `0000${i + 1}`, name: `Phường ${i + 1}`, kind: 'phuong', provinceCode: '01', provinceName: 'Hà Nội', lineSource: 'test' },
      geometry: { type: 'Polygon', coordinates: [ring] } satisfies Polygon,
    })),
    checksum: `sum of ${rings.length}`,
  };
}

/** Area and perimeter of a ring by GeographicLib. */
function judge(ring: readonly Position[]): { area: number; perimeter: number } {
  const polygon = geographiclib.Geodesic.WGS84.Polygon(false);
  for (const [lon = 0, lat = 0] of ring.slice(0, -1)) polygon.AddPoint(lat, lon);
  const { area = 0, perimeter } = polygon.Compute(false, true);
  return { area, perimeter };
}

describe('loading an edition', () => {
  it('measures wards and borders, and gives each ward its unit', async () => {
    expect(await loadEdition(town.service, files([WEST, EAST]))).toMatchObject({ kind: 'loaded', wards: 2, arcs: 1 });
    const [west] = await loadWards(town.service, 'two');
    const { area, perimeter } = judge(WEST);
    expect(west?.areaSquareMetres).toBeGreaterThan(area * 0.9999);
    expect(west?.areaSquareMetres).toBeLessThan(area * 1.0001);
    expect(west?.perimeterMetres).toBeCloseTo(perimeter, 0);
    expect(west?.labelPosition[0]).toBeCloseTo(105.805, 6);
    expect(west?.bbox).toEqual([105.8, 21, 105.81, 21.01]);
    const [arc] = await loadArcs(town.service, 'two');
    expect(arc).toMatchObject({ wardA: '00001', wardB: '00002' });
    expect(arc?.lengthMetres).toBeCloseTo(1107.2, 0);
    expect(await town.database.owner`select u.name, w.ward_code from units u join unit_wards w on w.unit_id = u.id order by 2`)
      .toEqual([{ name: 'Công an phường 1', ward_code: '00001' }, { name: 'Công an phường 2', ward_code: '00002' }]);
  });

  it('refuses what can not be used, notes why with the place, and keeps the edition that was there', async () => {
    const [before, wards] = [await listEditions(town.service), await loadWards(town.service, 'two')];
    const result = await loadEdition(town.service, { ...files([WEST, BOW_TIE]), checksum: 'bad' });
    expect(result.kind).toBe('refused');
    expect(await listEditions(town.service)).toEqual(before);
    expect(await loadWards(town.service, 'two')).toEqual(wards);
    const { data } = await town.service.from('edition_loads').select('accepted, checksum, report').order('id');
    expect(data).toMatchObject([{ accepted: true }, { accepted: false, checksum: 'bad', report: { verdict: 'refuse', issues: expect.arrayContaining([expect.objectContaining({ kind: 'self_intersection', codes: ['00002'], severity: 'refuse' })]) as unknown } }]);
  });
});

describe('the demonstration accounts', () => {
  it('sign in, or none is made when one of them can not be', async () => {
    await expect(createAccounts(town.database.owner, [...DEMO_ACCOUNTS, ...DEMO_ACCOUNTS.slice(0, 1)])).rejects.toMatchObject({ code: '23505' });
    expect(await town.database.owner`select from auth.users`).toHaveLength(0);
    await createAccounts(town.database.owner, DEMO_ACCOUNTS);
    for (const { email } of DEMO_ACCOUNTS) {
      const { error } = await createVisitorClient(town.api).auth.signInWithPassword({ email, password: DEMO_PASSWORD });
      expect(error, email).toBeNull();
    }
  });
});
