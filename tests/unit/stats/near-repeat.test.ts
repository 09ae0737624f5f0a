import { describe, expect, it } from 'vitest';
import { findBand, listClosePairs, type DistanceMetric } from '../../../lib/stats/close-pairs';
import { testTrend } from '../../../lib/stats/mann-kendall';
import { testNearRepeat } from '../../../lib/stats/near-repeat';
import { createRandom } from '../../../lib/stats/seeded-random';
import { pointsOf, readFixture } from '../../fixtures/stats/read-fixture';

interface Answer {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly day: readonly number[];
  readonly knox: readonly { metres: number; days: number; metric: DistanceMetric; count: number }[];
  readonly trend: readonly { series: readonly number[]; z: number; p: number }[];
}
const oracle = readFixture<Answer>('near-repeat');
const points = pointsOf(oracle.x, oracle.y);
const days = Float64Array.from(oracle.day);

describe('Knox', () => {
  it.each(oracle.knox)('counts as surveillance::knox within $metres m and $days days ($metric)', ({ metres, days: within, metric, count }) => {
    const pairs = listClosePairs(points, [0, metres], metric);
    expect(testNearRepeat(pairs, 1, days, [0, within], 1, createRandom(1))?.cells[0]?.[0]?.observed).toBe(count);
  });
  it('finds planted repeats and no others', () => {
    const random = createRandom(4);
    const [xs, ys, times]: [number[], number[], number[]] = [[], [], []];
    for (let i = 0; i < 150; i++) {
      const [x, y, t] = [random() * 5000, random() * 5000, random() * 365];
      xs.push(x, x + 40);
      ys.push(y, y);
      times.push(t, t + 2);
    }
    const test = testNearRepeat(listClosePairs(pointsOf(xs, ys), [0, 0.001, 100, 400], 'manhattan'), 3, Float64Array.from(times), [0, 7, 30], 199, createRandom(5))!;
    expect(test.cells[1]![0]!.p).toBe(1 / 200);
    expect(test.cells[1]![0]!.ratio).toBeGreaterThan(5);
    expect(test.cells[2]![1]!.p).toBeGreaterThan(0.05);
  });
  it('an exact repeat has a band of its own, and bands are closed below, open above', () => {
    const { band } = listClosePairs(pointsOf([0, 0, 100], [0, 0, 0]), [0, 0.001, 100, 200], 'manhattan');
    expect([...band]).toEqual([0, 2, 2]);
    expect(findBand([0, 5, 10], 5)).toBe(1);
    expect(findBand([0, 5, 10], 10)).toBe(-1);
    expect(findBand([1, 5], 0.5)).toBe(-1);
  });
  it('without pairs: zeros, ratio null, p 1; can be stopped', () => {
    const none = listClosePairs(pointsOf([1], [1]), [0, 100], 'euclidean');
    expect(testNearRepeat(none, 1, Float64Array.of(3), [0, 7], 9, createRandom(1))?.cells).toEqual([[{ observed: 0, expected: 0, ratio: null, p: 1 }]]);
    expect(testNearRepeat(none, 1, Float64Array.of(3), [0, 7], 0, createRandom(1))?.cells[0]![0]!.expected).toBe(0);
    let asked = 0;
    expect(testNearRepeat(listClosePairs(points, [0, 400], 'manhattan'), 1, days, [0, 7], 99, createRandom(1), null, () => ++asked < 5)).toBeNull();
    expect(asked).toBe(5);
  });
});

describe('Mann–Kendall', () => {
  it('3, 5, 4, 7, 8, 8: S = 12, variance 27.333, z = 2.104', () => {
    const { s, variance, z } = testTrend([3, 5, 4, 7, 8, 8]);
    expect(s).toBe(12);
    expect(variance).toBeCloseTo(27.333, 3);
    expect(z).toBeCloseTo(2.104, 3);
  });
  it.each(oracle.trend)('z and p as cor.test(method = "kendall") with continuity: $series', ({ series, z, p }) => {
    const test = testTrend(series);
    expect(test.z).toBeCloseTo(z, 10);
    expect(test.p).toBeCloseTo(p, 10);
  });
  it('no value, one, a constant: z = 0, p = 1', () => {
    for (const series of [[], [4], [2, 2, 2]]) expect(testTrend(series)).toMatchObject({ z: 0, p: 1 });
  });
});
