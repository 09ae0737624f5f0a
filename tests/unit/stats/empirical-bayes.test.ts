import { describe, expect, it } from 'vitest';
import { rankContrasts, testDiscontinuity, type BinSide } from '../../../lib/stats/border-discontinuity';
import { computeControlLimits, fitRatePrior, rankByExceedance, shrinkRates, standardiseRates } from '../../../lib/stats/empirical-bayes';
import { createRandom } from '../../../lib/stats/seeded-random';
import { buildGridWeights, standardiseRows } from '../../../lib/stats/spatial-weights';
import { largestError, readFixture } from '../../fixtures/stats/read-fixture';

interface Answer {
  readonly columns: number;
  readonly rows: number;
  readonly population: readonly number[];
  readonly cases: readonly number[];
  readonly ebEstimate: readonly number[];
  readonly ebMoran: number;
}
const oracle = readFixture<Answer>('local-statistics');
const exposed = { counts: oracle.cases, exposures: oracle.population };

describe('shrunk rates beside spdep', () => {
  it('equal EBest', () => { expect(largestError(shrinkRates(exposed).map(({ rate }) => rate), oracle.ebEstimate)).toBeLessThan(1e-10); });
  it('Moran\'s I of the standardised rates is that of EBImoran.mc', () => {
    const z = standardiseRates(exposed);
    const { starts, neighbours, weights } = standardiseRows(buildGridWeights(oracle, new Uint8Array(63).fill(1), 'queen', false));
    const mean = z.reduce((sum, value) => sum + value, 0) / 63;
    let cross = 0;
    for (let i = 0; i < 63; i++) for (let at = starts[i]!; at < starts[i + 1]!; at++) cross += weights![at]! * (z[i]! - mean) * (z[neighbours[at]!]! - mean);
    expect(cross / z.reduce((sum, value) => sum + (value - mean) ** 2, 0)).toBeCloseTo(oracle.ebMoran, 10);
  });
});

describe('empirical Bayes', () => {
  it('draws a small place far towards the mean, a large one little', () => {
    const rates = shrinkRates({ counts: [5, 500, 3, 90, 10], exposures: [1, 100, 5, 100, 20] }, 1.5);
    expect(rates[0]!.rate).toBeLessThan(5);
    expect(rates[0]!.rate).toBeGreaterThan(2);
    expect(Math.abs(rates[1]!.rate - 5)).toBeLessThan(0.1);
    expect(rates[1]!.exceedance).toBeGreaterThan(0.99);
    expect(rates[0]!.exceedance).toBeLessThan(0.5);
    expect(rankByExceedance(rates)[0]).toBe(1);
  });
  it('exceedance is the share of true rates above the threshold', () => {
    const random = createRandom(2);
    const exponential = () => -Math.log(1 - random());
    // Shape 2, mean 1: a sum of two exponentials of mean ½.
    const truth = Array.from({ length: 4000 }, () => (exponential() + exponential()) / 2);
    const counts = truth.map((rate) => { let n = 0; for (let t = exponential(); t < rate * 6; t += exponential()) n++; return n; });
    const rates = shrinkRates({ counts, exposures: counts.map(() => 6) }, 2);
    const stated = rates.reduce((sum, { exceedance }) => sum + exceedance, 0);
    const mean = counts.reduce((a, b) => a + b, 0) / 24_000;
    expect(Math.abs(stated / truth.filter((rate) => rate > 2 * mean).length - 1)).toBeLessThan(0.12);
  });
  it('even rates, no incident, no place: plain numbers', () => {
    expect(fitRatePrior({ counts: [2, 2, 2], exposures: [1, 1, 1] })).toEqual({ kind: 'even', mean: 2 });
    expect(shrinkRates({ counts: [2, 2], exposures: [1, 1] })[0]).toEqual({ rate: 2, relative: 1, exceedance: 0 });
    expect(shrinkRates({ counts: [0, 0], exposures: [1, 1] })[0]).toEqual({ rate: 0, relative: 0, exceedance: 0 });
    expect(shrinkRates({ counts: [], exposures: [] })).toEqual([]);
    expect([...standardiseRates({ counts: [0, 0], exposures: [1, 2] })]).toEqual([0, 0]);
    expect(() => fitRatePrior({ counts: [1], exposures: [0] })).toThrow(RangeError);
    expect(() => standardiseRates({ counts: [1], exposures: [0] })).toThrow(RangeError);
    expect(() => computeControlLimits(1, 0)).toThrow(RangeError);
  });
  it('limits at 10 expected: 4 to 17 warn, 2 to 21 act', () => {
    // qpois(c(.025, .975, .001, .999), 10) in R: 4 17 2 21.
    expect(computeControlLimits(0.5, 20)).toEqual({ warning: [4 / 20, 17 / 20], action: [2 / 20, 21 / 20] });
    expect(computeControlLimits(0, 20)).toEqual({ warning: [0, 0], action: [0, 0] });
  });
});

