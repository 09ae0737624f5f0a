import { quickEventsP } from '../stats/time-between-events';
import { BASELINE_WEEKS, LEAST_BASELINE_WEEKS, placeOfDay, type ChartSeries, type WeekVerdict } from './chart-series';
import { firstDayOfWeek, shrunkDispersion, WEEK_DAYS } from './weekly-counts';

/** How many events are timed together. */
const EVENT_NUMBERS = [3, 5, 8] as const;

/** The quickest events up to one of them, by their p-value. */
export interface QuickEvents {
  readonly events: number;
  /** From the event before them to the last of them, both days counted. */
  readonly elapsedDays: number;
  readonly p: number;
  /** p at which it is an alarm. */
  readonly limit: number;
  readonly baselineEvents: number;
  readonly baselineDays: number;
  /** Day number of the first of them. */
  readonly firstDay: number;
}

/**
 * Times the last 3, 5 and 8 events up to the one at `place` against the two years before them; null when there are too few.
 *
 * Each of the three may alarm a third as often as the chart; a chart that sees more events in a week asks for more of each.
 * Counts are divided by the dispersion, so that events that draw others after them are not taken for independent ones.
 */
export function timeEvents({ days, firstWeek }: ChartSeries, place: number, share: number, usualDispersion: number): QuickEvents | null {
  const dispersion = shrunkDispersion(null, usualDispersion);
  const recordStart = firstDayOfWeek(firstWeek);
  let best: QuickEvents | null = null;
  for (const events of EVENT_NUMBERS) {
    const opening = place - events;
    if (opening < 0) break;
    const openedDay = days[opening]!;
    const baselineDays = Math.min(openedDay - recordStart, BASELINE_WEEKS * WEEK_DAYS);
    if (baselineDays < LEAST_BASELINE_WEEKS * WEEK_DAYS) continue;
    const baselineEvents = opening - placeOfDay(days, openedDay - baselineDays);
    const elapsedDays = days[place]! - openedDay + 1;
    const p = quickEventsP(events / dispersion, elapsedDays, baselineEvents / dispersion, baselineDays);
    const eventsAWeek = (baselineEvents + 2) / (baselineDays / WEEK_DAYS);
    const limit = share / (EVENT_NUMBERS.length * eventsAWeek);
    if (best === null || p / limit < best.p / best.limit) best = { events, elapsedDays, p, limit, baselineEvents, baselineDays, firstDay: days[opening + 1]! };
  }
  return best;
}

const surprise = (p: number): number => Math.min(99, -Math.log10(Math.max(p, 1e-99)));

/** The quickest of the events of a week. */
export function quickestOfWeek(series: ChartSeries, week: number, share: number, usualDispersion: number): QuickEvents | null {
  let best: QuickEvents | null = null;
  const end = placeOfDay(series.days, firstDayOfWeek(week + 1));
  for (let place = placeOfDay(series.days, firstDayOfWeek(week)); place < end; place++) {
    const timed = timeEvents(series, place, share, usualDispersion);
    if (timed !== null && (best === null || timed.p / timed.limit < best.p / best.limit)) best = timed;
  }
  return best;
}

/** A week's quickest events as a point of the chart, −log₁₀ p; null when no event of the week could be timed. */
export function watchEvents(series: ChartSeries, week: number, share: number, usualDispersion: number): WeekVerdict | null {
  const quick = quickestOfWeek(series, week, share, usualDispersion);
  if (quick === null) return null;
  const expected = quick.baselineEvents / (quick.baselineDays / WEEK_DAYS);
  return { statistic: surprise(quick.p), limit: surprise(quick.limit), isOver: quick.p <= quick.limit, expected, sinceDay: quick.firstDay };
}
