import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATEGORY_CODES } from '../../../lib/domain/category';
import { INCIDENT_STATUSES } from '../../../lib/domain/incident';
import type { Day } from '../../../lib/domain/instant';
import { STATUS_ORDER, type PointColumns } from '../../../lib/domain/point-columns';
import { dayOfSeconds } from '../../../lib/view/day-arithmetic';
import { filterPoints, type PointFilter } from '../../../lib/view/filter-points';
import { nextDueAfter } from '../../../lib/view/overdue';
import { buildTimeBins } from '../../../lib/view/time-bins';
import { buildPoints } from '../../helpers/build-points';

const ALL: PointFilter = { fromSeconds: null, untilSeconds: null, categories: [], statuses: [], ward: null, cluster: null, borderZoneOnly: false, openOnly: false, overdueOnly: false, nowSeconds: 1_790_050_000 };
const points = buildPoints(3000, 11);
const bins = buildTimeBins('month', { from: null, to: null }, '2020-01-01' as Day, '2026-12-31' as Day);

type Test = (row: number) => boolean;

const isOpen = (columns: PointColumns, row: number): boolean => ['reported', 'in_progress'].includes(STATUS_ORDER[columns.statuses[row]!]!);
const isLate = (columns: PointColumns, row: number, nowSeconds: number): boolean => columns.dueAt[row]! !== 0 && columns.dueAt[row]! < nowSeconds;

/** The filters as one predicate each, written for clarity: what the one-pass version must agree with. */
function predicates(columns: PointColumns, filter: PointFilter): Record<'time' | 'category' | 'status' | 'ward' | 'cluster' | 'zone' | 'open' | 'overdue', Test> {
  const { dictionaries } = columns;
  return {
    time: (row) => (filter.fromSeconds === null || columns.occurredAt[row]! >= filter.fromSeconds) && (filter.untilSeconds === null || columns.occurredAt[row]! < filter.untilSeconds),
    category: (row) => filter.categories.length === 0 || filter.categories.includes(dictionaries.categories[columns.categories[row]!]!),
    status: (row) => filter.statuses.length === 0 || filter.statuses.includes(STATUS_ORDER[columns.statuses[row]!]!),
    ward: (row) => filter.ward === null || dictionaries.wards[columns.wards[row]!] === filter.ward,
    cluster: (row) => filter.cluster === null || dictionaries.clusters[columns.clusters[row]!] === filter.cluster,
    zone: (row) => !filter.borderZoneOnly || columns.flags[row]! % 2 === 1,
    open: (row) => !filter.openOnly || isOpen(columns, row),
    overdue: (row) => !filter.overdueOnly || isLate(columns, row, filter.nowSeconds),
  };
}

function naive(columns: PointColumns, filter: PointFilter) {
  const tests = predicates(columns, filter);
  const rows = Array.from({ length: columns.count }, (_, row) => row);
  const passing = (own: string | null) => rows.filter((row) => Object.entries(tests).every(([name, test]) => name === own || test(row)));
  const tally = (own: string, size: number, codeOf: (row: number) => number, keep: Test = () => true): number[] => {
    const counts = new Array<number>(size).fill(0);
    for (const row of passing(own).filter(keep)) if (codeOf(row) >= 0 && codeOf(row) < size) counts[codeOf(row)]!++;
    return counts;
  };
  const inZone: Test = (row) => columns.flags[row]! % 2 === 1;
  const binOf = (row: number): number => bins.starts.findIndex((start, i) => i < bins.starts.length - 1 && start <= dayOfSeconds(columns.occurredAt[row]!) && dayOfSeconds(columns.occurredAt[row]!) < bins.starts[i + 1]!);
  const kept = passing(null);
  return {
    rows: kept, borderZoneTotal: kept.filter(inZone).length,
    byWard: tally('ward', 12, (row) => columns.wards[row]!), borderZoneByWard: tally('ward', 12, (row) => columns.wards[row]!, inZone),
    byCategory: tally('category', 15, (row) => columns.categories[row]!), byCluster: tally('cluster', 2, (row) => columns.clusters[row]!),
    byStatus: tally('status', 4, (row) => columns.statuses[row]!),
    byBin: tally('time', bins.starts.length - 1, binOf), borderZoneByBin: tally('time', bins.starts.length - 1, binOf, inZone),
    byZone: tally('zone', 2, (row) => columns.flags[row]! % 2),
    openTotal: passing('open').filter((row) => isOpen(columns, row)).length,
    overdueTotal: passing('overdue').filter((row) => isLate(columns, row, filter.nowSeconds)).length,
  };
}

const filters: fc.Arbitrary<PointFilter> = fc.record({
  fromSeconds: fc.option(fc.integer({ min: 1_577_836_800, max: 1_777_836_800 }), { nil: null }),
  untilSeconds: fc.option(fc.integer({ min: 1_577_836_800, max: 1_777_836_800 }), { nil: null }),
  categories: fc.subarray([...CATEGORY_CODES, 'unknown']), statuses: fc.subarray([...INCIDENT_STATUSES]),
  ward: fc.option(fc.constantFrom(...points.dictionaries.wards, 'e9/99999'), { nil: null }),
  cluster: fc.option(fc.constantFrom('alpha', 'beta', 'none'), { nil: null }), borderZoneOnly: fc.boolean(),
  openOnly: fc.boolean(), overdueOnly: fc.boolean(), nowSeconds: fc.integer({ min: 1_789_990_000, max: 1_790_110_000 }),
});

describe('filterPoints', () => {
  it('agrees with one predicate a filter, for rows and for every chart', () => {
    fc.assert(fc.property(filters, (filter) => {
      const summary = filterPoints(points, filter, bins);
      const plain = Object.fromEntries(Object.entries(summary).map(([name, value]) => [name, typeof value === 'number' ? value : Array.from(value as ArrayLike<number>)]));
      expect(plain).toMatchObject(naive(points, filter));
      expect(summary.total).toBe(summary.rows.length);
    }), { numRuns: 60 });
  });

  it('counts a chart under all filters but its own', () => {
    const summary = filterPoints(points, { ...ALL, categories: ['theft'] }, bins);
    const everything = filterPoints(points, ALL, bins);
    expect(summary.byCategory).toEqual(everything.byCategory);
    expect(summary.total).toBe(everything.byCategory[points.dictionaries.categories.indexOf('theft')]);
  });

  it('keeps nothing for a ward the answer does not know, and copes with no rows', () => {
    expect(filterPoints(points, { ...ALL, ward: 'e9/99999' }, bins).total).toBe(0);
    expect(filterPoints(buildPoints(0, 1), ALL, bins)).toMatchObject({ total: 0, borderZoneTotal: 0, byZone: [0, 0] });
  });
});

describe('nextDueAfter', () => {
  it('is the deadline whose passing makes one more incident overdue', () => {
    const late = (nowSeconds: number): number => filterPoints(points, { ...ALL, nowSeconds }, bins).overdueTotal;
    let nowSeconds = 1_790_000_000;
    for (let step = 0; step < 50; step++) {
      const next = nextDueAfter(points, nowSeconds);
      if (next === null) throw new Error('the fixture has deadlines to come');
      expect(late(next)).toBe(late(nowSeconds));
      expect(late(next + 1)).toBeGreaterThan(late(next));
      nowSeconds = next + 1;
    }
    expect(nextDueAfter(points, 1_800_000_000)).toBeNull();
    expect(nextDueAfter(buildPoints(0, 1), 0)).toBeNull();
  });
});
