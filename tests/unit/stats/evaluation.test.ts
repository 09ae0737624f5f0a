import { describe, expect, it } from 'vitest';
import { computeQuotients, computeWeightedDifference } from '../../../lib/stats/displacement';
import { countAround, matchControls, rankAmongPlacebos, testPlacebos } from '../../../lib/stats/displacement-design';
import { estimateOwners, probabilityOfSide } from '../../../lib/stats/ownership-probability';
import { predictionAccuracyIndex, recaptureRateIndex, scorePrediction } from '../../../lib/stats/prediction-accuracy';
import { createRandom, drawNormalPair } from '../../../lib/stats/seeded-random';

const nothing = { before: 0, after: 0 };
const patrol = { target: { before: 100, after: 70 }, buffer: { before: 80, after: 84 }, control: { before: 200, after: 190 } };

describe('displacement', () => {
  it('the published example: ΔR = −20, ΔC = −10 gives −10, SE 19.24', () => {
    const { estimate, standardError, interval } = computeWeightedDifference({ target: { before: 100, after: 80 }, control: { before: 100, after: 90 }, buffer: nothing });
    expect(estimate).toBe(-10);
    expect(standardError).toBeCloseTo(19.24, 2);
    expect(interval[0]).toBeCloseTo(-10 - 1.96 * 19.235, 2);
  });
  it('the worked case: a fine quotient, a fine total, and a difference of −14 ± 30', () => {
    const { quotient, totalNetEffect, success, reading } = computeQuotients(patrol);
    expect(quotient).toBeCloseTo(-0.32, 2);
    expect(totalNetEffect).toBeCloseTo(17, 10);
    expect(success).toBeLessThan(0);
    expect(reading).toBe('displacement');
    const { estimate, standardError, p } = computeWeightedDifference({ ...patrol, bufferControl: { before: 90, after: 88 } });
    expect(estimate).toBe(-14);
    expect(standardError).toBeCloseTo(30, 1);
    expect(p).toBeGreaterThan(0.6);
  });
  it.each<[string, { before: number; after: number }, string]>([
    ['more diffusion than effect', { before: 80, after: 20 }, 'diffusion_above_effect'],
    ['diffusion', { before: 80, after: 70 }, 'diffusion'],
    ['displacement ate it', { before: 80, after: 130 }, 'displacement_above_effect'],
    ['an empty buffer says nothing', nothing, 'undefined'],
  ])('reads the quotient: %s', (_name, buffer, reading) => { expect(computeQuotients({ ...patrol, buffer }).reading).toBe(reading); });
  it('zeros leave it undefined, never infinite; a target that did worse has no effect to displace', () => {
    expect(computeQuotients({ ...patrol, control: { before: 5, after: 0 } })).toMatchObject({ quotient: null, totalNetEffect: null, reading: 'undefined' });
    expect(computeQuotients({ ...patrol, target: { before: 10, after: 40 } }).reading).toBe('no_effect');
    expect(computeWeightedDifference({ target: nothing, buffer: nothing, control: nothing })).toMatchObject({ estimate: 0, standardError: 0, p: 1 });
  });
  it('placebo dates: the share at least as low, the real date among them', () => {
    expect(rankAmongPlacebos(-14, [-20, -3, 0, 5, -14, 9, 2, 1, 4])).toBe(3 / 10);
    expect(rankAmongPlacebos(-14, [])).toBe(1);
  });
});

describe('design of an evaluation', () => {
  const everyDay = Array.from({ length: 200 }, (_, day) => day);
  const areas = { target: everyDay.filter((day) => day < 150), buffer: everyDay.filter((day) => day % 2 === 0), control: everyDay };
  it('counts equal periods before and after: [day − n, day) and [day, day + n)', () => {
    expect(countAround(areas, 150, 30)).toEqual({ target: { before: 30, after: 0 }, buffer: { before: 15, after: 15 }, control: { before: 30, after: 30 } });
    expect(countAround({ ...areas, bufferControl: [149, 150, 180] }, 150, 30).bufferControl).toEqual({ before: 1, after: 1 });
  });
  it('placebo dates: only those over before the real one begins, the real date ranks first when it alone changed something', () => {
    const found = testPlacebos(areas, 150, [30, 60, 90, 120, 121, 170], 30);
    expect(found.placebos.map(({ day }) => day)).toEqual([30, 60, 90, 120]);
    expect(found.real.estimate).toBe(-30);
    expect(found.rank).toBe(1 / 5);
    expect(testPlacebos(areas, 150, [], 30).rank).toBe(1);
  });
  it('controls are the segments most alike beforehand; ties keep their order', () => {
    const matched = matchControls([4, 9, 4], [[25, 25, 25], [4, 9, 4], [4, 9, 9], [4, 9, 4]], 3);
    expect(matched.map(({ candidate }) => candidate)).toEqual([1, 3, 2]);
    expect(matched[2]!.distance).toBeCloseTo(Math.sqrt(1 / 3), 12);
    expect(matchControls([1], [], 3)).toEqual([]);
    expect(matchControls([], [[]], 1)).toEqual([{ candidate: 0, distance: 0 }]);
  });
});

