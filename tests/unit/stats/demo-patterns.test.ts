import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildBorderTopology } from '../../../lib/geo/border-topology';
import { findOwner } from '../../../lib/geo/locate-ward';
import { buildWardIndex } from '../../../lib/geo/ward-index';
import { listClosePairs } from '../../../lib/stats/close-pairs';
import { testCrossBorder } from '../../../lib/stats/cross-border-knox';
import { computeWeightedDifference } from '../../../lib/stats/displacement';
import { classifyCube } from '../../../lib/stats/emerging-hotspots';
import { classifyGetisOrd } from '../../../lib/stats/getis-ord';
import { buildHexagonGrid, findHexagon } from '../../../lib/stats/hexagon-grid';
import { detectHiddenHotspots } from '../../../lib/stats/hidden-hotspot';
import { buildDiscFamilies } from '../../../lib/stats/scan-families';
import { createRandom } from '../../../lib/stats/seeded-random';
import { computeSpaceTimeGetisOrd } from '../../../lib/stats/space-time-getis-ord';
import { scanSpaceTime } from '../../../lib/stats/space-time-scan';
import { buildGridWeights } from '../../../lib/stats/spatial-weights';
import { readEdition } from '../../fixtures/geo/read-edition';

const METRES_A_DEGREE = 111_195;
/** A flat map around a place; its error over a few kilometres is far below the distances asked about. */
const flatten = (lon0: number, lat0: number) => (lon: number, lat: number) => [(lon - lon0) * METRES_A_DEGREE * Math.cos((lat0 * Math.PI) / 180), (lat - lat0) * METRES_A_DEGREE] as const;

interface Report { readonly category: string; readonly day: number; readonly lon: number; readonly lat: number }
const dayOf = (text: string) => Date.parse(text) / 86_400_000;
/** The day in Asia/Ho_Chi_Minh, seven hours ahead. */
const calendarDay = (day: number) => Math.floor(day + 7 / 24);
const reports: readonly Report[] = readFileSync(new URL('../../../data/demo/incidents.csv', import.meta.url), 'utf8').trim().split('\n').slice(1)
  .map((line) => line.split(',')).map(([, category, at, lon, lat]) => ({ category: category!, day: dayOf(at!), lon: Number(lon), lat: Number(lat) }));
const edition = readEdition('hn-hp-2025');
const index = buildWardIndex(edition);
const wardOf = ({ lon, lat }: Report): string => findOwner(index, [lon, lat]).ownerCode ?? '';
const near = (lon: number, lat: number, metres: number) => { const flat = flatten(lon, lat); return (report: Report) => Math.hypot(...flat(report.lon, report.lat)) <= metres; };

