import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParameterField } from '../../../lib/analysis/method';
import { newZoneSchema } from '../../../lib/domain/zone';
import type { Finding, ResultChart, ResultTable } from '../../../lib/domain/analysis-result';
import type { Day } from '../../../lib/domain/instant';
import { buildChartRows, extentOf, hasNumbers, isScale } from '../../../components/analysis/chart-rows';
import { layoutPicture } from '../../../components/analysis/picture-layout';
import { asksNothing, findLastFullDay, proposeDraft } from '../../../components/analysis/propose-draft';
import { wrapText } from '../../../components/analysis/wrap-text';
import { readParameters } from '../../../components/analysis/parameter-draft';
import { describeFailure } from '../../../components/analysis/describe-failure';
import { sortRows } from '../../../components/analysis/sort-rows';
import { writeTableText } from '../../../components/analysis/write-table-text';
import { buildZoneOfFinding } from '../../../components/analysis/zone-of-finding';
import { analysisPageVi } from '../../../lib/messages/analysis-page-vi';
import { readAnalysisView } from '../../../lib/view/analysis-view';

const FIELDS: readonly ParameterField[] = [
  { name: 'metres', kind: 'number', least: 10, most: 500, unit: 'metres' }, { name: 'count', kind: 'integer', least: 2, most: 50, unit: 'count' }, { name: 'shape', kind: 'choice', choices: ['hexagon', 'square'] },
  { name: 'adaptive', kind: 'boolean' }, { name: 'start', kind: 'day' }, { name: 'zone', kind: 'zone' },
];

describe('parameters as typed', () => {
  it('are read in either language, the empty ones left to the data, strange ones left out', () => {
    expect(readParameters(FIELDS, { metres: ' 75,5 ', count: '12', shape: 'square', adaptive: 'false', start: '2026-05-01', zone: 'z', stranger: '1' })).toEqual({ values: { metres: 75.5, count: 12, shape: 'square', adaptive: false, start: '2026-05-01', zone: 'z' }, faults: new Map() });
    expect(readParameters(FIELDS, { metres: '  ', count: '' })).toEqual({ values: {}, faults: new Map() });
  });
  it.each([['metres', '9', 'range'], ['metres', '501', 'range'], ['metres', '1e2', 'range'], ['metres', 'abc', 'range'], ['count', '2,5', 'whole'], ['shape', 'circle', 'choice'], ['start', '2026-02-30', 'day']] as const)('%s = %s is refused as %s', (name, text, fault) => {
    expect(readParameters(FIELDS, { [name]: text })).toEqual({ values: {}, faults: new Map([[name, fault]]) });
  });
});

describe('a table', () => {
  const table: ResultTable = {
    id: 't', columns: [{ id: 'name', kind: 'text' }, { id: 'n', kind: 'number' }, { id: 'day', kind: 'day' }],
    rows: [['Đống Đa', 10, '2026-01-02'], ['Ba Đình', null, null], ['Cầu Giấy', 9, '2025-12-31'], ['Đống Đa', 9, '2026-01-01']].map((cells) => ({ cells })),
  };
  const write = table.columns.map(() => (value: number | string | null) => (value === null ? '–' : String(value)));
  const places = (column: number, descending: boolean): number[] => sortRows(table, { column, descending }, write).map(({ place }) => place);
  it('sorts numbers by size, days by date, words the Vietnamese way, what says nothing last, ties as they came', () => {
    expect(sortRows(table, null, write).map(({ place }) => place)).toEqual([0, 1, 2, 3]);
    expect([places(1, false), places(1, true), places(2, false), places(0, false), places(0, true)]).toEqual([[2, 3, 0, 1], [0, 2, 3, 1], [2, 3, 0, 1], [1, 2, 0, 3], [0, 3, 2, 1]]);
  });
  it('keeps every row in any order', () => {
    fc.assert(fc.property(fc.array(fc.option(fc.double({ noNaN: true }))), fc.boolean(), (values, descending) => {
      const many: ResultTable = { id: 't', columns: [{ id: 'n', kind: 'number' }], rows: values.map((value) => ({ cells: [value] })) };
      expect(sortRows(many, { column: 0, descending }, write).map(({ place }) => place).sort((a, b) => a - b)).toEqual(values.map((_, place) => place));
    }));
  });
  it('goes to the clipboard cell by cell, whatever a cell holds', () => {
    expect(writeTableText(['a\tb', 'c'], [{ row: { cells: ['x\ny', 1] }, place: 0 }], write)).toBe('a b\tc\nx y\t1');
  });
});

