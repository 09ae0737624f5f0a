import { momentsOf } from './moments';
import type { Progress } from './progress';
import type { Random } from './seeded-random';
import type { SpatialWeights } from './spatial-weights';

/** How a place stands to its neighbours: high among high, low among low, high among low, low among high. */
export const MORAN_CLASSES = ['none', 'high_high', 'low_low', 'high_low', 'low_high'] as const;
/** One of `MORAN_CLASSES`. */
export type MoranClass = (typeof MORAN_CLASSES)[number];

/** Local Moran's I of each place, its conditional-permutation p and its quadrant. */
export interface LocalMoran {
  readonly statistic: Float64Array;
  /** (M + 1)/(R + 1), M the permutations at least as extreme on the observed side. */
  readonly p: Float64Array;
  /** Quadrant before any test; `none` where the place or all its neighbours are average, or it has none. */
  readonly quadrant: readonly MoranClass[];
}

/**
 * Local Moran's I with conditional permutation: the place keeps its value, its neighbours are drawn from all others.
 *
 * Iᵢ = (zᵢ/m₂)·Σwᵢⱼzⱼ, m₂ = Σz²/n; weights must be standardised by row. `lagged` other than `values` gives the bivariate
 * form zᵢ·Σwᵢⱼyⱼ of standardised variables: the neighbours' other variable around the place's own.
 * Source: Anselin (1995). Accuracy: I equals R's `spdep::localmoran` (`mlvar = TRUE`) to 1e-10.
 * Limits: null when it was stopped; all values equal give 0, p = 1; a place without neighbours gives 0, p = 1. With one side counted, p is at most
 * about ½ but where values tie.
 */
export function computeLocalMoran(
  values: ArrayLike<number>, weights: SpatialWeights, permutations: number, random: Random,
  lagged: ArrayLike<number> = values, progress: Progress = () => true,
): LocalMoran | null {
  const n = values.length;
  const own = standardise(values);
  const other = standardise(lagged);
  const statistic = new Float64Array(n);
  const p = new Float64Array(n).fill(1);
  const quadrant: MoranClass[] = [];
  const order = Uint32Array.from({ length: Math.max(0, n - 1) }, (_, index) => index);
  for (let i = 0; i < n; i++) {
    if (i % 256 === 0 && !progress(i / n)) return null;
    const lag = lagOf(other, weights, i);
    statistic[i] = own[i]! * lag;
    quadrant.push(quadrantOf(own[i]!, lag));
    if (own[i] !== 0 && weights.starts[i + 1]! > weights.starts[i]!) p[i] = permutationP(other, weights, i, lag, permutations, order, random);
  }
  return { statistic, p, quadrant };
}

function standardise(values: ArrayLike<number>): Float64Array {
  const { mean, deviation } = momentsOf(values);
  return Float64Array.from(values, (value) => (deviation === 0 ? 0 : (value - mean) / deviation));
}

function lagOf(z: Float64Array, { starts, neighbours, weights }: SpatialWeights, i: number): number {
  let lag = 0;
  for (let at = starts[i]!; at < starts[i + 1]!; at++) lag += (weights === null ? 1 : weights[at]!) * z[neighbours[at]!]!;
  return lag;
}

function quadrantOf(own: number, lag: number): MoranClass {
  if (own === 0 || lag === 0) return 'none';
  if (own > 0) return lag > 0 ? 'high_high' : 'high_low';
  return lag < 0 ? 'low_low' : 'low_high';
}

/**
 * Draws as many other places as there are neighbours, without replacement, and counts the lags as far out as the observed one.
 * `order` holds the numbers 0 … n − 2 in any order; a number from i on stands for the place after it, so that i is never drawn.
 */
function permutationP(z: Float64Array, weights: SpatialWeights, i: number, observed: number, permutations: number, order: Uint32Array, random: Random): number {
  const from = weights.starts[i]!;
  const count = Math.min(weights.starts[i + 1]! - from, order.length);
  let above = 0;
  let below = 0;
  for (let round = 0; round < permutations; round++) {
    let lag = 0;
    for (let k = 0; k < count; k++) {
      const drawn = k + Math.floor(random() * (order.length - k));
      const place = order[drawn]!;
      order[drawn] = order[k]!;
      order[k] = place;
      lag += (weights.weights === null ? 1 : weights.weights[from + k]!) * z[place < i ? place : place + 1]!;
    }
    if (lag >= observed - TIE) above++;
    if (lag <= observed + TIE) below++;
  }
  return (Math.min(above, below) + 1) / (permutations + 1);
}

/** Standardised lags closer than this are the same lag summed in another order. */
const TIE = 1e-9;

/**
 * p of some places only, by conditional permutation as in `computeLocalMoran`; in the order of `places`.
 *
 * For a second, longer round over the places that a short first one left open: most need no more than the short one.
 * Source: two-stage form of Besag & Clifford (1991). Limits: null when it was stopped; p = 1 where I is 0 by definition.
 */
export function permutePlaces(values: ArrayLike<number>, weights: SpatialWeights, places: readonly number[], permutations: number, random: Random, progress: Progress = () => true): Float64Array | null {
  const z = standardise(values);
  const order = Uint32Array.from({ length: Math.max(0, values.length - 1) }, (_, index) => index);
  const p = new Float64Array(places.length).fill(1);
  for (let at = 0; at < places.length; at++) {
    if (at % 16 === 0 && !progress(at / places.length)) return null;
    const i = places[at]!;
    if (z[i] !== 0 && weights.starts[i + 1]! > weights.starts[i]!) p[at] = permutationP(z, weights, i, lagOf(z, weights, i), permutations, order, random);
  }
  return p;
}
