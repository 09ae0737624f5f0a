import { gammaQuantile } from '../stats/gamma-quantile';
import { blockDispersion, countWeeks, shrunkDispersion } from './weekly-counts';

/** What a chart is drawn from: the day of each incident (days since 1970, in order) and the weeks that were watched. */
export interface ChartSeries {
  readonly days: Int32Array;
  /** First week of the records. */
  readonly firstWeek: number;
  /** Last week that is looked at; it is over. */
  readonly lastWeek: number;
}

/** What is taken from all charts together. */
export interface ChartTerms {
  /** False alarms a week that the chart may give. */
  readonly share: number;
  /** Variance over mean that is usual. */
  readonly usualDispersion: number;
}

/** One look at a chart at the end of a week. */
export interface WeekVerdict {
  readonly statistic: number;
  readonly limit: number;
  readonly isOver: boolean;
  readonly expected: number;
  /** Day number since when, where it is over. */
  readonly sinceDay: number;
}

/** Weeks a baseline has at most and at least, and the weeks between it and the week under test. */
export const BASELINE_WEEKS = 104;
export const LEAST_BASELINE_WEEKS = 52;
export const RUN_WEEKS = 26;
/** Share of cases in which a guarded mean is above the true one. */
const GUARD = 0.9;

/** What a week is compared with. */
export interface Baseline {
  readonly weeks: number;
  readonly count: number;
  readonly meanPerWeek: number;
  /** Upper bound of the mean: a baseline of few incidents must not make an alarm of nothing. */
  readonly guardedMeanPerWeek: number;
  readonly dispersion: number;
}

/** Upper 90 % bound of a mean a week, for a count of so many weeks that varies `dispersion` times as much as chance alone. */
export const guardedMean = (count: number, weeks: number, dispersion: number): number => (dispersion * gammaQuantile(GUARD, count / dispersion + 1, 1)) / weeks;

/** The two years that end `RUN_WEEKS` before a week; null when there is not one year of them. */
export function baselineOf({ days, firstWeek }: ChartSeries, week: number, usualDispersion: number): Baseline | null {
  const last = week - RUN_WEEKS;
  const first = Math.max(firstWeek, last - BASELINE_WEEKS + 1);
  const weeks = last - first + 1;
  if (weeks < LEAST_BASELINE_WEEKS) return null;
  const counts = countWeeks(days, first, last);
  const count = counts.reduce((sum, y) => sum + y, 0);
  const dispersion = shrunkDispersion(blockDispersion(counts), usualDispersion);
  return { weeks, count, meanPerWeek: count / weeks, guardedMeanPerWeek: guardedMean(count, weeks, dispersion), dispersion };
}

/** Number of the first of some days, in order, that is not before a day. */
export function placeOfDay(days: Int32Array, day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
