import { describe, expect, it } from 'vitest';
import { classifyGetisOrd, computeGetisOrd } from '../../../lib/stats/getis-ord';
import { computeLocalMoran as computeOrStop } from '../../../lib/stats/local-moran';
import { buildHexagonGrid, findHexagon, hexagonArea, hexagonCentre, hexagonCorners } from '../../../lib/stats/hexagon-grid';
import { createRandom } from '../../../lib/stats/seeded-random';
import { buildGridWeights, standardiseRows } from '../../../lib/stats/spatial-weights';
import { largestError, readFixture } from '../../fixtures/stats/read-fixture';

interface Answer {
  readonly columns: number;
  readonly rows: number;
  readonly counts: readonly number[];
  readonly other: readonly number[];
  readonly giQueen: readonly number[];
  readonly giRook: readonly number[];
  readonly moran: readonly number[];
  readonly untied: readonly number[];
  readonly moranP: readonly number[];
  readonly bivariate: readonly number[];
}
const computeLocalMoran = (...parameters: Parameters<typeof computeOrStop>) => computeOrStop(...parameters)!;
const oracle = readFixture<Answer>('local-statistics');
const everywhere = new Uint8Array(oracle.columns * oracle.rows).fill(1);
const queen = standardiseRows(buildGridWeights(oracle, everywhere, 'queen', false));

describe('Gi* beside spdep::localG', () => {
  it.each(['queen', 'rook'] as const)('with %s neighbours, within 1e-10', (contiguity) => {
    const { z } = computeGetisOrd(oracle.counts, buildGridWeights(oracle, everywhere, contiguity, true));
    expect(largestError(z, contiguity === 'queen' ? oracle.giQueen : oracle.giRook)).toBeLessThan(1e-10);
  });
  it('classes follow the adjusted p and the sign', () => {
    const found = computeGetisOrd(oracle.counts, buildGridWeights(oracle, everywhere, 'queen', true));
    const classes = classifyGetisOrd(found);
    expect(classes[20]).toBeGreaterThan(0);
    classes.forEach((value, i) => { expect(Math.abs(value)).toBe(found.adjusted[i]! <= 0.01 ? 3 : found.adjusted[i]! <= 0.05 ? 2 : found.adjusted[i]! <= 0.1 ? 1 : 0); });
  });
  it('constant values, one cell and none at all give 0 and p = 1, never NaN', () => {
    const constant = computeGetisOrd(everywhere, buildGridWeights(oracle, everywhere, 'queen', true));
    expect([...constant.z].every((z) => z === 0) && [...constant.p].every((p) => p === 1)).toBe(true);
    const tenths = computeGetisOrd(Array.from(everywhere, () => 0.1), buildGridWeights(oracle, everywhere, 'queen', true));
    expect([...tenths.z].every((z) => z === 0)).toBe(true);
    const one = computeGetisOrd([7], buildGridWeights({ columns: 1, rows: 1 }, Uint8Array.of(1), 'queen', true));
    expect([one.z[0], one.p[0], one.adjusted[0]]).toEqual([0, 1, 1]);
    expect(computeGetisOrd([], buildGridWeights({ columns: 1, rows: 1 }, Uint8Array.of(0), 'queen', true)).z).toHaveLength(0);
  });
});

