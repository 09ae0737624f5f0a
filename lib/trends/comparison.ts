import { compareRates, countChangeZ, type RateChange } from '../stats/count-tails';

/** A count over a length of time in seconds. */
export interface TimedCount {
  readonly count: number;
  readonly seconds: number;
}

/** What can be said of two counts: nothing there, or no more than chance makes, or clearly more, or clearly fewer. */
export type ChangeVerdict = 'nothing' | 'within_chance' | 'more' | 'fewer';

/** Two counts side by side. Never a percentage: from small counts it misleads. */
export interface CountComparison {
  readonly now: TimedCount;
  readonly before: TimedCount;
  readonly difference: number;
  /** 2(√now − √before) for equal lengths; null for unequal ones. */
  readonly z: number | null;
  /** For unequal lengths: the ratio of the rates with its exact test; null for equal ones. */
  readonly rates: RateChange | null;
  readonly verdict: ChangeVerdict;
}

/** From this z on a change is notable. Source: Wheeler (2016). */
const NOTABLE_Z = 3;
/** As rare among equal counts as |z| > 3 is: 2(√now − √before) has variance 2. */
const NOTABLE_P = 0.034;

/**
 * Compares a count with an earlier one: by z for equal lengths of time, by the exact conditional binomial test for unequal ones.
 *
 * Source: Wheeler (2016) for z, Przyborowski & Wilenski (1940) for the test. Limits: a length of 0 says nothing.
 */
export function compareCounts(now: TimedCount, before: TimedCount): CountComparison {
  const difference = now.count - before.count;
  const silent = { now, before, difference, z: null, rates: null, verdict: 'nothing' } as const;
  if (!(now.seconds > 0) || !(before.seconds > 0) || (now.count === 0 && before.count === 0)) return silent;
  if (now.seconds === before.seconds) {
    const z = countChangeZ(before.count, now.count);
    return { ...silent, z, verdict: Math.abs(z) > NOTABLE_Z ? (z > 0 ? 'more' : 'fewer') : 'within_chance' };
  }
  const rates = compareRates(before.count, before.seconds, now.count, now.seconds);
  const isMore = now.count / now.seconds > before.count / before.seconds;
  return { ...silent, rates, verdict: rates.p < NOTABLE_P ? (isMore ? 'more' : 'fewer') : 'within_chance' };
}
