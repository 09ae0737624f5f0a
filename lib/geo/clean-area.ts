import type { MultiPolygon, Polygon, Position } from 'geojson';
import { shortDistanceMetres } from './ellipsoid';
import { polygonsOf, signedRingArea } from './ellipsoid-area';
import type { Bbox, LngLat } from './types';

/** A ring of less than this many square metres is dropped. */
export const LEAST_RING_SQUARE_METRES = 1;
/** A piece whose area divided by half its outline is less than this many metres is what two drawings of one line differ by. */
export const SLIVER_METRES = 0.1;
/** Decimals of degrees that drawn corners keep: 1 cm. */
export const CORNER_DECIMALS = 7;
/** Decimals of degrees that corners made by cutting and joining keep, so that areas add up: 0.1 mm. */
export const CUT_DECIMALS = 9;

const same = (a: Position | undefined, b: Position | undefined): boolean => a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];

/** A number of degrees at so many decimals; never −0. */
export const roundDegrees = (value: number, decimals: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals + 0;

/** Drops corners given twice and spikes that run out and back; gives a closed ring, or none of fewer than three corners. */
function tidyRing(ring: readonly Position[], decimals: number): Position[] {
  const open: Position[] = [];
  for (const position of ring) {
    const next = [roundDegrees(position[0] as number, decimals), roundDegrees(position[1] as number, decimals)];
    if (same(next, open.at(-1))) continue;
    if (same(next, open.at(-2))) open.pop();
    else open.push(next);
  }
  let first = 0;
  for (;;) {
    if (open.length - first > 1 && same(open[first], open.at(-1))) open.pop();
    else if (open.length - first > 2 && same(open[first + 1], open.at(-1))) first++;
    else break;
  }
  const corners = open.slice(first);
  return corners.length < 3 ? [] : [...corners, corners[0] as Position];
}

function windRing(ring: Position[], isOuter: boolean): Position[] {
  return signedRingArea(ring) > 0 === isOuter ? ring : [...ring].reverse();
}

/**
 * An area as it is kept: corners at so many decimals, none twice, rings closed, outer ones counter-clockwise and holes clockwise
 * (RFC 7946), rings under 1 m² dropped; a Polygon when one part is left, null when none is.
 */
export function cleanArea(geometry: Polygon | MultiPolygon, decimals = CORNER_DECIMALS): Polygon | MultiPolygon | null {
  const isRing = (ring: Position[]): boolean => Math.abs(signedRingArea(ring)) >= LEAST_RING_SQUARE_METRES;
  const parts = polygonsOf(geometry).flatMap((rings) => {
    const [outer, ...holes] = rings.map((ring) => tidyRing(ring, decimals));
    if (outer === undefined || !isRing(outer)) return [];
    return [[windRing(outer, true), ...holes.filter(isRing).map((hole) => windRing(hole, false))]];
  });
  return toArea(parts);
}

/** Binds polygons to one geometry; null when there are none. */
export function toArea(parts: Position[][][]): Polygon | MultiPolygon | null {
  const [only] = parts;
  if (only === undefined) return null;
  return parts.length === 1 ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: parts };
}

/** Whether a polygon is so thin that it only shows where two drawings of one line differ, or too small to be kept. */
export function isSliver(rings: readonly Position[][]): boolean {
  const area = rings.reduce((sum, ring, i) => sum + (i === 0 ? 1 : -1) * Math.abs(signedRingArea(ring)), 0);
  if (area < LEAST_RING_SQUARE_METRES) return true;
  let outline = 0;
  for (const ring of rings) for (let i = 1; i < ring.length; i++) outline += shortDistanceMetres(ring[i - 1] as unknown as LngLat, ring[i] as unknown as LngLat);
  return (2 * area) / outline < SLIVER_METRES;
}

/** The box around an area. */
export function boxOf(geometry: Polygon | MultiPolygon): Bbox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outer] of polygonsOf(geometry)) {
    for (const [x, y] of (outer ?? []) as [number, number][]) {
      [west, south, east, north] = [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)];
    }
  }
  return [west, south, east, north];
}
