import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';

const SEMI_MAJOR_METRES = 6_378_137;
const ECCENTRICITY_SQUARED = 0.006_694_379_990_14;
/** Pixels of the whole world at zoom 0. */
const WORLD_PIXELS = 512;
const TOP_ZOOM = 22;

/**
 * Screen pixels a metre on the ground takes at zoom 0, at a latitude in degrees.
 *
 * Accuracy: uses the mean radius of curvature there, so within 0.35 % of the WGS 84 geodesic in every direction between 8° and 24° N
 * (Web Mercator draws north–south and east–west at scales that differ by up to 0.7 %).
 */
export function pixelsPerMetreAtZoom0(latitude: number): number {
  const phi = (latitude * Math.PI) / 180;
  const w = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) ** 2;
  const primeVertical = SEMI_MAJOR_METRES / Math.sqrt(w);
  const meridional = (SEMI_MAJOR_METRES * (1 - ECCENTRICITY_SQUARED)) / w ** 1.5;
  return WORLD_PIXELS / (2 * Math.PI * Math.sqrt(primeVertical * meridional) * Math.cos(phi));
}

/**
 * A line width that keeps its size on the ground: the feature's `property` holds the pixels at zoom 0, `extraPixels` is added at every zoom.
 *
 * Accuracy: exact between zoom 0 and 22, because a base-2 exponential between w and w·2²² passes through w·2^z.
 */
export function widthInMetres(property: string, extraPixels: ExpressionSpecification | number = 0): ExpressionSpecification {
  const atZoom0: ExpressionSpecification = ['+', ['get', property], extraPixels];
  const atTop: ExpressionSpecification = ['+', ['*', ['get', property], 2 ** TOP_ZOOM], extraPixels];
  return ['interpolate', ['exponential', 2], ['zoom'], 0, atZoom0, TOP_ZOOM, atTop];
}
