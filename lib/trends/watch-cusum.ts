import { cusumPath } from '../stats/count-cusum';
import { RUN_WEEKS, type Baseline, type ChartSeries, type ChartTerms, type WeekVerdict } from './chart-series';
import type { CusumChart, LimitBook } from './limit-book';
import { countWeeks, firstDayOfWeek } from './weekly-counts';

/** Weekly mean from which weeks are summed; below it, single incidents are timed. */
export const LEAST_CUSUM_MEAN = 0.5;

/** The chart of a baseline; null when no limit is high enough. */
export const cusumChartOf = (baseline: Baseline, { share }: ChartTerms, book: LimitBook): CusumChart | null => book.chartFor(baseline.guardedMeanPerWeek, baseline.dispersion, 1 / share);

/** The CUSUM at the end of a week, begun at 0 half a year before; the change began after it was 0 last. */
export function watchCusum({ days }: ChartSeries, week: number, baseline: Baseline, chart: CusumChart): WeekVerdict {
  const { sums, sinceZero } = cusumPath(countWeeks(days, week - RUN_WEEKS + 1, week), chart);
  const sum = sums[RUN_WEEKS - 1]!;
  const limit = chart.limit / chart.steps;
  return { statistic: sum, limit, isOver: sum > limit, expected: baseline.meanPerWeek, sinceDay: firstDayOfWeek(week - sinceZero[RUN_WEEKS - 1]! + 1) };
}
