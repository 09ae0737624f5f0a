import Flatbush from 'flatbush';
import type { MultiPolygon, Polygon } from 'geojson';
import type { MetricPlane } from '../../geo/transverse-mercator';
import { traceContours } from '../../stats/trace-contours';
import { toFindingShape } from '../plane/finding-shapes';
import type { PlaneLine, PlaneRings } from '../method';
import { isInRings } from '../plane/plane-rings';

/** An area as a number at every position, in metres: above 0 inside, below 0 outside. */
export type PlaneField = (x: number, y: number) => number;
/** West, south, east, north in metres. */
export type PlaneBox = readonly [west: number, south: number, east: number, north: number];

/** A straight piece of a line, and the line it is of. */
interface Segment { readonly of: number; readonly ax: number; readonly ay: number; readonly bx: number; readonly by: number }

/** Where the nearest position of a line lies. */
export interface LineHit { readonly of: number; readonly metres: number; readonly x: number; readonly y: number }

/** Lines that can be asked which of them pass near a position. */
export interface LineIndex {
  /** The nearest position of each line within `reachMetres`, by the number the line was given. */
  readonly near: (x: number, y: number, reachMetres: number) => ReadonlyMap<number, LineHit>;
}

function hitSegment({ of, ax, ay, bx, by }: Segment, x: number, y: number): LineHit {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  const [hx, hy] = [ax + t * dx, ay + t * dy];
  return { of, metres: Math.hypot(x - hx, y - hy), x: hx, y: hy };
}

/** An index over numbered lines in metres; lines with one position are left out. */
export function indexLines(groups: readonly (readonly PlaneLine[])[]): LineIndex {
  const segments = groups.flatMap((lines, of) => lines.flatMap((line) => line.slice(1).map(([bx, by], k): Segment => ({ of, ax: line[k]![0], ay: line[k]![1], bx, by }))));
  if (segments.length === 0) return { near: () => new Map() };
  const index = new Flatbush(segments.length);
  for (const { ax, ay, bx, by } of segments) index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  index.finish();
  return {
    near: (x, y, reach) => {
      const hits = new Map<number, LineHit>();
      for (const k of index.search(x - reach, y - reach, x + reach, y + reach)) {
        const hit = hitSegment(segments[k]!, x, y);
        if (hit.metres <= reach && hit.metres < (hits.get(hit.of)?.metres ?? Infinity)) hits.set(hit.of, hit);
      }
      return hits;
    },
  };
}

const nearestMetres = (index: LineIndex, x: number, y: number, capMetres: number): number => index.near(x, y, capMetres).get(0)?.metres ?? capMetres;

/** Everything within `reachMetres` of some lines. */
export function fieldOfLines(lines: readonly PlaneLine[], reachMetres: number, capMetres = reachMetres * 2): PlaneField {
  const index = indexLines([lines]);
  return (x, y) => reachMetres - nearestMetres(index, x, y, capMetres);
}

/** The inside of some polygons that do not overlap, right inside `box` only; depth and distance are told up to `capMetres`. */
export function fieldOfPolygons(polygons: readonly PlaneRings[], capMetres: number, [west, south, east, north]: PlaneBox): PlaneField {
  const overlaps = (ring: PlaneLine): boolean => {
    const around = boxAround(ring, capMetres);
    return around !== null && around[0] <= east && around[2] >= west && around[1] <= north && around[3] >= south;
  };
  const edges = polygons.flat().filter(overlaps).flatMap((ring) => ring.slice(1).map((end, k): PlaneLine => [ring[k]!, end]));
  const reaches = (edge: PlaneLine, away: number, far: number): boolean =>
    Math.max(edge[0]![1], edge[1]![1]) >= south - away && Math.min(edge[0]![1], edge[1]![1]) <= north + away && Math.max(edge[0]![0], edge[1]![0]) >= west - away && Math.min(edge[0]![0], edge[1]![0]) <= far;
  const index = indexLines([edges.filter((edge) => reaches(edge, capMetres, east + capMetres))]);
  // A ray to the east crosses no edge that lies below, above or west of the box.
  const crossable = edges.filter((edge) => reaches(edge, 0, Infinity));
  return (x, y) => (isInRings(crossable, x, y) ? 1 : -1) * nearestMetres(index, x, y, capMetres);
}

/** A disc. */
export const fieldOfDisc = (cx: number, cy: number, radiusMetres: number): PlaneField => (x, y) => radiusMetres - Math.hypot(x - cx, y - cy);
/** What is in any of some areas. */
export const fieldOfAny = (fields: readonly PlaneField[]): PlaneField => (x, y) => fields.reduce((most, field) => Math.max(most, field(x, y)), -Infinity);
/** What is in all of some areas; those after one that is `floorMetres` deep outside are not asked, so put the cheap ones first. */
export const fieldOfAll = (fields: readonly PlaneField[], floorMetres = -Infinity): PlaneField => (x, y) => {
  let least = Infinity;
  for (const field of fields) {
    least = Math.min(least, field(x, y));
    if (least < floorMetres) break;
  }
  return least;
};

/** Added so that a field can be traced as a density, which is at least 0. */
const SEA_LEVEL = 1e6;

/**
 * Outlines of a field inside a box, as the shape of a finding in degrees.
 *
 * Source: marching squares on cells of `cellMetres`. Accuracy: a fraction of a cell along smooth edges, a cell at corners.
 * Limits: null where the field is nowhere positive; at most about 250,000 cells, larger boxes get coarser ones.
 */
export function traceField(plane: MetricPlane, box: PlaneBox, field: PlaneField, cellMetres: number): Polygon | MultiPolygon | null {
  const cell = Math.max(cellMetres, Math.sqrt(((box[2] - box[0]) * (box[3] - box[1])) / 250_000));
  const [west, south] = [box[0] - 2 * cell, box[1] - 2 * cell];
  const [columns, rows] = [Math.ceil((box[2] - west) / cell) + 2, Math.ceil((box[3] - south) / cell) + 2];
  const values = new Float64Array(columns * rows);
  let some = false;
  for (let k = 0; k < values.length; k++) {
    const value = field(west + ((k % columns) + 0.5) * cell, south + (Math.floor(k / columns) + 0.5) * cell);
    if (value > 0) some = true;
    // Never exactly on the line: a corner of a square at the threshold makes an edge without length.
    values[k] = SEA_LEVEL + (Math.abs(value) < cell / 1000 ? (value < 0 ? -cell : cell) / 1000 : value);
  }
  return some ? toFindingShape(plane, traceContours({ westMetres: west, southMetres: south, cellMetres: cell, columns, rows }, values, SEA_LEVEL)) : null;
}

/** The box around some positions, widened by `byMetres`; null without one. */
export function boxAround(positions: Iterable<readonly [x: number, y: number]>, byMetres: number): PlaneBox | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of positions) [west, south, east, north] = [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)];
  return west > east ? null : [west - byMetres, south - byMetres, east + byMetres, north + byMetres];
}
