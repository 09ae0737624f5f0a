import { betaI, gammaP, gammaQ, lnGamma } from './special-functions';

/** P(X ≥ count) for a Poisson variable with the given mean; 1 for a count of 0. */
export function poissonUpperTail(count: number, mean: number): number {
  if (count <= 0) return 1;
  return mean === 0 ? 0 : gammaP(count, mean);
}

/** P(X ≤ count) for a Poisson variable with the given mean. */
export function poissonLowerTail(count: number, mean: number): number {
  if (count < 0) return 0;
  return mean === 0 ? 1 : gammaQ(count + 1, mean);
}

/**
 * P(X ≥ count) for a negative binomial variable of the given mean and variance mean + dispersion·mean².
 *
 * Limits: dispersion 0 is the Poisson case.
 */
export function negativeBinomialUpperTail(count: number, mean: number, dispersion: number): number {
  if (count <= 0) return 1;
  if (mean === 0) return 0;
  if (dispersion === 0) return poissonUpperTail(count, mean);
  const size = 1 / dispersion;
  return betaI(mean / (mean + size), count, size);
}

/** P(X ≥ successes) for a binomial variable. */
export function binomialUpperTail(successes: number, trials: number, probability: number): number {
  if (successes <= 0) return 1;
  if (successes > trials) return 0;
  return betaI(probability, successes, trials - successes + 1);
}

const lnChoose = (n: number, k: number): number => lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1);

function binomialMass(k: number, n: number, p: number): number {
  if (p === 0 || p === 1) return (p === 0 ? k === 0 : k === n) ? 1 : 0;
  return Math.exp(lnChoose(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p));
}

/** Slack by which a mass counts as no larger than the observed one, as in R's `binom.test`. */
const RELATIVE_SLACK = 1 + 1e-7;

/**
 * Exact two-sided binomial test: the total mass of the outcomes no likelier than the observed one.
 *
 * Source: the definition that R's `binom.test` uses. Limits: no trials give 1.
 */
export function binomialTwoSided(successes: number, trials: number, probability: number): number {
  const observed = binomialMass(successes, trials, probability) * RELATIVE_SLACK;
  let total = 0;
  for (let k = 0; k <= trials; k++) {
    const mass = binomialMass(k, trials, probability);
    if (mass <= observed) total += mass;
  }
  return Math.min(1, total);
}

function solveIncreasing(target: number, f: (x: number) => number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 200 && high - low > 1e-16; step++) {
    const middle = (low + high) / 2;
    if (f(middle) < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Exact interval of a share, `[lower, upper]`, for `successes` of `trials`.
 *
 * Source: Clopper & Pearson (1934). Limits: no trials give `[0, 1]`.
 */
export function binomialInterval(successes: number, trials: number, confidence = 0.95): readonly [number, number] {
  const alpha = (1 - confidence) / 2;
  const lower = successes === 0 ? 0 : solveIncreasing(alpha, (p) => betaI(p, successes, trials - successes + 1));
  const upper = successes === trials ? 1 : solveIncreasing(1 - alpha, (p) => betaI(p, successes + 1, trials - successes));
  return [lower, upper];
}

/** How notable a change of two counts is: z = 2(√after − √before); |z| > 3 is notable. Source: Wheeler (2016). */
export const countChangeZ = (before: number, after: number): number => 2 * (Math.sqrt(after) - Math.sqrt(before));

/** A rate ratio after/before with its exact conditional test; lengths in any one unit of time. */
export interface RateChange {
  /** (after/afterLength) / (before/beforeLength); null when nothing happened before. */
  readonly ratio: number | null;
  readonly p: number;
  /** Bounds of the ratio; Infinity as an upper bound is null. */
  readonly interval: readonly [number, number | null];
}

/**
 * Compares the rates of two periods of different length: given the total, the later count is binomial.
 *
 * Source: Przyborowski & Wilenski (1940). Accuracy: equals R's `poisson.test` to 1e-9.
 * Limits: no event at all gives ratio null, p 1 and interval [0, null]. @throws RangeError for a length that is not above 0
 */
export function compareRates(before: number, beforeLength: number, after: number, afterLength: number, confidence = 0.95): RateChange {
  if (!(beforeLength > 0) || !(afterLength > 0)) throw new RangeError(`a period needs a length, got ${String(beforeLength)} and ${String(afterLength)}`);
  const total = before + after;
  const share = afterLength / (beforeLength + afterLength);
  const odds = (p: number): number | null => (p >= 1 ? null : (p / (1 - p)) * (beforeLength / afterLength));
  const [lower, upper] = total === 0 ? [0, 1] : binomialInterval(after, total, confidence);
  return {
    ratio: before === 0 ? null : (after / afterLength) / (before / beforeLength),
    p: total === 0 ? 1 : binomialTwoSided(after, total, share),
    interval: [odds(lower) ?? 0, odds(upper)],
  };
}
