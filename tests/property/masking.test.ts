import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composePin } from '../../lib/briefing/compose-pin';
import { maskContent } from '../../lib/briefing/mask-content';
import { maskPoints } from '../../lib/briefing/masking/mask-points';
import { isSmallCount, type CellState, type CountGrid } from '../../lib/briefing/masking/audit-grid';
import { suppressSmallCounts } from '../../lib/briefing/masking/suppress-grid';
import type { Day } from '../../lib/domain/instant';
import { shortDistanceMetres } from '../../lib/geo/ellipsoid';
import type { LngLat } from '../../lib/geo/types';
import { buildWardIndex } from '../../lib/geo/ward-index';
import { assessPoint } from '../../lib/rules/assess-point';
import { buildRuleBook } from '../../lib/rules/rule-book';
import { readAsRecorded } from '../../lib/trends/edition-reading';
import { parseTrendsView } from '../../lib/trends/trends-view';
import { listPoints } from '../helpers/list-points';
import { shippedClusters, shippedEdition } from '../helpers/picture-surroundings';

const IDS = ['hn-hp-pre2025', 'hn-hp-2025'] as const;
const books = IDS.map((id) => {
  const { edition, wards } = shippedEdition(id);
  return { edition, index: buildWardIndex(wards), names: new Map(wards.map(({ code, name }) => [code, name])) };
});
const rules = buildRuleBook({ editions: books, clusters: shippedClusters, defaultWidthMetres: 100, timeZone: 'Asia/Ho_Chi_Minh' });
const INSTANTS = { 'hn-hp-pre2025': '2025-05-20T06:00:00+07:00', 'hn-hp-2025': '2026-10-28T06:00:00+07:00' } as const;

/** All over the inner city, around the T11 bridge, and beside the border of some arc. */
const position = (id: (typeof IDS)[number]): fc.Arbitrary<LngLat> => {
  const { arcs } = shippedEdition(id);
  const offset = fc.integer({ min: -2_000, max: 2_000 }).map((one) => one / 1e6);
  return fc.oneof(
    fc.tuple(fc.integer({ min: 105_700, max: 105_920 }), fc.integer({ min: 20_950, max: 21_120 }), offset, offset).map(([x, y, dx, dy]): LngLat => [x / 1e3 + dx, y / 1e3 + dy]),
    fc.tuple(offset, offset).map(([dx, dy]): LngLat => [105.80616 + dx, 21.03898 + dy]),
    fc.tuple(fc.constantFrom(...arcs), fc.nat(), offset, offset).map(([{ lines }, n, dx, dy]): LngLat => {
      const line = lines[0]!;
      const [x, y] = line[n % line.length]!;
      return [x + dx / 2, y + dy / 2];
    }),
  );
};
const question = fc.constantFrom(...IDS).chain((id) => fc.record({ id: fc.constant(id), positions: fc.array(position(id), { minLength: 1, maxLength: 6 }), seed: fc.string({ maxLength: 8 }) }));

const assess = (at: string, one: LngLat) => {
  const answer = assessPoint(rules, { position: one, at, detections: [] });
  if (answer.kind !== 'assessed') throw new Error('no edition');
  return answer.assessment;
};

