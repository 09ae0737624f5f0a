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

/** Row of an incident's id; −1 when the reader's columns do not hold it. */
export function findRow(points: PointColumns | null, ids: ReadonlyMap<string, number>, id: string | null): number {
  return points === null || id === null ? -1 : (ids.get(id) ?? -1);
}
