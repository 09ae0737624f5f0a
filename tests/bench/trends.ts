import type { Day } from '../../lib/domain/instant';
import { NO_CODE, type PointColumns } from '../../lib/domain/point-columns';
import { buildTrends } from '../../lib/trends/build-trends';
import { readAsRecorded } from '../../lib/trends/edition-reading';
import { listPeriods } from '../../lib/trends/reporting-periods';
import type { TrendsView } from '../../lib/trends/trends-view';
import { dayStartSeconds } from '../../lib/view/day-arithmetic';
import { DEFAULT_VIEW } from '../../lib/view/map-view';
import { buildPoints, seededRandom } from '../helpers/build-points';
import type { BenchTable } from './bench-table';

const COUNT = 100_000;
const WARDS = 240;
const ROUNDS = 15;
const TODAY = '2026-03-10' as Day;

/** 100,000 made-up incidents of six years in 240 wards, a tenth of them known to a span only. */
function makePoints(): PointColumns {
  const made = buildPoints(COUNT, 5);
  const random = seededRandom(6);
  const wards = Uint16Array.from({ length: COUNT }, () => (random() < 0.02 ? NO_CODE : Math.floor(random() * WARDS)));
  return {
    ...made, asOf: dayStartSeconds(TODAY) + 40_000, wards, neighbours: wards.map((ward) => (ward === NO_CODE || ward % 3 !== 0 ? NO_CODE : (ward + 1) % WARDS)),
    occurredUntil: made.occurredAt.map((at) => (random() < 0.1 ? at + Math.floor(random() * 40_000) : 0)),
    dictionaries: { ...made.dictionaries, wards: Array.from({ length: WARDS }, (_, ward) => `e1/${String(10_000 + ward)}`) },
  };
}

interface PlainRow { readonly at: number; readonly until: number; readonly category: string; readonly ward: string }

/** The same figures from objects, by filter and Map, as a page without columns would rebuild them. */
function buildPlainly(rows: readonly PlainRow[], categories: readonly string[], calendar: 'week' | 'reporting_month'): number {
  const periods = listPeriods(calendar, { from: '2020-01-01' as Day, to: TODAY }, dayStartSeconds(TODAY) + 40_000);
  const kept = rows.filter(({ category }) => categories.length === 0 || categories.includes(category));
  const placeOf = (seconds: number): number => periods.findIndex(({ fromSeconds, untilSeconds }) => seconds >= fromSeconds && seconds < untilSeconds);
  const beforeOf = (seconds: number): number => periods.findIndex(({ yearBefore }) => yearBefore !== null && seconds >= yearBefore.fromSeconds && seconds < yearBefore.untilSeconds);
  const counts = new Map<string, number>();
  const add = (key: string, weight: number): void => void counts.set(key, (counts.get(key) ?? 0) + weight);
  let total = 0;
  for (const { at, until, category, ward } of kept) {
    const place = placeOf(at);
    const before = beforeOf(at);
    if (before >= 0) add(`before ${String(before)}`, 1);
    if (place < 0) continue;
    total++;
    for (const key of ['all', category, ward]) add(`${key} ${String(place)}`, 1);
    const hours = until === 0 ? 1 : Math.max(1, Math.ceil(until / 3_600) - Math.floor(at / 3_600));
    for (let hour = 0; hour < hours; hour++) add(`hour ${String((Math.floor(at / 3_600) + hour) % 168)}`, 1 / hours);
  }
  return total;
}

/** Median milliseconds of a work whose input changes each time. */
function measure(work: (round: number) => number): { medianMs: number; worstMs: number; last: number } {
  const times: number[] = [];
  let last = 0;
  for (let round = -2; round < ROUNDS; round++) {
    const start = performance.now();
    last = work(round + 2);
    if (round >= 0) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { medianMs: times[Math.floor(times.length / 2)] ?? NaN, worstMs: times.at(-1) ?? NaN, last };
}

/** A change of filter on the trends page over 100,000 incidents: every series, comparison, hour and ward anew. */
export function benchTrends(): Promise<BenchTable> {
  const points = makePoints();
  const { categories, wards } = points.dictionaries;
  const reading = readAsRecorded(points);
  const rows = Array.from({ length: COUNT }, (_, row): PlainRow => ({
    at: points.occurredAt[row]!, until: points.occurredUntil[row]!, category: categories[points.categories[row]!]!, ward: wards[points.wards[row]!] ?? '',
  }));
  const viewOf = (round: number, calendar: 'week' | 'reporting_month', grouping: TrendsView['grouping']): TrendsView => ({
    filter: { ...DEFAULT_VIEW, period: { kind: 'preset', preset: 'all' }, categories: categories.filter((_, place) => (place + round) % 3 !== 0) }, calendar, grouping, reading: null, form: 'lines', scale: 'shared',
  });
  const cases = [['reporting_month', 'category'], ['reporting_month', 'border'], ['week', 'ward']] as const;
  const table = cases.map(([calendar, grouping]) => {
    const ours = measure((round) => buildTrends(points, viewOf(round, calendar, grouping), reading, TODAY, 0).all.total);
    const peer = measure((round) => buildPlainly(rows, viewOf(round, calendar, grouping).filter.categories, calendar));
    const ms = (value: number): string => value.toFixed(1);
    return [`${calendar} × ${grouping}`, ms(ours.medianMs), ms(ours.worstMs), ms(peer.medianMs), ms(peer.worstMs), ours.last === peer.last ? 'equal' : `${String(ours.last)} ≠ ${String(peer.last)}`];
  });
  return Promise.resolve({
    title: `Trends: a change of filter over ${COUNT.toLocaleString('en')} incidents, ${String(WARDS)} wards, six years`,
    columns: ['periods × groups', 'columns, median ms', 'worst ms', 'objects and Map, median ms', 'worst ms', 'totals'],
    rows: table,
    notes: [`${String(ROUNDS)} changes each, two to warm up; the categories chosen change every time.`, 'Ours: all series now and a year before, 240 wards, hours with spans parted, comparisons. The peer leaves out the grouping by border and the comparisons.', 'Drawing is not in it.'],
  });
}