describe('points moved for outside the building', () => {
  it('keep owner, border zone, nearest neighbour and focus area, and never stay near', () => {
    let [moved, all] = [0, 0];
    fc.assert(fc.property(question, ({ id, positions, seed }) => {
      const at = INSTANTS[id];
      const points = positions.map((one, i) => ({ id: `incident ${i}`, position: one }));
      const masked = maskPoints(points, rules, { seed, at });
      expect(masked.points.length + masked.leftOff).toBe(points.length);
      for (const point of masked.points) {
        const before = points.find((one) => one.id === point.id)!;
        const [a, b] = [assess(at, before.position), assess(at, point.position)];
        expect(b.location.ownerCode).toBe(a.location.ownerCode);
        expect(b.zone.isBorderZone).toBe(a.zone.isBorderZone);
        expect(b.zone.neighbours[0]?.code).toBe(a.zone.neighbours[0]?.code);
        expect(b.zone.focusArea?.id).toBe(a.zone.focusArea?.id);
        const metres = shortDistanceMetres(before.position, point.position);
        expect(metres).toBeGreaterThanOrEqual(60);
        expect(metres).toBeLessThanOrEqual(150);
      }
      expect(maskPoints(points, rules, { seed, at })).toEqual(masked);
      [moved, all] = [moved + masked.points.length, all + points.length];
    }), { numRuns: 400 });
    expect(moved / all).toBeGreaterThan(0.95);
  });

  it('go elsewhere with another seed or id, all around, and leave off what has no place', () => {
    const at = INSTANTS['hn-hp-2025'];
    const home = shippedEdition('hn-hp-2025').wards.map(({ labelPosition }) => labelPosition)
      .find((one) => { const answer = assessPoint(rules, { position: one, at, detections: [], defaultWidthMetres: 300 }); return answer.kind === 'assessed' && !answer.assessment.zone.isBorderZone; })!;
    const places = Array.from({ length: 200 }, (_, i) => maskPoints([{ id: 'a', position: home }], rules, { seed: String(i), at }).points[0]!.position);
    expect(new Set(places.map(String)).size).toBe(200);
    const quarters = places.map(([x, y]) => (x > home[0] ? 1 : 0) + (y > home[1] ? 2 : 0));
    for (const quarter of [0, 1, 2, 3]) expect(quarters.filter((one) => one === quarter).length).toBeGreaterThan(25);
    expect(maskPoints([{ id: 'a', position: [105.80616, 21.03898] }], rules, { seed: 's', at: INSTANTS['hn-hp-pre2025'], leastMetres: 900, mostMetres: 910 })).toEqual({ points: [], leftOff: 1 });
  });
});

/** Every table of counts up to a bound that looks the same to a reader, by trying them all. */
function* listReadings(grid: CountGrid, states: readonly (readonly CellState[])[], most: number): Generator<number[][]> {
  const places = grid.cells.flatMap((row, i) => row.map((_, j) => [i, j] as const)).filter(([i, j]) => states[i]![j] !== 'shown');
  const cells = grid.cells.map((row) => [...row]);
  const addsUp = (): boolean => {
    const rows = !grid.lastColumnIsTotal || cells.every((row) => row.slice(0, -1).reduce((a, b) => a + b, 0) === row.at(-1));
    return rows && (!grid.lastRowIsTotal || cells[0]!.every((_, j) => cells.slice(0, -1).reduce((sum, row) => sum + row[j]!, 0) === cells.at(-1)![j]));
  };
  function* fill(k: number): Generator<number[][]> {
    if (k === places.length) {
      if (addsUp()) yield cells.map((row) => [...row]);
      return;
    }
    const [i, j] = places[k]!;
    const [from, to] = states[i]![j] === 'few' ? [1, 4] : [5, most];
    for (let value = from; value <= to; value++) {
      cells[i]![j] = value;
      yield* fill(k + 1);
    }
  }
  yield* fill(0);
}

const withTotals = (inner: readonly (readonly number[])[], rowTotals: boolean, columnTotals: boolean): CountGrid => {
  const wide = inner.map((row) => (rowTotals ? [...row, row.reduce((a, b) => a + b, 0)] : [...row]));
  return { cells: columnTotals ? [...wide, wide[0]!.map((_, j) => wide.reduce((sum, row) => sum + row[j]!, 0))] : wide, lastColumnIsTotal: rowTotals, lastRowIsTotal: columnTotals };
};
const smallGrid = fc.record({ rows: fc.integer({ min: 1, max: 2 }), columns: fc.integer({ min: 1, max: 3 }) })
  .chain(({ rows, columns }) => fc.tuple(fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }), fc.boolean(), fc.boolean()))
  .map(([inner, rowTotals, columnTotals]) => withTotals(inner, rowTotals, columnTotals));

