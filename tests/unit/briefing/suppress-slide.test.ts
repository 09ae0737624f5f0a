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
});
