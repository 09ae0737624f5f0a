import { describe, expect, it } from 'vitest';
import { buildGrid, countPoints, findCell, proposeCellMetres } from '../../../lib/stats/grid-frame';
import { estimateDensity as estimateOrStop, type EdgeCorrection } from '../../../lib/stats/kernel-density';
import { kernelMass } from '../../../lib/stats/kernel-mass';
import { createRandom } from '../../../lib/stats/seeded-random';
import { pointsOf, readFixture } from '../../fixtures/stats/read-fixture';

interface Answer {
  readonly snapped: { readonly x: readonly number[]; readonly y: readonly number[] };
  readonly radius: number;
  readonly at: readonly number[];
  readonly none: readonly (number | string)[];
  readonly uniform: readonly (number | string)[];
  readonly jonesDiggle: readonly (number | string)[];
}
const estimateDensity = (...parameters: Parameters<typeof estimateOrStop>) => estimateOrStop(...parameters)!;
const oracle = readFixture<Answer>('kernel-density');
const grid = buildGrid([0, 0, 3000, 2000], 25);
/** Cells south of y = 1200 or east of x = 1800: the notched window of the oracle. */
const notched = Uint8Array.from({ length: 120 * 80 }, (_, cell) => (Math.floor(cell / 120) < 48 || cell % 120 >= 72 ? 1 : 0));
const points = pointsOf(oracle.snapped.x, oracle.snapped.y);
const estimate = (edge: EdgeCorrection) => estimateDensity(grid, { ...points, radiusMetres: oracle.radius, window: notched, edge });
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

describe('quartic density beside spatstat density.ppp', () => {
  it.each([['none', 'none'], ['uniform', 'uniform'], ['jones_diggle', 'jonesDiggle']] as const)('%s: within 0.1 %% of the peak at every 37th cell', (edge, key) => {
    const density = estimate(edge);
    const peak = Math.max(...density);
    oracle[key].forEach((value, k) => {
      const cell = oracle.at[k]!;
      if (notched[cell] === 1) expect(Math.abs(density[cell]! - Number(value)) / peak, String(cell)).toBeLessThan(1e-3);
      else expect(density[cell]).toBe(0);
    });
  });
  it('Jones–Diggle keeps the mass: the integral is the number of points', () => {
    expect(sum(estimate('jones_diggle')) * 625).toBeCloseTo(points.xs.length, 8);
    expect(sum(estimate('none')) * 625).toBeLessThan(points.xs.length * 0.95);
  });
  it('and does so with weights, one radius a point, and radii below a cell', () => {
    const random = createRandom(2);
    const weights = Float64Array.from(points.xs, () => random() * 3);
    const radiusMetres = Float64Array.from(points.xs, () => 2 + random() * 500);
    const density = estimateDensity(grid, { ...points, weights, radiusMetres, window: notched, edge: 'jones_diggle' });
    expect(sum(density) * 625).toBeCloseTo(sum(weights), 8);
  });
  it('a ward alone sees half of a kernel on a straight border and a quarter at a corner', () => {
    const small = buildGrid([0, 0, 1000, 1000], 5);
    const mass = (window: (column: number, row: number) => boolean) => kernelMass(small, Uint8Array.from({ length: 40_000 }, (_, c) => (window(c % 200, Math.floor(c / 200)) ? 1 : 0)), 300)[100 * 200 + 100]!;
    expect(mass(() => true)).toBeCloseTo(1, 3);
    expect(mass((column) => column >= 100)).toBeCloseTo(0.5, 1);
    expect(mass((column, row) => column >= 100 && row >= 100)).toBeCloseTo(0.25, 1);
  });
  it('nothing, one place, outside: zeros or plain numbers', () => {
    const none = estimateDensity(grid, { ...pointsOf([], []), radiusMetres: 300, window: notched, edge: 'uniform' });
    expect(none.every((value) => value === 0)).toBe(true);
    const same = estimateDensity(grid, { ...pointsOf([600, 600, 600], [600, 600, 600]), radiusMetres: 300, window: notched, edge: 'jones_diggle' });
    expect(sum(same) * 625).toBeCloseTo(3, 10);
    const outside = estimateDensity(grid, { ...pointsOf([-9000], [0]), radiusMetres: 300, window: notched, edge: 'jones_diggle' });
    expect(outside.every((value) => value === 0)).toBe(true);
    expect(() => estimateDensity(grid, { ...pointsOf([1], [1]), radiusMetres: Float64Array.of(300), window: notched, edge: 'uniform' })).toThrow(TypeError);
  });
});

it('a density can be stopped', () => { expect(estimateOrStop(grid, { ...points, radiusMetres: 300, window: notched, edge: 'none' }, () => false)).toBeNull(); });

describe('mass of a kernel in the window', () => {
  it.each([10, 60, 333])('radius %i m: equals the plain sum over the cells', (radius) => {
    const small = buildGrid([0, 0, 750, 500], 25);
    const random = createRandom(radius);
    const window = Uint8Array.from({ length: 600 }, () => (random() < 0.7 ? 1 : 0));
    const reach = Math.max(1, radius / 25);
    const mass = kernelMass(small, window, radius);
    for (let cell = 0; cell < 600; cell++) {
      let plain = 0;
      for (let other = 0; other < 600; other++) {
        const d2 = ((cell % 30) - (other % 30)) ** 2 + (Math.floor(cell / 30) - Math.floor(other / 30)) ** 2;
        if (window[other] === 1 && d2 < reach * reach) plain += (3 / (Math.PI * reach * reach)) * (1 - d2 / (reach * reach)) ** 2;
      }
      expect(Math.abs(mass[cell]! - plain)).toBeLessThan(1e-12);
    }
  });
});

describe('grid', () => {
  it('holds its eastern and northern edge and nothing beyond', () => {
    expect(findCell(grid, 0, 0)).toBe(0);
    expect(findCell(grid, 3000, 2000)).toBe(120 * 80 - 1);
    expect(findCell(grid, 3000.001, 5)).toBe(-1);
    expect(findCell(grid, -0.001, 5)).toBe(-1);
    expect(findCell(grid, NaN, 5)).toBe(-1);
  });
  it('counts points inside and leaves out the rest', () => {
    expect(sum(countPoints(grid, pointsOf([1, 2, 3000, -5, NaN], [1, 2, 2000, 0, 0])))).toBe(3);
  });
  it('proposes a cell of twice the mean area a point has', () => {
    expect(proposeCellMetres(1_000_000, 200)).toBe(100);
    expect(proposeCellMetres(0, 200)).toBeNull();
    expect(proposeCellMetres(100, 0)).toBeNull();
  });
  it('refuses an empty box and more cells than it can hold', () => {
    expect(() => buildGrid([0, 0, 0, 10], 5)).toThrow(RangeError);
    expect(() => buildGrid([0, 0, 1e6, 1e6], 1)).toThrow(/larger cells/);
  });
});
