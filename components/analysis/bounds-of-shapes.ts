import type { MultiPolygon, Polygon } from 'geojson';
import type { AnalysisResult } from '@/lib/domain/analysis-result';
import type { Bounds } from '@/components/map/map-controller';

/** The box around some areas; null when there are none. */
export function boundsOfShapes(shapes: readonly (Polygon | MultiPolygon)[]): Bounds | null {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const shape of shapes) {
    for (const part of shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates) {
      for (const [x = 0, y = 0] of part[0] ?? []) {
        box[0] = Math.min(box[0], x);
        box[1] = Math.min(box[1], y);
        box[2] = Math.max(box[2], x);
        box[3] = Math.max(box[3], y);
      }
    }
  }
  return box[0] > box[2] ? null : box;
}

/** Findings that the map shows at first: those that come first in the list beside it. */
const FIRST_FINDINGS = 10;
/** Least height and width of what is shown around them, in degrees: about 2 km. */
const LEAST_DEGREES = 0.018;

/** The box around the first findings of a result, never closer than about 2 km; null when it has none. */
export function boundsOfFindings(result: AnalysisResult | null): Bounds | null {
  const box = boundsOfShapes((result?.findings ?? []).slice(0, FIRST_FINDINGS).map(({ geometry }) => geometry));
  if (box === null) return null;
  const [west, south, east, north] = box;
  const wide = Math.max(0, LEAST_DEGREES - (east - west)) / 2;
  const high = Math.max(0, LEAST_DEGREES - (north - south)) / 2;
  return [west - wide, south - high, east + wide, north + high];
}
