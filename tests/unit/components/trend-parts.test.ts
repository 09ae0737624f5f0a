import fc from 'fast-check';
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { chooseDrawnGroups, countDrawn } from '../../../lib/trends/drawn-groups';
import { ComparisonFacts } from '../../../components/trends/comparison-facts';
import { describeFilters } from '../../../components/trends/describe-filters';
import { HourTable } from '../../../components/trends/hour-grid';
import { linkMap, linkRecords, linkTrends } from '../../../components/trends/trend-links';
import { buildHourTable, buildSeriesTable, buildWardTable } from '../../../components/trends/trend-tables';
import { describeSelection, listAllDays, listBreaks, listCountedDays, nameGroup, namePeriod, type TrendWords } from '../../../components/trends/trend-words';
import { WardMultiples } from '../../../components/trends/ward-multiples';
import { orderWards } from '../../../components/trends/ward-order';
import { DataTable } from '../../../components/ui/data-table';
import { PreferencesProvider } from '../../../components/ui/preferences';
import type { Reference } from '../../../components/data/api-types';
import { STATUS_ORDER } from '../../../lib/domain/point-columns';
import type { Day } from '../../../lib/domain/instant';
import { getMessages } from '../../../lib/messages/get-messages';
import { buildTrends } from '../../../lib/trends/build-trends';
import { readAsRecorded } from '../../../lib/trends/edition-reading';
import { CALENDARS } from '../../../lib/trends/reporting-periods';
import { GROUPINGS } from '../../../lib/trends/row-groups';
import { formatTrendsView, parseTrendsView, SCALES, SERIES_FORMS, type TrendsView } from '../../../lib/trends/trends-view';
import { dayStartSeconds } from '../../../lib/view/day-arithmetic';
import { DEFAULT_VIEW } from '../../../lib/view/map-view';
import { parseView } from '../../../lib/view/parse-view';
import { buildPoints } from '../../helpers/build-points';

const day = (text: string): Day => text as Day;
const made = buildPoints(4_000, 21);
const points = { ...made, asOf: dayStartSeconds(day('2026-03-10')) + 40_000 };
const reading = readAsRecorded(points);
const edition = (id: string, effectiveFrom: string, effectiveTo: string | null) => ({ id, title: `Địa giới ${id}`, effectiveFrom: day(effectiveFrom), effectiveTo: effectiveTo === null ? null : day(effectiveTo), source: '', licence: '', accuracyNote: '' });
const reference = {
  editions: [edition('e0', '2010-01-01', '2025-06-30'), edition('e1', '2025-07-01', null)], clusters: [{ id: 'alpha', name: 'Cụm An' }, { id: 'beta', name: 'Cụm Bình' }],
  categories: [{ code: 'theft', nameVi: 'Trộm cắp', nameEn: 'Theft' }], defaultWidthMetres: 100,
} as unknown as Reference;
const NAMES = ['Phường Đống Đa', 'Phường Dịch Vọng', 'Phường An Biên', 'Phường Ô Chợ Dừa', 'Phường Yên Hòa', 'Phường Ba Đình'];
const wardNames = new Map(points.dictionaries.wards.map((key, place) => [key, NAMES[place % NAMES.length] ?? '']));
const words: TrendWords = { language: 'vi', messages: getMessages('vi'), reference, wardNames };
const view: TrendsView = { filter: { ...DEFAULT_VIEW, period: { kind: 'days', from: day('2025-01-10'), to: day('2026-03-31') } }, calendar: 'reporting_month', grouping: 'none', reading: null, form: 'lines', scale: 'shared' };
const build = (patch: Partial<TrendsView> = {}) => buildTrends(points, { ...view, ...patch }, reading, day('2026-03-10'), 1_790_000_000);
const draw = (element: ReactElement): string => renderToStaticMarkup(createElement(PreferencesProvider, { initialLanguage: 'vi', initialTheme: 'light', children: element }));

describe('days after the last record', () => {
  const last = points.occurredAt.reduce((latest, one) => Math.max(latest, one), 0);
  const lastDay = new Date((last + 7 * 3600) * 1000).toISOString().slice(0, 10);
  const at = (days: number) => buildTrends({ ...points, asOf: last + days * 86_400 }, { ...view, calendar: 'day', filter: { ...DEFAULT_VIEW, period: { kind: 'days', from: day('2026-01-01'), to: day('2099-01-01') } } }, reading, day('2026-03-10'), 1_790_000_000);
  it('are unknown, not empty, once none has come for a week', () => {
    const ended = at(30);
    expect(ended.recordsEndDay).toBe(lastDay);
    expect(ended.periods.at(-1)).toMatchObject({ from: lastDay, isComplete: true });
    expect(ended.all.counts.at(-1)).toBeGreaterThan(0);
  });
  it('count as days without incidents while records go on', () => {
    const going = at(3);
    expect(going.recordsEndDay).toBeNull();
    expect(going.periods.at(-1)!.from > lastDay).toBe(true);
    expect(going.all.counts.at(-1)).toBe(0);
  });
});

