import { LEAD_REASON_ORDER, NO_CODE, POINT_FLAGS, STATUS_ORDER, type PointColumns } from '../domain/point-columns';
import type { OwnerReading } from './edition-reading';

/** What a series can be parted by. `border` is the pair of a ward and the nearest other one within the agreed width. */
export const GROUPINGS = ['none', 'category', 'ward', 'cluster', 'border', 'border_zone', 'status', 'lead_reason'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/**
 * A group for every row. Keys: codes of the dictionaries; for `border` two ward keys `edition/code|edition/code`, the smaller first;
 * for `border_zone` `border` and `interior`; `''` for rows that belong to none (outside every ward, no cluster, no ward near).
 */
export interface RowGroups {
  readonly keys: readonly string[];
  /** Index into `keys`, by row. */
  readonly codes: Uint16Array;
}

/** Codes of a dictionary as groups, one more for rows without a code when there are any. */
function groupByCodes(dictionary: readonly string[], column: Uint16Array | Uint8Array, count: number): RowGroups {
  const none = dictionary.length;
  const codes = new Uint16Array(count);
  let hasNone = false;
  for (let row = 0; row < count; row++) {
    const code = column[row]!;
    const isNone = code >= none;
    codes[row] = isNone ? none : code;
    hasNone ||= isNone;
  }
  return { keys: hasNone ? [...dictionary, ''] : dictionary, codes };
}

/** Pairs of owner and nearest other ward, numbered as they come; rows without either belong to none. */
function groupByBorder({ wards, owners, neighbours }: OwnerReading, count: number): RowGroups {
  const numbers = new Map<number, number>();
  const keys: string[] = [];
  const codes = new Uint16Array(count);
  const numberOf = (pair: number, key: () => string): number => {
    const known = numbers.get(pair);
    if (known !== undefined) return known;
    numbers.set(pair, keys.length);
    return keys.push(key()) - 1;
  };
  for (let row = 0; row < count; row++) {
    const [a, b] = [owners[row]!, neighbours[row]!];
    const pair = a === NO_CODE || b === NO_CODE ? -1 : Math.min(a, b) * 65_536 + Math.max(a, b);
    codes[row] = numberOf(pair, () => (pair < 0 ? '' : [wards[a]!, wards[b]!].sort().join('|')));
  }
  return { keys, codes };
}

/**
 * Parts the rows by a property; every row is in exactly one group.
 *
 * Limits: 65,535 groups.
 */
export function groupRows(points: PointColumns, grouping: Grouping, reading: OwnerReading): RowGroups {
  const { count, dictionaries } = points;
  switch (grouping) {
    case 'none': return { keys: ['all'], codes: new Uint16Array(count) };
    case 'category': return groupByCodes(dictionaries.categories, points.categories, count);
    case 'ward': return groupByCodes(reading.wards, reading.owners, count);
    case 'cluster': return groupByCodes(dictionaries.clusters, points.clusters, count);
    case 'border': return groupByBorder(reading, count);
    case 'border_zone': return { keys: ['interior', 'border'], codes: Uint16Array.from(points.flags, (flags) => flags & POINT_FLAGS.borderZone) };
    case 'status': return groupByCodes(STATUS_ORDER, points.statuses, count);
    case 'lead_reason': return groupByCodes(LEAD_REASON_ORDER, points.leadReasons, count);
    default: return grouping satisfies never;
  }
}
