import { DEFAULT_TIME_ZONE, dayOf, type Day } from '../domain/instant';

const DAY_MS = 86_400_000;
/** Viet Nam's offset from UTC in seconds, all year round. */
const OFFSET_SECONDS = 7 * 3600;

/** Days since 1970-01-01 of a calendar day. */
export function dayNumberOf(day: Day): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

/** The calendar day a number of days after 1970-01-01. */
export function dayOfNumber(dayNumber: number): Day {
  return new Date(dayNumber * DAY_MS).toISOString().slice(0, 10) as Day;
}

/** A calendar day `days` later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return dayOfNumber(dayNumberOf(day) + days);
}

/** First instant of a calendar day in Viet Nam, in seconds since 1970 (UTC). */
export function dayStartSeconds(day: Day): number {
  return dayNumberOf(day) * 86_400 - OFFSET_SECONDS;
}

/** The calendar day in Viet Nam of an instant given in seconds since 1970 (UTC). */
export function dayOfSeconds(seconds: number): Day {
  return dayOfNumber(Math.floor((seconds + OFFSET_SECONDS) / 86_400));
}

/** Today in Viet Nam for a clock reading in milliseconds, which the caller supplies. */
export function todayAt(nowMs: number): Day {
  return dayOf(new Date(nowMs).toISOString(), DEFAULT_TIME_ZONE);
}
