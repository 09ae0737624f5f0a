import { WGS84_ECCENTRICITY_SQUARED, WGS84_EQUATORIAL_RADIUS_METRES } from './ellipsoid';
import type { LngLat } from './types';

/** A metric plane around a meridian: metres east of it and north of the equator, true to scale on the meridian. */
export interface MetricPlane {
  readonly centralMeridian: number;
  /** Degrees, longitude first, to metres. */
  readonly toPlane: (longitude: number, latitude: number) => readonly [x: number, y: number];
  /** Metres back to degrees, longitude first. */
  readonly toDegrees: (x: number, y: number) => LngLat;
}

const ECCENTRICITY = Math.sqrt(WGS84_ECCENTRICITY_SQUARED);
const FLATTENING = 1 - Math.sqrt(1 - WGS84_ECCENTRICITY_SQUARED);
const N = FLATTENING / (2 - FLATTENING);
const [N2, N3, N4] = [N ** 2, N ** 3, N ** 4];
const RECTIFYING_RADIUS = (WGS84_EQUATORIAL_RADIUS_METRES / (1 + N)) * (1 + N2 / 4 + N4 / 64);
const FORWARD = [
  N / 2 - (2 * N2) / 3 + (5 * N3) / 16 + (41 * N4) / 180,
  (13 * N2) / 48 - (3 * N3) / 5 + (557 * N4) / 1440,
  (61 * N3) / 240 - (103 * N4) / 140,
  (49_561 * N4) / 161_280,
] as const;
const INVERSE = [
  N / 2 - (2 * N2) / 3 + (37 * N3) / 96 - N4 / 360,
  N2 / 48 + N3 / 15 - (437 * N4) / 1440,
  (17 * N3) / 480 - (37 * N4) / 840,
  (4397 * N4) / 161_280,
] as const;
const LATITUDE = [
  2 * N - (2 * N2) / 3 - 2 * N3 + (116 * N4) / 45,
  (7 * N2) / 3 - (8 * N3) / 5 - (227 * N4) / 45,
  (56 * N3) / 15 - (136 * N4) / 35,
  (4279 * N4) / 630,
] as const;
const RADIANS = Math.PI / 180;

/**
 * The transverse Mercator projection of the WGS 84 ellipsoid around a meridian, scale 1.
 *
 * Source: Krüger (1912) in the series of Karney (2011), to the fourth order. Accuracy: within 1 mm of PROJ's `tmerc` within 3°
 * of the meridian; lengths are 0.004 % too long 50 km off it. Limits: not for use near the poles.
 */
export function buildMetricPlane(centralMeridian: number): MetricPlane {
  return {
    centralMeridian,
    toPlane: (longitude, latitude) => {
      const sine = Math.sin(latitude * RADIANS);
      const t = Math.sinh(Math.atanh(sine) - ECCENTRICITY * Math.atanh(ECCENTRICITY * sine));
      const lambda = (longitude - centralMeridian) * RADIANS;
      const xi = Math.atan2(t, Math.cos(lambda));
      const eta = Math.atanh(Math.sin(lambda) / Math.sqrt(1 + t * t));
      let [x, y] = [eta, xi];
      FORWARD.forEach((alpha, place) => {
        const k = 2 * (place + 1);
        y += alpha * Math.sin(k * xi) * Math.cosh(k * eta);
        x += alpha * Math.cos(k * xi) * Math.sinh(k * eta);
      });
      return [RECTIFYING_RADIUS * x, RECTIFYING_RADIUS * y];
    },
    toDegrees: (x, y) => {
      let [xi, eta] = [y / RECTIFYING_RADIUS, x / RECTIFYING_RADIUS];
      const [xi0, eta0] = [xi, eta];
      INVERSE.forEach((beta, place) => {
        const k = 2 * (place + 1);
        xi -= beta * Math.sin(k * xi0) * Math.cosh(k * eta0);
        eta -= beta * Math.cos(k * xi0) * Math.sinh(k * eta0);
      });
      const chi = Math.asin(Math.sin(xi) / Math.cosh(eta));
      const latitude = LATITUDE.reduce((sum, delta, place) => sum + delta * Math.sin(2 * (place + 1) * chi), chi);
      return [centralMeridian + Math.atan2(Math.sinh(eta), Math.cos(xi)) / RADIANS, latitude / RADIANS];
    },
  };
}
