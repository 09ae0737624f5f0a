const HOUR = 3_600;
/** The longest span whose hours say anything: one week; each hour of the week then weighs the same. */
const MOST_HOURS = 168;

/** The hours of a clock that a span touches: the first, in whole hours since 1970-01-01T00:00 on that clock, and how many. */
export interface TouchedHours {
  readonly first: number;
  readonly hours: number;
}

/**
 * The hours that a span touches on a clock that is `offsetSeconds` ahead of UTC; instants in seconds since 1970 (UTC).
 *
 * Source: Ratcliffe (2002). Limits: without an end (null), or an end not after the beginning, the hour of the beginning alone; an end
 * on the hour does not touch the hour it begins; beyond 168 hours the first 168. The clock must keep one offset all year.
 */
export function listTouchedHours(fromSeconds: number, untilSeconds: number | null, offsetSeconds: number): TouchedHours {
  const first = Math.floor((fromSeconds + offsetSeconds) / HOUR);
  if (untilSeconds === null || untilSeconds <= fromSeconds) return { first, hours: 1 };
  const end = Math.ceil((untilSeconds + offsetSeconds) / HOUR);
  return { first, hours: Math.min(MOST_HOURS, end - first) };
}

/** Hour of the week of a whole hour since 1970: 0 is Monday from 00:00, 167 Sunday from 23:00. */
export const hourOfWeek = (hour: number): number => (((hour + 72) % MOST_HOURS) + MOST_HOURS) % MOST_HOURS; // 1970-01-01 was a Thursday

/**
 * Adds one incident to 168 hours of the week: weight 1/k to each of the k hours that it may have occurred in, 1 in all.
 *
 * Source: Ratcliffe (2002), aoristic analysis. Accuracy: weights sum to 1 within rounding.
 */
export function addAoristicWeight(grid: Float64Array, fromSeconds: number, untilSeconds: number | null, offsetSeconds: number): void {
  const { first, hours } = listTouchedHours(fromSeconds, untilSeconds, offsetSeconds);
  for (let hour = 0; hour < hours; hour++) grid[hourOfWeek(first + hour)]! += 1 / hours;
}