describe('a chart', () => {
  const chart: ResultChart = { id: 'c', kind: 'lines', x: 'day', y: 'count', xs: ['2026-01-01', '2026-01-03'], series: [{ id: 's', values: [1, null], low: [0, null], high: [2, 5] }], marks: [{ id: 'm', axis: 'y', at: 10 }, { id: 'x', axis: 'x', at: 99 }] };
  it('lays days on a scale, leaves gaps where nothing can be said, and needs both limits of a band', () => {
    expect(isScale(chart)).toBe(true);
    const rows = buildChartRows(chart);
    expect(Number(rows[1]!.x) - Number(rows[0]!.x)).toBe(2);
    expect(rows.map(({ values, bands }) => [values, bands])).toEqual([[[1], [[0, 2]]], [[null], [null]]]);
    expect(isScale({ ...chart, x: 'ward', xs: ['00169', '00007'] })).toBe(false);
  });
  it('shows every estimate, interval and mark within its extent; one without numbers has none', () => {
    const [least, most] = extentOf(chart);
    expect(least).toBeLessThan(0);
    expect(most).toBeGreaterThan(10);
    expect(most).toBeLessThan(99);
    expect(hasNumbers({ ...chart, series: [{ id: 's', values: [null, null] }] })).toBe(false);
    expect(extentOf({ ...chart, series: [], marks: [] })).toEqual([0, 1]);
    const flat = extentOf({ ...chart, series: [{ id: 's', values: [3, 3] }], marks: [] });
    expect(flat[0]).toBeLessThan(flat[1]);
  });
});

describe('a finding', () => {
  const finding: Finding = { id: 'f1', rank: 1, geometry: { type: 'Polygon', coordinates: [[[105.8, 21], [105.81, 21], [105.81, 21.01], [105.8, 21]]] }, incidents: [], count: 3, expected: null, p: null, told: { code: 'x', values: {} } };
  it('becomes a draft zone that the contract takes, with its evidence, however long', () => {
    const body = buildZoneOfFinding({ id: '0b7c1a3e-5a7e-4f0e-9d3a-2f6f4c9b1e10', finding, name: 'Đ'.repeat(300), evidence: ['câu một', 'x'.repeat(9_000)], run: { id: '0b7c1a3e-5a7e-4f0e-9d3a-2f6f4c9b1e11', scope: { from: '2026-01-01' as Day, to: '2026-10-31' as Day, categories: [], editionId: 'hn-hp-2025', area: { kind: 'province', provinceCode: '01' } } } });
    const zone = newZoneSchema.parse(body);
    expect(zone).toMatchObject({ kind: 'hotspot', status: 'draft', validFrom: '2026-10-31', validTo: null, editionId: 'hn-hp-2025', origin: { kind: 'finding', run: '0b7c1a3e-5a7e-4f0e-9d3a-2f6f4c9b1e11', finding: 'f1' } });
    expect(zone.evidence).toMatch(/^câu một\nx+$/);
  });
});

describe('words', () => {
  it('break between words, each line within its width, none lost', () => {
    fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-zđ]{1,9}$/), { minLength: 1 }), fc.integer({ min: 9, max: 40 }), (words, width) => {
      const lines = wrapText((text) => text.length, words.join(' '), width);
      expect(lines.join(' ').split(' ')).toEqual(words);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
    }));
  });
  it('say what a failure means, also one nobody foresaw', () => {
    const { failures } = analysisPageVi.states;
    expect([describeFailure('too_long', failures), describeFailure('no such code', failures), describeFailure(null, failures), describeFailure('toString', failures)]).toEqual([failures.too_long, failures.other, failures.other, failures.other]);
  });
});

