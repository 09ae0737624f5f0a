import { describe, expect, it } from 'vitest';
import { listClosePairs } from '../../../lib/stats/close-pairs';
import { testCrossBorder } from '../../../lib/stats/cross-border-knox';
import { quantileOf } from '../../../lib/stats/quantile';
import { createRandom, shuffle } from '../../../lib/stats/seeded-random';
import { pointsOf } from '../../fixtures/stats/read-fixture';

/** Two wards left and right of x = 1000; `follow` says where the repeat of an incident near the line happens. */
function drawTown(seed: number, incidents: number, follow: (x: number, random: () => number) => number | null) {
  const random = createRandom(seed);
  const [xs, ys, times]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < incidents; i++) {
    const [x, y, t] = [700 + random() * 600, random() * 2000, random() * 365];
    xs.push(x);
    ys.push(y);
    times.push(t);
    const next = follow(x, random);
    if (next === null) continue;
    xs.push(next);
    ys.push(y + random() * 20);
    times.push(t + 1 + random() * 3);
  }
  const points = pointsOf(xs, ys);
  return { points, times: Float64Array.from(times), wards: xs.map((x) => (x < 1000 ? 1 : 2)), pairs: listClosePairs(points, [0, 150], 'manhattan') };
}
const rounds = { permutations: 99, resamples: 199 };

describe('cross-border near repeats', () => {
  it('times shuffled: the step-over ratio is about 1, inside its interval, and no direction stands out', () => {
    const logarithms: number[] = [];
    let covered = 0;
    let striking = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const town = drawTown(seed, 400, () => null);
      shuffle(town.times, createRandom(seed + 50));
      const found = testCrossBorder({ ...town, within: 14 }, rounds, createRandom(seed))!;
      logarithms.push(Math.log(found.stepOver!));
      if (found.stepOverInterval![0] <= 1 && found.stepOverInterval![1] >= 1) covered++;
      if (found.directions.some(({ p }) => p < 0.01)) striking++;
    }
    expect(Math.abs(logarithms.reduce((sum, value) => sum + value, 0) / 20)).toBeLessThan(0.15);
    expect(covered).toBeGreaterThanOrEqual(17);
    expect(striking).toBeLessThanOrEqual(1);
  });
  it('planted A→B steps: direction p < 0.01, cross pairs significant, ratio above 1', () => {
    const town = drawTown(3, 300, (x) => (x > 950 && x < 1000 ? x + 60 : null));
    const found = testCrossBorder({ ...town, within: 7 }, rounds, createRandom(9))!;
    expect(found.directions).toHaveLength(1);
    const [direction] = found.directions;
    expect(direction).toMatchObject({ wardA: 1, wardB: 2 });
    expect(direction!.fromA).toBeGreaterThan(direction!.fromB);
    expect(direction!.p).toBeLessThan(0.01);
    expect(found.cross.p).toBe(0.01);
    expect(found.stepOver!).toBeGreaterThan(1.5);
    expect(found.stepOverInterval![0]).toBeGreaterThan(1);
  });
  it('repeats that stop at the line: ratio below 1', () => {
    const town = drawTown(4, 300, (x, random) => (x < 1000 ? Math.min(999, x + random() * 30) : Math.max(1001, x - random() * 30)));
    const found = testCrossBorder({ ...town, within: 7 }, rounds, createRandom(9))!;
    expect(found.within.p).toBe(0.01);
    expect(found.stepOverInterval![1]).toBeLessThan(1);
  });
  it('the interval is that of resampled incidents, repeats counted as often as drawn', () => {
    const town = drawTown(11, 60, (x) => x + 30);
    const n = town.wards.length;
    const found = testCrossBorder({ ...town, within: 30 }, { permutations: 0, resamples: 60 }, createRandom(5))!;
    const random = createRandom(5);
    const near = new Set(Array.from(town.pairs.first, (i, k) => i * n + town.pairs.second[k]!));
    const ratios = Array.from({ length: 60 }, () => {
      const drawn = Array.from({ length: n }, () => Math.floor(random() * n));
      const counts = { all: [0, 0], close: [0, 0] };
      for (const i of drawn) {
        for (const j of drawn) {
          if (!near.has(i * n + j)) continue;
          const cross = town.wards[i] === town.wards[j] ? 0 : 1;
          counts.all[cross]!++;
          if (Math.abs(town.times[i]! - town.times[j]!) < 30) counts.close[cross]!++;
        }
      }
      return (counts.close[1]! / counts.all[1]!) / (counts.close[0]! / counts.all[0]!);
    }).sort((a, b) => a - b);
    expect(found.stepOverInterval![0]).toBeCloseTo(quantileOf(ratios, 0.025), 10);
    expect(found.stepOverInterval![1]).toBeCloseTo(quantileOf(ratios, 0.975), 10);
  });
  it('the exact expectation agrees with the permutations\' ratio', () => {
    const town = drawTown(6, 500, (x) => x + 40);
    const { cross, within, stepOver } = testCrossBorder({ ...town, within: 10 }, { permutations: 999, resamples: 0 }, createRandom(2))!;
    expect(cross.ratio! / within.ratio! / stepOver!).toBeCloseTo(1, 1);
  });
  it('one ward, no pair, stopped: null where nothing can be said', () => {
    const town = drawTown(1, 60, () => null);
    const alone = testCrossBorder({ ...town, wards: town.wards.map(() => 1), within: 14 }, rounds, createRandom(1))!;
    expect(alone).toMatchObject({ stepOver: null, stepOverInterval: null, directions: [] });
    const none = testCrossBorder({ pairs: listClosePairs(pointsOf([], []), [0, 1], 'manhattan'), wards: [], times: new Float64Array(0), within: 3 }, rounds, createRandom(1))!;
    expect(none).toMatchObject({ stepOver: null, stepOverInterval: null, cross: { observed: 0, p: 1 } });
    for (const until of [0.2, 0.6, 0.9]) expect(testCrossBorder({ ...town, within: 14 }, rounds, createRandom(1), (share) => share < until)).toBeNull();
  });
});

describe('quantile', () => {
  it('is R\'s type 7', () => {
    expect(quantileOf([1, 2, 4, 8], 0.5)).toBe(3);
    expect(quantileOf([1, 2, 4, 8], 0.9)).toBeCloseTo(6.8, 12);
    expect(quantileOf([5], 0.3)).toBe(5);
    expect(() => quantileOf([], 0.5)).toThrow(RangeError);
  });
});
