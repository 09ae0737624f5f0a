import type { MultiPolygon, Polygon, Position } from 'geojson';
import { buildAreaTest } from './area-test';
import type { BorderArc } from './border-topology';
import { boxOf } from './clean-area';
import { boxesMeet } from './clip-areas';
import { meetEdges } from './edge-crossings';
import { localMetric, type LocalMetric } from './ellipsoid';
import { polygonsOf } from './ellipsoid-area';
import { flatMetresToEdge } from './flat';
import type { Bbox, LngLat } from './types';

/** A border near an area: its pair of wards, and how far it is from the area's edge in metres; 0 when it touches or crosses the area. */
export interface NearBorder {
  readonly wardA: string;
  readonly wardB: string;
  readonly distanceMetres: number;
}

/** Borders closer to an area than this many metres run along it: two drawings of one line. */
const ALONG_METRES = 0.1;

/**
 * The borders within `metres` of an area, nearest first (ties: by their wards).
 *
 * Accuracy: in the metric of the area's middle taken as flat; within 0.1 % for areas under 50 km across.
 */
export function listBordersNear(area: Polygon | MultiPolygon, arcs: readonly BorderArc[], metres: number): NearBorder[] {
  const [west, south, east, north] = boxOf(area);
  const metric = localMetric((south + north) / 2);
  const [x, y] = [metres / metric.metresPerDegreeEast, metres / metric.metresPerDegreeNorth];
  const reach: Bbox = [west - x, south - y, east + x, north + y];
  const covers = buildAreaTest(area);
  const outline = polygonsOf(area).flat().flatMap((ring) => ring.slice(1).map((to, i): [Position, Position] => [ring[i]!, to]));
  return arcs.flatMap(({ wardA, wardB, lines }): NearBorder[] => {
    let nearest = Infinity;
    for (const line of lines) for (let i = 1; i < line.length && nearest > 0; i++) {
      const [from, to] = [line[i - 1]!, line[i]!];
      if (!boxesMeet(reach, [Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1])])) continue;
      nearest = Math.min(nearest, covers(from) || covers(to) ? 0 : metresBetween(outline, from, to, metric));
    }
    return nearest > metres ? [] : [{ wardA, wardB, distanceMetres: nearest < ALONG_METRES ? 0 : nearest }];
  }).sort((a, b) => a.distanceMetres - b.distanceMetres || (`${a.wardA}${a.wardB}` < `${b.wardA}${b.wardB}` ? -1 : 1));
}

/** Least distance in metres between the outline and one edge: between edges that do not meet, one end is nearest. */
function metresBetween(outline: readonly [Position, Position][], from: LngLat, to: LngLat, metric: LocalMetric): number {
  let nearest = Infinity;
  for (const [a, b] of outline as unknown as [LngLat, LngLat][]) {
    if (meetEdges([...a], [...b], [...from], [...to]).kind !== 'apart') return 0;
    nearest = Math.min(nearest, flatMetresToEdge(from, a, b, metric), flatMetresToEdge(to, a, b, metric), flatMetresToEdge(a, from, to, metric), flatMetresToEdge(b, from, to, metric));
  }
  return nearest;
}
