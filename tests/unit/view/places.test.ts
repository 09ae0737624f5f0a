import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoundaryEdition, Cluster } from '../../../lib/domain/boundary';
import type { Day } from '../../../lib/domain/instant';
import { DEFAULT_RULES } from '../../../lib/domain/regulation';
import { findSharedCluster, getEditionAt, listClustersAt } from '../../../lib/view/in-force';
import { findNearestOnArcs, indexArcs, type ArcFeature } from '../../../lib/view/nearest-on-arcs';
import { parseCoordinates } from '../../../lib/view/parse-coordinates';

const day = (text: string): Day => text as Day;
const edition = (id: string, from: string, to: string | null): BoundaryEdition => ({ id, title: id, effectiveFrom: day(from), effectiveTo: to === null ? null : day(to), source: '', licence: '', accuracyNote: '' });

describe('editions in force', () => {
  const editions = [edition('new', '2025-07-01', null), edition('old', '2008-08-01', '2025-06-30')];
  it.each([['2025-06-30', 'old'], ['2025-07-01', 'new'], ['2030-01-01', 'new'], ['1999-01-01', 'old']])('on %s: %s', (at, id) => {
    expect(getEditionAt(editions, day(at)).id).toBe(id);
  });
  it('throws when there are none', () => {
    expect(() => getEditionAt([], day('2025-01-01'))).toThrow('2025-01-01');
  });
});

const cluster: Cluster = {
  id: 'c', name: 'C', editionId: 'e', termFrom: day('2023-01-01'), termTo: day('2024-12-31'), demonstration: false,
  members: [{ wardCode: '1', from: null, to: null }, { wardCode: '2', from: null, to: null }, { wardCode: '3', from: day('2024-01-01'), to: null }],
  leads: [{ wardCode: '1', from: null, to: day('2023-12-31') }, { wardCode: '2', from: day('2024-01-01'), to: null }],
  regulations: [{ version: 1, from: day('2023-01-01'), to: null, borderWidthMetres: 100, rules: DEFAULT_RULES }, { version: 2, from: day('2024-06-01'), to: null, borderWidthMetres: 60, rules: DEFAULT_RULES }],
  focusAreas: [{ id: 'f', name: 'F', from: day('2024-01-01'), to: null, shape: { kind: 'circle', centre: [0, 0], radiusMetres: 1 } }],
};

describe('clusters in force', () => {
  const at = (text: string) => listClustersAt([cluster], 'e', day(text), 100)[0];
  it('rotate lead, members, width and focus areas with the day', () => {
    expect(at('2023-05-01')).toMatchObject({ leadCode: '1', memberCodes: ['1', '2'], widthMetres: 100, regulationVersion: 1, focusAreas: [] });
    expect(at('2024-07-01')).toMatchObject({ leadCode: '2', memberCodes: ['1', '2', '3'], widthMetres: 60, regulationVersion: 2 });
    expect(at('2024-07-01')?.focusAreas).toHaveLength(1);
  });
  it('end with their term and belong to one edition', () => {
    expect(at('2025-01-01')).toBeUndefined();
    expect(listClustersAt([cluster], 'other', day('2023-05-01'), 100)).toEqual([]);
  });
  it('are shared only by two members', () => {
    const clusters = listClustersAt([cluster], 'e', day('2023-05-01'), 100);
    expect(findSharedCluster(clusters, '1', '2')?.id).toBe('c');
    expect(findSharedCluster(clusters, '1', '3')).toBeUndefined();
  });
});

describe('the nearest point on arcs', () => {
  const arc = (line: [number, number][], wardA = 'a', wardB = 'b'): ArcFeature => ({ type: 'Feature', properties: { wardA, wardB, lengthMetres: 0 }, geometry: { type: 'MultiLineString', coordinates: [line] } });

  it('is no farther than any sampled point of the line', () => {
    const near = (base: number) => fc.integer({ min: -10_000, max: 10_000 }).map((step) => base + step / 1e6);
    const position = fc.tuple(near(105.8), near(21));
    fc.assert(fc.property(position, fc.array(position, { minLength: 2, maxLength: 6 }), (p, line) => {
      const found = findNearestOnArcs([arc(line)], p);
      const scale = Math.cos((p[1] * Math.PI) / 180);
      const metresTo = (q: readonly [number, number]): number => Math.hypot((q[0] - p[0]) * scale, q[1] - p[1]) * 111_195;
      const sampled = line.slice(1).flatMap((b, i) => Array.from({ length: 21 }, (_, k) => metresTo([line[i]![0] + ((b[0] - line[i]![0]) * k) / 20, line[i]![1] + ((b[1] - line[i]![1]) * k) / 20])));
      expect(found!.distanceMetres).toBeLessThanOrEqual(Math.min(...sampled) + 1e-6);
      expect(metresTo(found!.position)).toBeCloseTo(found!.distanceMetres, 6);
    }));
  });

  it('is null without arcs, and arcs are found by either ward', () => {
    expect(findNearestOnArcs([], [105, 21])).toBeNull();
    const one = arc([[105, 21], [106, 21]]);
    expect(indexArcs([one]).get('a')).toEqual([one]);
    expect(indexArcs([one]).get('b')).toEqual([one]);
  });
});

describe('typed coordinates', () => {
  it.each(['21.03898, 105.80616', '105.80616,21.03898', '21,03898 105,80616', '  21.03898° B  105.80616° Đ'])('reads %s', (text) => {
    expect(parseCoordinates(text)).toEqual([105.80616, 21.03898]);
  });
  it.each(['', '21.03', 'cầu T11', '95, 200', '1 2 3'])('refuses %s', (text) => {
    expect(parseCoordinates(text)).toBeNull();
  });
});
