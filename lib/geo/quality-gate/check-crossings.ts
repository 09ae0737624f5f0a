import { orient2d } from 'robust-predicates';
import type { EdgeGrid } from '../edge-grid';
import type { LngLat, WardPolygon } from '../types';
import { listRings, type WardEdges } from '../ward-edges';
import { ringSquareMetres } from './check-rings';
import type { QualityIssue } from './quality-report';

/** A loop up to this many square metres that a ring pinches off is warned of: it decides next to nothing. */
const USABLE_LOOP_SQUARE_METRES = 20;

/** Places where the outline of a ward crosses itself: one issue for each pair of edges. Touching is not crossing. */
export function checkCrossings(wards: readonly WardPolygon[], outlines: WardEdges, grid: EdgeGrid): QualityIssue[] {
  const issues: QualityIssue[] = [];
  const lastEdgeOfRing = new Map(listRings(outlines).map(({ first, last }) => [first, last]));
  let ring = { first: -1, last: -1 };
  for (const edge of outlines.edges) {
    if (lastEdgeOfRing.has(edge)) ring = { first: edge, last: lastEdgeOfRing.get(edge) as number };
    const ward = outlines.wardOfEdge[edge] as number;
    const crossed = new Set<number>();
    for (const other of grid.listNearEdge(edge)) {
      if (other <= edge + 1 || outlines.wardOfEdge[other] !== ward || crossed.has(other)) continue;
      const position = crossingOf(outlines.coordinates, edge, other);
      if (position === undefined) continue;
      crossed.add(other);
      const loop = other <= ring.last ? loopSquareMetres(outlines.coordinates, ring, edge, other, position) : Infinity;
      issues.push(selfIntersection((wards[ward] as WardPolygon).code, position, loop));
    }
  }
  return issues;
}

function selfIntersection(code: string, position: LngLat, loopSquareMetres: number): QualityIssue {
  return {
    kind: 'self_intersection',
    severity: loopSquareMetres > USABLE_LOOP_SQUARE_METRES ? 'refuse' : 'warn',
    codes: [code],
    position,
    size: loopSquareMetres === Infinity ? null : { value: loopSquareMetres, unit: 'm2' },
    message: 'the outline crosses itself',
  };
}

/** The smaller of the two loops into which the crossing of two of its edges divides a ring, in square metres. */
function loopSquareMetres(
  coordinates: Float64Array,
  ring: { first: number; last: number },
  edge: number,
  other: number,
  crossing: LngLat,
): number {
  const vertices = (from: number, to: number): LngLat[] =>
    Array.from({ length: to - from + 1 }, (_, i): LngLat => [
      coordinates[2 * (from + i)] as number,
      coordinates[2 * (from + i) + 1] as number,
    ]);
  const inner = [crossing, ...vertices(edge + 1, other), crossing];
  const outer = [crossing, ...vertices(other + 1, ring.last), ...vertices(ring.first, edge), crossing];
  return Math.min(ringSquareMetres(inner.map((p) => [...p])), ringSquareMetres(outer.map((p) => [...p])));
}

/** Where two edges cross, each passing from one side of the other to the other side; undefined when they do not. */
function crossingOf(coordinates: Float64Array, edge: number, other: number): LngLat | undefined {
  const ax = coordinates[2 * edge] as number;
  const ay = coordinates[2 * edge + 1] as number;
  const bx = coordinates[2 * edge + 2] as number;
  const by = coordinates[2 * edge + 3] as number;
  const cx = coordinates[2 * other] as number;
  const cy = coordinates[2 * other + 1] as number;
  const dx = coordinates[2 * other + 2] as number;
  const dy = coordinates[2 * other + 3] as number;
  if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return undefined;
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return undefined;
  if (orient2d(ax, ay, bx, by, cx, cy) * orient2d(ax, ay, bx, by, dx, dy) >= 0) return undefined;
  const sideA = orient2d(cx, cy, dx, dy, ax, ay);
  const sideB = orient2d(cx, cy, dx, dy, bx, by);
  if (sideA * sideB >= 0) return undefined;
  const share = sideA / (sideA - sideB);
  return [ax + share * (bx - ax), ay + share * (by - ay)];
}
