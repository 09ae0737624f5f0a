const MINUTE_MS = 60_000;
/** Age in milliseconds from which on the newest incident is told: the last day of a briefing of now would be empty. */
const OLD_MS = 24 * 60 * MINUTE_MS;

/** The as-of instant (ms since 1970) that is offered: the full minute after the newest incident, so that it lies within; null where now will do. */
export const offerAsOf = (newestMs: number | null, nowMs: number): number | null =>
  newestMs === null || nowMs - newestMs < OLD_MS ? null : (Math.floor(newestMs / MINUTE_MS) + 1) * MINUTE_MS;
