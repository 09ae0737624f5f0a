import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { MetricPlane } from '../../geo/transverse-mercator';
import type { PlaneLine, PlaneRings } from '../method';
import { simplifyRing } from './simplify-ring';

/** Most corners that the shape of a finding keeps, so that it can be edited by hand as a zone. */
export const MOST_SHAPE_CORNERS = 480;

/** Twice the area that a ring encloses, in square metres or degrees; above 0 when it runs anticlockwise. */
export function turnOfRing(ring: PlaneLine): number {
  let sum = 0;
  // From the first corner, or degrees of an area far from the origin would drown in rounding.
  const [x0, y0] = ring[0] ?? [0, 0];
  for (let i = 1; i < ring.length; i++) sum += (ring[i - 1]![0] - x0) * (ring[i]![1] - y0) - (ring[i]![0] - x0) * (ring[i - 1]![1] - y0);
  return sum;
}

/** A position of the plane in degrees, longitude first, to 7 decimals (about 1 cm). */
export function toPosition(plane: MetricPlane, x: number, y: number): [longitude: number, latitude: number] {
  const [longitude, latitude] = plane.toDegrees(x, y);
  return [Math.round(longitude * 1e7) / 1e7, Math.round(latitude * 1e7) / 1e7];
}

/** A line of the plane in degrees, positions that fall together kept once. */
export function toPositions(plane: MetricPlane, line: PlaneLine): Position[] {
  const positions = line.map(([x, y]) => toPosition(plane, x, y));
  return positions.filter(([longitude, latitude], place) => place === 0 || longitude !== positions[place - 1]![0] || latitude !== positions[place - 1]![1]);
}

function toRing(plane: MetricPlane, ring: PlaneLine, isOuter: boolean): Position[] | null {
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined) return null;
  const closed = first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
  const turn = turnOfRing(closed);
  const positions = toPositions(plane, turn > 0 === isOuter ? closed : [...closed].reverse());
  return positions.length < 4 || turn === 0 ? null : positions;
}

/**
 * Polygons of the plane as one shape in degrees: rings closed, outer ones anticlockwise, holes clockwise, 7 decimals.
 *
 * Limits: rings that vanish in rounding are dropped; null when nothing is left. Corners are left as they are.
 */
export function toShape(plane: MetricPlane, polygons: readonly PlaneRings[]): Polygon | MultiPolygon | null {
  const coordinates = polygons.flatMap((rings): Position[][][] => {
    const outer = rings[0] === undefined ? null : toRing(plane, rings[0], true);
    return outer === null ? [] : [[outer, ...rings.slice(1).flatMap((hole) => { const ring = toRing(plane, hole, false); return ring === null ? [] : [ring]; })]];
  });
  if (coordinates.length === 0) return null;
  return coordinates.length === 1 ? { type: 'Polygon', coordinates: coordinates[0]! } : { type: 'MultiPolygon', coordinates };
}

/**
 * Polygons of the plane as the shape of a finding in degrees: as `toShape`, with at most `mostCorners` corners.
 *
 * Rings are simplified no more than it takes; small holes are filled and small parts dropped only where that does not suffice.
 */
export function toFindingShape(plane: MetricPlane, polygons: readonly PlaneRings[], mostCorners = MOST_SHAPE_CORNERS): Polygon | MultiPolygon | null {
  return toShape(plane, thinPolygons(polygons, mostCorners));
}

const countCorners = (polygons: readonly PlaneRings[]): number => polygons.reduce((sum, rings) => sum + rings.reduce((all, ring) => all + ring.length, 0), 0);

function thinPolygons(polygons: readonly PlaneRings[], mostCorners: number): readonly PlaneRings[] {
  let thinned = polygons;
  for (let tolerance = 0.5; countCorners(thinned) > mostCorners && tolerance <= 64; tolerance *= 2) {
    thinned = polygons.map((rings) => rings.map((ring) => simplifyRing(ring, tolerance)));
  }
  if (countCorners(thinned) <= mostCorners) return thinned;
  const kept: PlaneRings[] = [];
  const outers = thinned.map((rings): PlaneRings => rings.slice(0, 1)).sort((a, b) => Math.abs(turnOfRing(b[0]!)) - Math.abs(turnOfRing(a[0]!)));
  for (const rings of outers) if (kept.length === 0 || countCorners(kept) + countCorners([rings]) <= mostCorners) kept.push(rings);
  return kept;
}

/** A disc of the plane as a closed ring that runs anticlockwise and encloses the disc, in metres. */
export function discRing(x: number, y: number, radiusMetres: number, corners = 32): PlaneLine {
  const reach = radiusMetres / Math.cos(Math.PI / corners);
  const ring = Array.from({ length: corners }, (_, k) => [x + reach * Math.cos((2 * Math.PI * k) / corners), y + reach * Math.sin((2 * Math.PI * k) / corners)] as const);
  return [...ring, ring[0]!];
}

/** A position's eight neighbours at `bufferMetres`, so that the hull of them encloses the disc. */
const AROUND = discRing(0, 0, 1, 8).slice(0, 8);

/**
 * Convex hull of some points, widened by `bufferMetres`, as a closed ring that runs anticlockwise, in metres.
 *
 * Source: monotone chain, Andrew (1979). Limits: one place or points on a line need a buffer above 0; no point gives [].
 */
export function hullRing(points: readonly (readonly [x: number, y: number])[], bufferMetres: number): PlaneLine {
  const wide = bufferMetres > 0 ? chainHull(points).flatMap(([x, y]) => AROUND.map(([dx, dy]) => [x + dx * bufferMetres, y + dy * bufferMetres] as const)) : points;
  const hull = chainHull(wide);
  return hull.length < 3 ? [] : [...hull, hull[0]!];
}

function chainHull(points: readonly (readonly [x: number, y: number])[]): (readonly [x: number, y: number])[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (ordered: typeof sorted): typeof sorted => {
    const chain: typeof sorted = [];
    for (const point of ordered) {
      while (chain.length > 1 && turnAt(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  const hull = [...half(sorted), ...half([...sorted].reverse())];
  return hull.length === 0 ? sorted.slice(0, 1) : hull;
}

const turnAt = (a: readonly [number, number], b: readonly [number, number], c: readonly [number, number]): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
