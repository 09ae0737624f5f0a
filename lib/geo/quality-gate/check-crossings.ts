import { orient2d } from 'robust-predicates';
import type { EdgeGrid } from '../edge-grid';
import type { LngLat, WardPolygon } from '../types';
import type { WardEdges } from '../ward-edges';
import type { QualityIssue } from './quality-report';

/** Places where the outline of a ward crosses itself: one issue for each pair of edges. Touching is not crossing. */
export function checkCrossings(wards: readonly WardPolygon[], outlines: WardEdges, grid: EdgeGrid): QualityIssue[] {
  const issues: QualityIssue[] = [];
  for (const edge of outlines.edges) {
    const ward = outlines.wardOfEdge[edge] as number;
    const crossed = new Set<number>();
    for (const other of grid.listNearEdge(edge)) {
      if (other <= edge + 1 || outlines.wardOfEdge[other] !== ward || crossed.has(other)) continue;
      const position = crossingOf(outlines.coordinates, edge, other);
      if (position === undefined) continue;
      crossed.add(other);
      issues.push(selfIntersection((wards[ward] as WardPolygon).code, position));
    }
  }
  return issues;
}

function selfIntersection(code: string, position: LngLat): QualityIssue {
  return { kind: 'self_intersection', severity: 'refuse', codes: [code], position, size: null, message: 'the outline crosses itself' };
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
