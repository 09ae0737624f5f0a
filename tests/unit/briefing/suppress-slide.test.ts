import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResultChart, ResultTable } from '../../../lib/domain/analysis-result';
import type { MayLeave } from '../../../lib/briefing/masking/may-leave';
import { suppressSlide } from '../../../lib/briefing/masking/suppress-slide';
import { FEW, HIDDEN } from '../../../lib/briefing/masking/suppress-table';

const LISTED: MayLeave = { tables: { t: 'ward count# share~' }, charts: 'c#' };
const table = (rows: readonly (readonly (number | string | null)[])[]): ResultTable => ({
  id: 't', columns: [{ id: 'ward', kind: 'ward' }, { id: 'count', kind: 'count' }, { id: 'share', kind: 'share' }], rows: rows.map((cells) => ({ cells })),
});
const cellsOf = (tables: readonly ResultTable[]): unknown => tables[0]?.rows.map(({ cells }) => cells);

describe('a slide for outside the building', () => {
  it('hides a small count, one more, and the shares that would give them back', () => {
    const { tables } = suppressSlide({ tables: [table([['00001', 3, 0.1], ['00002', 7, 0.23], ['00003', 20, 0.67], ['00004', 0, 0]])], charts: [] }, LISTED);
    expect(cellsOf(tables)).toEqual([['00001', FEW, HIDDEN], ['00002', HIDDEN, HIDDEN], ['00003', 20, 0.67], ['00004', 0, 0]]);
  });

  it('hides everything where the total leaves one choice only', () => {
    const { tables } = suppressSlide({ tables: [table([['00001', 4, 0.5], ['00002', 4, 0.5]])], charts: [] }, LISTED);
    expect(cellsOf(tables)).toEqual([['00001', HIDDEN, HIDDEN], ['00002', HIDDEN, HIDDEN]]);
  });

  it('hides the same names in a chart and a table, in whatever order and with whatever ties', () => {
    const chart: ResultChart = { id: 'c', kind: 'bars', x: 'ward', y: 'count', xs: ['00003', '00002', '00001'], series: [{ id: 'n', values: [7, 7, 3], low: [6, 6, 2], high: [8, 8, 4] }] };
    const masked = suppressSlide({ tables: [table([['00001', 3, 0.2], ['00002', 7, 0.4], ['00003', 7, 0.4]])], charts: [chart] }, LISTED);
    const hiddenInTable = masked.tables[0]!.rows.filter(({ cells }) => typeof cells[1] === 'string').map(({ cells }) => cells[0]).sort();
    const series = masked.charts[0]!.series[0]!;
    const hiddenInChart = chart.xs.filter((_, i) => series.values[i] === null).sort();
    expect(hiddenInChart).toEqual(hiddenInTable);
    expect(hiddenInChart.length).toBeGreaterThan(1);
    expect([series.low, series.high].map((values) => values?.map((value) => value === null))).toEqual([series.values.map((value) => value === null), series.values.map((value) => value === null)]);
  });

  it('leaves out what nobody listed: tables, columns, charts, and tables of single incidents even where they are', () => {
    const rows = table([['00001', 12, 0.6], ['00002', 8, 0.4]]);
    expect(suppressSlide({ tables: [rows], charts: [] }, {}).tables).toEqual([]);
    expect(suppressSlide({ tables: [rows], charts: [] }, { tables: { t: 'ward count#' } }).tables).toEqual([{ ...rows, columns: rows.columns.slice(0, 2), rows: rows.rows.map(({ cells }) => ({ cells: cells.slice(0, 2) })) }]);
    const single: ResultTable = { id: 't', columns: [{ id: 'ward', kind: 'ward' }, { id: 'id', kind: 'incident' }], rows: [{ cells: ['00001', 'a'] }] };
    expect(suppressSlide({ tables: [single, { ...single, columns: [single.columns[0]!, { id: 'incident', kind: 'text' }] }], charts: [] }, { tables: { t: 'ward id incident' } }).tables).toEqual([]);
    expect(suppressSlide({ tables: [], charts: [{ id: 'other', kind: 'bars', x: 'ward', y: 'count', xs: ['00001'], series: [{ id: 'n', values: [12] }] }] }, LISTED).charts).toEqual([]);
  });

  it('takes a rank for what it is, and counts that are not whole for none', () => {
    const ranked: ResultTable = { id: 't', columns: [{ id: 'rank', kind: 'count' }, { id: 'ward', kind: 'ward' }, { id: 'count', kind: 'count' }], rows: [{ cells: [1, '00001', 12] }, { cells: [2, '00002', 7.5] }] };
    expect(cellsOf(suppressSlide({ tables: [ranked], charts: [] }, { tables: { t: 'rank ward count#' } }).tables)).toEqual([[1, '00001', 12], [2, '00002', HIDDEN]]);
  });

  it('protects each group of rows whose total is told by itself', () => {
    // Places 1 and 2 are told with 12 and 14 incidents each: 3 must not come back as 12 − 9, so 9 goes too; 6 and 8 of the other place stay.
    const grouped: ResultTable = { id: 't', columns: [{ id: 'rank', kind: 'count' }, { id: 'ward', kind: 'ward' }, { id: 'count', kind: 'count' }], rows: [[1, '00001', 3], [1, '00002', 9], [2, '00003', 6], [2, '00004', 8]].map((cells) => ({ cells })) };
    expect(cellsOf(suppressSlide({ tables: [grouped], charts: [] }, { tables: { t: 'rank ward count#' }, groups: { t: 'rank' } }).tables)).toEqual([[1, '00001', FEW], [1, '00002', HIDDEN], [2, '00003', 6], [2, '00004', 8]]);
  });

  it('hides a part whose rest is small', () => {
    // 20 − 17 = 3.
    const parts: ResultTable = { id: 't', columns: [{ id: 'ward', kind: 'ward' }, { id: 'all', kind: 'count' }, { id: 'near', kind: 'count' }], rows: [{ cells: ['00001', 20, 17] }, { cells: ['00002', 30, 12] }] };
    const [masked] = suppressSlide({ tables: [parts], charts: [] }, { tables: { t: 'ward all# near#' }, parts: ['near all'] }).tables;
    expect(masked?.rows[0]!.cells).toEqual(['00001', HIDDEN, HIDDEN]);
  });
});

