import { describe, expect, it } from 'vitest';
import { adaptRadii, readDensity } from '../../../lib/stats/adaptive-radii';
import { chooseBandwidth, listBandwidths, proposeBandwidth } from '../../../lib/stats/bandwidth';
import { buildGrid } from '../../../lib/stats/grid-frame';
import { listDensityBreaks } from '../../../lib/stats/isoband-breaks';
import { largestError, pointsOf, readFixture } from '../../fixtures/stats/read-fixture';

interface Answer {
  readonly points: { readonly x: readonly number[]; readonly y: readonly number[] };
  readonly likelihood: { readonly sigma: readonly number[]; readonly score: readonly number[]; readonly best: number };
  readonly scott: number;
  readonly pilot: readonly number[];
  readonly pilotSigma: number;
  readonly abramson: readonly number[];
}
const oracle = readFixture<Answer>('kernel-density');
const points = pointsOf(oracle.points.x, oracle.points.y);

describe('bandwidth', () => {
  it('by likelihood: scores and choice of bw.ppl', () => {
    const choice = chooseBandwidth(points, oracle.likelihood.sigma);
    if (choice.kind !== 'chosen') throw new Error(choice.kind);
    // spatstat's score is the sum over the points, ours the mean.
    expect(largestError(choice.scores.map(({ score }) => score * points.xs.length), oracle.likelihood.score)).toBeLessThan(1e-8);
    expect(choice.sigmaMetres).toBe(oracle.likelihood.best);
    expect(choice.radiusMetres).toBeCloseTo(oracle.likelihood.best * 2.8284, 1);
  });
  it('by rule of thumb: bw.scott', () => { expect(proposeBandwidth(points)).toMatchObject({ kind: 'chosen', sigmaMetres: expect.closeTo(oracle.scott, 9) as number }); });
  it('candidates are evenly spaced on a logarithmic scale', () => {
    const [a, b, c] = listBandwidths(10, 1000, 3);
    expect([a, c]).toEqual([10, 1000]);
    expect(b).toBeCloseTo(100, 10);
  });
  it('no point, one, all at one place, stopped: a reason, no number', () => {
    expect(chooseBandwidth(pointsOf([], []), [10])).toEqual({ kind: 'too_few' });
    expect(proposeBandwidth(pointsOf([4], [4]))).toEqual({ kind: 'too_few' });
    expect(proposeBandwidth(pointsOf([4, 4, 4], [4, 4, 4]))).toEqual({ kind: 'one_place' });
    expect(chooseBandwidth(pointsOf([4, 4, 4], [4, 4, 4]), [10])).toEqual({ kind: 'one_place' });
    expect(() => chooseBandwidth(points, [])).toThrow(RangeError);
    expect(() => chooseBandwidth(points, [0])).toThrow(RangeError);
    expect(chooseBandwidth(points, [10], () => false)).toEqual({ kind: 'stopped' });
  });
  it('repeated addresses and far outliers leave finite scores', () => {
    const choice = chooseBandwidth(pointsOf([0, 0, 0, 5, 1e6], [0, 0, 0, 0, 1e6]), [1, 10, 100]);
    expect(choice.kind === 'chosen' && choice.scores.every(({ score }) => Number.isFinite(score))).toBe(true);
  });
});

describe('adaptive radii', () => {
  it('equal bw.abram with its trim', () => { expect(largestError(adaptRadii(oracle.pilot, oracle.pilotSigma, 2), oracle.abramson)).toBeLessThan(1e-10); });
  it('a density of 0 gets the widest radius, 0 everywhere the plain one', () => {
    expect([...adaptRadii([0, 1, 1], 100, 3)]).toEqual([300, 100, 100]);
    expect([...adaptRadii([0, 0], 100)]).toEqual([100, 100]);
  });
  it('reads a density at points, 0 outside', () => {
    expect([...readDensity(buildGrid([0, 0, 2, 1], 1), Float64Array.of(5, 7), pointsOf([1.5, 0.2, 9], [0.5, 0.5, 0]))]).toEqual([7, 5, 0]);
  });
});

describe('breaks of a density map', () => {
  it('bound the smallest area that holds a share of the mass', () => {
    const density = Float64Array.of(0, 4, 3, 1, 1, 1, 9);
    expect(listDensityBreaks(density, Uint8Array.of(1, 1, 1, 1, 1, 1, 0), [0.4, 0.7, 0.75])).toEqual([
      { density: 4, massShare: 0.4, areaShare: 1 / 6 },
      { density: 3, massShare: 0.7, areaShare: 2 / 6 },
      { density: 1, massShare: 1, areaShare: 5 / 6 },
    ]);
  });
  it('of nothing are none, of a constant one', () => {
    expect(listDensityBreaks(new Float64Array(4), new Uint8Array(4).fill(1))).toEqual([]);
    expect(listDensityBreaks(new Float64Array(4).fill(2), new Uint8Array(4).fill(1))).toEqual([{ density: 2, massShare: 1, areaShare: 1 }]);
  });
});
