import type { AlarmEvidence, AlarmWeek } from '../domain/alarm';
import { ewmaLimitFactor, ewmaPath, ewmaSpread } from '../stats/count-ewma';
import { countMasses } from '../stats/count-masses';
import { countChangeScaledZ } from '../stats/count-change';
import { dayOfNumber } from '../view/day-arithmetic';
import { placeOfDay, RUN_WEEKS, type Baseline, type ChartSeries, type ChartTerms } from './chart-series';
import { watchWeek, type OpenChart } from './draw-chart';
import { recurrenceOfSum, type LimitBook } from './limit-book';
import { cusumChartOf } from './watch-cusum';
import { quickestOfWeek } from './watch-events';
import { compareWeek } from './watch-years';
import { countWeeks, firstDayOfWeek, WEEK_DAYS } from './weekly-counts';

/** Weeks that are shown, and of them those whose chart is shown too. */
const SHOWN_WEEKS = 104;
const CHARTED_WEEKS = 52;
const RECENT_DAYS = 28;
const EWMA_WEIGHT = 0.2;
/** Beyond it, a recurrence is as good as never. */
const LONGEST_RECURRENCE = 1e12;

type Parts = Pick<AlarmEvidence, 'runLengthWeeks' | 'recurrenceWeeks' | 'cusum' | 'ewma' | 'events' | 'years'>;

const finite = (weeks: number | null): number | null => (weeks !== null && weeks < LONGEST_RECURRENCE ? weeks : null);

/** A second opinion on a CUSUM: the smoothed level beside a limit of the same run length. */
function smooth(series: ChartSeries, { guardedMeanPerWeek: mean, dispersion }: Baseline, runLengthWeeks: number): AlarmEvidence['ewma'] {
  const path = ewmaPath(countWeeks(series.days, series.lastWeek - RUN_WEEKS + 1, series.lastWeek), EWMA_WEIGHT, mean);
  const value = path[RUN_WEEKS - 1]!;
  const variance = mean * dispersion;
  const factor = ewmaLimitFactor(countMasses(mean, (dispersion - 1) / mean), { weight: EWMA_WEIGHT, mean, variance }, runLengthWeeks);
  const limit = factor === null ? null : mean + factor * ewmaSpread(EWMA_WEIGHT, variance);
  return { weight: EWMA_WEIGHT, value, limit, isOver: limit !== null && path.some((one) => one > limit) };
}

/** What the method itself says. */
function describeMethod(series: ChartSeries, chart: OpenChart, terms: ChartTerms, book: LimitBook): Parts {
  const none = { runLengthWeeks: 1 / terms.share, recurrenceWeeks: null, cusum: null, ewma: null, events: null, years: null };
  const { week, verdict } = chart.clearest;
  switch (chart.method) {
    case 'cusum': {
      const design = cusumChartOf(chart.baseline, terms, book);
      if (design === null) return none;
      return {
        ...none, runLengthWeeks: design.runLengthWeeks, recurrenceWeeks: recurrenceOfSum(design, verdict.statistic), ewma: smooth(series, chart.baseline, 1 / terms.share),
        cusum: { reference: design.reference / design.steps, limit: design.limit / design.steps, sum: verdict.statistic },
      };
    }
    case 'events': {
      const quick = quickestOfWeek(series, week, terms.share, terms.usualDispersion);
      if (quick === null) return none;
      return { ...none, recurrenceWeeks: finite(quick.limit / quick.p / terms.share), events: { count: quick.events, days: quick.elapsedDays, p: quick.p } };
    }
    case 'years': {
      const compared = compareWeek(series, week, terms.share);
      if (compared === null) return none;
      return { ...none, recurrenceWeeks: finite(1 / compared.guardedP), years: { p: compared.guardedP, trendPerWeek: compared.trend, threshold: compared.threshold } };
    }
    default: return chart.method satisfies never;
  }
}

function listWeeks(series: ChartSeries, chart: OpenChart, terms: ChartTerms, book: LimitBook): AlarmWeek[] {
  const { lastWeek, firstWeek } = series;
  const first = Math.max(firstWeek, lastWeek - SHOWN_WEEKS + 1);
  return Array.from(countWeeks(series.days, first, lastWeek), (count, place): AlarmWeek => {
    const week = first + place;
    const verdict = week > lastWeek - CHARTED_WEEKS ? watchWeek(series, week, chart.method, terms, book) : null;
    return {
      start: dayOfNumber(firstDayOfWeek(week)), count, expected: verdict?.expected ?? chart.baseline.meanPerWeek,
      statistic: verdict?.statistic ?? null, limit: verdict?.limit ?? null, isOver: verdict?.isOver ?? false,
    };
  });
}

/** Every number an alarm rests on, for its page. */
export function describeEvidence(series: ChartSeries, chart: OpenChart, terms: ChartTerms, family: AlarmEvidence['family'], book: LimitBook): AlarmEvidence {
  const { days, lastWeek } = series;
  const { baseline, sinceDay } = chart;
  const endDay = firstDayOfWeek(lastWeek + 1);
  const until = placeOfDay(days, endDay);
  const sinceDays = endDay - sinceDay;
  const after = until - placeOfDay(days, endDay - RECENT_DAYS);
  const beforeDays = baseline.weeks * WEEK_DAYS;
  return {
    weeks: listWeeks(series, chart, terms, book),
    since: { count: until - placeOfDay(days, sinceDay), days: sinceDays, expected: (baseline.meanPerWeek * sinceDays) / WEEK_DAYS },
    baseline: {
      weeks: baseline.weeks, count: baseline.count, meanPerWeek: baseline.meanPerWeek, guardedMeanPerWeek: baseline.guardedMeanPerWeek, dispersion: baseline.dispersion,
    },
    ...describeMethod(series, chart, terms, book),
    countChange: { z: countChangeScaledZ(baseline.count, beforeDays, after, RECENT_DAYS), after, afterDays: RECENT_DAYS, before: baseline.count, beforeDays },
    family,
  };
}