describe('prediction accuracy', () => {
  it('30 of 100 in 0.5 of 20 km² is 12', () => { expect(predictionAccuracyIndex(30, 100, 0.5, 20)).toBeCloseTo(12, 12); });
  it('PEI* is the share of the best possible zones', () => {
    expect(scorePrediction([5, 0, 3, 2, 0, 0, 0, 0, 0, 0], [1, 0, 0, 1, 0, 0, 0, 0, 0, 0])).toEqual({ hits: 7, bestHits: 8, hitShare: 0.7, areaShare: 0.2, pai: expect.closeTo(3.5, 12) as number, peiStar: 7 / 8 });
  });
  it('nothing to hit, no zone: null', () => {
    expect(scorePrediction([0, 0], [1, 0])).toMatchObject({ hitShare: null, areaShare: 0.5, pai: null, peiStar: null });
    expect(scorePrediction([], [])).toMatchObject({ areaShare: 0, pai: null });
    expect(recaptureRateIndex(0, 5, 10, 10)).toBeNull();
    expect(recaptureRateIndex(10, 8, 100, 40)).toBeCloseTo(2, 12);
  });
});

describe('ownership under location error', () => {
  it.each([[5, 0.977], [10, 0.841], [25, 0.655]])('10 m inside with σ = %i m: %f', (sigma, probability) => { expect(probabilityOfSide(10, sigma)).toBeCloseTo(probability, 3); });
  it('no error is certainty; the line itself is one half', () => {
    expect([probabilityOfSide(1, 0), probabilityOfSide(-1, 0), probabilityOfSide(0, 0), probabilityOfSide(0, 30)]).toEqual([1, 0, 0.5, 0.5]);
  });
});

describe('ownership of a Gaussian disc', () => {
  const halves = (x: number) => (x > 0 ? 'east' : 'west');
  it.each([5, 10, 25])('tends to the straight border\'s probability with σ = %i m', (sigma) => {
    const { owners, standardError } = estimateOwners(10, 0, sigma, halves, createRandom(sigma), 20_000);
    expect(owners[0]).toMatchObject({ owner: 'east' });
    expect(Math.abs(owners[0]!.probability - probabilityOfSide(10, sigma))).toBeLessThan(4 * standardError);
  });
  it('at a corner of four wards each has a quarter; 84 % is ambiguous, 97.7 % is not', () => {
    const { owners } = estimateOwners(0, 0, 30, (x, y) => `${halves(x)}-${y > 0 ? 'north' : 'south'}`, createRandom(1), 20_000);
    expect(owners).toHaveLength(4);
    for (const { probability } of owners) expect(probability).toBeCloseTo(0.25, 1);
    expect(estimateOwners(10, 0, 10, halves, createRandom(2)).ambiguous).toBe(true);
    expect(estimateOwners(10, 0, 5, halves, createRandom(2)).ambiguous).toBe(false);
  });
  it('no error asks once and is certain; no ward is an answer too', () => {
    expect(estimateOwners(-3, 0, 0, halves, createRandom(1))).toEqual({ owners: [{ owner: 'west', probability: 1 }], ambiguous: false, standardError: 0 });
    expect(estimateOwners(0, 0, 5, () => null, createRandom(1)).owners).toEqual([{ owner: null, probability: 1 }]);
  });
  it('normal pairs have mean 0, variance 1 and do not correlate', () => {
    const random = createRandom(77);
    const pairs = Array.from({ length: 20_000 }, () => drawNormalPair(random));
    const mean = (f: (pair: readonly [number, number]) => number) => pairs.reduce((sum, pair) => sum + f(pair), 0) / pairs.length;
    for (const value of [mean(([a]) => a), mean(([, b]) => b), mean(([a, b]) => a * b), mean(([a]) => a * a) - 1, mean(([, b]) => b * b) - 1]) expect(Math.abs(value)).toBeLessThan(0.04);
  });
});
