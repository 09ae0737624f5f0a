import { computeLocalMoran, permutePlaces, type LocalMoran } from '../../stats/local-moran';
import type { Progress } from '../../stats/progress';
import type { Random } from '../../stats/seeded-random';
import type { SpatialWeights } from '../../stats/spatial-weights';

/** Permutations of the first round, and the p up to which a place goes on to the second. */
const [FIRST, GOES_ON] = [199, 0.05] as const;

/**
 * Local Moran's I with p by a short first round for all places and a full second one for those it leaves open.
 *
 * Source: Besag & Clifford (1991). Accuracy: P(p ≤ a) under chance is at most a for every a below 0.05, since a place must pass
 * both rounds; above 0.05 p is that of 199 permutations. Limits: null when it was stopped.
 */
export function computeTwoStageMoran(values: Float64Array, weights: SpatialWeights, permutations: number, random: Random, progress: Progress): LocalMoran | null {
  const first = computeLocalMoran(values, weights, Math.min(FIRST, permutations), random, values, (share) => progress(share * 0.3));
  if (first === null || permutations <= FIRST) return first;
  const open = [...first.p.keys()].filter((place) => first.p[place]! <= GOES_ON);
  const second = permutePlaces(values, weights, open, permutations, random, (share) => progress(0.3 + share * 0.7));
  if (second === null) return null;
  const p = first.p.slice();
  open.forEach((place, at) => { p[place] = second[at]!; });
  return { ...first, p };
}
