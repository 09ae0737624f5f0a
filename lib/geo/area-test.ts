import type { MultiPolygon, Polygon } from 'geojson';
import { findOwner } from './locate-ward';
import type { LngLat } from './types';
import { buildWardIndex } from './ward-index';

/**
 * A test whether a position lies in an area, its outline included.
 *
 * Accuracy: decided without rounding, as wards are. @throws as `buildWardIndex` on rings that are no rings.
 */
export function buildAreaTest(geometry: Polygon | MultiPolygon): (position: LngLat) => boolean {
  const index = buildWardIndex([{ code: 'area', name: 'area', geometry }]);
  return (position) => findOwner(index, position).candidates.length > 0;
}
