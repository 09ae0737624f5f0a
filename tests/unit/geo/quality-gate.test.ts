import { distance } from '@turf/turf';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { checkEdition } from '../../../lib/geo/quality-gate/check-edition';
import { MAX_LISTED_ISSUES } from '../../../lib/geo/quality-gate/quality-report';
import type { WardPolygon } from '../../../lib/geo/types';
import { readEdition, readEditionFeatures } from '../../fixtures/geo/read-edition';
import { seededRandom } from '../../fixtures/geo/seeded-random';
import { rectangle, rectangleRing, ward } from '../../fixtures/geo/squares';

const METRE = 1 / 111_319.49; // of longitude on the equator, in degrees

describe('checkEdition on the shipped editions', () => {
  it('accepts 2025 and says where its overlap and its hole are', () => {
    const report = checkEdition(readEditionFeatures('hn-hp-2025'));
    expect(report).toMatchObject({ verdict: 'accept', wardCount: 240 });
    expect(report.issues.every(({ severity }) => severity === 'warn')).toBe(true);
    const overlap = report.issues.find(({ kind }) => kind === 'overlap');
    expect(overlap?.size?.value).toBeGreaterThan(1_120); // Shapely in UTM: 1,136 m² over two pairs
    expect(overlap?.size?.value).toBeLessThan(1_150);
    expect(distance([...(overlap?.position ?? [])], [106.661693, 20.930361], { units: 'meters' })).toBeLessThan(50);
    const gap = report.issues.find(({ kind }) => kind === 'gap');
    expect(Math.abs((gap?.size?.value ?? 0) / 56_171 - 1)).toBeLessThan(0.01);
    expect(distance([...(gap?.position ?? [])], [106.793324, 20.691102], { units: 'meters' })).toBeLessThan(150);
  });

  it('accepts the edition before 2025 with warnings', () => {
    const report = checkEdition(readEditionFeatures('hn-hp-pre2025'));
    expect(report.verdict).toBe('accept');
    expect(report.totals.gap).toBeGreaterThan(0);
  });

  it('refuses a sliver of 2 m planted between two wards, with its place', () => {
    const wards = readEdition('hn-hp-2025');
    const moved = wards.map((entry) => (entry.code === '00337' ? pullBackFrom(entry, '00340', wards, 2) : entry));
    const report = checkEdition(moved);
    expect(report.verdict).toBe('refuse');
    const sliver = report.issues.find(({ kind, severity }) => kind === 'sliver' && severity === 'refuse');
    expect(sliver?.codes).toEqual(['00337', '00340']);
    const border = sharedVertices(wards, '00337', '00340');
    const metres = border.map((vertex) => distance([...(sliver?.position ?? [])], vertex, { units: 'meters' }));
    expect(Math.min(...metres)).toBeLessThan(200);
  });

  it('refuses an edition thinned ward by ward, and lists no more than it says', () => {
    const random = seededRandom(3);
    const thinned = readEdition('hn-hp-pre2025').slice(0, 120).map((entry) => thinOut(entry, random));
    const report = checkEdition(thinned);
    expect(report.verdict).toBe('refuse');
    expect(report.totals.overlap).toBeGreaterThan(10);
    expect(report.totals.sliver).toBeGreaterThan(10);
    expect(report.issues.length).toBeLessThanOrEqual(MAX_LISTED_ISSUES);
    expect(report.issueCount).toBe(Object.values(report.totals).reduce((a, b) => a + b));
  });
});

