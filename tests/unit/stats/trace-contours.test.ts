import { booleanPointInPolygon, multiPolygon } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { buildGrid } from '../../../lib/stats/grid-frame';
import { createRandom } from '../../../lib/stats/seeded-random';
import { traceContours, type PlanePolygon, type PlaneRing } from '../../../lib/stats/trace-contours';

const area = (ring: PlaneRing) => ring.slice(1).reduce((sum, [x, y], k) => sum + (ring[k]![0] * y - x * ring[k]![1]) / 2, 0);
const totalArea = (polygons: readonly PlanePolygon[]) => polygons.flat().reduce((sum, ring) => sum + area(ring), 0);

describe('contours', () => {
  it('a centre lies inside exactly when its value reaches the threshold (Turf judges)', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const random = createRandom(seed);
      const grid = buildGrid([0, 0, 0.15, 0.12], 0.01);
      const values = Float64Array.from({ length: grid.columns * grid.rows }, () => Math.floor(random() * 5));
      const polygons = traceContours(grid, values, 2.5);
      const judge = multiPolygon(polygons.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x, y]))));
      values.forEach((value, cell) => {
        const centre = [((cell % grid.columns) + 0.5) * 0.01, (Math.floor(cell / grid.columns) + 0.5) * 0.01];
        expect(booleanPointInPolygon(centre, judge), `${String(seed)} ${String(cell)}`).toBe(value >= 2.5);
      });
    }
  });
  it('rings are closed, outer ones anticlockwise, holes clockwise', () => {
    const grid = buildGrid([0, 0, 50, 50], 10);
    const ringed = Float64Array.from({ length: 25 }, (_, cell) => (Math.max(Math.abs((cell % 5) - 2), Math.abs(Math.floor(cell / 5) - 2)) === 0 ? 0 : 4));
    const polygons = traceContours(grid, ringed, 2);
    expect(polygons).toHaveLength(1);
    expect(polygons[0]).toHaveLength(2);
    for (const ring of polygons[0]!) expect(ring[0]).toEqual(ring.at(-1));
    expect(area(polygons[0]![0]!)).toBeGreaterThan(0);
    expect(area(polygons[0]![1]!)).toBeLessThan(0);
  });
  it('a cone has circles: their area within 1 %', () => {
    const grid = buildGrid([0, 0, 1000, 1000], 10);
    const cone = Float64Array.from({ length: 10_000 }, (_, cell) => Math.max(0, 400 - Math.hypot((cell % 100) * 10 - 495, Math.floor(cell / 100) * 10 - 495)));
    for (const threshold of [100, 250]) expect(totalArea(traceContours(grid, cone, threshold)) / (Math.PI * (400 - threshold) ** 2)).toBeCloseTo(1, 1.7);
  });
  it('two high corners join where the middle is high too, and stay apart where it is not', () => {
    const grid = buildGrid([0, 0, 2, 2], 1);
    expect(traceContours(grid, [4, 0, 0, 4], 1)).toHaveLength(1);
    expect(traceContours(grid, [4, 0, 0, 4], 3)).toHaveLength(2);
    expect(traceContours(grid, [0, 4, 4, 0], 1)).toHaveLength(1);
    expect(traceContours(grid, [0, 4, 4, 0], 3)).toHaveLength(2);
  });
  it('nothing that high is no polygon; a threshold of 0 is refused', () => {
    const grid = buildGrid([0, 0, 2, 2], 1);
    expect(traceContours(grid, [1, 1, 1, 1], 2)).toEqual([]);
    expect(totalArea(traceContours(grid, [1, 0, 0, 0], 0.5))).toBeCloseTo(0.5, 12);
    expect(() => traceContours(grid, [0, 0, 0, 0], 0)).toThrow(RangeError);
  });
});
