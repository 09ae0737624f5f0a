import { STATUS_ORDER, type PointColumns } from '../domain/point-columns';

const RESOLVED = STATUS_ORDER.indexOf('resolved');

/** Whether the incident of a row is not resolved yet. */
export function isOpenAt(points: PointColumns, row: number): boolean {
  return points.statuses[row]! < RESOLVED;
}

/** Whether some open step of the incident of a row is late at `nowSeconds` (since 1970). Limits: never, without a deadline. */
export function isOverdueAt(points: PointColumns, row: number, nowSeconds: number): boolean {
  const due = points.dueAt[row]!;
  return due !== 0 && due < nowSeconds;
}

/** The next deadline after `nowSeconds` (since 1970), when something becomes overdue; null when none is to come. */
export function nextDueAfter(points: PointColumns, nowSeconds: number): number | null {
  let next = Infinity;
  for (const due of points.dueAt) if (due >= nowSeconds && due < next) next = due;
  return next === Infinity ? null : next;
}
