import type { PointColumns } from '../domain/point-columns';
import { isOpenAt } from './overdue';

/** Rows of a cluster's incidents that are still open. */
export function listOpenRows(points: PointColumns, clusterId: string): Uint32Array {
  const code = points.dictionaries.clusters.indexOf(clusterId);
  const rows: number[] = [];
  for (let row = 0; code >= 0 && row < points.count; row++) if (points.clusters[row] === code && isOpenAt(points, row)) rows.push(row);
  return Uint32Array.from(rows);
}
