import type { AlarmMethod } from '../domain/alarm';
import { baselineOf, placeOfDay, RUN_WEEKS, type Baseline, type ChartSeries, type ChartTerms, type WeekVerdict } from './chart-series';
import type { LimitBook } from './limit-book';
import { cusumChartOf, LEAST_CUSUM_MEAN, watchCusum } from './watch-cusum';
import { watchEvents } from './watch-events';
import { hasYears, LEAST_YEARS_MEAN, watchYears } from './watch-years';
import { firstDayOfWeek } from './weekly-counts';

/** Weeks that are looked back for where an alarm that is on began. */
export const LOOK_BACK_WEEKS = 12;
/** An alarm is over when its chart was below the limit for so many weeks on end. */
export const QUIET_WEEKS = 4;
/** Fewer incidents in the run of a chart are never an alarm, so no chart is drawn. */
const LEAST_IN_RUN = 3;

/** The method that the data of a series allow, with its baseline: years of many, weeks of some, single ones of few. Null: too short. */
export function chooseMethod(series: ChartSeries, week: number, { usualDispersion }: ChartTerms): { readonly method: AlarmMethod; readonly baseline: Baseline } | null {
  const baseline = baselineOf(series, week, usualDispersion);
  if (baseline === null) return null;
  const { meanPerWeek } = baseline;
  if (meanPerWeek >= LEAST_YEARS_MEAN && hasYears(series, week)) return { method: 'years', baseline };
  return { method: meanPerWeek >= LEAST_CUSUM_MEAN ? 'cusum' : 'events', baseline };
}

/** One week of a chart by a method; null where it can not be asked. */
export function watchWeek(series: ChartSeries, week: number, method: AlarmMethod, terms: ChartTerms, book: LimitBook): WeekVerdict | null {
  switch (method) {
    case 'events': return watchEvents(series, week, terms.share, terms.usualDispersion);
    case 'years': return hasYears(series, week) ? watchYears(series, week, terms.share) : null;
    case 'cusum': {
      const baseline = baselineOf(series, week, terms.usualDispersion);
      const chart = baseline === null ? null : cusumChartOf(baseline, terms, book);
      return baseline === null || chart === null ? null : watchCusum(series, week, baseline, chart);
    }
    default: return method satisfies never;
  }
}

/** A chart that is over its limit now, or was within the last weeks. */
export interface OpenChart {
  readonly method: AlarmMethod;
  readonly baseline: Baseline;
  /** Week in which it went over its limit. */
  readonly detectedWeek: number;
  readonly sinceDay: number;
  /** Week in which it was farthest over its limit, and that week. */
  readonly clearest: { readonly week: number; readonly verdict: WeekVerdict };
}

/** Draws the chart of a series up to its last week; null when there is no alarm, or none that is not over. */
export function drawChart(series: ChartSeries, terms: ChartTerms, book: LimitBook): OpenChart | null {
  const { days, lastWeek } = series;
  const end = placeOfDay(days, firstDayOfWeek(lastWeek + 1));
  if (end - placeOfDay(days, firstDayOfWeek(lastWeek - RUN_WEEKS + 1)) < LEAST_IN_RUN) return null;
  const chosen = chooseMethod(series, lastWeek, terms);
  if (chosen === null) return null;
  const opened = followWeeks(series, (week) => watchWeek(series, week, chosen.method, terms, book));
  return opened === null ? null : { ...chosen, ...opened };
}

type Opened = Omit<OpenChart, 'method' | 'baseline'>;
const excess = ({ statistic, limit }: WeekVerdict): number => statistic - limit;

/** The alarm with one more week over the limit. */
function joinWeek(open: Opened | null, week: number, verdict: WeekVerdict): Opened {
  if (open === null) return { detectedWeek: week, sinceDay: verdict.sinceDay, clearest: { week, verdict } };
  const clearest = excess(verdict) > excess(open.clearest.verdict) ? { week, verdict } : open.clearest;
  return { ...open, sinceDay: Math.min(open.sinceDay, verdict.sinceDay), clearest };
}

/** Goes through the last weeks; quiet ones end what was open. */
function followWeeks({ lastWeek }: ChartSeries, watch: (week: number) => WeekVerdict | null): Opened | null {
  let [open, quiet]: [Opened | null, number] = [null, 0];
  for (let week = lastWeek - LOOK_BACK_WEEKS + 1; week <= lastWeek; week++) {
    const verdict = watch(week);
    const isOver = verdict?.isOver === true;
    quiet = isOver ? 0 : quiet + 1;
    if (verdict !== null && isOver) open = joinWeek(open, week, verdict);
    else if (quiet >= QUIET_WEEKS) open = null;
  }
  return open;
}
