import type { Day } from '../domain/instant';
import { addDays, dayNumberOf, dayOfNumber, dayStartSeconds } from './day-arithmetic';
import type { TimeBinUnit } from './map-view';
import type { DayRange } from './resolve-period';

/** Consecutive bins of calendar days: bin i holds the days `starts[i]` … `starts[i + 1] − 1`. One more start than bins. */
export interface TimeBins {
  readonly unit: TimeBinUnit;
  readonly starts: readonly Day[];
  /** The starts in seconds since 1970 (UTC), for comparing with `occurredAt`. */
  readonly startSeconds: Float64Array;
}

/** How many bins the histogram shows for each unit; month is bounded by the data instead. */
const BIN_COUNT = { day: 120, week: 104 } as const;

/** Bar width that keeps a period between a sliver and the whole strip: up to 45 days by day, up to 200 by week, else by month. */
export function chooseBinUnit({ from, to }: DayRange): TimeBinUnit {
  if (from === null || to === null) return 'month';
  const days = dayNumberOf(to) - dayNumberOf(from) + 1;
  return days <= 45 ? 'day' : days <= 200 ? 'week' : 'month';
}

/** First day of the bin a day falls into; weeks begin on Monday. */
export function binStartOf(day: Day, unit: TimeBinUnit): Day {
  if (unit === 'day') return day;
  if (unit === 'month') return `${day.slice(0, 7)}-01` as Day;
  const number = dayNumberOf(day);
  return dayOfNumber(number - ((number + 3) % 7)); // 1970-01-01 was a Thursday
}

function nextBinStart(start: Day, unit: TimeBinUnit): Day {
  if (unit === 'day') return addDays(start, 1);
  if (unit === 'week') return addDays(start, 7);
  return `${addDays(start, 31).slice(0, 7)}-01` as Day;
}

/**
 * Bins that end at the later of `lastDay` and the period's end and reach back far enough to show the period in context.
 *
 * Limits: at most 240 bins; months begin no earlier than `firstDay`.
 */
export function buildTimeBins(unit: TimeBinUnit, period: DayRange, firstDay: Day, lastDay: Day): TimeBins {
  const end = period.to !== null && period.to > lastDay ? period.to : lastDay;
  const usual = unit === 'month' ? firstDay : addDays(end, unit === 'day' ? -BIN_COUNT.day : -BIN_COUNT.week * 7);
  const begin = period.from !== null && period.from < usual ? period.from : usual;
  const starts: Day[] = [];
  let start = binStartOf(begin < firstDay ? firstDay : begin, unit);
  while (start <= end) {
    starts.push(start);
    start = nextBinStart(start, unit);
  }
  const kept = [...starts.slice(-240), start];
  return { unit, starts: kept, startSeconds: Float64Array.from(kept, dayStartSeconds) };
}

/** Last day of a bin. */
export function binLastDay(bins: TimeBins, index: number): Day {
  return addDays(bins.starts[index + 1] ?? bins.starts[index]!, -1);
}