const PARTS: MayLeave = { tables: { t: 'ward whole# part#' }, charts: 'c#', parts: ['part whole'] };
/**
 * Whether a count may stand where a reader sees something. The reader knows the method: where some cell of a column says `<5`, one that is
 * hidden is no small count, but hidden for another's sake; where none does, all were hidden, zeros too.
 */
const fits = (seen: number | string | null, count: number, column: readonly unknown[]): boolean => (seen === FEW ? count >= 1 && count <= 4 : seen === HIDDEN ? !column.includes(FEW) || count >= 5 : seen === null || seen === count);
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

describe('counts of wards, each with a part of it, in a table and the part in a chart too', () => {
  it('give no small count and no small rest back, whatever is added and subtracted across rows, columns and both views: each has another reading, found by trying all', () => {
    const load = fc.record({ part: fc.integer({ min: 0, max: 8 }), rest: fc.integer({ min: 0, max: 8 }) }).map(({ part, rest }) => ({ part, whole: part + rest }));
    fc.assert(fc.property(fc.array(load, { minLength: 1, maxLength: 3 }), (loads) => {
      const xs = loads.map((_, place) => `0000${String(place)}`);
      const masked = suppressSlide({
        tables: [{ id: 't', columns: [{ id: 'ward', kind: 'ward' }, { id: 'whole', kind: 'count' }, { id: 'part', kind: 'count' }], rows: loads.map(({ whole, part }, place) => ({ cells: [xs[place]!, whole, part] })) }],
        charts: [{ id: 'c', kind: 'bars', x: 'ward', y: 'count', xs, series: [{ id: 'part', values: loads.map(({ part }) => part) }] }],
      }, PARTS);
      const rows = masked.tables[0]!.rows.map(({ cells }, place) => ({ whole: cells[1]!, part: cells[2]!, bar: masked.charts[0]!.series[0]!.values[place]! }));
      const [wholes, parts] = [rows.map(({ whole }) => whole), rows.map(({ part }) => part)];
      // The total of the part stands in the claim, unless it is small itself.
      const total = sum(loads.map(({ part }) => part));
      const isTold = total === 0 || total > 4;
      const readings = rows.map((seen) => Array.from({ length: 18 * 18 }, (_, k) => ({ whole: k % 18, part: Math.floor(k / 18) }))
        .filter(({ whole, part }) => part <= whole && fits(seen.whole, whole, wholes) && fits(seen.part, part, parts) && fits(seen.bar, part, [])));
      readings.forEach((options, place) => {
        // A row may be what it may be if the other rows can hold what the total leaves for them.
        const rests = readings.filter((_, other) => other !== place).reduce((reached, ones) => new Set([...reached].flatMap((before) => [...new Set(ones.map(({ part }) => part))].map((part) => before + part))), new Set([0]));
        const possible = options.filter(({ part }) => !isTold || rests.has(total - part));
        for (const count of [({ whole }: (typeof loads)[number]) => whole, ({ part }: (typeof loads)[number]) => part, ({ whole, part }: (typeof loads)[number]) => whole - part]) {
          const real = count(loads[place]!);
          if (real >= 1 && real <= 4) expect(new Set(possible.map(count)).size, JSON.stringify({ loads, rows, place })).toBeGreaterThan(1);
        }
      });
    }), { numRuns: 400 });
  }, 60_000);
});
