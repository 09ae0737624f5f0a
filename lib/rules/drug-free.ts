import type { Day } from '../domain/instant';
import type { WardDrugStatus } from '../domain/programme-review';
import { shiftDay } from '../domain/zone-bins';

/** Version of the rule; another way of deciding is another version. */
export const DRUG_FREE_RULE_VERSION = 1;

/** The same day so many calendar months later (earlier when negative); the last of the month where it has no such day. */
export function shiftMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10) as Day;
}

/** First of the days that count towards the status on a day: the day after the one `months` earlier. */
export const drugFreeWindowFrom = (day: Day, months: number): Day => shiftDay(shiftMonths(day, -months), 1);

/** First day whose window no longer holds `last`, or, for the start of records, first day whose window begins no earlier. */
function firstDayClearOf(last: Day, months: number): Day {
  let day = shiftMonths(last, months);
  while (shiftMonths(day, -months) < last) day = shiftDay(day, 1);
  return day;
}

/**
 * Whether a ward counts as free of drugs ("trắng về ma túy") on a day: no drug incident is recorded as having occurred in it during
 * the `months` up to and including that day, and the ward has records since before they began.
 *
 * `drugDays`: days of its drug incidents, any order. `recordsFrom`: day of its earliest record of any kind. Whatever lies after
 * the day is left out. Source: the product's rule, version 1 (docs/decisions/programmes.md), no official norm. Limits: absence of
 * records is not absence of drugs; a ward with too short records is `not_known` unless an incident within the window settles it.
 */
export function decideDrugFree(day: Day, months: number, drugDays: readonly Day[], recordsFrom: Day | null): WardDrugStatus {
  const from = drugFreeWindowFrom(day, months);
  const known = recordsFrom !== null && recordsFrom <= day ? recordsFrom : null;
  let last: Day | null = null;
  let incidents = 0;
  for (const one of drugDays) {
    if (one > day) continue;
    if (last === null || one > last) last = one;
    if (one >= from) incidents += 1;
  }
  const told = { lastIncidentOn: last, incidents, recordsFrom: known };
  if (incidents > 0) return { status: 'not_free', since: null, ...told };
  if (known === null || known > from) return { status: 'not_known', since: null, ...told };
  // Records that begin on a day cover the window that begins on it: clear of the day before.
  const covered = firstDayClearOf(shiftDay(known, -1), months);
  const clear = last === null ? covered : firstDayClearOf(last, months);
  return { status: 'free', since: clear > covered ? clear : covered, ...told };
}
