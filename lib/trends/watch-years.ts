import { compareWithYears, farringtonReach, FARRINGTON, upperTail, type FarringtonWeek } from '../stats/farrington';
import type { ChartSeries, WeekVerdict } from './chart-series';
import { countWeeks, firstDayOfWeek } from './weekly-counts';

/** Weekly mean from which a week is compared with earlier years. */
export const LEAST_YEARS_MEAN = 2;
/** Fewest incidents in four weeks for an alarm. Source: Farrington et al. (1996). */
const LEAST_RECENT = 5;
const RECENT_WEEKS = 4;
/** Standard errors of the upper 90 % bound of what is expected. */
const GUARD_ERRORS = 1.281_551_6;

/** Whether there are enough weeks before a week, and the fifth year's trailing season. */
export const hasYears = ({ firstWeek }: ChartSeries, week: number): boolean => week - firstWeek >= farringtonReach(FARRINGTON);

/** A week beside earlier years with a mean that is guarded against their own chance. */
export interface YearsWeek extends FarringtonWeek {
  readonly guardedExpected: number;
  readonly guardedP: number;
  /** Lowest count that is an alarm. */
  readonly threshold: number;
}

/** Compares a week with the same season of the four years before; null when these do not say what is usual. */
export function compareWeek({ days, firstWeek }: ChartSeries, week: number, share: number): YearsWeek | null {
  const counts = countWeeks(days, firstWeek, week);
  const compared = compareWithYears(counts, week - firstWeek);
  if (compared === null) return null;
  const guardedExpected = compared.expected * Math.exp(GUARD_ERRORS * compared.standardError);
  const p = (count: number): number => upperTail(count, guardedExpected, compared.dispersion);
  let [low, high] = [0, 8];
  while (p(high) > share) high *= 2;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (p(middle) > share) low = middle;
    else high = middle;
  }
  return { ...compared, guardedExpected, guardedP: p(counts[counts.length - 1]!), threshold: high };
}

/** A week's count beside its threshold. */
export function watchYears(series: ChartSeries, week: number, share: number): WeekVerdict | null {
  const compared = compareWeek(series, week, share);
  if (compared === null) return null;
  const recent = countWeeks(series.days, week - RECENT_WEEKS + 1, week);
  const count = recent[RECENT_WEEKS - 1]!;
  const isOver = count >= compared.threshold && recent.reduce((sum, y) => sum + y, 0) >= LEAST_RECENT;
  return { statistic: count, limit: compared.threshold, isOver, expected: compared.expected, sinceDay: firstDayOfWeek(week) };
}
