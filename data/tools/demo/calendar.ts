/** Demonstration time is counted in seconds of Vietnamese clock time since 1970-01-01T00:00:00+07:00. */
export type ClockSeconds = number;

export const DAY_SECONDS = 86_400;
export const HOUR_SECONDS = 3_600;

/** Number of a calendar day, 1970-01-01 being 0; UTC arithmetic, so no time zone of the machine is read. */
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 1000 / DAY_SECONDS);

/** Weekday, Monday 0 … Sunday 6. */
export const weekdayOf = (at: ClockSeconds): number => (Math.floor(at / DAY_SECONDS) + 3) % 7;

/** Hour of the day, 0 … 23. */
export const hourOf = (at: ClockSeconds): number => Math.floor(at / HOUR_SECONDS) % 24;

/** ISO 8601 with the offset of Việt Nam. */
export const formatClock = (at: ClockSeconds): string => `${new Date(at * 1000).toISOString().slice(0, 19)}+07:00`;

/** A period of whole days, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Days in a period. */
export const daysIn = (period: Period): number => dayNumber(period.to) - dayNumber(period.from) + 1;

/** Whether a clock time falls into a period. */
export const isInPeriod = (period: Period, at: ClockSeconds): boolean =>
  at >= dayNumber(period.from) * DAY_SECONDS && at < (dayNumber(period.to) + 1) * DAY_SECONDS;
