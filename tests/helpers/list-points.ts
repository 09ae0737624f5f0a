import { toPointColumns } from '../../lib/db/points';
import type { PointColumns } from '../../lib/domain/point-columns';

/** An incident of a test; `ward` is `edition/code`. */
export interface ListedPoint {
  readonly at: number;
  readonly category: string;
  readonly ward: string;
  readonly status: 'reported' | 'in_progress' | 'resolved' | 'closed';
  readonly borderZone?: boolean;
  readonly cluster?: string;
  readonly dueAt?: number;
}

/** Columns of some incidents, as the database gives them. */
export function listPoints(points: readonly ListedPoint[], asOf: number): PointColumns {
  const all = <T>(value: (point: ListedPoint, place: number) => T): T[] => points.map(value);
  return toPointColumns({
    count: points.length, version: 0, as_of: asOf, total: null, id: all((_, place) => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`), lon: all(() => 105.81), lat: all(() => 21.005), occurred_at: all(({ at }) => at),
    occurred_until: all(() => 0), versions: all(() => 0), due_at: all(({ dueAt }) => dueAt ?? 0), category: all(({ category }) => category), status: all(({ status }) => status), ownership_status: all(() => 'inside'),
    edition_id: all(({ ward }) => ward.split('/')[0]!), owner_code: all(({ ward }) => ward.split('/')[1]!), neighbour_code: all(() => null), lead_code: all(({ ward }) => ward.split('/')[1]!), lead_reason: all(() => 'owner'),
    cluster_id: all(({ cluster }) => cluster ?? null), border_zone: all(({ borderZone }) => borderZone === true), junction: all(() => false),
  });
}
