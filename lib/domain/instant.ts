import { z } from 'zod';

/** A calendar day `YYYY-MM-DD`, in the deployment's time zone (Asia/Ho_Chi_Minh unless configured). */
export type Day = string & { readonly __brand: 'Day' };
/** An instant: ISO 8601 with an offset or `Z`. */
export type Instant = string & { readonly __brand: 'Instant' };

/** Viet Nam keeps UTC+7 all year and has done so, for the whole country, since 1975. */
export const DEFAULT_TIME_ZONE = 'Asia/Ho_Chi_Minh';

/** PostgreSQL knows no year 0. */
const isRealDay = (text: string): boolean => {
  if (text < '0001') return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
};

/** Schema of a calendar day that exists. */
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is written YYYY-MM-DD')
  .refine(isRealDay, 'this day does not exist')
  .transform((text) => text as Day);

/**
 * Schema of an instant with an explicit offset, to the millisecond; a local time without one is refused because it names no instant.
 *
 * Accuracy: smaller parts of a second are cut off, as `Date` does, so that what was compared here is what the database compares.
 */
export const instantSchema = z.iso
  .datetime({ offset: true, error: 'an instant is ISO 8601 with an offset, e.g. 2024-05-01T21:04:00+07:00' })
  .max(40, 'an instant has at most 40 characters')
  .regex(/(Z|[+-](0\d|1[0-4]):?[0-5]\d)$/i, 'an offset lies between -14:59 and +14:59')
  .refine((text) => {
    const year = new Date(text).getUTCFullYear();
    return year >= 1900 && year < 2200;
  }, 'the year must lie between 1900 and 2199')
  .transform((text) => text.replace(/(\.\d{3})\d+/, '$1') as Instant);

/** Formatters by time zone: making one takes fifty times as long as using it. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const known = dayFormats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  dayFormats.set(timeZone, made);
  return made;
}

/** Calendar day of an instant in a time zone. */
export function dayOf(instant: Instant | string, timeZone: string = DEFAULT_TIME_ZONE): Day {
  return dayFormat(timeZone).format(new Date(instant)) as Day;
}

/** Whether a half-open or closed-by-day validity `[from, to]` holds on a day; `to` is the last day, null = open. */
export function isInForce(validity: { readonly from: string | null; readonly to: string | null }, day: Day): boolean {
  return (validity.from === null || validity.from <= day) && (validity.to === null || day <= validity.to);
}
