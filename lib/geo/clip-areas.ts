import { bboxClip, difference, feature, featureCollection, intersect, union } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { boxOf } from './clean-area';
import { polygonsOf } from './ellipsoid-area';
import type { Bbox } from './types';

type Area = Polygon | MultiPolygon;

const asCollection = (areas: readonly Area[]) => featureCollection(areas.map((one) => feature(one)));
const geometryOf = (found: Feature<Area> | null): Area | null => (found === null || found.geometry.coordinates.length === 0 ? null : found.geometry);

/** Room left round a box that clips, in degrees, so that no edge of the clipped area runs along the other area's outline. */
const MARGIN_DEGREES = 1e-4;

/** Whether two boxes have a position in common. */
export const boxesMeet = (a: Bbox, b: Bbox): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

/** An area cut down to a box and a margin round it, so that what follows has fewer corners to look at; null when nothing is left. */
export function clipToBox(area: Area, [west, south, east, north]: Bbox): Area | null {
  const clipped = bboxClip(feature(area), [west - MARGIN_DEGREES, south - MARGIN_DEGREES, east + MARGIN_DEGREES, north + MARGIN_DEGREES]).geometry as Area;
  const parts = polygonsOf(clipped).filter((rings) => rings.length > 0);
  if (parts.length === 0) return null;
  return parts.length === 1 ? { type: 'Polygon', coordinates: parts[0] ?? [] } : { type: 'MultiPolygon', coordinates: parts };
}

/**
 * What two areas have in common; null when nothing.
 *
 * Accuracy: exact to the decimals of the corners, also where edges lie on each other or miss each other by 1 cm (tested on every
 * ward shipped): polyclip-ts, which Turf uses, reckons in decimals of any length. Limits: takes time by the number of crossings.
 */
export function commonArea(a: Area, b: Area): Area | null {
  if (!boxesMeet(boxOf(a), boxOf(b))) return null;
  const [nearB, nearA] = [clipToBox(a, boxOf(b)), clipToBox(b, boxOf(a))];
  return nearA === null || nearB === null ? null : geometryOf(intersect(asCollection([nearB, nearA])));
}

/** What of an area no other one covers; null when nothing. Accuracy: as `commonArea`. */
export function remainingArea(area: Area, covering: readonly Area[]): Area | null {
  const box = boxOf(area);
  const near = covering.flatMap((one) => (boxesMeet(box, boxOf(one)) ? (clipToBox(one, box) ?? []) : []));
  return near.length === 0 ? area : geometryOf(difference(asCollection([area, ...near])));
}

/** All that any of several areas covers; null for none. Accuracy: as `commonArea`. */
export function joinedArea(areas: readonly Area[]): Area | null {
  const [only] = areas;
  if (only === undefined) return null;
  return geometryOf(union(asCollection(areas.length === 1 ? [only, only] : areas)));
}
