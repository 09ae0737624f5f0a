import { betaI } from './special-functions';

/**
 * P-value of how quickly the last events came: as many or more in so short a time, when nothing has changed since the baseline.
 *
 * `events` in `elapsed`, after `baselineEvents` in `baselineTime`, times in any one unit. Given all events, those after the
 * baseline are binomial, so that the unknown rate drops out: no rate is taken as known, and no event at all in the baseline is allowed.
 *
 * Source: Przyborowski & Wilenski (1940) for the comparison; t_r charts, Xie, Goh & Ranjan (2002), for asking it at each r-th event.
 * Accuracy: asked at the time of an event, an alarm at p ≤ α came at most α of the time for rates from 0.01 to 300 a baseline (summed
 * over all baselines, in the tests). Limits: no event since gives 1. @throws RangeError for a time that is not above 0
 */
export function quickEventsP(events: number, elapsed: number, baselineEvents: number, baselineTime: number): number {
  if (!(elapsed >= 0) || !(baselineTime > 0)) throw new RangeError(`times are above 0, got ${String(elapsed)} and ${String(baselineTime)}`);
  if (events <= 0) return 1;
  return betaI(elapsed / (elapsed + baselineTime), events, baselineEvents + 1);
}