describe('the form of somebody who comes without a question', () => {
  const today = '2026-11-24' as Day;
  const editions = [{ id: 'old', effectiveFrom: '2000-01-01' as Day, effectiveTo: '2025-06-30' as Day }, { id: 'new', effectiveFrom: '2025-07-01' as Day, effectiveTo: null }];
  const cluster = (id: string, editionId: string, termFrom: string, termTo: string | null, wards: number) => ({ id, editionId, termFrom: termFrom as Day, termTo: termTo as Day | null, members: Array.from({ length: wards }, (_, place) => ({ wardCode: `0000${String(place)}`, from: null, to: null })) });
  const clusters = [cluster('gone', 'old', '2000-01-01', null, 9), cluster('ended', 'new', '2025-07-01', '2026-01-01', 8), cluster('small', 'new', '2025-07-01', null, 2), cluster('large', 'new', '2025-07-01', null, 3), cluster('late', 'new', '2025-08-01', null, 7)];
  const categories = ['waste', 'theft', 'drugs', 'prostitution'].map((code, place) => ({ code, sortOrder: 9 - place }));
  const noon = (day: string, count: number): number[] => Array.from({ length: count }, () => Date.parse(`${day}T12:00:00+07:00`) / 1000);
  const pointsOf = (seconds: number[]) => ({ count: seconds.length, occurredAt: Float64Array.from(seconds) });
  const { draft } = readAnalysisView(new URLSearchParams(), today);
  it('asks what the borders in force hide, since they are, in the cluster that stands longest and is largest', () => {
    const points = pointsOf([...noon('2026-10-29', 10), ...noon('2026-10-30', 12), ...noon('2026-10-31', 9), ...noon('2026-11-24', 2)]);
    expect(proposeDraft(draft, { editions, categories, clusters }, points, today)).toMatchObject({ method: 'hidden_hotspots', from: '2025-07-01', to: '2026-10-31', categories: ['drugs', 'prostitution', 'theft'], area: { kind: 'cluster', id: 'large' } });
    expect(proposeDraft(draft, { editions, categories, clusters: [] }, null, today)).toMatchObject({ from: '2025-07-01', to: today, area: null });
  });
  it('knows the last day that is whole; none without incidents in those days', () => {
    expect(findLastFullDay(pointsOf(noon('2024-01-01', 3)), '2025-07-01' as Day, today)).toBeNull();
    expect(findLastFullDay(pointsOf(noon('2026-11-24', 3)), '2025-07-01' as Day, today)).toBe('2026-11-24');
  });
  it('is for an address that asks nothing only', () => {
    for (const search of ['area=province:01', 'method=getis_ord', 'from=2026-01-01', 'run=x']) expect(asksNothing(new URLSearchParams(search))).toBe(false);
    expect(asksNothing(new URLSearchParams(''))).toBe(true);
  });
});

describe('the picture of a result', () => {
  const line = (label: string) => ({ kind: 'line' as const, label, colour: '#000', widthPixels: 2, dashed: false });
  const lay = (count: number, width = 600) => layoutPicture({ map: { width: width * 2, height: 800 } as HTMLCanvasElement, pixelRatio: 2, title: 'Tên', lines: ['một câu '.repeat(30)], legend: Array.from({ length: count }, (_, place) => line(`dòng ${String(place)} `.repeat(place + 1))), footer: ['a', 'b'] }, (_font, text) => text.length * 7);
  it('has room for every line of the legend, none over another, and nothing outside', () => {
    for (const count of [0, 1, 5, 12]) {
      const { width, height, mapHeight, headHeight, legendHeight, legend } = lay(count);
      expect([width, mapHeight, legend.length]).toEqual([600, 400, count]);
      expect(height).toBeGreaterThan(headHeight + mapHeight + legendHeight);
      legend.forEach(({ x, y, words }, place) => {
        expect(x).toBeLessThan(width);
        const next = legend[place + 1];
        if (next?.x === x) expect(next.y).toBeGreaterThanOrEqual(y + words.length * 15);
        expect(y + words.length * 15).toBeLessThanOrEqual(legendHeight);
      });
    }
    expect(lay(0).legendHeight).toBe(0);
  });
});
