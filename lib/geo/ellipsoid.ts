import type { LngLat } from './types';

/** Equatorial radius of the WGS 84 ellipsoid in metres. Source: NIMA TR8350.2. */
export const WGS84_EQUATORIAL_RADIUS_METRES = 6_378_137;

/** Square of the first eccentricity of the WGS 84 ellipsoid. Source: NIMA TR8350.2. */
export const WGS84_ECCENTRICITY_SQUARED = 0.006_694_379_990_141_33;

const RADIANS_PER_DEGREE = Math.PI / 180;

/** How far a small step in degrees is in metres, around one latitude. */
export interface LocalMetric {
  readonly metresPerDegreeEast: number;
  readonly metresPerDegreeNorth: number;
}

/**
 * The metric of the WGS 84 ellipsoid around a latitude in degrees, from its two radii of curvature.
 *
 * Limits: at the poles a degree east has no length; use between 85° south and north.
 */
export function localMetric(latitude: number): LocalMetric {
  const phi = latitude * RADIANS_PER_DEGREE;
  const sine = Math.sin(phi);
  const flattening = 1 - WGS84_ECCENTRICITY_SQUARED * sine * sine;
  const primeVertical = WGS84_EQUATORIAL_RADIUS_METRES / Math.sqrt(flattening);
  const meridian = (primeVertical * (1 - WGS84_ECCENTRICITY_SQUARED)) / flattening;
  return {
    metresPerDegreeEast: primeVertical * Math.cos(phi) * RADIANS_PER_DEGREE,
    metresPerDegreeNorth: meridian * RADIANS_PER_DEGREE,
  };
}

/**
 * Geodesic distance in metres between two positions that are close together.
 *
 * Accuracy: within 1 mm up to 2 km and 0.01 % up to 50 km of the WGS 84 geodesic below 60° of latitude (GeographicLib).
 * Limits: takes the longitudes as they are; a pair on both sides of the antimeridian is seen as a world apart.
 */
export function shortDistanceMetres(from: LngLat, to: LngLat): number {
  const metric = localMetric((from[1] + to[1]) / 2);
  const eastMetres = (to[0] - from[0]) * metric.metresPerDegreeEast;
  const northMetres = (to[1] - from[1]) * metric.metresPerDegreeNorth;
  return Math.sqrt(eastMetres * eastMetres + northMetres * northMetres);
}
