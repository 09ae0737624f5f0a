import type { BriefingPeriod } from '../domain/briefing';
import type { Day } from '../domain/instant';
import { countSpanDays, periodStartOf } from '../trends/reporting-periods';
import { addDays } from '../view/day-arithmetic';
import type { BriefingDays } from './briefing-input';

/** Days of a standard look back. */
export const STANDARD_DAYS = 28;
/** Least days before a period that say what is usual there, and how often the period itself. */
const LEAST_CALM_DAYS = 364;
const CALM_TIMES = 2;
/** Days before the as-of day in which near repeats are measured. */
export const WATCH_DAYS = 182;

/** The days a named period covers on a day; official ones begin where the calendar says and end on that day. Null for `days`, which names them itself. */
export function resolveBriefingPeriod(kind: BriefingPeriod, asOfDay: Day): BriefingDays | null {
  switch (kind) {
    case 'days': return null;
    case 'last_28_days': return { from: addDays(asOfDay, 1 - STANDARD_DAYS), to: asOfDay };
    case 'week': return { from: periodStartOf('week', asOfDay), to: asOfDay };
    case 'reporting_month': return { from: periodStartOf('reporting_month', asOfDay), to: asOfDay };
    case 'reporting_year': return { from: periodStartOf('reporting_year', asOfDay), to: asOfDay };
    default: return kind satisfies never;
  }
}

/** The days that are read for a briefing: a year or twice the period before it, and the half year before the as-of day. */
export function spanOf({ from, to }: BriefingDays, asOfDay: Day): BriefingDays {
  const calm = addDays(from, -Math.max(LEAST_CALM_DAYS, CALM_TIMES * countSpanDays({ from, to })));
  const watch = addDays(asOfDay, 1 - WATCH_DAYS);
  return { from: calm < watch ? calm : watch, to: to > asOfDay ? to : asOfDay };
}
