import type { LngLat } from '../../../lib/geo/types';

/**
 * Metres of one degree at 21° N (WGS 84), written out because cosines differ between engines in the last bit.
 * Accuracy: within 0.3 % for both cities and for distances of a few kilometres, plenty for placing demonstration points.
 */
const METRES_PER_DEGREE_LON = 103_965;
const METRES_PER_DEGREE_LAT = 110_723;

/** Six decimals (11 cm), the precision of the wards and of the incidents. */
export const round6 = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** The position moved by metres east and north, at six decimals. */
export const offset = ([lon, lat]: LngLat, eastMetres: number, northMetres: number): LngLat => [
  round6(lon + eastMetres / METRES_PER_DEGREE_LON),
  round6(lat + northMetres / METRES_PER_DEGREE_LAT),
];

/** East and north metres from one position to another. */
export const delta = (from: LngLat, to: LngLat): readonly [east: number, north: number] => [
  (to[0] - from[0]) * METRES_PER_DEGREE_LON,
  (to[1] - from[1]) * METRES_PER_DEGREE_LAT,
];

/** Distance in metres between two positions a few kilometres apart at most. */
export function distanceMetres(a: LngLat, b: LngLat): number {
  const [east, north] = delta(a, b);
  return Math.sqrt(east * east + north * north);
}

/** Distance in metres from a position to a segment. */
export function segmentDistanceMetres(position: LngLat, a: LngLat, b: LngLat): number {
  const [abEast, abNorth] = delta(a, b);
  const [apEast, apNorth] = delta(a, position);
  const lengthSquared = abEast * abEast + abNorth * abNorth;
  const along = lengthSquared === 0 ? 0 : Math.min(1, Math.max(0, (apEast * abEast + apNorth * abNorth) / lengthSquared));
  const [east, north] = [apEast - along * abEast, apNorth - along * abNorth];
  return Math.sqrt(east * east + north * north);
}

/** A place of a pattern: a circle, or everything within a distance of a line. */
export type Area =
  | { readonly kind: 'circle'; readonly centre: LngLat; readonly radiusMetres: number }
  | { readonly kind: 'corridor'; readonly line: readonly LngLat[]; readonly halfWidthMetres: number };

/** How far a position lies outside the middle of an area, in metres: from the centre of a circle or the line of a corridor. */
export function reachMetres(area: Area, position: LngLat): number {
  if (area.kind === 'circle') return distanceMetres(area.centre, position);
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < area.line.length; i++) {
    least = Math.min(least, segmentDistanceMetres(position, area.line[i - 1] as LngLat, area.line[i] as LngLat));
  }
  return least;
}

/** The radius or half width of an area in metres. */
export const limitMetres = (area: Area): number => (area.kind === 'circle' ? area.radiusMetres : area.halfWidthMetres);

/** Whether a position lies in an area. */
export const isInArea = (area: Area, position: LngLat): boolean => reachMetres(area, position) <= limitMetres(area);
