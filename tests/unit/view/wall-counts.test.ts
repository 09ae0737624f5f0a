import { describe, expect, it } from 'vitest';
import { STATUS_ORDER } from '../../../lib/domain/point-columns';
import { countForWall } from '../../../lib/view/wall-counts';
import { buildPoints } from '../../helpers/build-points';

const points = buildPoints(4000, 5);
const rows = Array.from({ length: points.count }, (_, row) => row);

/** An hour after some incident, and an instant when many deadlines have passed. */
const INSTANTS = [points.occurredAt[10]! + 3600, 1_790_050_000];

describe('countForWall', () => {
  it('agrees with one filter a number, for everything and for a cluster', () => {
    for (const now of INSTANTS) {
      const within = (row: number): boolean => now - points.occurredAt[row]! >= 0 && now - points.occurredAt[row]! < 86_400;
      for (const cluster of [null, 'alpha', 'beta']) {
        const inside = rows.filter((row) => cluster === null || points.dictionaries.clusters[points.clusters[row]!] === cluster);
        expect(countForWall(points, cluster, now)).toEqual({
          open: inside.filter((row) => STATUS_ORDER[points.statuses[row]!] === 'reported' || STATUS_ORDER[points.statuses[row]!] === 'in_progress').length,
          overdue: inside.filter((row) => points.dueAt[row]! > 0 && points.dueAt[row]! < now).length,
          last24Hours: inside.filter(within).length,
          borderZone24Hours: inside.filter((row) => within(row) && points.flags[row]! % 2 === 1).length,
        });
      }
    }
    expect(countForWall(points, null, INSTANTS[0]!).last24Hours).toBeGreaterThan(0);
    expect(countForWall(points, null, INSTANTS[1]!).overdue).toBeGreaterThan(0);
  });

  it('counts nothing of a cluster that no incident names', () => {
    expect(countForWall(points, 'gamma', INSTANTS[1]!)).toEqual({ open: 0, overdue: 0, last24Hours: 0, borderZone24Hours: 0 });
  });
});
