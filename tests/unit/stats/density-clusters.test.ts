import { describe, expect, it } from 'vitest';
import { clusterByDensity } from '../../../lib/stats/density-clusters';
import { listNeighbourDistances, nearestDistances, proposeRadius } from '../../../lib/stats/neighbour-distances';
import { createRandom } from '../../../lib/stats/seeded-random';
import { largestError, pointsOf, readFixture } from '../../fixtures/stats/read-fixture';

interface Answer {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly eps: number;
  readonly minPts: number;
  readonly cluster: readonly number[];
  readonly core: readonly boolean[];
  readonly fifthDistance: readonly number[];
}
const oracle = readFixture<Answer>('density-clusters');
const points = pointsOf(oracle.x, oracle.y);

/** The same by the definition: every pair of cores is looked at, labels spread until nothing changes. */
function clusterPlainly(xs: Float64Array, ys: Float64Array, radius: number, least: number): number[] {
  const near = Array.from(xs, (x, i) => Array.from(xs.keys()).filter((j) => (xs[j]! - x) ** 2 + (ys[j]! - ys[i]!) ** 2 <= radius * radius));
  const core = near.map((list) => list.length >= least);
  const labels = Array.from(xs, () => -1);
  let count = 0;
  for (let seed = 0; seed < xs.length; seed++) {
    if (!core[seed]! || labels[seed] !== -1) continue;
    const waiting = [seed];
    for (let i = waiting.pop(); i !== undefined; i = waiting.pop()) {
      if (labels[i] !== -1) continue;
      labels[i] = count;
      waiting.push(...near[i]!.filter((j) => core[j]! && labels[j] === -1));
    }
    count++;
  }
  return labels.map((label, i) => (core[i]! ? label : Math.min(...near[i]!.filter((j) => core[j]!).map((j) => labels[j]!), Infinity))).map((label) => (label === Infinity ? -1 : label));
}

describe('DBSCAN', () => {
  it('finds the core points and their partition of dbscan::dbscan', () => {
    const { labels, core, count } = clusterByDensity(points, oracle.eps, oracle.minPts);
    expect([...core].map(Boolean)).toEqual(oracle.core);
    expect(count).toBe(Math.max(...oracle.cluster));
    const renamed = new Map<number, number>();
    oracle.cluster.forEach((cluster, i) => { if (oracle.core[i]! && !renamed.has(cluster)) renamed.set(cluster, labels[i]!); });
    oracle.cluster.forEach((cluster, i) => { if (oracle.core[i]!) expect(labels[i]).toBe(renamed.get(cluster)); });
    expect(new Set(renamed.values()).size).toBe(count);
  });
  it.each([1, 2, 3, 4, 5])('equals the plain definition, border ties to the lowest cluster (seed %i)', (seed) => {
    const random = createRandom(seed);
    const xs = Float64Array.from({ length: 300 }, () => Math.round(random() * 60));
    const ys = Float64Array.from({ length: 300 }, () => Math.round(random() * 60));
    const { labels } = clusterByDensity({ xs, ys }, 3 + seed / 2, 4 + seed);
    expect([...labels]).toEqual(clusterPlainly(xs, ys, 3 + seed / 2, 4 + seed));
  });
  it('takes nothing, one point, and 200,000 points at one place', () => {
    expect(clusterByDensity(pointsOf([], []), 10, 3)).toMatchObject({ count: 0 });
    expect([...clusterByDensity(pointsOf([5], [5]), 10, 2).labels]).toEqual([-1]);
    const same = new Float64Array(200_000).fill(7);
    const found = clusterByDensity({ xs: same, ys: same }, 10, 5);
    expect(found.count).toBe(1);
    expect(found.labels.every((label) => label === 0)).toBe(true);
    expect(() => clusterByDensity(points, 0, 3)).toThrow(RangeError);
  });
});

describe('neighbour distances', () => {
  it('equal dbscan::kNNdist', () => { expect(largestError(listNeighbourDistances(points, 5), oracle.fifthDistance)).toBeLessThan(1e-12); });
  it('are 0 among points at one place and Infinity with too few', () => {
    expect([...nearestDistances(pointsOf([1, 1, 1], [2, 2, 2]), 2)]).toEqual([0, 0, 0]);
    expect([...nearestDistances(pointsOf([1, 1], [2, 2]), 2)]).toEqual([Infinity, Infinity]);
  });
  it('propose the radius at the knee, or none', () => {
    expect(proposeRadius(Float64Array.of(1, 1.1, 1.2, 1.3, 9, 20))).toBe(1.3);
    expect(proposeRadius(Float64Array.of(2, 2, 2, 2))).toBe(2);
    expect(proposeRadius(Float64Array.of(0, 0, 0, 0))).toBeNull();
    expect(proposeRadius(new Float64Array(4).fill(Infinity))).toBeNull();
    expect(proposeRadius(new Float64Array(0))).toBeNull();
    const radius = proposeRadius(listNeighbourDistances(points, 5))!;
    expect(clusterByDensity(points, radius, 6).count).toBeGreaterThan(1);
  });
});
