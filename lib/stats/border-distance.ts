import { binomialInterval, binomialTwoSided } from './count-tails';
import { normalTwoSided } from './special-functions';

/** How a quantity such as the distance to a border is spread where incidents could happen: a value and its weight, pair by pair. */
export interface Exposure {
  readonly values: ArrayLike<number>;
  /** Area, road length or people that each value stands for; in proportion to the incidents expected there. */
  readonly weights: ArrayLike<number>;
}

/** A test statistic that is standard normal when incidents follow the exposure, with its two-sided p. */
export interface NormalTest {
  readonly z: number;
  readonly p: number;
}

/** Both of Berman's tests, or why there are none. */
export type BermanTest =
  | { readonly kind: 'tested'; readonly z1: NormalTest; readonly z2: NormalTest; readonly incidents: number }
  | { readonly kind: 'no_incident' | 'no_exposure' };

const asTest = (z: number): NormalTest => ({ z, p: normalTwoSided(z) });

/**
 * Tests whether incidents lie nearer to a border, or farther, than the exposure does; negative z = nearer.
 *
 * Z₁ = (ΣZ(xᵢ) − n·E Z)/√(n·E Z²); Z₂ = √(12/n)·(ΣF(Z(xᵢ)) − n/2), F the distribution of Z over the exposure, which makes it
 * indifferent to how distance is measured. Choose road length or people as exposure where roads follow the border.
 * Source: Berman (1986); Lawson (1993), Waller et al. (1992) for Z₁. Accuracy: Z₁ equals R's `berman.test` to 1e-6 given the
 * same exposure, Z₂ but for ties, where the middle rank is taken and not the upper one: a tied exposure is then no evidence
 * against itself. Limits: no incident, or no exposure with a positive distance, is said.
 */
export function testBorderDistance(distancesMetres: ArrayLike<number>, exposure: Exposure): BermanTest {
  const n = distancesMetres.length;
  if (n === 0) return { kind: 'no_incident' };
  let weight = 0;
  let first = 0;
  let second = 0;
  for (let k = 0; k < exposure.values.length; k++) {
    const [value, w] = [exposure.values[k]!, exposure.weights[k]!];
    weight += w;
    first += w * value;
    second += w * value * value;
  }
  if (!(weight > 0) || second === 0) return { kind: 'no_exposure' };
  const share = distributionOf(exposure);
  let sum = 0;
  let ranks = 0;
  for (let i = 0; i < n; i++) {
    sum += distancesMetres[i]!;
    ranks += share(distancesMetres[i]!);
  }
  return { kind: 'tested', incidents: n, z1: asTest((sum - (n * first) / weight) / Math.sqrt((n * second) / weight)), z2: asTest(Math.sqrt(12 / n) * (ranks - n / 2)) };
}

/**
 * Share of the exposure below a value, an equal one counted half; by straight lines between the values that occur.
 *
 * Source: mid-distribution function (Parzen 1979). Limits: 0 below the least value, 1 above the largest; no exposure gives 0.
 */
export function distributionOf({ values, weights }: Exposure): (value: number) => number {
  const order = Uint32Array.from({ length: values.length }, (_, k) => k).sort((a, b) => values[a]! - values[b]!);
  const at: number[] = [];
  const steps: number[] = [];
  let sum = 0;
  for (const k of order) {
    sum += weights[k]!;
    if (at.at(-1) === values[k]) steps[steps.length - 1]! += weights[k]!;
    else {
      at.push(values[k]!);
      steps.push(weights[k]!);
    }
  }
  let before = 0;
  const shares = steps.map((step) => (before += step) - step / 2);
  return (value) => {
    if (sum === 0 || value < at[0]!) return 0;
    const below = lastAtMost(at, value);
    if (below === at.length - 1) return value > at[below]! ? 1 : shares[below]! / sum;
    const part = (value - at[below]!) / (at[below + 1]! - at[below]!);
    return (shares[below]! + part * (shares[below + 1]! - shares[below]!)) / sum;
  };
}

function lastAtMost(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ascending[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Rate in the border zone over the rate in the core. */
export interface BorderConcentration {
  /** (n_Z/E_Z)/(n_core/E_core); null without an incident in the core. */
  readonly quotient: number | null;
  /** Exact 95 % interval; null above = no bound. */
  readonly interval: readonly [number, number | null];
  readonly p: number;
}

/**
 * Whether the border zone has more incidents for its exposure than the core: given all of them, those in the zone are binomial.
 *
 * Source: exact conditional test; interval after Clopper & Pearson (1934). Accuracy: p equals R's `binom.test`.
 * Limits: no incident gives quotient null, interval [0, null], p 1. @throws RangeError for an exposure that is not above 0
 */
export function computeBorderConcentration(inZone: number, inCore: number, zoneExposure: number, coreExposure: number): BorderConcentration {
  if (!(zoneExposure > 0) || !(coreExposure > 0)) throw new RangeError(`zone and core need exposure, got ${String(zoneExposure)} and ${String(coreExposure)}`);
  const n = inZone + inCore;
  const odds = (p: number): number | null => (p >= 1 ? null : (p / (1 - p)) * (coreExposure / zoneExposure));
  const [low, high] = binomialInterval(inZone, n);
  return {
    quotient: inCore === 0 ? null : (inZone / zoneExposure) / (inCore / coreExposure),
    interval: [odds(low) ?? 0, odds(high)],
    p: n === 0 ? 1 : binomialTwoSided(inZone, n, zoneExposure / (zoneExposure + coreExposure)),
  };
}
