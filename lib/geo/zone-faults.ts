import Flatbush from 'flatbush';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { boxOf } from './clean-area';
import { joinedArea } from './clip-areas';
import { meetEdges } from './edge-crossings';
import { localMetric } from './ellipsoid';
import { areaOf, polygonsOf } from './ellipsoid-area';
import { MOST_CORNERS } from './most-corners';
import type { Bbox } from './types';

/** Smallest and largest area that can be a zone, in square metres. */
export const LEAST_ZONE_SQUARE_METRES = 100;
export const MOST_ZONE_SQUARE_METRES = 500_000_000;
/** How far beyond the wards of an edition a zone may reach, in metres. */
export const EXTENT_MARGIN_METRES = 5_000;
/** Most pairs of edges whose boxes meet: an outline that runs over itself this often is a scribble, and looking at it takes time. */
const MOST_PAIRS = 2_000_000;

const written = ([x, y]: Position): string => `${(x as number).toFixed(6)}, ${(y as number).toFixed(6)}`;

/**
 * Why an area can be no zone among wards within `extent`, in one sentence; null when it can. The area is one `cleanArea` gave.
 *
 * Limits: a zone that is no fault may still touch itself in single corners. At most some 0.5 s for the worst of outlines.
 */
export function findZoneFault(area: Polygon | MultiPolygon, extent: Bbox): string | null {
  const rings = polygonsOf(area).flat();
  const corners = rings.reduce((sum, ring) => sum + ring.length - 1, 0);
  if (corners > MOST_CORNERS) return `holds ${corners} corners, at most ${MOST_CORNERS} are taken`;
  const beyond = findBeyond(rings, extent);
  if (beyond !== null) return `lies outside the wards of this edition at ${written(beyond)}; coordinates are longitude first`;
  const metres = areaOf(area);
  if (metres > MOST_ZONE_SQUARE_METRES) return `covers ${Math.round(metres / 1e6)} km², at most ${MOST_ZONE_SQUARE_METRES / 1e6} km² are taken`;
  const crossing = findCrossing(rings);
  if (crossing.kind === 'fault') return crossing.reason;
  if (metres < LEAST_ZONE_SQUARE_METRES) return `covers ${Math.round(metres)} m², at least ${LEAST_ZONE_SQUARE_METRES} m² are needed`;
  // Without a touch and in one ring, nothing can lie on anything else.
  if (!crossing.touches && rings.length === 1) return null;
  const covered = joinedArea(polygonsOf(area).map((coordinates): Polygon => ({ type: 'Polygon', coordinates })));
  const lacking = Math.abs((covered === null ? 0 : areaOf(covered)) - metres);
  return lacking > Math.max(1, metres * 1e-9) ? 'has parts that lie on each other, or a hole outside its part' : null;
}

function findBeyond(rings: readonly Position[][], [west, south, east, north]: Bbox): Position | null {
  const metric = localMetric((south + north) / 2);
  const [x, y] = [EXTENT_MARGIN_METRES / metric.metresPerDegreeEast, EXTENT_MARGIN_METRES / metric.metresPerDegreeNorth];
  return rings.flat().find(([lon, lat]) => !(lon! >= west - x && lon! <= east + x && lat! >= south - y && lat! <= north + y)) ?? null;
}

type Crossing = { readonly kind: 'fault'; readonly reason: string } | { readonly kind: 'none'; readonly touches: boolean };

/** Whether edges of the outline pass through each other, and if not, whether any touch beyond the corner that neighbours share. */
function findCrossing(rings: readonly Position[][]): Crossing {
  const edges = rings.flatMap((ring, number) => ring.slice(1).map((to, i) => ({ from: ring[i]!, to, number, i, last: ring.length - 2 })));
  const tree = new Flatbush(edges.length);
  for (const { from, to } of edges) tree.add(Math.min(from[0]!, to[0]!), Math.min(from[1]!, to[1]!), Math.max(from[0]!, to[0]!), Math.max(from[1]!, to[1]!));
  tree.finish();
  let [pairs, touches] = [0, false];
  for (const [number, edge] of edges.entries()) {
    const { from, to } = edge;
    for (const found of tree.search(Math.min(from[0]!, to[0]!), Math.min(from[1]!, to[1]!), Math.max(from[0]!, to[0]!), Math.max(from[1]!, to[1]!))) {
      if (found <= number) continue;
      if (++pairs > MOST_PAIRS) return { kind: 'fault', reason: 'runs over itself too often to be an area' };
      const other = edges[found]!;
      const meeting = meetEdges(from, to, other.from, other.to);
      if (meeting.kind === 'cross') return { kind: 'fault', reason: `has an outline that crosses itself at ${written(meeting.at)}` };
      // Two touches are the one corner, counted from both edges.
      const areNeighbours = edge.number === other.number && (other.i === edge.i + 1 || (edge.i === 0 && other.i === edge.last));
      if (meeting.kind === 'touch' && !(areNeighbours && meeting.ends.length === 2)) touches = true;
    }
  }
  return { kind: 'none', touches };
}

/** The box round all wards of an edition; null without wards. */
export function extentOf(wards: readonly { readonly geometry: Polygon | MultiPolygon }[]): Bbox | null {
  if (wards.length === 0) return null;
  const boxes = wards.map(({ geometry }) => boxOf(geometry));
  return boxes.reduce((a, b): Bbox => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]);
}
