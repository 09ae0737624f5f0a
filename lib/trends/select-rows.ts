import { POINT_FLAGS, STATUS_ORDER, type PointColumns } from '../domain/point-columns';
import type { PointFilter } from '../view/filter-points';
import { isOpenAt, isOverdueAt } from '../view/overdue';
import type { OwnerReading } from './edition-reading';

const maskOf = (dictionary: readonly string[], chosen: readonly string[]): Uint8Array =>
  Uint8Array.from(dictionary, (code) => (chosen.length === 0 || chosen.includes(code) ? 1 : 0));

/** The rows that pass every filter but the period, in row order: a comparison with the year before needs them all. The ward is that of the reading. */
export function selectRows(points: PointColumns, filter: Omit<PointFilter, 'fromSeconds' | 'untilSeconds'>, reading: OwnerReading): Uint32Array {
  const categories = maskOf(points.dictionaries.categories, filter.categories);
  const statuses = maskOf(STATUS_ORDER, filter.statuses);
  const ward = filter.ward === null ? -1 : reading.wards.indexOf(filter.ward);
  const cluster = filter.cluster === null ? -1 : points.dictionaries.clusters.indexOf(filter.cluster);
  const rows = new Uint32Array(points.count);
  let kept = 0;
  for (let row = 0; row < points.count; row++) {
    if (categories[points.categories[row]!] !== 1 || statuses[points.statuses[row]!] !== 1) continue;
    if (filter.ward !== null && reading.owners[row] !== ward) continue;
    if (filter.cluster !== null && points.clusters[row] !== cluster) continue;
    if (filter.borderZoneOnly && (points.flags[row]! & POINT_FLAGS.borderZone) === 0) continue;
    if (filter.openOnly && !isOpenAt(points, row)) continue;
    if (filter.overdueOnly && !isOverdueAt(points, row, filter.nowSeconds)) continue;
    rows[kept++] = row;
  }
  return rows.slice(0, kept);
}
