import type { PointColumns } from '@/lib/domain/point-columns';
import type { Bounds } from '@/components/map/map-controller';

/** Those rows whose point lies within the map's bounds; none while the bounds are unknown. */
export function listRowsInView(points: PointColumns | null, rows: Uint32Array | undefined, bounds: Bounds | null): readonly number[] {
  if (points === null || rows === undefined || bounds === null) return [];
  const [west, south, east, north] = bounds;
  const inView: number[] = [];
  for (const row of rows) {
    const longitude = points.longitudes[row] ?? NaN;
    const latitude = points.latitudes[row] ?? NaN;
    if (longitude >= west && longitude <= east && latitude >= south && latitude <= north) inView.push(row);
  }
  return inView;
}
