import { adjustBenjaminiHochberg } from './false-discovery';
import type { GetisOrd } from './getis-ord';
import { momentsOf } from './moments';
import { normalTwoSided } from './special-functions';
import type { SpatialWeights } from './spatial-weights';

/** Counts by slice of time and place: the value of place i in slice t is `values[t * places + i]`. */
export interface SpaceTimeCube {
  readonly places: number;
  readonly slices: number;
  readonly values: ArrayLike<number>;
}

/**
 * Getis–Ord Gi* of each place and slice, over its neighbours in the same slice and in the `stepsBack` slices before it.
 *
 * Mean and spread are those of the whole cube, so that slices compare; the weights must include the place itself.
 * Source: Getis & Ord (1992) with neighbours in time as in emerging hot spot analysis. Accuracy: equals `computeGetisOrd`
 * on the neighbours written out in space and time. Limits: the first slices have fewer slices before them; constant
 * values give z = 0, p = 1.
 */
export function computeSpaceTimeGetisOrd({ places, slices, values }: SpaceTimeCube, { starts, neighbours, weights }: SpatialWeights, stepsBack = 1): GetisOrd {
  const n = places * slices;
  const { mean, deviation } = momentsOf(values);
  const z = new Float64Array(n);
  const p = new Float64Array(n).fill(1);
  for (let i = 0; i < places; i++) {
    let weight = 0;
    let squares = 0;
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const w = weights === null ? 1 : weights[at]!;
      weight += w;
      squares += w * w;
    }
    for (let slice = 0; slice < slices; slice++) {
      const first = Math.max(0, slice - stepsBack);
      const depth = slice - first + 1;
      const spread = deviation * Math.sqrt((n * squares * depth - (weight * depth) ** 2) / (n - 1));
      if (!(spread > 0)) continue;
      let sum = 0;
      for (let t = first; t <= slice; t++) {
        for (let at = starts[i]!; at < starts[i + 1]!; at++) sum += (weights === null ? 1 : weights[at]!) * values[t * places + neighbours[at]!]!;
      }
      z[slice * places + i] = (sum - mean * weight * depth) / spread;
      p[slice * places + i] = normalTwoSided(z[slice * places + i]!);
    }
  }
  return { z, p, adjusted: adjustBenjaminiHochberg(p) };
}
