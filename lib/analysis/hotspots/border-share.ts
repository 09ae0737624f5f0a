import Flatbush from 'flatbush';
import type { AnalysisInput } from '../method';
import { isInRings } from '../plane/plane-rings';

/** A quartic kernel of radius 1 at the square of a distance, without its constant. */
const quartic = (squared: number): number => (squared < 1 ? (1 - squared) * (1 - squared) : 0);

/** Place in `wards` of the ward that holds a position; −1 outside all. */
export function wardAt({ wards }: Pick<AnalysisInput, 'wards'>, x: number, y: number): number {
  return wards.findIndex(({ polygons }) => polygons.some((rings) => isInRings(rings, x, y)));
}

/**
 * Share of the kernel density at some positions that comes from incidents of other wards than the position's own, 0 to 1: what a
 * density computed ward by ward would lose there. About ½ on a straight border with as much on both sides (B-1).
 *
 * Limits: null where no kernel reaches any of the positions. Edge correction is left out: it touches both parts alike.
 */
export function shareFromAcross(input: Pick<AnalysisInput, 'wards' | 'points'>, positions: readonly (readonly [x: number, y: number])[], radii: Float64Array): number | null {
  const { points } = input;
  if (points.count === 0) return null;
  const index = new Flatbush(points.count);
  for (let i = 0; i < points.count; i++) index.add(points.xs[i]! - radii[i]!, points.ys[i]! - radii[i]!, points.xs[i]! + radii[i]!, points.ys[i]! + radii[i]!);
  index.finish();
  let [all, across] = [0, 0];
  for (const [x, y] of positions) {
    const ward = wardAt(input, x, y);
    for (const i of index.search(x, y, x, y)) {
      const mass = quartic(((points.xs[i]! - x) ** 2 + (points.ys[i]! - y) ** 2) / radii[i]! ** 2) / radii[i]! ** 2;
      all += mass;
      if (points.wards[i] !== ward) across += mass;
    }
  }
  return all > 0 ? Math.min(1, across / all) : null;
}
