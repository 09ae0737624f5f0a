import { orient2d } from 'robust-predicates';

/**
 * Whether the point p lies on the edge a–b, ends included, decided without rounding.
 *
 * Source: the same differences and the same predicate as `booleanPointInPolygon` of Turf, so that the verdicts agree.
 */
export function isOnEdge(px: number, py: number, ax: number, ay: number, bx: number, by: number): boolean {
  const northA = ay - py;
  const northB = by - py;
  if ((northA > 0 && northB > 0) || (northA < 0 && northB < 0)) return false;
  const eastA = ax - px;
  const eastB = bx - px;
  if (northA === 0 && northB === 0) return (eastA <= 0 && eastB >= 0) || (eastA >= 0 && eastB <= 0);
  return orient2d(eastA, eastB, northA, northB, 0, 0) === 0;
}

/** Verdict of `countPasses`: the point lies on the chain. */
export const TOUCHED = -1;

/**
 * How many edges of a chain a walk straight from p to r passes, or `TOUCHED` when p lies on one; decided without rounding.
 *
 * The vertices of the chain are `numbers[from]` up to, not including, `numbers[to]`, two numbers each. A vertex exactly on the
 * walk counts as left of it, for both edges that meet there: a walk through a corner passes both or none of them, and one
 * along an edge passes neither. The parity over closed rings is therefore right.
 * Limits: r may not lie on an edge itself.
 */
export function countPasses(
  numbers: Float64Array,
  from: number,
  to: number,
  px: number,
  py: number,
  rx: number,
  ry: number,
): number {
  let passes = 0;
  let ax = numbers[from] as number;
  let ay = numbers[from + 1] as number;
  let isLeftA = orient2d(px, py, rx, ry, ax, ay) >= 0;
  for (let i = from + 2; i < to; i += 2) {
    const bx = numbers[i] as number;
    const by = numbers[i + 1] as number;
    if (isOnEdge(px, py, ax, ay, bx, by)) return TOUCHED;
    const isLeftB = orient2d(px, py, rx, ry, bx, by) >= 0;
    if (isLeftA !== isLeftB && orient2d(ax, ay, bx, by, px, py) > 0 !== orient2d(ax, ay, bx, by, rx, ry) > 0) passes++;
    ax = bx;
    ay = by;
    isLeftA = isLeftB;
  }
  return passes;
}
