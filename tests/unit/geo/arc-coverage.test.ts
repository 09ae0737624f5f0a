import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coverArcs, judgeSides, measureCover, uniteCoverage, type CoveredArc, type CoveringShape } from '../../../lib/geo/arc-coverage';
import { buildBorderTopology } from '../../../lib/geo/border-topology';
import { localMetric, shortDistanceMetres } from '../../../lib/geo/ellipsoid';
import { intersectStretches, lengthOfStretches, uniteStretches } from '../../../lib/geo/stretches';
import { cutRoute, PieceGrid } from '../../../lib/geo/route-pieces';
import { findAreaFault } from '../../../lib/geo/shape-faults';
import type { LngLat, WardPolygon } from '../../../lib/geo/types';
import { buildWardIndex } from '../../../lib/geo/ward-index';

/** A plane in metres around a place in Hà Nội: wards A (x < 0) and B (x > 0), 1 km deep, 1 km wide, and C to the north of both. */
const ORIGIN: LngLat = [105.8, 21];
const METRIC = localMetric(21.0045);
const at = (x: number, y: number): LngLat => [ORIGIN[0] + x / METRIC.metresPerDegreeEast, ORIGIN[1] + y / METRIC.metresPerDegreeNorth];
const box = (code: string, west: number, south: number, east: number, north: number): WardPolygon => ({
  code, name: code, geometry: { type: 'Polygon', coordinates: [[at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)].map((one) => [...one])] },
});
const WARDS = [box('A', -1000, 0, 0, 1000), box('B', 0, 0, 1000, 1000)];
const INDEX = buildWardIndex(WARDS);
const { arcs: ARCS } = buildBorderTopology(WARDS);
const route = (...places: [number, number][]): CoveringShape => ({ type: 'LineString', coordinates: places.map(([x, y]) => at(x, y)) });
const cover = (shape: CoveringShape, reach = 50): CoveredArc[] => coverArcs(shape, reach, INDEX, ARCS);
const lengths = (shape: CoveringShape, reach = 50) => cover(shape, reach).map(measureCover)[0] ?? { ofA: 0, ofB: 0, both: 0, either: 0 };
/** Half a step at each end, and the plane's own error. */
const TOLERANCE_METRES = 6;
const near = (actual: number, expected: number): void => { expect(Math.abs(actual - expected), `${actual} is not near ${expected}`).toBeLessThanOrEqual(TOLERANCE_METRES); };

describe('a route beside a straight border of 1 km', () => {
  it('covers its own side as far as it reaches, and not the other', () => {
    const { ofA, ofB, both } = lengths(route([-30, 200], [-30, 800]));
    near(ofA, 600 + 2 * 40); // √(50² − 30²) = 40 beyond each end
    expect([ofB, both]).toEqual([0, 0]);
  });

  it('measures a route walked to and fro in one place as that place', () => {
    const often = Array.from({ length: 20_000 }, (_, i): [number, number] => [-20, i % 2 === 0 ? 500 : 502]);
    expect(cover(route(...often), 500)).toEqual(cover(route([-20, 500], [-20, 502]), 500));
    const grid = new PieceGrid([...cutRoute([often.map(([x, y]) => at(x, y))], INDEX)], 500);
    const beganMs = performance.now();
    // 690 m away: in a neighbouring cell, out of reach. Looking at every piece each time takes seconds.
    for (let i = 0; i < 4_000; i++) expect(grid.wardsNear(at(-20, 1190)).size).toBe(0);
    expect(performance.now() - beganMs).toBeLessThan(1_000);
    expect([...grid.wardsNear(at(-20, 998))]).toEqual(['A']);
  });

  it('out of reach covers nothing, and the arc is not named', () => {
    expect(cover(route([-60, 200], [-60, 800]))).toEqual([]);
    expect(cover({ type: 'LineString', coordinates: [[10, 50], [10, 50.01]] })).toEqual([]);
  });

  it('two on their own sides cover both where both were', () => {
    const [united] = uniteCoverage([cover(route([-30, 200], [-30, 800])), cover(route([30, 500], [30, 900]))]);
    if (united === undefined) throw new Error('nothing covered');
    const { ofA, ofB, both, either } = measureCover(united);
    near(ofA, 680);
    near(ofB, 480);
    near(both, 840 - 460);
    near(either, 940 - 160);
    expect(judgeSides([{ both, either }])).toBe('one_side');
  });

  it('that crosses sees a little of the other side, which is not both', () => {
    const seen = lengths(route([-30, 100], [-30, 800], [30, 800]));
    near(seen.ofB, 2 * 50); // from the crossing itself
    expect(judgeSides([seen])).toBe('one_side');
  });

  it('on the very line is in both wards', () => {
    const { ofA, ofB, both } = lengths(route([0, 200], [0, 800]));
    for (const metres of [ofA, ofB, both]) near(metres, 700);
  });

  it('of one place, or of none between its ends, is no trouble', () => {
    near(lengths(route([-30, 500], [-30, 500])).ofA, 80);
  });
});