describe('the words of the trends page', () => {
  it('name periods as reports do', () => {
    const span = (from: string, to: string) => ({ from: day(from), to: day(to) });
    expect([
      namePeriod('day', span('2026-05-01', '2026-05-01')), namePeriod('month', span('2026-05-01', '2026-05-31')), namePeriod('reporting_month', span('2025-11-15', '2025-12-14')),
      namePeriod('quarter', span('2026-04-01', '2026-06-30')), namePeriod('year', span('2026-01-01', '2026-12-31')), namePeriod('reporting_year', span('2025-10-01', '2026-09-30')),
    ]).toEqual(['01/05/2026', '05/2026', '12/2025 (15/11–14/12)', 'II/2026', '2026', '2026 (01/10/2025–30/09/2026)']);
  });

  it('tell wards of an edition that has ended apart, and groups that are none', () => {
    expect(nameGroup('ward', points.dictionaries.wards[0] ?? '', words)).toBe('P. Đống Đa (→ 30/06/2025)');
    expect(nameGroup('ward', points.dictionaries.wards[1] ?? '', words)).toBe('P. Dịch Vọng');
    expect(nameGroup('border', 'e1/10001|e1/10003', words)).toBe('P. Dịch Vọng – P. Ô Chợ Dừa');
    expect([nameGroup('ward', '', words), nameGroup('cluster', '', words), nameGroup('cluster', 'beta', words), nameGroup('category', 'theft', words)]).toEqual(['Ngoài mọi phường', 'Không thuộc cụm nào', 'Cụm Bình', 'Trộm cắp']);
  });

  it('mark a change of boundaries only inside the days shown', () => {
    expect(listBreaks(reference.editions, { from: day('2025-01-01'), to: day('2026-01-01') }).map(({ id }) => id)).toEqual(['e1']);
    expect(listBreaks(reference.editions, { from: day('2025-07-01'), to: day('2026-01-01') })).toEqual([]);
  });

  it('say of every table what it is of', () => {
    const filter = { ...view.filter, ward: 'e1/10001', categories: ['theft'], openOnly: true };
    expect(describeSelection({ from: day('2025-01-10'), to: day('2026-03-31') }, points.asOf, 'e1', describeFilters(filter, words), words)).toEqual([
      'Thời gian: 10/01/2025 – 31/03/2026', 'P. Dịch Vọng; Loại vụ việc: Trộm cắp; Chưa giải quyết', 'Tính theo địa giới: Quy về: Địa giới e1', 'Số liệu đến 11:06 10/03/2026',
    ]);
  });
});

describe('the tables behind the charts', () => {
  it('add up to what the charts show, in every grouping', () => {
    for (const grouping of GROUPINGS) {
      const trends = build({ grouping });
      const { table, places } = buildSeriesTable(trends, grouping, [], words);
      const at = table.columns.findIndex(({ id }) => id === 'count');
      expect(table.rows.reduce((sum, cells) => sum + Number(cells[at]), 0)).toBe(trends.all.total);
      expect(table.rows.reduce((sum, cells) => sum + Number(cells[at + 1]), 0)).toBe(trends.all.yearBeforeTotal);
      expect(places).toHaveLength(table.rows.length);
      const drawn = chooseDrawnGroups(trends.groups);
      expect(drawn.length).toBeLessThanOrEqual(6);
      expect(trends.periods.map((_, period) => drawn.reduce((sum, one) => sum + countDrawn(trends.groups, one, period), 0))).toEqual([...trends.all.counts]);
    }
  });

  it('say which period is not whole, and name the days', () => {
    const { table } = buildSeriesTable(build(), 'none', [], words);
    expect(table.rows[0]).toEqual(['01/2025 (15/12–14/01)', '2024-12-15', '2025-01-14', expect.any(Number), expect.any(Number), expect.any(Number), 'chưa trọn kỳ']);
    expect(table.rows[1]?.at(-1)).toBeNull();
    expect(table.rows.at(-1)?.at(-1)).toBe('chưa trọn kỳ');
  });

  it('hold the wards by name, not by their counts, and every hour', () => {
    const trends = build();
    const order = orderWards(trends, '', words);
    const { table } = buildWardTable(trends, order, [], words);
    const names = table.rows.map(([name]) => String(name));
    expect(names.slice(0, -1)).toEqual([...names.slice(0, -1)].sort(new Intl.Collator('vi').compare));
    expect(names[0]).toContain('P. An Biên');
    expect(names.at(-1)).toBe('Ngoài mọi phường');
    expect(table.rows.reduce((sum, cells) => sum + Number(cells[1]), 0)).toBe(trends.all.total);
    expect(orderWards(trends, 'dich', words).map((group) => trends.wards.keys[group])).toEqual(points.dictionaries.wards.filter((key) => wardNames.get(key) === 'Phường Dịch Vọng'));
    const hours = buildHourTable(trends.hours, [], words);
    expect(hours.rows.flatMap((cells) => cells.slice(1)).reduce((sum: number, cell) => sum + Number(cell), 0)).toBeCloseTo(trends.hours.total, 0);
  });
});