describe('what is planted in the demonstration data', () => {
  it('T11: a scan along the borders finds the corridor; no ward shows it', () => {
    const [lon, lat] = [105.8063, 21.0385];
    const flat = flatten(lon, lat);
    const lastDay = calendarDay(dayOf('2026-10-31T12:00:00+07:00'));
    const here = reports.filter((report) => ['drugs', 'prostitution', 'theft'].includes(report.category) && report.day >= dayOf('2025-07-01T00:00:00+07:00') && near(lon, lat, 3_000)(report));
    const places = here.map((report) => flat(report.lon, report.lat));
    const centres = buildBorderTopology(edition).arcs.flatMap(({ lines }) => lines.flat()).map(([x, y]) => flat(x, y)).filter(([x, y]) => Math.hypot(x, y) < 2_500);
    const spread = centres.filter(([x, y], k) => !centres.slice(0, k).some(([ox, oy]) => Math.hypot(ox - x, oy - y) < 60));
    const points = { xs: Float64Array.from(places, ([x]) => x), ys: Float64Array.from(places, ([, y]) => y) };
    const families = buildDiscFamilies(points, spread.map(([x, y], k) => ({ id: String(k), x, y })), 200);
    const days = Int32Array.from(here, ({ day }) => calendarDay(day));
    const clusters = scanSpaceTime({ families, days, lastDay, durationsDays: [28], leastEvents: 3 }, 199, createRandom(1), 5)!;
    const all = reports.filter((report) => ['drugs', 'prostitution', 'theft'].includes(report.category) && report.day >= dayOf('2025-07-01T00:00:00+07:00') && near(lon, lat, 6_000)(report)).map((report) => ({ day: calendarDay(report.day), ward: wardOf(report) }));
    const found = detectHiddenHotspots(clusters.map(({ events, count, expected, p }) => ({
      cluster: { count, expected, p },
      wards: [...new Set(events.map((i) => wardOf(here[i]!)))].map((code) => {
        const [recent, calm] = [all.filter(({ ward, day }) => ward === code && day > lastDay - 28).length, all.filter(({ ward, day }) => ward === code && day <= lastDay - 28).length];
        return { wardCode: code, inCluster: events.filter((i) => wardOf(here[i]!) === code).length, count: recent, expected: ((calm + 0.5) * 28) / 460 };
      }),
    })), { cluster: 0.05, ward: 0.05 });
    expect(clusters[0]!.p).toBe(1 / 200);
    // 13 were planted along 350 m; a disc of 200 m holds most of them.
    expect(clusters[0]!.count).toBeGreaterThanOrEqual(8);
    expect(found[0]!.hidden).toBe(true);
    const [x, y] = spread[Number(clusters[0]!.familyId)]!;
    expect(Math.hypot(x, y)).toBeLessThan(200);
  });
  it('thefts that step from 00337 to 00340', () => {
    const thefts = reports.filter((report) => report.category === 'theft' && report.day >= dayOf('2025-09-01') && report.day < dayOf('2026-04-10')).map((report) => ({ ...report, ward: wardOf(report) })).filter(({ ward }) => ward === '00337' || ward === '00340');
    const flat = flatten(thefts[0]!.lon, thefts[0]!.lat);
    const places = thefts.map(({ lon, lat }) => flat(lon, lat));
    const pairs = listClosePairs({ xs: Float64Array.from(places, ([x]) => x), ys: Float64Array.from(places, ([, y]) => y) }, [0, 200], 'euclidean');
    const found = testCrossBorder({ pairs, wards: thefts.map(({ ward }) => Number(ward)), times: Float64Array.from(thefts, ({ day }) => day), within: 7 }, { permutations: 199, resamples: 0 }, createRandom(2))!;
    expect(found.cross.p).toBe(1 / 200);
    expect(found.directions[0]).toMatchObject({ wardA: 337, wardB: 340 });
    expect(found.directions[0]!.fromA).toBeGreaterThanOrEqual(14);
    // 14 planted steps among the pairs that chance makes in both directions.
    expect(found.directions[0]!.p).toBeLessThan(0.05);
    expect(found.directions[0]!.fromA).toBeGreaterThan(2 * found.directions[0]!.fromB);
  });
  it.each([
    ['emerging', 105.8409, 20.9769, ['theft', 'disorder', 'robbery'], '2025-11-01', 12, ['new', 'consecutive', 'intensifying', 'sporadic', 'persistent']],
    ['fading', 106.71191, 20.792108, ['gambling', 'disorder', 'drugs'], '2025-01-01', 21, ['diminishing', 'historical', 'none']],
  ] as const)('a hot spot that is %s', (_name, lon, lat, categories, from, months, expected) => {
    const flat = flatten(lon, lat);
    const grid = buildHexagonGrid([-3_000, -3_000, 3_000, 3_000], 400);
    const places = grid.columns * grid.rows;
    const values = new Float64Array(places * months);
    for (const report of reports) {
      const slice = Math.floor((report.day - dayOf(from)) / 30.44);
      const cell = findHexagon(grid, ...flat(report.lon, report.lat));
      if (cell >= 0 && slice >= 0 && slice < months && (categories as readonly string[]).includes(report.category)) values[slice * places + cell]!++;
    }
    const gi = computeSpaceTimeGetisOrd({ places, slices: months, values }, buildGridWeights(grid, new Uint8Array(places).fill(1), 'hexagon', true), 1);
    const pattern = classifyCube(places, gi.z, classifyGetisOrd(gi))[findHexagon(grid, 0, 0)]!;
    expect(pattern.heat === 'none' ? 'none' : pattern.pattern).toSatisfy((name: string) => (expected as readonly string[]).includes(name));
    const hotAt = (slice: number) => gi.adjusted[slice * places + findHexagon(grid, 0, 0)]! < 0.05 && gi.z[slice * places + findHexagon(grid, 0, 0)]! > 0;
    expect([hotAt(0), hotAt(months - 1)]).toEqual(_name === 'emerging' ? [false, true] : [true, false]);
  });
  it('a patrol that moved street vending over the border: down here, up there, the difference far from sure', () => {
    const count = (lon: number, lat: number, ward: string | null, from: string, until: string) => reports.filter((report) => report.category === 'encroachment' && report.day >= dayOf(`${from}T00:00:00+07:00`) && report.day < dayOf(`${until}T00:00:00+07:00`) && near(lon, lat, 300)(report) && (ward === null || wardOf(report) === ward)).length;
    const change = (lon: number, lat: number, ward: string | null) => ({ before: count(lon, lat, ward, '2025-12-01', '2026-03-02'), after: count(lon, lat, ward, '2026-03-02', '2026-06-01') });
    const counts = { target: change(105.79774, 21.037743, '00160'), buffer: change(105.79774, 21.037743, '00166'), control: change(105.789686, 21.022932, null) };
    expect(counts).toEqual({ target: { before: 61, after: 12 }, buffer: { before: 10, after: 46 }, control: { before: 44, after: 43 } });
    const { estimate, standardError, p } = computeWeightedDifference(counts);
    expect(estimate).toBe(-12);
    expect(standardError).toBeCloseTo(Math.sqrt(216), 9);
    expect(p).toBeGreaterThan(0.3);
  });
});