const side = (f: (k: number) => number): BinSide => ({ counts: Array.from({ length: 8 }, (_, k) => f(k)), exposures: Array.from({ length: 8 }, () => 10) });

describe('discontinuity at a border', () => {
  it('is exact for straight lines on both sides', () => {
    // Rates 20 − 0.1·s and 12 + 0.05·s per unit of exposure at bin middles 12.5, 37.5, …
    const found = testDiscontinuity({ binMetres: 25, positive: side((k) => 10 * (20 - 0.1 * (k + 0.5) * 25)), negative: side((k) => 10 * (12 + 0.05 * (k + 0.5) * 25)) });
    if (found.kind !== 'estimated') throw new Error(found.kind);
    expect(found.right).toBeCloseTo(20, 9);
    expect(found.left).toBeCloseTo(12, 9);
    expect(found.jump).toBeCloseTo(8, 9);
    expect(found.p).toBeLessThan(0.001);
    expect(found.heapP.right).toBeGreaterThan(0.2);
  });
  it('a smooth slope across the line is no jump', () => {
    const found = testDiscontinuity({ binMetres: 25, positive: side((k) => Math.round(100 - 4 * (k + 0.5))), negative: side((k) => Math.round(100 + 4 * (k + 0.5))) });
    expect(found).toMatchObject({ kind: 'estimated' });
    if (found.kind === 'estimated') expect(found.p).toBeGreaterThan(0.5);
  });
  it('positions snapped into one ward heap up beside the line on that side only', () => {
    const found = testDiscontinuity({ binMetres: 25, positive: side((k) => (k === 0 ? 90 : 40)), negative: side(() => 40) });
    if (found.kind !== 'estimated') throw new Error(found.kind);
    expect(found.heapP.right).toBeLessThan(1e-6);
    expect(found.heapP.left).toBeGreaterThan(0.3);
  });
  it('over many smooth borders about 5 % look like a jump', () => {
    const random = createRandom(31);
    const poisson = (mean: number) => { let n = 0; for (let t = -Math.log(1 - random()); t < mean; t -= Math.log(1 - random())) n++; return n; };
    let jumps = 0;
    for (let i = 0; i < 400; i++) {
      const found = testDiscontinuity({ binMetres: 25, positive: side((k) => poisson(30 + k)), negative: side((k) => poisson(30 - k)) });
      if (found.kind === 'estimated' && found.p < 0.05) jumps++;
    }
    expect(jumps).toBeGreaterThan(6);
    expect(jumps).toBeLessThan(40);
  });
  it('too few bins, no incident: a reason', () => {
    const short = { counts: [1, 2], exposures: [1, 1] };
    expect(testDiscontinuity({ binMetres: 25, positive: short, negative: short })).toEqual({ kind: 'too_few_bins' });
    expect(testDiscontinuity({ binMetres: 25, positive: side(() => 0), negative: side(() => 0) })).toEqual({ kind: 'no_incident' });
  });
  it('ranks the borders by contrast', () => {
    expect(rankContrasts([1, 5, 2], [{ wardA: 0, wardB: 2 }, { wardA: 0, wardB: 1 }])).toEqual([{ wardA: 0, wardB: 1, difference: 4, rank: 1 }, { wardA: 0, wardB: 2, difference: 1, rank: 2 }]);
    expect(rankContrasts([], [])).toEqual([]);
  });
});
