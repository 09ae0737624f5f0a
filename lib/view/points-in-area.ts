import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import type { PointColumns } from '../domain/point-columns';
import type { Day } from '../domain/instant';
import { addDays, dayStartSeconds } from './day-arithmetic';

/** Even-odd rule over all rings of all parts, so that holes are outside. */
function isInRings(rings: readonly (readonly Position[])[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i] as [number, number];
      const [xj, yj] = ring[j] as [number, number];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
  }
  return inside;
}

const ringsOf = (geometry: Geometry): readonly (readonly Position[])[] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];

interface Shape { readonly rings: readonly (readonly Position[])[]; readonly box: readonly [number, number, number, number] }

function shapeOf(geometry: Geometry): Shape {
  const rings = ringsOf(geometry);
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of rings.flat()) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return { rings, box };
}

interface PointScope {
  /** First and last day, both included. */
  readonly from: Day;
  readonly to: Day;
  /** None means all. */
  readonly categories: readonly string[];
  readonly areas: readonly (Polygon | MultiPolygon)[];
}

/**
 * Positions (longitude, latitude) of the incidents of a scope, to be drawn faintly under a result.
 *
 * Accuracy: planar even-odd in degrees; what a method counts is decided by the server. Limits: no area gives [].
 */
export function listScopePositions(points: PointColumns, { from, to, categories, areas }: PointScope): (readonly [number, number])[] {
  const shapes = areas.map(shapeOf);
  const wanted = new Set(categories.map((code) => points.dictionaries.categories.indexOf(code)));
  const [first, end] = [dayStartSeconds(from), dayStartSeconds(addDays(to, 1))];
  const found: (readonly [number, number])[] = [];
  for (let row = 0; row < points.count; row++) {
    const [x, y, at] = [points.longitudes[row]!, points.latitudes[row]!, points.occurredAt[row]!];
    if (at < first || at >= end || (categories.length > 0 && !wanted.has(points.categories[row]!))) continue;
    if (shapes.some(({ rings, box }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3] && isInRings(rings, x, y))) found.push([x, y]);
  }
  return found;
}
