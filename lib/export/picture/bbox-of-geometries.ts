import type { Geometry, Position } from 'geojson';
import type { Bbox } from '../../geo/types';

function* positionsOf(geometry: Geometry): Generator<Position> {
  if (geometry.type === 'GeometryCollection') {
    for (const part of geometry.geometries) yield* positionsOf(part);
    return;
  }
  const walk = function* (coordinates: unknown): Generator<Position> {
    if (!Array.isArray(coordinates)) return;
    if (typeof coordinates[0] === 'number') yield coordinates as Position;
    else for (const part of coordinates) yield* walk(part);
  };
  yield* walk(geometry.coordinates);
}

/** The box around geometries in degrees; null when they have no position. */
export function bboxOfGeometries(geometries: readonly Geometry[]): Bbox | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const geometry of geometries) {
    for (const [x = NaN, y = NaN] of positionsOf(geometry)) {
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
  }
  return west <= east && south <= north ? [west, south, east, north] : null;
}
