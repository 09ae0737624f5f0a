import { describe, expect, it } from 'vitest';
import { clusterByHierarchy } from '../../../lib/stats/hierarchical-clusters';
import { createRandom, shuffle } from '../../../lib/stats/seeded-random';
import { pointsOf, readFixture } from '../../fixtures/stats/read-fixture';

interface Answer {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly hierarchical: readonly { minPts: number; cluster: readonly number[]; outlier: readonly number[] }[];
}
const oracle = readFixture<Answer>('density-clusters');
const points = pointsOf(oracle.x, oracle.y);
const cluster = (points: { xs: Float64Array; ys: Float64Array }, minPoints: number) => {
  const found = clusterByHierarchy(points, minPoints);
  if (found.kind !== 'clustered') throw new Error(found.kind);
  return found;
};
/** Clusters renamed by their first point, so that partitions compare whatever their numbers. */
const renamed = (labels: ArrayLike<number>, noise: number): number[] => {
  const names = new Map<number, number>();
  return Array.from(labels, (label) => {
    if (label === noise) return -1;
    if (!names.has(label)) names.set(label, names.size);
    return names.get(label)!;
  });
};

describe('HDBSCAN* beside dbscan::hdbscan', () => {
  it.each(oracle.hierarchical)('the same partition with minPts $minPts, but for bridge points that only R assigns', ({ minPts, cluster: expected }) => {
    const { labels, count } = cluster(points, minPts);
    const bridges = expected.flatMap((label, i) => (label !== 0 && labels[i] === -1 ? [i] : []));
    expect(bridges.length).toBeLessThanOrEqual(2);
    const without = expected.map((label, i) => (bridges.includes(i) ? 0 : label));
    expect(renamed(labels, -1)).toEqual(renamed(without, 0));
    expect(count).toBe(Math.max(...expected));
  });
  it.each(oracle.hierarchical)('the same outlier scores with minPts $minPts within 1e-9, but for at most 3 %% of the points', ({ minPts, outlier }) => {
    const { outlierScores } = cluster(points, minPts);
    const other = outlier.filter((score, i) => Math.abs(score - outlierScores[i]!) > 1e-9);
    expect(other.length).toBeLessThanOrEqual(outlier.length * 0.03);
    expect(outlierScores.every((score) => score >= 0 && score < 1)).toBe(true);
  });
});

describe('HDBSCAN*', () => {
  it('does not depend on the order of the points, even on a lattice where all distances tie', () => {
    const lattice = Array.from({ length: 60 }, (_, i) => [(i % 5) + (i < 30 ? 0 : 40), Math.floor((i % 30) / 5)] as const);
    const order = lattice.map((_, i) => i);
    const plain = cluster(pointsOf(lattice.map(([x]) => x), lattice.map(([, y]) => y)), 4).labels;
    expect(new Set(plain).size).toBe(2);
    for (let seed = 1; seed <= 5; seed++) {
      shuffle(order, createRandom(seed));
      const mixed = cluster(pointsOf(order.map((i) => lattice[i]![0]), order.map((i) => lattice[i]![1])), 4).labels;
      const back = Array.from({ length: 60 }, (_, i) => mixed[order.indexOf(i)]!);
      expect(renamed(back, -1)).toEqual([...plain]);
    }
  });
  it('nothing, too few, too many, stopped: a reason', () => {
    expect(clusterByHierarchy(pointsOf([], []), 5)).toEqual({ kind: 'too_few' });
    expect(clusterByHierarchy(pointsOf([1, 2], [1, 2]), 5)).toEqual({ kind: 'too_few' });
    expect(clusterByHierarchy({ xs: new Float64Array(20_001), ys: new Float64Array(20_001) }, 5)).toEqual({ kind: 'too_many' });
    expect(clusterByHierarchy(points, 5, () => false)).toEqual({ kind: 'stopped' });
  });
  it('all at one place: no cluster apart from the rest, scores 0', () => {
    const found = cluster({ xs: new Float64Array(50).fill(3), ys: new Float64Array(50).fill(4) }, 5);
    expect(found.count).toBe(0);
    expect(found.outlierScores.every((score) => score === 0)).toBe(true);
  });
  it('two places with many points each are two clusters', () => {
    const xs = Float64Array.from({ length: 40 }, (_, i) => (i % 2) * 500);
    const found = cluster({ xs, ys: new Float64Array(40) }, 5);
    expect(found.count).toBe(2);
    expect(found.labels[0]).not.toBe(found.labels[1]);
  });
});