describe('checkEdition on small faults', () => {
  const A = rectangle('A', 0, 0, 0.01, 0.01);

  it('finds nothing wrong with two adjoining wards', () => {
    expect(checkEdition([A, rectangle('B', 0.01, 0, 0.02, 0.01)])).toEqual({
      verdict: 'accept', wardCount: 2, issues: [], totals: {}, issueCount: 0,
    });
  });

  it('refuses a 2 m sliver and measures it', () => {
    const report = checkEdition([A, rectangle('B', 0.01 + 2 * METRE, 0, 0.02, 0.01)]);
    expect(report.verdict).toBe('refuse');
    expect(report.issues).toHaveLength(1);
    const [sliver] = report.issues;
    expect(sliver).toMatchObject({ kind: 'sliver', severity: 'refuse', codes: ['A', 'B'] });
    expect(sliver?.size?.value).toBeCloseTo(2 * 1_105.74, -1);
    expect(sliver?.position?.[0]).toBeCloseTo(0.01 + METRE, 7);
    expect(sliver?.message).toContain('2.0 m wide');
  });

  it.each([[11, 'refuse'], [5, 'warn']])('measures an overlap of %i m and says %s', (metres, severity) => {
    const report = checkEdition([A, rectangle('B', 0.01 - metres * METRE, 0, 0.02, 0.01)]);
    expect(report.verdict).toBe(severity === 'refuse' ? 'refuse' : 'accept');
    expect(report.issues[0]).toMatchObject({ kind: 'overlap', severity, codes: ['A', 'B'] });
    expect((report.issues[0]?.size?.value ?? 0) / (metres * 1_105.74)).toBeCloseTo(1, 1);
  });

  it('judges rings wound to the right as it judges the others', () => {
    const turned = (entry: WardPolygon): WardPolygon => ({
      ...entry,
      geometry: { type: 'Polygon', coordinates: (entry.geometry.coordinates as Position[][]).map((ring) => [...ring].reverse()) },
    });
    expect(checkEdition([A, rectangle('B', 0.01, 0, 0.02, 0.01)].map(turned)).issues).toEqual([]);
    expect(checkEdition([turned(A), rectangle('B', 0.01 + 2 * METRE, 0, 0.02, 0.01)]).totals).toEqual({ sliver: 1 });
  });

  it('warns of a crossing that pinches off next to nothing', () => {
    const knot = ward('A', [[[0, 0], [0.01, 0], [0.01, 0.01], [0.009_99, 0.01], [0.010_01, 0.010_01], [0.010_005, 0.009_99], [0, 0.01], [0, 0]]]);
    const report = checkEdition([knot]);
    expect(report.verdict).toBe('accept');
    expect(report.totals.self_intersection).toBeGreaterThan(0);
    expect(report.issues.every(({ size }) => (size?.value ?? 0) < 20)).toBe(true);
  });

  it('refuses one ward given twice under two codes', () => {
    expect(checkEdition([A, { ...A, code: 'B' }])).toMatchObject({ verdict: 'refuse', totals: { overlap: 1 } });
  });

  it('finds a gap that three wards enclose', () => {
    const report = checkEdition([
      ward('A', [[[0, 0], [0.03, 0], [0.03, 0.01], [0.02, 0.01], [0.01, 0.01], [0, 0.01], [0, 0]]]),
      ward('B', [[[0, 0.01], [0.01, 0.01], [0.01, 0.012], [0.02, 0.012], [0.02, 0.02], [0, 0.02], [0, 0.01]]]),
      rectangle('C', 0.02, 0.01, 0.03, 0.02),
    ]);
    expect(report.totals).toEqual({ gap: 1 });
    expect(report.issues[0]?.codes).toEqual(['A', 'B', 'C']);
    expect((report.issues[0]?.size?.value ?? 0) / (1_113.19 * 221.15)).toBeCloseTo(1, 2);
  });

  it.each<[string, string, unknown]>([
    ['nothing at all', 'no_features', null],
    ['an empty collection', 'no_features', { type: 'FeatureCollection', features: [] }],
    ['a feature without code', 'missing_code', feature({ name: 'x' })],
    ['a feature without geometry', 'missing_geometry', { features: [{ properties: { code: 'A', name: 'x' }, geometry: null }] }],
    ['a point', 'missing_geometry', feature({ code: 'A', name: 'x' }, { type: 'Point', coordinates: [0, 0] })],
    ['a code used twice', 'duplicate_code', [A, A]],
    ['an open ring', 'open_ring', [ward('A', [[[0, 0], [1, 0], [1, 1], [0, 1]]])]],
    ['a ring of three positions', 'short_ring', [ward('A', [[[0, 0], [1, 0], [0, 0]]])]],
    ['a ring without area', 'zero_area', [ward('A', [[[0, 0], [1, 1], [2, 2], [0, 0]]])]],
    ['a latitude of 91', 'bad_coordinate', [ward('A', [[[0, 0], [1, 0], [1, 91], [0, 0]]])]],
    ['not a number', 'bad_coordinate', [ward('A', [[[0, 0], [1, 0], [NaN, 1], [0, 0]]])]],
    ['a text for a number', 'bad_coordinate', [ward('A', [[[0, 0], [1, 0], ['1', 1] as unknown as Position, [0, 0]]])]],
    ['an outline that crosses itself', 'self_intersection', [ward('A', [[[0, 0], [0.01, 0.01], [0.012, 0], [0, 0.008], [0, 0]]])]],
  ])('refuses %s as %s', (_, kind, input) => {
    const report = checkEdition(input);
    expect(report.verdict).toBe('refuse');
    expect(report.issues.map((issue) => issue.kind)).toContain(kind);
  });

  it('warns of a missing name only', () => {
    expect(checkEdition([{ ...A, name: ' ' }])).toMatchObject({ verdict: 'accept', totals: { missing_name: 1 } });
  });

  it('puts a self-intersection at the crossing', () => {
    const report = checkEdition([ward('A', [[[0, 0], [0.01, 0.01], [0.01, 0], [0, 0.012], [0, 0]]])]);
    const [longitude, latitude] = report.issues[0]?.position ?? [];
    expect(longitude).toBeCloseTo(0.012 / 2.2, 9);
    expect(latitude).toBeCloseTo(0.012 / 2.2, 9);
  });
});

