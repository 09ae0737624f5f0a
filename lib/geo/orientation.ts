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

/**
 * Whether a walk straight from p to r passes the edge a–b, decided without rounding.
 *
 * An end of the edge lying exactly on the walk counts as left of it, for both edges that meet there: a walk through a
 * corner passes both or none of them, and one along an edge passes neither. The parity over a closed ring is therefore right.
 * Limits: neither p nor r may lie on the edge itself.
 */
export function passesEdge(
  px: number,
  py: number,
  rx: number,
  ry: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): boolean {
  if (orient2d(px, py, rx, ry, ax, ay) >= 0 === orient2d(px, py, rx, ry, bx, by) >= 0) return false;
  return orient2d(ax, ay, bx, by, px, py) > 0 !== orient2d(ax, ay, bx, by, rx, ry) > 0;
}
