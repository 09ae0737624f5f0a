import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../lib/domain/instant';
import { LEAD_REASON_ORDER, NO_CODE, POINT_FLAGS, STATUS_ORDER, type PointColumns } from '../../../lib/domain/point-columns';
import { compareCounts } from '../../../lib/trends/comparison';
import { countSeries, mostOf, sumGroups } from '../../../lib/trends/count-series';
import { readAsRecorded } from '../../../lib/trends/edition-reading';
import { classOfHour, countHours, listHourClasses } from '../../../lib/trends/hour-weekday';
import { CALENDARS, listPeriods } from '../../../lib/trends/reporting-periods';
import { GROUPINGS, groupRows, type Grouping } from '../../../lib/trends/row-groups';
import { selectRows } from '../../../lib/trends/select-rows';
import { dayStartSeconds } from '../../../lib/view/day-arithmetic';
import type { PointFilter } from '../../../lib/view/filter-points';
import { isOpenAt, isOverdueAt } from '../../../lib/view/overdue';
import { buildPoints } from '../../helpers/build-points';

const day = (text: string): Day => text as Day;
const points = buildPoints(3_000, 11);
const reading = readAsRecorded(points);
const NONE: PointFilter = { fromSeconds: null, untilSeconds: null, categories: [], statuses: [], ward: null, cluster: null, borderZoneOnly: false, openOnly: false, overdueOnly: false, nowSeconds: 1_790_050_000 };
const SPAN = { from: day('2020-01-15'), to: day('2026-05-03') };
/** With a 29 February, which has no counterpart a year before. */
const LEAP = { from: day('2023-12-20'), to: day('2024-10-20') };
const KNOWN = dayStartSeconds(day('2026-04-20')) + 12_345;

/** The key of a row's group, worked out row by row. */
function keyOf(all: PointColumns, grouping: Grouping, row: number): string {
  const { dictionaries: d } = all;
  const ward = d.wards[all.wards[row]!] ?? '';
  const near = d.wards[all.neighbours[row]!] ?? '';
  switch (grouping) {
    case 'none': return 'all';
    case 'category': return d.categories[all.categories[row]!]!;
    case 'ward': return ward;
    case 'cluster': return d.clusters[all.clusters[row]!] ?? '';
    case 'border': return ward === '' || near === '' ? '' : [ward, near].sort().join('|');
    case 'border_zone': return (all.flags[row]! & POINT_FLAGS.borderZone) !== 0 ? 'border' : 'interior';
    case 'status': return STATUS_ORDER[all.statuses[row]!]!;
    case 'lead_reason': return LEAD_REASON_ORDER[all.leadReasons[row]!]!;
  }
}

describe('counts by period and group', () => {
  const anyFilter = fc.record({
    categories: fc.subarray([...points.dictionaries.categories], { maxLength: 3 }), statuses: fc.subarray([...STATUS_ORDER], { maxLength: 2 }),
    ward: fc.option(fc.constantFrom(...points.dictionaries.wards, 'e9/99999')), cluster: fc.option(fc.constantFrom('alpha', 'nowhere')),
    borderZoneOnly: fc.boolean(), openOnly: fc.boolean(), overdueOnly: fc.boolean(),
  }).map((changes): PointFilter => ({ ...NONE, ...changes }));

  it('are those of a count by hand, now and a year before, in every calendar and grouping', () => {
    fc.assert(fc.property(fc.constantFrom(...CALENDARS), fc.constantFrom(...GROUPINGS), anyFilter, fc.constantFrom(SPAN, LEAP), (calendar, grouping, filter, span) => {
      const periods = listPeriods(calendar, span, KNOWN);
      const rows = selectRows(points, filter, reading);
      const series = countSeries(points, rows, periods, groupRows(points, grouping, reading));
      const now = new Map<string, number>();
      const before = new Map<string, number>();
      for (let row = 0; row < points.count; row++) {
        const seconds = points.occurredAt[row]!;
        const passes = (filter.categories.length === 0 || filter.categories.includes(points.dictionaries.categories[points.categories[row]!]!))
          && (filter.statuses.length === 0 || filter.statuses.includes(STATUS_ORDER[points.statuses[row]!]!))
          && (filter.ward === null || points.dictionaries.wards[points.wards[row]!] === filter.ward)
          && (filter.cluster === null || points.dictionaries.clusters[points.clusters[row]!] === filter.cluster)
          && (!filter.borderZoneOnly || (points.flags[row]! & POINT_FLAGS.borderZone) !== 0)
          && (!filter.openOnly || isOpenAt(points, row)) && (!filter.overdueOnly || isOverdueAt(points, row, filter.nowSeconds));
        if (!passes) continue;
        for (const [place, { fromSeconds, untilSeconds, yearBefore }] of periods.entries()) {
          const key = `${keyOf(points, grouping, row)}@${String(place)}`;
          if (seconds >= fromSeconds && seconds < untilSeconds) now.set(key, (now.get(key) ?? 0) + 1);
          if (yearBefore !== null && seconds >= yearBefore.fromSeconds && seconds < yearBefore.untilSeconds) before.set(key, (before.get(key) ?? 0) + 1);
        }
      }
      const listed = (matrix: Uint32Array): [string, number][] => series.keys.flatMap((key, group) =>
        periods.flatMap((_, place): [string, number][] => (matrix[group * periods.length + place] === 0 ? [] : [[`${key}@${String(place)}`, matrix[group * periods.length + place]!]])));
      expect(listed(series.counts).sort()).toEqual([...now].sort());
      expect(listed(series.yearBefore).sort()).toEqual([...before].sort());
      expect(series.total).toBe([...now.values()].reduce((a, b) => a + b, 0));
      expect(series.yearBeforeTotal).toBe([...before.values()].reduce((a, b) => a + b, 0));
      expect([...series.totals].reduce((a, b) => a + b, 0)).toBe(series.total);
    }), { numRuns: 60, examples: [['day', 'category', NONE, LEAP]] });
  });

  it('of groups add up to those of all', () => {
    const periods = listPeriods('reporting_month', SPAN, KNOWN);
    const rows = selectRows(points, NONE, reading);
    const all = countSeries(points, rows, periods, groupRows(points, 'none', reading));
    for (const grouping of GROUPINGS) {
      const series = countSeries(points, rows, periods, groupRows(points, grouping, reading));
      expect([...sumGroups(series.counts, periods.length)]).toEqual([...all.counts]);
      expect([...sumGroups(series.yearBefore, periods.length)]).toEqual([...all.yearBefore]);
    }
    expect(mostOf(all.counts)).toBe(Math.max(...all.counts));
  });

  it('of no rows, or over no periods, are nothing', () => {
    const groups = groupRows(points, 'ward', reading);
    expect(countSeries(points, new Uint32Array(0), listPeriods('month', SPAN, KNOWN), groups)).toMatchObject({ total: 0, yearBeforeTotal: 0 });
    expect(countSeries(points, selectRows(points, NONE, reading), [], groups).counts).toHaveLength(0);
    const empty = buildPoints(0, 1);
    expect(groupRows(empty, 'border', readAsRecorded(empty))).toEqual({ keys: [], codes: new Uint16Array(0) });
  });

  it('keep rows without a code in a group of their own', () => {
    const groups = groupRows(points, 'ward', reading);
    const none = groups.keys.indexOf('');
    expect([...groups.codes].filter((code) => code === none)).toHaveLength([...points.wards].filter((code) => code === NO_CODE).length);
    expect(none).toBe(points.dictionaries.wards.length);
  });
});

