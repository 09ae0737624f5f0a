import type { BriefingTemplate } from '../domain/briefing';
import { addDays, dayNumberOf, dayStartSeconds, todayAt } from '../view/day-arithmetic';

const WEEK_DAYS = 7;
/** 1970-01-01 was a Thursday, the fourth day of a week that begins on Monday. */
const FIRST_WEEKDAY = 4;

/** The instant (ms since 1970) at which a template composes next, after a moment; null when it is paused. */
export function nextRunOf({ isActive, weekdays, minuteOfDay }: Pick<BriefingTemplate, 'isActive' | 'weekdays' | 'minuteOfDay'>, nowMs: number): number | null {
  if (!isActive) return null;
  const today = todayAt(nowMs);
  for (let ahead = 0; ahead <= WEEK_DAYS; ahead++) {
    const day = addDays(today, ahead);
    const at = (dayStartSeconds(day) + minuteOfDay * 60) * 1_000;
    if (at > nowMs && weekdays.includes(((dayNumberOf(day) + FIRST_WEEKDAY - 1) % WEEK_DAYS) + 1)) return at;
  }
  return null;
}
