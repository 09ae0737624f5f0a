import { type AlarmSubject, type FoundAlarm } from '../domain/alarm';
import { dayOfNumber } from '../view/day-arithmetic';
import { describeEvidence } from './alarm-evidence';
import { planFamily } from './alarm-family';
import { BASELINE_WEEKS, RUN_WEEKS, type ChartSeries, type ChartTerms } from './chart-series';
import { drawChart } from './draw-chart';
import { LimitBook } from './limit-book';
import { blockDispersion, countWeeks, firstDayOfWeek, pooledDispersion } from './weekly-counts';

/** The incidents of a subject, of all kinds (null) or of one: day numbers in order. */
export interface SubjectSeries {
  readonly subject: AlarmSubject;
  readonly category: string | null;
  readonly days: Int32Array;
}

/** All that is watched. */
export interface Watch {
  /** Subjects and kinds that there are, also those without an incident. */
  readonly subjects: number;
  readonly kinds: number;
  readonly falseAlarmsPerMonth: number;
  /** First week of the records, and the last that is looked at. */
  readonly firstWeek: number;
  readonly lastWeek: number;
}

/** Charts drawn between two pauses. */
const CHARTS_A_TURN = 200;

/** Variance over mean that is usual among charts of all kinds together, and among those of one. */
function usualDispersions(series: readonly SubjectSeries[], { firstWeek, lastWeek }: Watch): { readonly totals: number; readonly kinds: number } {
  const last = lastWeek - RUN_WEEKS;
  const first = Math.max(firstWeek, last - BASELINE_WEEKS + 1);
  const of = (isTotal: boolean): number => pooledDispersion(series.filter(({ category }) => (category === null) === isTotal).map(({ days }) => blockDispersion(countWeeks(days, first, last))));
  return { totals: of(true), kinds: of(false) };
}

/** Draws one chart of all that are watched; null when it is not over its limit. */
type ChartDrawer = (series: SubjectSeries) => FoundAlarm | null;

/** What draws each chart of a watch: shares of false alarms and what is usual are those of all together. */
function planCharts(series: readonly SubjectSeries[], watch: Watch): ChartDrawer {
  const { shareOfTotals, shareOfKinds, charts, falseAlarmsPerMonth } = planFamily(watch.subjects, watch.kinds, watch.falseAlarmsPerMonth);
  const usual = usualDispersions(series, watch);
  const book = new LimitBook();
  return ({ subject, category, days }) => {
    const terms: ChartTerms = category === null ? { share: shareOfTotals, usualDispersion: usual.totals } : { share: shareOfKinds, usualDispersion: usual.kinds };
    const chartSeries: ChartSeries = { days, firstWeek: watch.firstWeek, lastWeek: watch.lastWeek };
    const chart = drawChart(chartSeries, terms, book);
    return chart === null ? null : {
      subject, category, method: chart.method, sinceDay: dayOfNumber(chart.sinceDay), detectedWeek: dayOfNumber(firstDayOfWeek(chart.detectedWeek)),
      watchedTo: dayOfNumber(firstDayOfWeek(watch.lastWeek + 1) - 1), evidence: describeEvidence(chartSeries, chart, terms, { charts, falseAlarmsPerMonth }, book),
    };
  };
}

/** Draws every chart and gives the alarms that are on, in pieces, so that a caller may do other things in between. */
export function* findAlarms(series: readonly SubjectSeries[], watch: Watch): Generator<readonly FoundAlarm[]> {
  const draw = planCharts(series, watch);
  let found: FoundAlarm[] = [];
  for (const [place, one] of series.entries()) {
    const alarm = draw(one);
    if (alarm !== null) found.push(alarm);
    if ((place + 1) % CHARTS_A_TURN === 0) {
      yield found;
      found = [];
    }
  }
  yield found;
}

/** The alarm of one chart among all, the same that `findAlarms` finds; null when it is not over its limit. */
export const findAlarmOf = (series: readonly SubjectSeries[], watch: Watch, one: SubjectSeries): FoundAlarm | null => planCharts(series, watch)(one);
