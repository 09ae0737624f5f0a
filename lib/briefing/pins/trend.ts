import { rounded } from '../../analysis/rounded';
import type { CellKind, ResultChart, ResultTable, Told, Values } from '../../domain/analysis-result';
import type { Slide } from '../../domain/briefing';
import type { Day } from '../../domain/instant';
import type { PointColumns } from '../../domain/point-columns';
import { countChangeZ, poissonUpperTail } from '../../stats/count-tails';
import { buildTrends, type Trends } from '../../trends/build-trends';
import type { CountComparison } from '../../trends/comparison';
import { chooseDrawnGroups, countDrawn } from '../../trends/drawn-groups';
import type { OwnerReading } from '../../trends/edition-reading';
import type { Grouping } from '../../trends/row-groups';
import type { TrendsView } from '../../trends/trends-view';
import { cutChart, say } from '../slide-pieces';
import { cutRows, makePinSlide, type Pinned } from './pin-slide';

/** Charts of the trends page that can be brought. */
export const TREND_CHARTS = ['series', 'hours', 'wards'] as const;

/** A chart of the trends page, or the histogram of the map page, over what was known at the briefing's instant. */
export interface TrendEvidence {
  readonly kind: 'trend';
  readonly points: PointColumns;
  readonly view: TrendsView;
  readonly reading: OwnerReading;
  readonly chart: (typeof TREND_CHARTS)[number];
  readonly referenceDay: Day;
  readonly nowSeconds: number;
}

const MOST_BARS = 12;
const fixed = (value: number): number => rounded(value) ?? 0;
/** From this z on a change is notable, as on the page. */
const NOTABLE_Z = 3;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const KINDS: Readonly<Record<Grouping, CellKind>> = { none: 'code', category: 'category', ward: 'ward', cluster: 'cluster', border: 'pair', border_zone: 'code', status: 'code', lead_reason: 'code' };

/** A group as a cell says it: a ward without its edition, a pair as `code/code`; one that belongs to none as a word. */
function cellOf(grouping: Grouping, key: string): string {
  if (key === '') return 'none';
  if (grouping === 'ward') return key.split('/')[1] ?? key;
  return grouping === 'border' ? key.split('|').map((one) => one.split('/')[1] ?? one).join('/') : key;
}

/** What the year before says of the periods that have a counterpart. */
function tellYear({ now, before, z, rates }: CountComparison): Told[] {
  if (now.count + before.count === 0 || before.seconds === 0) return [];
  const values: Values = { now: now.count, before: before.count };
  return rates === null ? [say('about_year', { ...values, z: rounded(z) })] : [say('about_year_rates', { ...values, ratio: rounded(rates.ratio), low: rounded(rates.interval[0]), high: rounded(rates.interval[1]), p: rounded(rates.p) })];
}

const yearOf = ({ all, periods }: Trends): boolean => periods.some(({ yearBefore }) => yearBefore !== null) && all.yearBeforeTotal > 0;

function drawTotal({ all, periods }: Trends): Pick<Slide, 'charts' | 'tables'> {
  const xs = periods.map(({ from }) => from);
  const now = Array.from(all.counts);
  const before = periods.map(({ yearBefore }, place) => (yearBefore === null ? null : (all.yearBefore[place] ?? 0)));
  return {
    charts: [{ id: 'periods', kind: 'lines', x: 'day', y: 'count', xs, series: [{ id: 'now', values: now }, { id: 'year_before', values: before }] }],
    tables: [{ id: 'periods', columns: [{ id: 'from', kind: 'day' }, { id: 'now', kind: 'count' }, { id: 'year_before', kind: 'count' }], rows: xs.map((day, place) => ({ cells: [day, now[place]!, before[place]!] })) }],
  };
}

