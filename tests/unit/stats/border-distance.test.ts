import { describe, expect, it } from 'vitest';
import { computeBorderConcentration, distributionOf, testBorderDistance } from '../../../lib/stats/border-distance';
import { findReach, profileDistance, proposeProfileBandwidth } from '../../../lib/stats/distance-profile';
import { createRandom } from '../../../lib/stats/seeded-random';
import { readFixture } from '../../fixtures/stats/read-fixture';

interface Answer {
  readonly points: readonly number[];
  readonly pixels: readonly number[];
  readonly z1: number;
  readonly p1: number;
  readonly z2: number;
  readonly p2: number;
  readonly signedPoints: readonly number[];
  readonly signedPixels: readonly number[];
  readonly bandwidth: number;
  readonly nrd0: number;
  readonly s: readonly number[];
  readonly rho: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}
const oracle = readFixture<Answer>('border-distance');
const even = (values: readonly number[]) => ({ values, weights: values.map(() => 1) });

describe('Berman\'s tests beside spatstat', () => {
  it('Z1, Z2 and their p for a supplied distribution of distances', () => {
    const found = testBorderDistance(oracle.points, even(oracle.pixels));
    if (found.kind !== 'tested') throw new Error(found.kind);
    expect(found.z1.z).toBeCloseTo(oracle.z1, 6);
    expect(found.z1.p).toBeCloseTo(oracle.p1, 6);
    // R takes the upper rank of a distance, we the middle one: half a pixel of 5,000 for each of 180 incidents.
    expect(found.z2.z + Math.sqrt(12 / 180) * 180 * (0.5 / 5000)).toBeCloseTo(oracle.z2, 3);
    expect(found.z2.p).toBeCloseTo(oracle.p2, 7);
  });
  it('weights stand for repeated values', () => {
    expect(testBorderDistance([1, 2], { values: [1, 3], weights: [2, 1] })).toEqual(testBorderDistance([1, 2], even([1, 1, 3])));
  });
  it('an exposure with ties is not significant against itself', () => {
    const tied = Array.from({ length: 1000 }, (_, i) => 50 * (i % 10));
    const found = testBorderDistance(tied, even([0, 50, 100, 150, 200, 250, 300, 350, 400, 450]));
    expect(found).toMatchObject({ kind: 'tested', z1: { z: 0 }, z2: { z: expect.closeTo(0, 9) as number } });
  });
  it('nothing to test: a reason', () => {
    expect(testBorderDistance([], even([1]))).toEqual({ kind: 'no_incident' });
    expect(testBorderDistance([1], even([]))).toEqual({ kind: 'no_exposure' });
    expect(testBorderDistance([0], even([0, 0]))).toEqual({ kind: 'no_exposure' });
  });
  it('the distribution is 0 below, 1 above, mid-rank at a value, straight between', () => {
    const share = distributionOf({ values: [10, 20, 20], weights: [1, 1, 2] });
    expect([share(9), share(10), share(15), share(20), share(99)]).toEqual([0, 0.125, 0.375, 0.625, 1]);
  });
});

describe('profile along the distance', () => {
  const profile = profileDistance(oracle.signedPoints, even(oracle.signedPixels), oracle.s, oracle.bandwidth);
  it('is R\'s rhohat, within 2 % of its peak, limits within 5 %', () => {
    const mean = oracle.signedPoints.length / (oracle.signedPixels.length * 400);
    const peak = Math.max(...oracle.rho);
    oracle.s.forEach((s, k) => {
      const { ratio, interval } = profile.points[k]!;
      expect(Math.abs(ratio! * mean - oracle.rho[k]!) / peak, String(s)).toBeLessThan(0.02);
      expect(Math.abs(interval![0] * mean - Math.max(0, oracle.low[k]!)) / peak, String(s)).toBeLessThan(0.05);
      expect(Math.abs(interval![1] * mean - oracle.high[k]!) / peak, String(s)).toBeLessThan(0.05);
    });
  });
  it('finds how far a raised risk reaches, on its side only', () => {
    const random = createRandom(8);
    const roads = Array.from({ length: 4000 }, () => random() * 2000 - 1000);
    const incidents = [...Array.from({ length: 400 }, () => random() * 2000 - 1000), ...Array.from({ length: 300 }, () => random() * 150)];
    const found = profileDistance(incidents, even(roads), Array.from({ length: 81 }, (_, k) => -800 + 20 * k), 25);
    expect(findReach(found, 1)).toBeGreaterThanOrEqual(120);
    expect(findReach(found, 1)).toBeLessThanOrEqual(220);
    expect(findReach(found, -1)).toBeLessThanOrEqual(40);
  });
  it('without incidents 0, without exposure null, never NaN', () => {
    expect(profileDistance([], even([0, 10]), [5], 10).points).toEqual([{ metres: 5, ratio: 0, interval: [0, 0] }]);
    expect(profileDistance([5], even([]), [5], 10).points).toEqual([{ metres: 5, ratio: null, interval: null }]);
    expect(profileDistance([5], even([0]), [9000], 10).points[0]!.ratio).toBeNull();
    expect(findReach(profileDistance([], even([0]), [], 10), 1)).toBe(0);
    expect(() => profileDistance([5], even([0]), [0], 0)).toThrow(RangeError);
  });
  it('proposes bw.nrd0', () => {
    expect(proposeProfileBandwidth(oracle.signedPoints)).toBeCloseTo(oracle.nrd0, 6);
    expect(proposeProfileBandwidth([3])).toBeNull();
    expect(proposeProfileBandwidth([3, 3, 3])).toBeNull();
  });
});

describe('border concentration', () => {
  it('is the quotient of the two rates with an exact test', () => {
    const found = computeBorderConcentration(30, 70, 1, 9);
    expect(found.quotient).toBeCloseTo(3.857, 3);
    // binom.test(30, 100, 0.1) in R.
    expect(found.p).toBeCloseTo(2.445112e-8, 14);
    expect(found.interval[0]).toBeGreaterThan(2.2);
    expect(found.interval[1]!).toBeLessThan(6.5);
    expect(computeBorderConcentration(10, 90, 1, 9).p).toBe(1);
  });
  it('no incident, none in the core, no exposure', () => {
    expect(computeBorderConcentration(0, 0, 1, 9)).toEqual({ quotient: null, interval: [0, null], p: 1 });
    expect(computeBorderConcentration(4, 0, 1, 9)).toMatchObject({ quotient: null, interval: [expect.any(Number), null] });
    expect(() => computeBorderConcentration(1, 1, 0, 9)).toThrow(RangeError);
  });
});