describe('the way to the records', () => {
  it('keeps the filter, and there is none where the map has no such filter', () => {
    const filter = { ...view.filter, categories: ['theft'], borderZoneOnly: true };
    const days = { from: day('2026-02-15'), to: day('2026-03-14') };
    const back = parseView(new URLSearchParams(linkRecords(filter, null, days, 'ward', 'e1/10001')?.split('?')[1]));
    expect(back).toEqual({ ...filter, period: { kind: 'days', ...days }, ward: 'e1/10001' });
    expect(linkRecords(filter, null, days, 'border', 'a|b')).toBeNull();
    expect(linkRecords(filter, null, days, 'ward', '')).toBeNull();
    expect(linkRecords(filter, 'e1', days, 'ward', 'e1/10001')).toBeNull();
    expect(linkRecords({ ...filter, ward: 'e1/10001' }, 'e1', days, 'none', '')).toBeNull();
    expect(linkRecords({ ...filter, borderZoneOnly: false }, null, days, 'border_zone', 'interior')).toBeNull();
    expect(linkRecords(filter, 'e1', days, 'status', 'closed')).toContain('status=closed');
    expect(linkMap(DEFAULT_VIEW)).toBe('/map');
    const seen = { ...filter, camera: { longitude: 105.8, latitude: 21, zoom: 12 }, pin: [105.8, 21] as const };
    expect(parseTrendsView(new URLSearchParams(linkTrends(seen).split('?')[1])).filter).toEqual(filter);
  });

  it('counts the days that are known', () => {
    const { periods } = build();
    expect(listAllDays(periods)).toEqual({ from: '2025-01-10', to: '2026-03-10' });
    expect(listCountedDays(periods[1]!)).toEqual({ from: '2025-01-15', to: '2025-02-14' });
  });

  it('is in the address: the view comes back from it, whatever stands there', () => {
    const anyView = fc.record({
      calendar: fc.option(fc.constantFrom(...CALENDARS)), grouping: fc.constantFrom(...GROUPINGS), reading: fc.option(fc.constantFrom('e0', 'hn-hp-2025')), form: fc.constantFrom(...SERIES_FORMS), scale: fc.constantFrom(...SCALES),
      filter: fc.record({ statuses: fc.subarray([...STATUS_ORDER]), ward: fc.option(fc.constant('e1/10001')), borderZoneOnly: fc.boolean() }).map((patch) => ({ ...DEFAULT_VIEW, ...patch })),
    });
    fc.assert(fc.property(anyView, (one) => { expect(parseTrendsView(new URLSearchParams(formatTrendsView(one)))).toEqual(one); }));
    expect(formatTrendsView({ ...view, filter: DEFAULT_VIEW, calendar: null })).toBe('');
    expect(parseTrendsView(new URLSearchParams('cal=century&by=&reading=../x&scale=9&period=28'))).toEqual({ filter: { ...DEFAULT_VIEW, period: { kind: 'preset', preset: '28' } }, calendar: null, grouping: 'none', reading: null, form: 'lines', scale: 'shared' });
  });
});

describe('what is drawn', () => {
  const trends = build();
  it('shows every hour of the week once, in at most five shades and none', () => {
    const html = draw(createElement(HourTable, { hours: trends.hours }));
    expect(html.match(/<td/g)).toHaveLength(168);
    expect(new Set([...html.matchAll(/data-class="(\d)"/g)].map(([, shade]) => shade)).size).toBeLessThanOrEqual(6);
    expect(html).toContain('Thứ Hai');
  });

  it('shows a picture of every ward with its number, which leads to its records', () => {
    const html = draw(createElement(WardMultiples, { trends, view, words }));
    const order = orderWards(trends, '', words);
    expect(html.match(/<svg/g)).toHaveLength(order.length);
    expect(html.match(/href="\/map\?from=2025-01-10&amp;to=2026-03-10&amp;ward=/g)).toHaveLength(order.length - 1);
    expect(html).toContain('Trước khi có địa giới này');
  });

  it('compares in words, never by percent', () => {
    const html = draw(createElement(ComparisonFacts, { trends, view }));
    expect(html).toMatch(/data-verdict="(more|fewer|within_chance)"/);
    expect(html.replace('Không ghi phần trăm', '')).not.toContain('%');
    const nothing = build({ filter: { ...view.filter, ward: 'e9/99999' } });
    expect(nothing.all.total).toBe(0);
    expect(draw(createElement(ComparisonFacts, { trends: nothing, view }))).toContain('data-verdict="nothing"');
  });

  it('shows a table of a hundred rows a page, sorted where asked', () => {
    const { table } = buildSeriesTable(build({ grouping: 'ward' }), 'ward', [], words);
    const html = draw(createElement(DataTable, { table, fileName: 'x', order: { column: table.columns.findIndex(({ id }) => id === 'count'), descending: true } }));
    expect(html.match(/<tr/g)).toHaveLength(101);
    expect(html).toContain(`trong ${String(table.rows.length)}`);
    expect(html).toContain('aria-sort="descending"');
    expect(draw(createElement(DataTable, { table: { ...table, rows: [] }, fileName: 'x' }))).toContain('Không có dòng nào');
  });
});
