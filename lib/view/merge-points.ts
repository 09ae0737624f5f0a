import { NO_CODE, readUuid, type PointColumns } from '../domain/point-columns';

type Dictionary = 'categories' | 'wards' | 'clusters' | 'editions';

/** Joins two dictionaries; `map[i]` is where the second's code i stands in the joined one. */
function joinDictionary(first: readonly string[], second: readonly string[]): { joined: readonly string[]; map: Uint16Array } {
  const joined = [...first];
  const positions = new Map(joined.map((code, index) => [code, index]));
  const map = Uint16Array.from(second, (code) => {
    const known = positions.get(code);
    if (known !== undefined) return known;
    positions.set(code, joined.length);
    return joined.push(code) - 1;
  });
  return { joined, map };
}

const recode = (map: Uint16Array, code: number): number => (code === NO_CODE ? NO_CODE : (map[code] ?? NO_CODE));

/** Copies of all columns with room for `count` rows. */
function grow(points: PointColumns, count: number): PointColumns {
  const copy = <T extends { set(source: T): void }>(target: T, source: T): T => {
    target.set(source);
    return target;
  };
  return {
    ...points, count,
    ids: copy(new Uint8Array(count * 16), points.ids),
    longitudes: copy(new Float64Array(count), points.longitudes),
    latitudes: copy(new Float64Array(count), points.latitudes),
    occurredAt: copy(new Float64Array(count), points.occurredAt),
    occurredUntil: copy(new Float64Array(count), points.occurredUntil),
    versions: copy(new Float64Array(count), points.versions),
    dueAt: copy(new Float64Array(count), points.dueAt),
    wards: copy(new Uint16Array(count), points.wards),
    leads: copy(new Uint16Array(count), points.leads),
    neighbours: copy(new Uint16Array(count), points.neighbours),
    clusters: copy(new Uint16Array(count), points.clusters),
    editions: copy(new Uint8Array(count), points.editions),
    categories: copy(new Uint8Array(count), points.categories),
    statuses: copy(new Uint8Array(count), points.statuses),
    leadReasons: copy(new Uint8Array(count), points.leadReasons),
    flags: copy(new Uint8Array(count), points.flags),
  };
}

/** Row of each changed incident in the merged columns: its old row, or the next free one. */
function targetRows(base: PointColumns, changes: PointColumns): { targets: Uint32Array; count: number } {
  const changed = new Map<string, number>();
  for (let row = 0; row < changes.count; row++) changed.set(readUuid(changes.ids, row), row);
  const targets = new Uint32Array(changes.count).fill(0xffffffff);
  for (let row = 0; row < base.count; row++) {
    const change = changed.get(readUuid(base.ids, row));
    if (change !== undefined) targets[change] = row;
  }
  let count = base.count;
  for (let row = 0; row < changes.count; row++) if (targets[row] === 0xffffffff) targets[row] = count++;
  return { targets, count };
}

/**
 * The columns after an incremental answer: rows with a known id are replaced, new ones appended; inputs stay untouched.
 *
 * Limits: an incident that left the reader's sight is not removed; `isComplete` tells, and a full reload mends it.
 */
export function mergePoints(base: PointColumns, changes: PointColumns): PointColumns {
  if (changes.count === 0) return { ...base, version: Math.max(base.version, changes.version), asOf: changes.asOf, total: changes.total };
  const join = (name: Dictionary) => joinDictionary(base.dictionaries[name], changes.dictionaries[name]);
  const codes = { categories: join('categories'), wards: join('wards'), clusters: join('clusters'), editions: join('editions') };
  const { targets, count } = targetRows(base, changes);
  const merged = grow(base, count);
  for (let row = 0; row < changes.count; row++) {
    const target = targets[row]!;
    merged.ids.set(changes.ids.subarray(row * 16, row * 16 + 16), target * 16);
    for (const name of ['longitudes', 'latitudes', 'occurredAt', 'occurredUntil', 'versions', 'dueAt', 'statuses', 'leadReasons', 'flags'] as const) {
      merged[name][target] = changes[name][row]!;
    }
    for (const name of ['wards', 'leads', 'neighbours'] as const) merged[name][target] = recode(codes.wards.map, changes[name][row]!);
    merged.clusters[target] = recode(codes.clusters.map, changes.clusters[row]!);
    merged.categories[target] = recode(codes.categories.map, changes.categories[row]!);
    merged.editions[target] = recode(codes.editions.map, changes.editions[row]!);
  }
  const dictionaries = {
    categories: codes.categories.joined, wards: codes.wards.joined, clusters: codes.clusters.joined, editions: codes.editions.joined,
  };
  return { ...merged, version: Math.max(base.version, changes.version), asOf: changes.asOf, total: changes.total, dictionaries };
}

/** Whether the columns hold what the reader may see, no less and no more, as far as the server's count tells. */
export const isComplete = ({ count, total }: PointColumns): boolean => total === null || total === count;

/** Ids of the rows of an incremental answer that the base did not hold yet. */
export function listNewIds(base: PointColumns, changes: PointColumns): string[] {
  const { targets } = targetRows(base, changes);
  return Array.from(targets).flatMap((target, row) => (target >= base.count ? [readUuid(changes.ids, row)] : []));
}
