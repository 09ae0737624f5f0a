import Flatbush from 'flatbush';
import type { ScopeWard } from '../method';
import { isInRings } from '../plane/plane-rings';

/** Answers the place of the ward that covers a position in metres; −1 outside all. Limits: on a shared line the first of them. */
export function buildWardFinder(wards: readonly ScopeWard[]): (x: number, y: number) => number {
  const boxes = wards.flatMap(({ polygons }, ward) => polygons.map((rings) => ({ ward, rings })));
  if (boxes.length === 0) return () => -1;
  const tree = new Flatbush(boxes.length, 16, Float64Array);
  for (const { rings } of boxes) {
    const [xs, ys] = [(rings[0] ?? []).map(([x]) => x), (rings[0] ?? []).map(([, y]) => y)];
    tree.add(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
  }
  tree.finish();
  return (x, y) => tree.search(x, y, x, y).sort((a, b) => a - b).reduce((found, k) => (found < 0 && isInRings(boxes[k]!.rings, x, y) ? boxes[k]!.ward : found), -1);
}
