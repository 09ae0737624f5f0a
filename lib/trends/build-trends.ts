import type { Day } from '../domain/instant';
import type { PointColumns } from '../domain/point-columns';
import { buildPointFilter } from '../view/build-point-filter';
import { addDays, dayOfSeconds, dayStartSeconds } from '../view/day-arithmetic';
import { resolvePeriod } from '../view/resolve-period';
import { compareCounts, type CountComparison } from './comparison';
import { countSeries, type CountSeries } from './count-series';
import type { OwnerReading } from './edition-reading';
import { countHours, type HourGrid } from './hour-weekday';
import { listPeriods, suggestCalendar, type Calendar, type DaySpan, type ReportingPeriod } from './reporting-periods';
import { groupRows } from './row-groups';
import { selectRows } from './select-rows';
import type { TrendsView } from './trends-view';

/** Everything the trends page shows of a selection. */
export interface Trends {
  readonly span: DaySpan;
  readonly calendar: Calendar;
  readonly periods: readonly ReportingPeriod[];
  /** When the incidents were read, in seconds since 1970. */
  readonly asOfSeconds: number;
  /** The last day with a record when records have ended before that: days after it are unknown, not empty. Null while records go on. */
  readonly recordsEndDay: Day | null;
  readonly all: CountSeries;
  readonly groups: CountSeries;
  readonly wards: CountSeries;
  readonly hours: HourGrid;
  /** All periods that have a counterpart a year before, against those counterparts. */
  readonly comparison: CountComparison;
  /** The latest period against its counterpart; null when it has none. */
  readonly latest: CountComparison | null;
}

/** Days without any record after which records are taken to have ended: no day of them is counted as a day of no incidents. */
const SILENT_DAYS = 7;

/** The last day with a record, of any incident in sight, when none has come for `SILENT_DAYS`; null while records go on. */
function findRecordsEnd({ occurredAt, asOf }: PointColumns): Day | null {
  const last = occurredAt.reduce((latest, one) => Math.max(latest, one), -Infinity);
  return Number.isFinite(last) && asOf - last > SILENT_DAYS * 86_400 ? dayOfSeconds(last) : null;
}

/** The days a view means on a reference day; an open beginning is the day of the first incident, an open end the reference day. */
function resolveSpan(view: TrendsView, points: PointColumns, referenceDay: Day): DaySpan {
  const { from, to } = resolvePeriod(view.filter.period, referenceDay);
  const first = points.occurredAt.reduce((least, one) => Math.min(least, one), Infinity);
  const begin = from ?? (Number.isFinite(first) ? dayOfSeconds(first) : referenceDay);
  const end = to ?? referenceDay;
  return begin <= end ? { from: begin, to: end } : { from: end, to: end };
}

const secondsOf = ({ fromSeconds, untilSeconds }: { readonly fromSeconds: number; readonly untilSeconds: number }): number => untilSeconds - fromSeconds;

function compareSeries(periods: readonly ReportingPeriod[], { counts, yearBefore }: CountSeries, only?: number): CountComparison | null {
  const now = { count: 0, seconds: 0 };
  const before = { count: 0, seconds: 0 };
  for (const [place, period] of periods.entries()) {
    if (period.yearBefore === null || (only !== undefined && place !== only)) continue;
    now.count += counts[place]!;
    now.seconds += secondsOf(period);
    before.count += yearBefore[place]!;
    before.seconds += secondsOf(period.yearBefore);
  }
  return only !== undefined && now.seconds === 0 ? null : compareCounts(now, before);
}

/**
 * Counts everything the trends page shows, each incident once a chart.
 *
 * Accuracy: exact. Limits: at most `MOST_PERIODS` periods, the latest; incidents are known until the answer the points came with, or until records ended.
 */
export function buildTrends(points: PointColumns, view: TrendsView, reading: OwnerReading, referenceDay: Day, nowSeconds: number): Trends {
  const asked = resolveSpan(view, points, referenceDay);
  const recordsEndDay = findRecordsEnd(points);
  const knownUntilSeconds = recordsEndDay === null ? points.asOf : dayStartSeconds(addDays(recordsEndDay, 1));
  const span = recordsEndDay !== null && asked.from <= recordsEndDay && asked.to > recordsEndDay ? { from: asked.from, to: recordsEndDay } : asked;
  const calendar = view.calendar ?? suggestCalendar(span);
  const periods = listPeriods(calendar, span, knownUntilSeconds);
  const rows = selectRows(points, buildPointFilter(view.filter, referenceDay, nowSeconds), reading);
  const all = countSeries(points, rows, periods, groupRows(points, 'none', reading));
  const wards = countSeries(points, rows, periods, groupRows(points, 'ward', reading));
  const groups = view.grouping === 'none' ? all : view.grouping === 'ward' ? wards : countSeries(points, rows, periods, groupRows(points, view.grouping, reading));
  const [first, last] = [periods[0], periods.at(-1)];
  return {
    span, calendar, periods, asOfSeconds: points.asOf, recordsEndDay, all, groups, wards,
    hours: countHours(points, rows, first?.fromSeconds ?? 0, last?.untilSeconds ?? 0),
    comparison: compareSeries(periods, all) ?? compareCounts({ count: 0, seconds: 0 }, { count: 0, seconds: 0 }),
    latest: periods.length === 0 ? null : compareSeries(periods, all, periods.length - 1),
  };
}

/** Place of the period in which a day falls; −1 when none does. */
export const placeOfDay = (periods: readonly ReportingPeriod[], day: Day): number => periods.findIndex(({ from, to }) => from <= day && day <= to);