/** The lines that the page draws, the rest together; a row a group with its total and that of the year before. */
function drawGroups({ groups, periods }: Trends, grouping: Grouping): Pick<Slide, 'charts' | 'tables'> {
  const xs = periods.map(({ from }) => from);
  const kind = KINDS[grouping];
  const series = chooseDrawnGroups(groups).map((one) => ({ id: one.isRest ? 'rest' : cellOf(grouping, groups.keys[one.groups[0]!]!), values: periods.map((_, period) => countDrawn(groups, one, period)) }));
  const sumBefore = (group: number): number => groups.yearBefore.subarray(group * periods.length, (group + 1) * periods.length).reduce((a, b) => a + b, 0);
  const rows = groups.keys.map((key, group) => [key === '' ? null : cellOf(grouping, key), groups.totals[group]!, sumBefore(group)] as const).filter(([, now, before]) => now + before > 0)
    .sort((a, b) => b[1] - a[1] || b[2] - a[2] || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
  return {
    charts: [{ id: 'groups', kind: 'lines', x: 'day', y: 'count', xs, series, seriesKind: kind }],
    tables: [{ id: 'groups', columns: [{ id: 'group', kind }, { id: 'now', kind: 'count' }, { id: 'year_before', kind: 'count' }], rows: rows.map((cells) => ({ cells: [...cells] })) }],
  };
}

function drawWards({ wards, periods }: Trends): { readonly table: ResultTable; readonly chart: ResultChart; readonly values: Values } {
  const used = wards.keys.map((key, group) => {
    const [from, until] = [group * periods.length, (group + 1) * periods.length];
    const before = wards.yearBefore.subarray(from, until).reduce((a, b) => a + b, 0);
    return { ward: key === '' ? null : cellOf('ward', key), now: wards.totals[group]!, before, z: fixed(countChangeZ(before, wards.totals[group]!)), most: wards.counts.subarray(from, until).reduce((a, b) => Math.max(a, b), 0) };
  }).filter(({ now, before }) => now + before > 0).sort((a, b) => Math.abs(b.z) - Math.abs(a.z) || b.now - a.now || ((a.ward ?? '') < (b.ward ?? '') ? -1 : 1));
  const named = used.filter(({ ward }) => ward !== null);
  return {
    table: { id: 'wards', columns: [{ id: 'ward', kind: 'ward' }, { id: 'now', kind: 'count' }, { id: 'year_before', kind: 'count' }, { id: 'z', kind: 'z' }, { id: 'most', kind: 'count' }], rows: used.map(({ ward, now, before, z, most }) => ({ cells: [ward, now, before, z, most] })) },
    chart: cutChart({ id: 'wards', kind: 'bars', x: 'ward', y: 'count', xs: named.map(({ ward }) => ward!), series: [{ id: 'now', values: named.map(({ now }) => now) }, { id: 'year_before', values: named.map(({ before }) => before) }] }, MOST_BARS),
    values: { wards: named.length, rises: named.filter(({ z }) => z > NOTABLE_Z).length, falls: named.filter(({ z }) => z < -NOTABLE_Z).length },
  };
}

const hourName = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** The week's hours: a row an hour, a column a weekday; the chart all weekdays together. */
function drawHours({ hours }: Trends): { readonly table: ResultTable; readonly chart: ResultChart; readonly values: Values } {
  const weightOf = (day: number, hour: number): number => fixed(hours.weights[day * 24 + hour]!);
  const byHour = HOURS.map((hour) => fixed(WEEKDAYS.reduce((sum, _, day) => sum + hours.weights[day * 24 + hour]!, 0)));
  const peak = byHour.indexOf(Math.max(...byHour));
  const count = byHour[peak]!;
  return {
    table: { id: 'hours', columns: [{ id: 'hour', kind: 'text' }, ...WEEKDAYS.map((id) => ({ id, kind: 'count' as const }))], rows: HOURS.map((hour) => ({ cells: [String(hour), ...WEEKDAYS.map((_, day) => weightOf(day, hour))] })) },
    chart: { id: 'hours', kind: 'lines', x: 'number', y: 'count', xs: HOURS, series: [{ id: 'all', values: byHour }] },
    values: { hour: hourName(peak), most: count, count: hours.total, p: rounded(Math.min(1, 24 * poissonUpperTail(Math.floor(count), hours.total / 24))), uncertain: hours.uncertain },
  };
}

/** The chart of the trends page that was pinned, with its numbers and what the year before says. */
export function composeTrend(pin: Pinned, { points, view, reading, chart, referenceDay, nowSeconds }: TrendEvidence): Slide {
  const trends = buildTrends(points, view, reading, referenceDay, nowSeconds);
  const { all, span, comparison, recordsEndDay, periods } = trends;
  const about = { from: span.from, to: span.to, count: all.total };
  if (all.total === 0 || periods.length === 0) return makePinSlide(pin, 'pin_trend', say('trend_empty', { from: span.from, to: span.to }));
  const uncertainty = [...tellYear(comparison), ...(recordsEndDay === null ? [] : [say('records_end', { day: recordsEndDay })])];
  const facts: Slide['facts'] = [{ id: 'count', unit: 'count', value: all.total }, ...(yearOf(trends) ? [{ id: 'year_before', unit: 'count' as const, value: all.yearBeforeTotal }] : [])];
  if (chart === 'hours') {
    const { table, chart: bars, values } = drawHours(trends);
    return makePinSlide(pin, 'pin_trend', say('trend_hours', { ...about, ...values }), { uncertainty: [say('about_hours', values), ...(trends.hours.uncertain === 0 ? [] : [say('about_spans', values)])], facts: facts.slice(0, 1), tables: [table], charts: [bars] });
  }
  if (chart === 'wards') {
    const { table, chart: bars, values } = drawWards(trends);
    const cut = cutRows(table);
    return makePinSlide(pin, 'pin_trend', say('trend_wards', { ...about, ...values }), { uncertainty: [say('about_wards', values), ...uncertainty, ...cut.told], facts, tables: [cut.table], charts: [bars] });
  }
  const { grouping } = view;
  const drawn = grouping === 'none' ? drawTotal(trends) : drawGroups(trends, grouping);
  const cut = cutRows(drawn.tables[0]!, grouping === 'none' ? periods.length : undefined);
  const [first] = grouping === 'none' ? [] : (drawn.tables[0]!.rows.find(({ cells }) => cells[0] !== null)?.cells ?? []);
  const most = grouping === 'none' ? null : (drawn.tables[0]!.rows.find(({ cells }) => cells[0] !== null)?.cells[1] ?? null);
  const claim = grouping === 'none' || first === undefined ? say('trend_series', { ...about, before: comparison.before.count, now: comparison.now.count, has: comparison.before.seconds > 0 ? 'year' : 'none' }) : say('trend_groups', { ...about, grouping, key: first, most });
  return makePinSlide(pin, 'pin_trend', claim, { uncertainty: [...uncertainty, ...cut.told], facts, tables: [cut.table], charts: drawn.charts });
}
