import { adjustBenjaminiHochberg } from './false-discovery';
import { momentsOf } from './moments';
import { normalTwoSided } from './special-functions';
import type { SpatialWeights } from './spatial-weights';

/** Local Gi* of each place. */
export interface GetisOrd {
  /** 0 where it is not defined: all values equal, or a place whose neighbourhood is everything. */
  readonly z: Float64Array;
  /** Two-sided p of the normal approximation; 1 where z is not defined. */
  readonly p: Float64Array;
  /** p adjusted for the share of false discoveries. */
  readonly adjusted: Float64Array;
}

/**
 * Getis–Ord Gi* with the place itself among its neighbours (the weights must include it).
 *
 * Gi* = (Σ wᵢⱼxⱼ − x̄Wᵢ) / (S·√((nΣwᵢⱼ² − Wᵢ²)/(n − 1))), S² = Σx²/n − x̄².
 * Source: Getis & Ord (1992); Ord & Getis (1995); false discovery rate as in Caldas de Castro & Singer (2006).
 * Accuracy: equals R's `spdep::localG` with `include.self` to 1e-10. Limits: no values give empty arrays.
 */
export function computeGetisOrd(values: ArrayLike<number>, { starts, neighbours, weights }: SpatialWeights): GetisOrd {
  const n = values.length;
  const { mean, deviation } = momentsOf(values);
  const z = new Float64Array(n);
  const p = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    let weight = 0;
    let squares = 0;
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const w = weights === null ? 1 : weights[at]!;
      sum += w * values[neighbours[at]!]!;
      weight += w;
      squares += w * w;
    }
    const spread = deviation * Math.sqrt((n * squares - weight * weight) / (n - 1));
    z[i] = spread > 0 ? (sum - mean * weight) / spread : 0;
    p[i] = spread > 0 ? normalTwoSided(z[i]!) : 1;
  }
  return { z, p, adjusted: adjustBenjaminiHochberg(p) };
}

/** Class of a place by its adjusted p: +3 hot at 99 %, +2 at 95 %, +1 at 90 %, 0 not significant, negative the same for cold. */
export function classifyGetisOrd({ z, adjusted }: GetisOrd): Int8Array {
  return Int8Array.from(z, (value, i) => {
    const level = adjusted[i]! <= 0.01 ? 3 : adjusted[i]! <= 0.05 ? 2 : adjusted[i]! <= 0.1 ? 1 : 0;
    return value < 0 ? -level : level;
  });
}
