import type { Day } from '../domain/instant';
import { addDays, dayNumberOf, dayOfNumber, dayOfSeconds, dayStartSeconds } from '../view/day-arithmetic';
import { binStartOf } from '../view/time-bins';

/**
 * Calendars that figures are told by. `reporting_month` runs from the 15th to the 14th and bears the name of the month it ends in,
 * `reporting_year` from 1 October to 30 September.
 *
 * Source: the periods of official reports in Viet Nam (monthly figures of December 2025: 15/11–14/12; yearly: 01/10–30/09).
 */
export const CALENDARS = ['day', 'week', 'month', 'reporting_month', 'quarter', 'year', 'reporting_year'] as const;
export type Calendar = (typeof CALENDARS)[number];

/** Days from the first to the last, both included. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
}

/** One period of a calendar and how much of it is counted. Instants in seconds since 1970 (UTC), half-open. */
export interface ReportingPeriod extends DaySpan {
  readonly fromSeconds: number;
  readonly untilSeconds: number;
  /** Whether the days asked for, or the time known, hold all of it. */
  readonly isComplete: boolean;
  /** The same time of the year before: of a whole period the whole of its counterpart, of a part as long a part of it. Null when that day did not exist. */
  readonly yearBefore: { readonly from: Day; readonly fromSeconds: number; readonly untilSeconds: number } | null;
}

/** Most periods that one list holds; more would not be read. */
export const MOST_PERIODS = 400;

const dayFrom = (year: number, month: number, day: number): Day => dayOfNumber(Math.round(Date.UTC(year, month - 1, day) / 86_400_000));
const partsOf = (day: Day): [year: number, month: number, date: number] => [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];

/** First day of the period a day falls into. */
export function periodStartOf(calendar: Calendar, day: Day): Day {
  const [year, month, date] = partsOf(day);
  switch (calendar) {
    case 'day': case 'week': case 'month': return binStartOf(day, calendar);
    case 'reporting_month': return dayFrom(year, date >= 15 ? month : month - 1, 15);
    case 'quarter': return dayFrom(year, month - ((month - 1) % 3), 1);
    case 'year': return dayFrom(year, 1, 1);
    case 'reporting_year': return dayFrom(month >= 10 ? year : year - 1, 10, 1);
    default: return calendar satisfies never;
  }
}

/** First day of the period after the one that begins on a day. */
export function nextPeriodStart(calendar: Calendar, start: Day): Day {
  const [year, month, date] = partsOf(start);
  switch (calendar) {
    case 'day': return addDays(start, 1);
    case 'week': return addDays(start, 7);
    case 'month': case 'reporting_month': return dayFrom(year, month + 1, date);
    case 'quarter': return dayFrom(year, month + 3, 1);
    case 'year': case 'reporting_year': return dayFrom(year + 1, month, date);
    default: return calendar satisfies never;
  }
}

/** First day of the same period of the year before: 52 weeks before for weeks, else the same date; null for 29 February. */
export function yearBeforeOf(calendar: Calendar, start: Day): Day | null {
  if (calendar === 'week') return addDays(start, -364);
  const [year, month, date] = partsOf(start);
  return month === 2 && date === 29 ? null : dayFrom(year - 1, month, date);
}

/**
 * The periods of a calendar that touch some days, oldest first; what lies outside the days, or after `knownUntilSeconds`, is not counted.
 *
 * Limits: at most `MOST_PERIODS`, the latest ones; none when nothing of the days is known yet.
 */
export function listPeriods(calendar: Calendar, { from, to }: DaySpan, knownUntilSeconds: number): readonly ReportingPeriod[] {
  const last = dayOfSeconds(knownUntilSeconds) < to ? dayOfSeconds(knownUntilSeconds) : to;
  if (last < from) return [];
  const starts: Day[] = [];
  for (let start = periodStartOf(calendar, from); start <= last; start = nextPeriodStart(calendar, start)) starts.push(start);
  return starts.slice(-MOST_PERIODS).map((start) => describePeriod(calendar, start, { from, to }, knownUntilSeconds));
}

function describePeriod(calendar: Calendar, start: Day, days: DaySpan, knownUntilSeconds: number): ReportingPeriod {
  const next = nextPeriodStart(calendar, start);
  const fromSeconds = dayStartSeconds(start < days.from ? days.from : start);
  const endOfDays = addDays(days.to, 1);
  const untilSeconds = Math.min(dayStartSeconds(next > endOfDays ? endOfDays : next), knownUntilSeconds);
  const isComplete = fromSeconds === dayStartSeconds(start) && untilSeconds === dayStartSeconds(next);
  return { from: start, to: addDays(next, -1), fromSeconds, untilSeconds, isComplete, yearBefore: findYearBefore(calendar, start, { fromSeconds, untilSeconds, isComplete }) };
}

function findYearBefore(calendar: Calendar, start: Day, { fromSeconds, untilSeconds, isComplete }: Pick<ReportingPeriod, 'fromSeconds' | 'untilSeconds' | 'isComplete'>): ReportingPeriod['yearBefore'] {
  const before = yearBeforeOf(calendar, start);
  if (before === null) return null;
  const whole = dayStartSeconds(before);
  const end = dayStartSeconds(nextPeriodStart(calendar, before));
  if (isComplete) return { from: before, fromSeconds: whole, untilSeconds: end };
  // The part of February that is cut at its beginning is a day longer in a leap year: its counterpart ends with the month.
  const shifted = Math.min(end, whole + (fromSeconds - dayStartSeconds(start)));
  return { from: dayOfSeconds(shifted), fromSeconds: shifted, untilSeconds: Math.min(end, shifted + (untilSeconds - fromSeconds)) };
}

/** How many calendar days a span holds. */
export const countSpanDays = ({ from, to }: DaySpan): number => dayNumberOf(to) - dayNumberOf(from) + 1;

/** A calendar that shows some days in not too many periods: by day up to 45 days, by week up to 200, else by reporting month. */
export function suggestCalendar(days: DaySpan): Calendar {
  const count = countSpanDays(days);
  return count <= 45 ? 'day' : count <= 200 ? 'week' : 'reporting_month';
}