it('an area covers from both sides what lies inside it, and what its edge reaches', () => {
  const area: CoveringShape = { type: 'Polygon', coordinates: [[at(-200, 300), at(200, 300), at(200, 700), at(-200, 700), at(-200, 300)]] };
  const { ofA, ofB, both } = lengths(area);
  for (const metres of [ofA, ofB, both]) near(metres, 500);
  const aside: CoveringShape = { type: 'Polygon', coordinates: [[at(-200, 300), at(-20, 300), at(-20, 700), at(-200, 700), at(-200, 300)]] };
  expect(lengths(aside).ofB).toBe(0);
  near(lengths(aside).ofA, 400 + 2 * Math.sqrt(50 ** 2 - 20 ** 2));
});

describe('stretches', () => {
  it('unite and intersect', () => {
    expect(uniteStretches([[5, 10], [0, 3], [3, 4], [8, 12], [20, 20]])).toEqual([[0, 4], [5, 12]]);
    expect(intersectStretches([[0, 4], [5, 12]], [[2, 6], [11, 20]])).toEqual([[2, 4], [5, 6], [11, 12]]);
    expect(lengthOfStretches([[0, 4], [5, 12]])).toBe(11);
    expect(judgeSides([])).toBe('none');
  });
});

it('an area that crosses itself, or is a line, is no area', () => {
  const ring = (...places: [number, number][]): LngLat[] => [...places, places[0] as [number, number]].map(([x, y]) => at(x, y));
  expect(findAreaFault([ring([0, 0], [100, 0], [100, 100], [0, 100])])).toBeNull();
  expect(findAreaFault([ring([0, 0], [100, 100], [100, 0], [0, 60])])).toMatch(/crosses itself/);
  expect(findAreaFault([ring([0, 0], [100, 0], [50, 0])])).toMatch(/no area/);
});

it('at the T11 bridge: one bank is one side, both banks are both', () => {
  const file = join(import.meta.dirname, '..', '..', '..', 'data', 'editions', 'hn-hp-2025', 'wards.geojson');
  const { features } = JSON.parse(readFileSync(file, 'utf8')) as { features: { properties: { code: string; name: string }; geometry: WardPolygon['geometry'] }[] };
  // With every ward of Hà Nội around the bridge.
  const wards = features.filter(({ geometry }) => JSON.stringify(geometry).includes('105.80')).map(({ properties: { code, name }, geometry }) => ({ code, name, geometry }));
  const index = buildWardIndex(wards);
  const { arcs } = buildBorderTopology(wards);
  const border = arcs.find(({ wardA, wardB }) => wardA === '00008' && wardB === '00160');
  if (border === undefined) throw new Error('no border between Ngọc Hà and Nghĩa Đô');
  const beat = border.lines.flat().filter((position) => shortDistanceMetres(position, [105.80616, 21.038981]) < 400);
  const bank = (metres: number): CoveringShape => ({ type: 'LineString', coordinates: beat.map(([lon, lat]): LngLat => [lon + metres / 103_800, lat]) });
  const sidesOf = (shapes: CoveringShape[]): string => judgeSides(uniteCoverage(shapes.map((shape) => coverArcs(shape, 50, index, arcs)))
    .filter(({ wardA, wardB }) => wardA === '00008' && wardB === '00160').map(measureCover));
  expect(sidesOf([bank(-25)])).toBe('one_side');
  expect(sidesOf([bank(25)])).toBe('one_side');
  expect(sidesOf([bank(-25), bank(25)])).toBe('both');
});