describe('hours and weekdays', () => {
  it('hold every incident of the time once, spread or not', () => {
    const rows = selectRows(points, NONE, reading);
    const grid = countHours(points, rows, dayStartSeconds(SPAN.from), KNOWN);
    const within = [...rows].filter((row) => points.occurredAt[row]! >= dayStartSeconds(SPAN.from) && points.occurredAt[row]! < KNOWN);
    expect(grid.total).toBe(within.length);
    expect(grid.uncertain).toBe(within.filter((row) => points.occurredUntil[row] !== 0).length);
    expect(grid.uncertain).toBeGreaterThan(100);
    expect(grid.weights.reduce((a, b) => a + b, 0)).toBeCloseTo(grid.total, 6);
  });

  it('are shaded in at most five classes, nothing apart', () => {
    const weights = new Float64Array([0, 0.2, 4, 10]);
    const classes = listHourClasses(weights);
    expect(classes).toEqual([2, 4, 6, 8, 10]);
    expect([...weights].map((weight) => classOfHour(weight, classes))).toEqual([0, 1, 2, 5]);
    expect(listHourClasses(new Float64Array(168))).toEqual([]);
    expect(listHourClasses(new Float64Array([0.3]))).toEqual([0.3]);
  });
});

describe('comparing counts', () => {
  const YEAR = 365 * 86_400;
  it('speaks by z for equal lengths, as the formula has it', () => {
    expect(compareCounts({ count: 14, seconds: YEAR }, { count: 2, seconds: YEAR })).toMatchObject({ difference: 12, z: expect.closeTo(4.65, 2), rates: null, verdict: 'more' });
    expect(compareCounts({ count: 24, seconds: YEAR }, { count: 20, seconds: YEAR })).toMatchObject({ z: expect.closeTo(0.85, 2), verdict: 'within_chance' });
    expect(compareCounts({ count: 2, seconds: YEAR }, { count: 14, seconds: YEAR }).verdict).toBe('fewer');
  });

  it('speaks by the exact test for unequal ones; R: poisson.test(c(30, 10), c(28, 29))$p.value', () => {
    const { z, rates, verdict } = compareCounts({ count: 30, seconds: 28 * 86_400 }, { count: 10, seconds: 29 * 86_400 });
    expect([z, verdict]).toEqual([null, 'more']);
    expect(rates?.p).toBeCloseTo(0.001269243, 8);
    expect(compareCounts({ count: 10, seconds: 28 }, { count: 30, seconds: 29 }).verdict).toBe('fewer');
    expect(compareCounts({ count: 10, seconds: 28 }, { count: 11, seconds: 29 }).verdict).toBe('within_chance');
  });

  it('says nothing of nothing, nor of no time', () => {
    expect(compareCounts({ count: 0, seconds: 5 }, { count: 0, seconds: 5 }).verdict).toBe('nothing');
    expect(compareCounts({ count: 5, seconds: 0 }, { count: 1, seconds: 5 }).verdict).toBe('nothing');
    expect(compareCounts({ count: 5, seconds: 5 }, { count: 0, seconds: 5 })).toMatchObject({ verdict: 'more', difference: 5 });
  });
});
