import { poissonUpperTail } from './count-tails';
import { gammaQ } from './special-functions';

/** Counts and what was expected of each, or the people, kilometres or years at risk; one entry a place. */
export interface ExposedCounts {
  readonly counts: ArrayLike<number>;
  /** Above 0. */
  readonly exposures: ArrayLike<number>;
}

/** The rates of all places as one gamma distribution: mean and variance, and its shape and rate where it spreads at all. */
export type RatePrior =
  | { readonly kind: 'spread'; readonly mean: number; readonly variance: number; readonly shape: number; readonly rate: number }
  /** The counts differ no more than chance makes them: every place has the mean rate. */
  | { readonly kind: 'even'; readonly mean: number }
  | { readonly kind: 'no_incident' };

/**
 * Gamma distribution of the rates by the method of moments.
 *
 * m = Σn/ΣE; variance = ΣE(n/E − m)²/ΣE − m/Ē, at least 0. Source: Marshall (1991).
 * Accuracy: the shrunk rates equal R's `spdep::EBest` to 1e-10. Limits: no place or no incident is said.
 * @throws RangeError for an exposure that is not above 0
 */
export function fitRatePrior({ counts, exposures }: ExposedCounts): RatePrior {
  let total = 0;
  let exposure = 0;
  for (let i = 0; i < counts.length; i++) {
    if (!(exposures[i]! > 0)) throw new RangeError(`exposure ${String(i)} is not above 0: ${String(exposures[i])}`);
    total += counts[i]!;
    exposure += exposures[i]!;
  }
  if (total === 0) return { kind: 'no_incident' };
  const mean = total / exposure;
  let squares = 0;
  for (let i = 0; i < counts.length; i++) squares += exposures[i]! * (counts[i]! / exposures[i]! - mean) ** 2;
  const variance = squares / exposure - (mean * counts.length) / exposure;
  return variance > 0 ? { kind: 'spread', mean, variance, shape: (mean * mean) / variance, rate: mean / variance } : { kind: 'even', mean };
}

/** A place's rate drawn towards the mean of all, the more so the less it was exposed. */
export interface ShrunkRate {
  /** (n + α)/(E + β). */
  readonly rate: number;
  /** The same over the mean rate: θ̂. */
  readonly relative: number;
  /** P(θ > threshold) given what was seen: near 1 = surely far above the mean. */
  readonly exceedance: number;
}

/**
 * Shrunk rate of each place, and the probability that its true rate exceeds `threshold` times the mean.
 *
 * Source: gamma–Poisson model, Clayton & Kaldor (1987). Limits: even rates give the mean to all with exceedance 0; no
 * incident gives 0 to all. @throws RangeError for a threshold below 1
 */
export function shrinkRates(exposed: ExposedCounts, threshold = 2): readonly ShrunkRate[] {
  if (!(threshold >= 1)) throw new RangeError(`a threshold is at least 1, got ${String(threshold)}`);
  const prior = fitRatePrior(exposed);
  return Array.from(exposed.counts, (count, i): ShrunkRate => {
    if (prior.kind === 'no_incident') return { rate: 0, relative: 0, exceedance: 0 };
    if (prior.kind === 'even') return { rate: prior.mean, relative: 1, exceedance: 0 };
    const [shape, rate] = [count + prior.shape, exposed.exposures[i]! + prior.rate];
    return { rate: shape / rate, relative: shape / rate / prior.mean, exceedance: gammaQ(shape, threshold * prior.mean * rate) };
  });
}

/** Places in the order of a league table: surely far above the mean first; ties by rate, then by place. */
export function rankByExceedance(rates: readonly ShrunkRate[]): readonly number[] {
  return rates.map((_, i) => i).sort((a, b) => rates[b]!.exceedance - rates[a]!.exceedance || rates[b]!.rate - rates[a]!.rate || a - b);
}

/**
 * Rates standardised by what chance and true spread leave open at each place, for maps of rates and for Moran's I.
 *
 * zᵢ = (n/E − m)/√(A + m/E), A the variance of the prior with its sign; without A where that would not be positive.
 * Source: Assunção & Reis (1999). Accuracy: Moran's I of it equals R's `spdep::EBImoran.mc`. Limits: no incident gives 0.
 * @throws RangeError for an exposure that is not above 0
 */
export function standardiseRates({ counts, exposures }: ExposedCounts): Float64Array {
  if (fitRatePrior({ counts, exposures }).kind === 'no_incident') return new Float64Array(counts.length);
  const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((total, value) => total + value, 0);
  const exposure = sum(exposures);
  const mean = sum(counts) / exposure;
  const squares = Array.from(counts, (count, i) => exposures[i]! * (count / exposures[i]! - mean) ** 2);
  const spread = sum(squares) / exposure - (mean * counts.length) / exposure;
  return Float64Array.from(counts, (count, i) => {
    const chance = mean / exposures[i]!;
    return (count / exposures[i]! - mean) / Math.sqrt(spread + chance > 0 ? spread + chance : chance);
  });
}

/** Bounds of n/E under the mean rate: outside the 95 % ones look closer, outside the 99.8 % ones act. */
export interface ControlLimits {
  readonly warning: readonly [number, number];
  readonly action: readonly [number, number];
}

/**
 * Limits of a funnel chart at one exposure: the counts that chance alone would leave with 2.5 % and 0.1 % on each side.
 *
 * Source: Spiegelhalter (2005), exact Poisson limits. Limits: a mean rate of 0 gives 0.
 * @throws RangeError for an exposure that is not above 0
 */
export function computeControlLimits(meanRate: number, exposure: number): ControlLimits {
  if (!(exposure > 0)) throw new RangeError(`an exposure is above 0, got ${String(exposure)}`);
  const expected = meanRate * exposure;
  const bounds = (tail: number): readonly [number, number] => [lowestCount(expected, tail) / exposure, highestCount(expected, tail) / exposure];
  return { warning: bounds(0.025), action: bounds(0.001) };
}

/** Least count whose lower tail exceeds `tail`. */
function lowestCount(expected: number, tail: number): number {
  let count = 0;
  while (1 - poissonUpperTail(count + 1, expected) <= tail) count++;
  return count;
}

/** Least count that leaves at most `tail` above it. */
function highestCount(expected: number, tail: number): number {
  let count = Math.floor(expected);
  while (poissonUpperTail(count + 1, expected) > tail) count++;
  return count;
}
