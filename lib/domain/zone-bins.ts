import type { Day } from './instant';

const DAY_MS = 86_400_000;
const numberOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const dayAt = (number: number): Day => new Date(number * DAY_MS).toISOString().slice(0, 10) as Day;

/** The day so many days later; earlier for a negative number. */
export const shiftDay = (day: Day, days: number): Day => dayAt(numberOf(day) + days);

/** Days from one to another, both counted. */
export const countDays = (from: Day, to: Day): number => numberOf(to) - numberOf(from) + 1;

export type BinUnit = 'week' | 'month';

/** Longest period told by week unless asked otherwise, in days: some sixty bins. */
const LONGEST_BY_WEEK = 430;

/** The unit that a period's length suggests. */
export const suggestUnit = (from: Day, to: Day): BinUnit => (countDays(from, to) > LONGEST_BY_WEEK ? 'month' : 'week');

/** First day of the week (Monday) or month that holds a day. 1970-01-01 was a Thursday. */
function startOf(day: Day, unit: BinUnit): Day {
  if (unit === 'month') return `${day.slice(0, 8)}01` as Day;
  const number = numberOf(day);
  return dayAt(number - ((((number + 3) % 7) + 7) % 7));
}

function nextStart(start: Day, unit: BinUnit): Day {
  return unit === 'week' ? shiftDay(start, 7) : startOf(shiftDay(start, 31), 'month');
}

/** Counts days by week or month from that of `from` to that of `to`, without holes; days outside are passed over. */
export function binDays(days: Iterable<Day>, from: Day, to: Day, unit: BinUnit): { readonly unit: BinUnit; readonly starts: readonly Day[]; readonly counts: readonly number[] } {
  const starts: Day[] = [];
  for (let start = startOf(from, unit); start <= to; start = nextStart(start, unit)) starts.push(start);
  const counts = new Map(starts.map((start) => [start, 0]));
  for (const day of days) {
    const known = day < from || day > to ? undefined : counts.get(startOf(day, unit));
    if (known !== undefined) counts.set(startOf(day, unit), known + 1);
  }
  return { unit, starts, counts: starts.map((start) => counts.get(start) ?? 0) };
}
