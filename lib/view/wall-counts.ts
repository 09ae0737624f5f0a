import { POINT_FLAGS, type PointColumns } from '../domain/point-columns';
import { isOpenAt, isOverdueAt } from './overdue';

/** What a wall screen counts of an area, whatever the period shown. */
export interface WallCounts {
  readonly open: number;
  readonly overdue: number;
  /** Occurred within the 24 hours before now, and those of them at a border. */
  readonly last24Hours: number;
  readonly borderZone24Hours: number;
}

const DAY_SECONDS = 86_400;

/** Counts of a cluster (null: of everything) at `nowSeconds` (since 1970). Accuracy: exact. Limits: an unknown cluster has none. */
export function countForWall(points: PointColumns, cluster: string | null, nowSeconds: number): WallCounts {
  const code = cluster === null ? -1 : points.dictionaries.clusters.indexOf(cluster);
  const counts = { open: 0, overdue: 0, last24Hours: 0, borderZone24Hours: 0 };
  for (let row = 0; row < points.count; row++) {
    if (cluster !== null && (code < 0 || points.clusters[row] !== code)) continue;
    if (isOpenAt(points, row)) counts.open++;
    if (isOverdueAt(points, row, nowSeconds)) counts.overdue++;
    const ageSeconds = nowSeconds - points.occurredAt[row]!;
    if (ageSeconds < 0 || ageSeconds >= DAY_SECONDS) continue;
    counts.last24Hours++;
    if ((points.flags[row]! & POINT_FLAGS.borderZone) !== 0) counts.borderZone24Hours++;
  }
  return counts;
}