describe('small counts', () => {
  it('can not be worked out by subtraction: every suppressed one has two readings, found by trying all tables', () => {
    fc.assert(fc.property(smallGrid, (grid) => {
      const states = suppressSmallCounts(grid);
      const hiddenCount = states.flat().filter((state) => state !== 'shown').length;
      fc.pre(hiddenCount <= 7);
      const most = Math.max(...grid.cells.flat()) + 2;
      const seen = grid.cells.map((row) => row.map(() => new Set<number>()));
      const open = new Set(grid.cells.flatMap((row, i) => row.flatMap((_, j) => (states[i]![j] === 'few' ? [`${i}/${j}`] : []))));
      for (const reading of listReadings(grid, states, most)) {
        reading.forEach((row, i) => row.forEach((value, j) => {
          if (seen[i]![j]!.add(value).size > 1) open.delete(`${i}/${j}`);
        }));
        if (open.size === 0) break;
      }
      expect([...open]).toEqual([]);
      grid.cells.forEach((row, i) => row.forEach((count, j) => {
        if (isSmallCount(count)) expect(states[i]![j]).toBe('few');
        if (count === 0) expect(states[i]![j]).toBe('shown');
      }));
    }), { numRuns: 600 });
  });

  it('hide nothing where nothing is small, and no more than it takes where one is', () => {
    const calm = withTotals([[5, 6], [0, 9]], true, true);
    expect(suppressSmallCounts(calm).flat().every((state) => state === 'shown')).toBe(true);
    const one = withTotals([[3, 7, 20], [6, 8, 30]], true, true);
    expect(suppressSmallCounts(one).map((row) => row.map((state) => state[0]).join('')).join(' ')).toBe('fhss hhss ssss');
    expect(() => suppressSmallCounts({ cells: [[1, 2, 4]], lastRowIsTotal: false, lastColumnIsTotal: true })).toThrow(/add up/);
  });
});

const pinned = fc.record({
  rows: fc.array(fc.record({ day: fc.integer({ min: 0, max: 120 }), hour: fc.integer({ min: 0, max: 23 }), ward: fc.constantFrom('grid/00001', 'grid/00002', 'grid/00003', 'grid/00004'), category: fc.constantFrom('theft', 'robbery', 'drugs'), borderZone: fc.boolean() }), { minLength: 1, maxLength: 60 }),
  by: fc.constantFrom('none', 'ward', 'category', 'border_zone'), chart: fc.constantFrom('series' as const, 'hours' as const, 'wards' as const), cal: fc.constantFrom('month', 'week', 'day'),
});

describe('a pinned chart for outside the building', () => {
  it('shows no small count, in no table, chart, fact or sentence, whatever was counted', () => {
    const now = Date.parse('2026-05-31T13:00:00Z') / 1_000;
    fc.assert(fc.property(pinned, ({ rows, by, chart, cal }) => {
      const sorted = rows.map(({ day, hour, ...rest }) => ({ ...rest, at: now - day * 86_400 - hour * 3_600, status: 'closed' as const })).sort((a, b) => a.at - b.at);
      const points = listPoints(sorted, now);
      const view = parseTrendsView(new URLSearchParams(`from=2026-02-01&to=2026-05-31&by=${by}&cal=${cal}`));
      const slide = composePin({ id: 'x', kind: 'chart', title: 'x', path: '/trends', data: { kind: 'trend', points, view, reading: readAsRecorded(points), chart, referenceDay: '2026-05-31' as Day, nowSeconds: now } }, () => true)!;
      const masked = maskContent({ slides: [slide], names: { area: '', wards: {}, clusters: {}, categories: {} }, incidents: 0, seed: 1 }, rules, 's', '2026-05-31T13:00:00Z').slides[0]!;
      const told = masked.tables.flatMap(({ columns, rows: lines }) => lines.flatMap(({ cells }) => cells.filter((_, j) => columns[j]!.kind === 'count')));
      const drawn = masked.charts.flatMap(({ y, series }) => (y === 'count' ? series.flatMap(({ values }) => values) : []));
      const said = [...masked.facts.filter(({ unit }) => unit === 'count').map(({ value }) => value), ...[masked.claim, ...masked.uncertainty].flatMap(({ values }) => ['count', 'now', 'before', 'most', 'uncertain'].map((name) => values[name] ?? null))];
      for (const value of [...told, ...drawn, ...said]) if (typeof value === 'number') expect([slide.claim.code, value, value === 0 || value > 4]).toEqual([slide.claim.code, value, true]);
      // What is withheld of one name in a table can not be added up from its run of values in the chart.
      const withheld = new Set(masked.tables.flatMap(({ rows: lines }) => lines.flatMap(({ cells }) => (cells.some((cell) => cell === '<5' || cell === '…') ? [String(cells[0])] : []))));
      for (const { seriesKind, series } of masked.charts) if (seriesKind !== undefined) for (const { id, values } of series) if (withheld.has(id)) expect(values.every((value) => value === null || value === 0)).toBe(true);
    }), { numRuns: 300 });
  });
});
