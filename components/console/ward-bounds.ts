import type { FocusArea } from '@/lib/domain/boundary';
import type { PointColumns } from '@/lib/domain/point-columns';
import { buildFocusFeatures } from '@/lib/layers/focus-area-layer';
import type { WardCollection } from '@/lib/layers/label-layers';
import type { Bounds } from '@/components/map/map-controller';

type Nested = readonly (number | Nested)[];

function grow(box: [number, number, number, number], coordinates: Nested): void {
  const [first, second] = coordinates;
  if (typeof first === 'number' && typeof second === 'number') {
    box[0] = Math.min(box[0], first);
    box[1] = Math.min(box[1], second);
    box[2] = Math.max(box[2], first);
    box[3] = Math.max(box[3], second);
    return;
  }
  for (const part of coordinates) if (typeof part !== 'number') grow(box, part);
}

/** The box around some wards; null when none of them is there. */
export function boundsOfWards(wards: WardCollection, codes: ReadonlySet<string>): Bounds | null {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { properties, geometry } of wards.features) if (codes.has(properties.code)) grow(box, geometry.coordinates);
  return box[0] === Infinity ? null : box;
}

/** The box around some rows; null without rows. */
export function boundsOfRows(points: PointColumns, rows: Uint32Array): Bounds | null {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const row of rows) grow(box, [points.longitudes[row] ?? NaN, points.latitudes[row] ?? NaN]);
  return rows.length === 0 ? null : box;
}

/** The box around a focus area, whether circle or polygon. */
export function boundsOfFocusArea(area: FocusArea): Bounds {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { geometry } of buildFocusFeatures([area]).features) grow(box, geometry.coordinates);
  return box;
}
