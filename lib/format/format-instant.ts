import { DEFAULT_TIME_ZONE, daySchema, type Day, type Instant } from '../domain/instant';
import { INTL_TAG, type Language } from './language';

type Parts = Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute', string>>;

const PARTS_FORMAT = new Intl.DateTimeFormat('en-GB', {
  timeZone: DEFAULT_TIME_ZONE, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
});

const partsOf = (instant: string | number): Parts =>
  Object.fromEntries(PARTS_FORMAT.formatToParts(new Date(instant)).map(({ type, value }) => [type, value])) as unknown as Parts;

/** An instant in Viet Nam's time, minute precision, time first as Vietnamese forms have it: `21:04 01/05/2024`. */
export function formatInstant(instant: Instant | string | number): string {
  const { year, month, day, hour, minute } = partsOf(instant);
  return `${hour}:${minute} ${day}/${month}/${year}`;
}

/** A calendar day with two-digit day and month: `01/05/2024`. */
export function formatDay(day: Day | string): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** A closed range of days, open ends shown as `…`. */
export function formatDayRange(from: Day | string | null, to: Day | string | null): string {
  return `${from === null ? '…' : formatDay(from)} – ${to === null ? '…' : formatDay(to)}`;
}

/** A month for an axis: `05/2024`. */
export function formatMonth(day: Day | string): string {
  return `${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** How long ago, in the largest fitting unit: `12 giây trước`, `3 minutes ago`. Limits: a negative age counts as 0. */
export function formatAge(elapsedMs: number, language: Language): string {
  const relative = new Intl.RelativeTimeFormat(INTL_TAG[language], { numeric: 'always' });
  const seconds = Math.max(0, Math.round(elapsedMs / 1000));
  if (seconds < 60) return relative.format(-seconds, 'second');
  if (seconds < 3600) return relative.format(-Math.floor(seconds / 60), 'minute');
  if (seconds < 86_400) return relative.format(-Math.floor(seconds / 3600), 'hour');
  return relative.format(-Math.floor(seconds / 86_400), 'day');
}

/** The value of an `<input type="datetime-local">` for an instant, in Viet Nam's time. */
export function formatLocalInput(instant: Instant | string | number): string {
  const { year, month, day, hour, minute } = partsOf(instant);
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/**
 * The instant a `datetime-local` value names in Viet Nam; null for an unfinished or impossible one.
 *
 * Limits: from 13 June 1975 on, when the whole country went to UTC+7; earlier values in the south's UTC+8 give null.
 */
export function parseLocalInput(value: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value)) return null;
  const text = `${value}:00+07:00`;
  const epochMs = Date.parse(text);
  return Number.isNaN(epochMs) || formatLocalInput(epochMs) !== value ? null : (text as Instant);
}

/** The day a person typed as `d/m/yyyy` (also with `-` or `.`); null when it is not one that exists. */
export function parseDayInput(text: string): Day | null {
  const match = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text);
  if (match === null) return null;
  const [, day = '', month = '', year = ''] = match;
  const parsed = daySchema.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return parsed.success ? parsed.data : null;
}

/** A length of time in its largest fitting unit, whole: `12 phút`, `3 hours`. Limits: below a minute counts as one minute. */
export function formatDuration(elapsedMs: number, language: Language): string {
  const minutes = Math.max(1, Math.floor(elapsedMs / 60_000));
  const [value, unit] = minutes < 60 ? [minutes, 'minute'] : minutes < 1440 ? [Math.floor(minutes / 60), 'hour'] : [Math.floor(minutes / 1440), 'day'];
  return new Intl.NumberFormat(INTL_TAG[language], { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 }).format(value);
}
