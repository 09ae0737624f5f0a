import { shortDistanceMetres } from '@/lib/geo/ellipsoid';
import type { Corner, ZoneParts } from '@/lib/view/zone-rings';

/** What can be drawn: a circle by centre and radius, a line, one ring with its holes, or an area of several parts. Longitude first. */
export type DrawnShape =
  | { readonly kind: 'circle'; readonly centre: Corner; readonly radiusMetres: number }
  | { readonly kind: 'line'; readonly coordinates: readonly Corner[] }
  | { readonly kind: 'polygon'; readonly coordinates: readonly (readonly Corner[])[] }
  | { readonly kind: 'area'; readonly parts: ZoneParts };

/** How a shape is drawn with the pointer. */
export type DrawnKind = 'circle' | 'line' | 'polygon' | 'freehand';

/** What becomes of a finished ring: the whole shape, one more part of it, a hole in it; `cut` draws a line over it that is no part of it. */
export type DrawnUse = 'replace' | 'part' | 'hole' | 'cut';

/** Decimals kept of a drawn coordinate: 1 cm on the ground. */
const DECIMALS = 7;
const round = ([longitude, latitude]: Corner): Corner => [Number(longitude.toFixed(DECIMALS)), Number(latitude.toFixed(DECIMALS))];

const toPosition = (raw: readonly number[]): Corner => round([raw[0] ?? 0, raw[1] ?? 0]);

/**
 * The circle a ring of corners was drawn as: the middle of its box, and the mean distance of the corners from there.
 *
 * Accuracy: within 0.5 % of the radius up to 5 km; rings drawn by a map tool are circles on the screen, not on the ground.
 */
export function circleOfRing(ring: readonly Corner[]): { readonly centre: Corner; readonly radiusMetres: number } {
  const longitudes = ring.map(([longitude]) => longitude);
  const latitudes = ring.map(([, latitude]) => latitude);
  const middle = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2;
  const centre = round([middle(longitudes), middle(latitudes)]);
  const total = ring.reduce((sum, corner) => sum + shortDistanceMetres(centre, corner), 0);
  return { centre, radiusMetres: Math.round(total / Math.max(1, ring.length)) };
}

/** Reads a drawn geometry back; null for one with too few corners to be anything. */
export function readDrawn(kind: DrawnKind, geometry: { readonly type: string; readonly coordinates: unknown }): Exclude<DrawnShape, { kind: 'area' }> | null {
  if (kind === 'line') {
    const coordinates = (geometry.coordinates as readonly number[][]).map(toPosition);
    return coordinates.length < 2 ? null : { kind, coordinates };
  }
  const rings = (geometry.coordinates as readonly (readonly number[][])[]).map((ring) => ring.map(toPosition));
  const [outer] = rings;
  if (outer === undefined || outer.length < 4) return null;
  return kind === 'circle' ? { kind, ...circleOfRing(outer) } : { kind: 'polygon', coordinates: rings };
}