function feature(properties: object, geometry: object = { type: 'Polygon', coordinates: [rectangleRing(0, 0, 1, 1)] }): object {
  return { type: 'FeatureCollection', features: [{ type: 'Feature', properties, geometry }] };
}

function sharedVertices(wards: readonly WardPolygon[], codeA: string, codeB: string): Position[] {
  const verticesOf = (code: string): Position[] => wards.filter((w) => w.code === code).flatMap((w) => w.geometry.coordinates.flat(2) as unknown as Position[]);
  const flat = (code: string): Position[] =>
    wards.filter((w) => w.code === code).flatMap((w) => (w.geometry.type === 'Polygon' ? w.geometry.coordinates.flat() : verticesOf(code)));
  const known = new Set(flat(codeB).map(String));
  return flat(codeA).filter((vertex) => known.has(String(vertex)));
}

/** Moves the vertices that a ward shares with one neighbour alone towards the middle of the ward by some metres. */
function pullBackFrom(entry: WardPolygon, neighbour: string, wards: readonly WardPolygon[], metres: number): WardPolygon {
  if (entry.geometry.type !== 'Polygon') throw new Error(`Ward ${entry.code} is not one polygon`);
  const shared = new Set(sharedVertices(wards, entry.code, neighbour).map(String));
  const [outer = [], ...holes] = entry.geometry.coordinates;
  const middle = [0, 1].map((axis) => outer.reduce((sum, vertex) => sum + (vertex[axis] ?? 0), 0) / outer.length) as [number, number];
  const pull = ([x = 0, y = 0]: Position): Position => {
    if (!shared.has(String([x, y]))) return [x, y];
    const [east, north] = [(middle[0] - x) / METRE, (middle[1] - y) / METRE];
    const share = metres / Math.hypot(east, north);
    return [x + share * (middle[0] - x), y + share * (middle[1] - y)];
  };
  return { ...entry, geometry: { type: 'Polygon', coordinates: [outer.map(pull), ...holes] } };
}

/** Drops about half of the vertices of each ring, each ward its own half, as a careless simplification would. */
function thinOut(entry: WardPolygon, random: () => number): WardPolygon {
  const thin = (ring: Position[]): Position[] => {
    const kept = ring.slice(1, -1).filter(() => random() < 0.5);
    return kept.length < 2 ? ring : [ring[0] as Position, ...kept, ring[0] as Position];
  };
  const { geometry } = entry;
  if (geometry.type === 'Polygon') return { ...entry, geometry: { type: 'Polygon', coordinates: geometry.coordinates.slice(0, 1).map(thin) } };
  return { ...entry, geometry: { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.slice(0, 1).map(thin)) } };
}
