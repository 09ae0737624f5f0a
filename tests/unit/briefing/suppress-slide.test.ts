import { describe, expect, it } from 'vitest';
import type { Slide } from '../../../lib/domain/briefing';
import { FEW, HIDDEN, suppressSlide } from '../../../lib/briefing/masking/suppress-slide';

const slide = (parts: Partial<Slide>): Slide => ({
  id: 's', kind: 'border_league', words: 'border_league', title: null, claim: { code: 'x', values: {} }, uncertainty: [], facts: [], tables: [], charts: [], map: null, link: null, ...parts,
});
const table = (rows: readonly (readonly (number | string | null)[])[]): Slide['tables'][number] => ({
  id: 't', columns: [{ id: 'ward', kind: 'ward' }, { id: 'count', kind: 'count' }, { id: 'share', kind: 'share' }], rows: rows.map((cells) => ({ cells })),
});

describe('a slide for outside the building', () => {
  it('hides a small count, one more, and the shares that would give them back', () => {
    const [masked] = suppressSlide(slide({ tables: [table([['00001', 3, 0.1], ['00002', 7, 0.23], ['00003', 20, 0.67], ['00004', 0, 0]])] })).tables;
    expect(masked?.rows.map(({ cells }) => cells)).toEqual([['00001', FEW, HIDDEN], ['00002', HIDDEN, HIDDEN], ['00003', 20, 0.67], ['00004', 0, 0]]);
  });

  it('hides everything where the total leaves one choice only', () => {
    const [masked] = suppressSlide(slide({ tables: [table([['00001', 4, 0.5], ['00002', 4, 0.5]])] })).tables;
    expect(masked?.rows.map(({ cells }) => cells)).toEqual([['00001', HIDDEN, HIDDEN], ['00002', HIDDEN, HIDDEN]]);
  });

  it('hides the same names in a chart and a table, in whatever order and with whatever ties', () => {
    const chart: Slide['charts'][number] = {
      id: 'c', kind: 'bars', x: 'ward', y: 'count', xs: ['00003', '00002', '00001'], series: [{ id: 'n', values: [7, 7, 3], low: [6, 6, 2], high: [8, 8, 4] }],
    };
    const masked = suppressSlide(slide({ tables: [table([['00001', 3, 0.2], ['00002', 7, 0.4], ['00003', 7, 0.4]])], charts: [chart] }));
    const hiddenInTable = masked.tables[0]!.rows.filter(({ cells }) => typeof cells[1] === 'string').map(({ cells }) => cells[0]).sort();
    const series = masked.charts[0]!.series[0]!;
    const hiddenInChart = chart.xs.filter((_, i) => series.values[i] === null).sort();
    expect(hiddenInChart).toEqual(hiddenInTable);
    expect(hiddenInChart.length).toBeGreaterThan(1);
    expect([series.low, series.high].map((values) => values?.map((value) => value === null))).toEqual([series.values.map((value) => value === null), series.values.map((value) => value === null)]);
  });

  it('leaves a small fact unsaid and all else alone', () => {
    const { facts, tables } = suppressSlide(slide({
      facts: [{ id: 'a', unit: 'count', value: 3 }, { id: 'b', unit: 'count', value: 12 }, { id: 'c', unit: 'days', value: 2 }], tables: [table([['00001', 12, 0.6], ['00002', 8, 0.4]])],
    }));
    expect(facts.map(({ value }) => value)).toEqual([null, 12, 2]);
    expect(tables).toEqual([table([['00001', 12, 0.6], ['00002', 8, 0.4]])]);
  });

  it('gives no run of values that adds up to a withheld total, nor the rest of all', () => {
    const chart: Slide['charts'][number] = { id: 'c', kind: 'lines', x: 'day', y: 'count', xs: ['2026-01-01', '2026-02-01'], seriesKind: 'ward', series: [{ id: '00001', values: [3, 0] }, { id: '00002', values: [6, 6] }, { id: '00003', values: [30, 40] }, { id: 'rest', values: [9, 9] }] };
    const masked = suppressSlide(slide({ tables: [table([['00001', 3, 0.1], ['00002', 12, 0.3], ['00003', 70, 0.6]])], charts: [chart] }));
    expect(masked.tables[0]!.rows.map(({ cells }) => cells[1])).toEqual([FEW, HIDDEN, 70]);
    expect(masked.charts[0]!.series.map(({ values }) => values)).toEqual([[null, 0], [null, null], [null, null], [null, null]]);
  });

  it('withholds counts that were spread over several places, and the days of single incidents', () => {
    const hours = { id: 'h', columns: [{ id: 'hour', kind: 'text' as const }, { id: 'mon', kind: 'count' as const }], rows: [{ cells: ['0', 0.5] }, { cells: ['1', 7] }, { cells: ['2', 0] }] };
    const last = { id: 'l', columns: [{ id: 'ward', kind: 'ward' as const }, { id: 'last', kind: 'day' as const }, { id: 'count', kind: 'count' as const }], rows: [{ cells: ['00001', '2026-01-02', 1] }, { cells: ['00002', '2026-01-03', 9] }, { cells: ['00003', '2026-01-04', 40] }] };
    const { tables } = suppressSlide(slide({ tables: [hours, last] }));
    expect(tables[0]!.rows.map(({ cells }) => cells[1])).toEqual([FEW, HIDDEN, 0]);
    expect(tables[1]!.rows.map(({ cells }) => cells.slice(1))).toEqual([[HIDDEN, FEW], [HIDDEN, HIDDEN], ['2026-01-04', 40]]);
  });
});
