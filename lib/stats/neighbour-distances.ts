import Flatbush from 'flatbush';
import type { PlanePoints } from './grid-frame';

/** Distance in metres from each point to its k-th nearest other point, in the points' order; Infinity when there are fewer. */
export function nearestDistances({ xs, ys }: PlanePoints, k: number): Float64Array {
  const distances = new Float64Array(xs.length).fill(Infinity);
  if (xs.length <= k) return distances;
  const index = new Flatbush(xs.length);
  for (let i = 0; i < xs.length; i++) index.add(xs[i]!, ys[i]!);
  index.finish();
  for (let i = 0; i < xs.length; i++) {
    const farthest = index.neighbors(xs[i]!, ys[i]!, k + 1).at(-1)!;
    distances[i] = Math.hypot(xs[farthest]! - xs[i]!, ys[farthest]! - ys[i]!);
  }
  return distances;
}

/** Distance in metres from each point to its k-th nearest other point, ascending: the curve whose knee proposes a radius. */
export const listNeighbourDistances = (points: PlanePoints, k: number): Float64Array => nearestDistances(points, k).sort();

/**
 * Radius in metres at the knee of the ascending k-distance curve: the point farthest below the straight line between its ends.
 *
 * Limits: fewer than three points, or all distances equal, give the largest distance; null when no distance is above 0 or
 * there are too few points for one.
 */
export function proposeRadius(ascendingDistances: Float64Array): number | null {
  const last = ascendingDistances.length - 1;
  const low = ascendingDistances[0] ?? 0;
  const high = ascendingDistances[last] ?? 0;
  if (!(high > 0 && high < Infinity)) return null;
  let best = last;
  let farthest = 0;
  for (let i = 1; i < last; i++) {
    const below = low + ((high - low) * i) / last - ascendingDistances[i]!;
    if (below > farthest) [farthest, best] = [below, i];
  }
  const radius = ascendingDistances[best]!;
  return radius > 0 ? radius : high;
}