describe('Local Moran beside spdep', () => {
  it('I within 1e-10, in one variable and in two', () => {
    expect(largestError(computeLocalMoran(oracle.counts, queen, 9, createRandom(1)).statistic, oracle.moran)).toBeLessThan(1e-10);
    // spdep's bivariate form scales with n − 1, ours with n as the one-variable form does.
    const scale = (oracle.counts.length - 1) / oracle.counts.length;
    const found = computeLocalMoran(oracle.counts, queen, 9, createRandom(1), oracle.other).statistic.map((value) => value * scale);
    expect(largestError(found, oracle.bivariate)).toBeLessThan(1e-10);
  });
  it('p as the folded simulated p of 9,999 permutations, within 5 standard errors of both', () => {
    const { p } = computeLocalMoran(oracle.untied, queen, 9999, createRandom(17));
    p.forEach((value, i) => { expect(Math.abs(value - oracle.moranP[i]!), String(i)).toBeLessThan(5 * Math.sqrt((2 * 0.25) / 9999)); });
  });
  it('the same seed gives the same p, another seed another', () => {
    const run = (seed: number) => [...computeLocalMoran(oracle.counts, queen, 99, createRandom(seed)).p];
    expect(run(3)).toEqual(run(3));
    expect(run(3)).not.toEqual(run(4));
  });
  it('can be stopped', () => { expect(computeOrStop(oracle.counts, queen, 9, createRandom(1), undefined, () => false)).toBeNull(); });
  it('quadrants, constant values, places without neighbours', () => {
    const { quadrant, p } = computeLocalMoran([9, 8, 1, 2], standardiseRows({ starts: Uint32Array.of(0, 1, 2, 3, 3), neighbours: Uint32Array.of(1, 2, 3), weights: null }), 99, createRandom(1));
    expect(quadrant).toEqual(['high_high', 'high_low', 'low_low', 'none']);
    expect(p[3]).toBe(1);
    const constant = computeLocalMoran(Array.from(everywhere, () => 0.1), queen, 9, createRandom(1));
    expect([...constant.statistic].every((value) => value === 0) && [...constant.p].every((value) => value === 1)).toBe(true);
  });
});

describe('hexagons', () => {
  const grid = buildHexagonGrid([100, 50, 1_500, 900], 120);
  it('cover the box: every position lies in the hexagon with the nearest centre', () => {
    const random = createRandom(9);
    const centres = Array.from({ length: grid.columns * grid.rows }, (_, cell) => hexagonCentre(grid, cell));
    for (let i = 0; i < 2_000; i++) {
      const [x, y] = [100 + random() * 1_400, 50 + random() * 850];
      const squares = centres.map(([cx, cy]) => (cx - x) ** 2 + (cy - y) ** 2);
      const cell = findHexagon(grid, x, y);
      expect(squares[cell]).toBe(Math.min(...squares));
      expect(Math.sqrt(squares[cell]!)).toBeLessThanOrEqual(120 / Math.sqrt(3) + 1e-9);
    }
  });
  it('have neighbours at one distance, corners at another, and their area', () => {
    const { starts, neighbours } = buildGridWeights(grid, new Uint8Array(grid.columns * grid.rows).fill(1), 'hexagon', false);
    for (let cell = 0; cell + 1 < starts.length; cell++) {
      const [x, y] = hexagonCentre(grid, cell);
      for (const other of neighbours.subarray(starts[cell], starts[cell + 1])) {
        const [ox, oy] = hexagonCentre(grid, other);
        expect(Math.hypot(ox - x, oy - y)).toBeCloseTo(120, 9);
      }
    }
    const corners = hexagonCorners(grid, 17);
    const area = corners.reduce((sum, [x, y], k) => { const [nx, ny] = corners[(k + 1) % 6]!; return sum + (x * ny - nx * y) / 2; }, 0);
    expect(area).toBeCloseTo(hexagonArea(120), 6);
  });
  it('outside the grid and NaN are −1; a box without area is refused', () => {
    expect([findHexagon(grid, -900, 100), findHexagon(grid, 500, 5_000), findHexagon(grid, NaN, 0)]).toEqual([-1, -1, -1]);
    expect(() => buildHexagonGrid([0, 0, 0, 5], 1)).toThrow(RangeError);
  });
});

describe('neighbours on a grid', () => {
  it('hexagons have six inside, and neighbourhood is mutual', () => {
    const { starts, neighbours } = buildGridWeights({ columns: 5, rows: 5 }, new Uint8Array(25).fill(1), 'hexagon', false);
    expect(starts[13]! - starts[12]!).toBe(6);
    for (let i = 0; i < 25; i++) {
      for (let at = starts[i]!; at < starts[i + 1]!; at++) {
        const other = neighbours[at]!;
        expect([...neighbours.subarray(starts[other], starts[other + 1])]).toContain(i);
      }
    }
  });
  it('cells outside the window are nobody\'s neighbours', () => {
    const { starts, neighbours } = buildGridWeights({ columns: 3, rows: 1 }, Uint8Array.of(1, 0, 1), 'queen', true);
    expect([...starts]).toEqual([0, 1, 2]);
    expect([...neighbours]).toEqual([0, 1]);
  });
});
