import { describe, expect, it } from 'vitest';
import { readUuid, type PointColumns } from '../../../lib/domain/point-columns';
import { isComplete, listNewIds, mergePoints } from '../../../lib/view/merge-points';
import { buildPoints } from '../../helpers/build-points';

/** What a row says in words, so that dictionaries of different order can be compared. */
function describeRow(points: PointColumns, row: number): string {
  const { dictionaries: d } = points;
  return [
    readUuid(points.ids, row), points.longitudes[row], points.occurredAt[row], d.wards[points.wards[row]!] ?? 'none', d.wards[points.leads[row]!] ?? 'none', d.wards[points.neighbours[row]!] ?? 'none', points.occurredUntil[row],
    d.clusters[points.clusters[row]!] ?? 'none', d.categories[points.categories[row]!], d.editions[points.editions[row]!], points.statuses[row], points.flags[row], points.dueAt[row],
  ].join('|');
}
const describeAll = (points: PointColumns): string[] => Array.from({ length: points.count }, (_, row) => describeRow(points, row)).sort();

function withDictionaries(points: PointColumns): PointColumns {
  const reversed = [...points.dictionaries.wards].reverse();
  return { ...points, version: 900, asOf: points.asOf + 60, dictionaries: { ...points.dictionaries, wards: ['e7/55555', ...reversed], categories: [...points.dictionaries.categories].reverse(), clusters: ['gamma', ...points.dictionaries.clusters] } };
}

describe('mergePoints', () => {
  const base = buildPoints(50, 1);
  const changes = withDictionaries(buildPoints(20, 2));
  changes.ids.set(base.ids.subarray(5 * 16, 7 * 16), 0); // its first two rows change rows 5 and 6

  it('replaces known rows, appends new ones and translates every dictionary', () => {
    const merged = mergePoints(base, changes);
    expect(merged.count).toBe(68);
    const untouched = Array.from({ length: 50 }, (_, row) => row).filter((row) => row !== 5 && row !== 6).map((row) => describeRow(base, row));
    expect(describeAll(merged)).toEqual([...untouched, ...Array.from({ length: 20 }, (_, row) => describeRow(changes, row))].sort());
    expect(merged.version).toBe(900);
    expect(merged.asOf).toBe(changes.asOf);
  });

  it('leaves its inputs alone', () => {
    const before = describeAll(base);
    mergePoints(base, changes);
    expect(describeAll(base)).toEqual(before);
  });

  it('only moves the clock when nothing changed', () => {
    const merged = mergePoints(base, { ...buildPoints(0, 1), asOf: 5, version: 3 });
    expect(merged.ids).toBe(base.ids);
    expect(merged).toMatchObject({ asOf: 5, version: 50, count: 50 });
  });

  it('lists the ids that were not there before', () => {
    expect(listNewIds(base, changes)).toEqual(Array.from({ length: 18 }, (_, i) => readUuid(changes.ids, i + 2)));
  });

  it('takes over the count of what the reader may see, and tells when it holds another number', () => {
    expect(isComplete({ ...base, total: null })).toBe(true);
    expect(isComplete(mergePoints(base, { ...changes, total: 68 }))).toBe(true);
    expect(isComplete(mergePoints(base, { ...changes, total: 67 }))).toBe(false);
    expect(isComplete(mergePoints(base, { ...buildPoints(0, 1), total: 49 }))).toBe(false);
  });
});
