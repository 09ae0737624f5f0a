import { describe, expect, it } from 'vitest';
import { binomialInterval, binomialTwoSided, binomialUpperTail, compareRates, countChangeZ, negativeBinomialUpperTail, poissonLowerTail, poissonUpperTail } from '../../../lib/stats/count-tails';
import { adjustBenjaminiHochberg } from '../../../lib/stats/false-discovery';
import { betaI, gammaP, gammaQ, lnGamma, normalCdf, normalQuantile, normalUpperTail } from '../../../lib/stats/special-functions';
import { readFixture, relativeError } from '../../fixtures/stats/read-fixture';

interface Answer {
  readonly lnGamma: readonly { x: number; value: number }[];
  readonly gammaP: readonly { a: number; x: number; lower: number; upper: number }[];
  readonly beta: readonly { x: number; a: number; b: number; value: number }[];
  readonly normal: readonly { z: number; upper: number }[];
  readonly quantile: readonly { p: number; z: number }[];
  readonly poisson: readonly { count: number; mean: number; upper: number; lower: number }[];
  readonly negativeBinomial: readonly { count: number; mean: number; dispersion: number; upper: number }[];
  readonly binomial: readonly { k: number; n: number; p: number; twoSided: number; low: number; high: number; upper: number }[];
  readonly rates: readonly { before: number; beforeLength: number; after: number; afterLength: number; p: number; low: number; high: number }[];
  readonly adjust: { readonly p: readonly number[]; readonly adjusted: readonly number[] };
}
const oracle = readFixture<Answer>('count-tails');

describe('special functions beside R', () => {
  it('ln Γ within 1e-13', () => { for (const { x, value } of oracle.lnGamma) expect(relativeError(lnGamma(x), value), String(x)).toBeLessThan(1e-13); });
  it('incomplete gamma within 1e-10, both tails', () => {
    for (const { a, x, lower, upper } of oracle.gammaP) {
      if (lower > 1e-300) expect(relativeError(gammaP(a, x), lower), `P ${String(a)} ${String(x)}`).toBeLessThan(1e-10);
      if (upper > 1e-300) expect(relativeError(gammaQ(a, x), upper), `Q ${String(a)} ${String(x)}`).toBeLessThan(1e-10);
    }
  });
  it('incomplete beta within 1e-10', () => {
    for (const { x, a, b, value } of oracle.beta) if (value > 1e-300) expect(relativeError(betaI(x, a, b), value), JSON.stringify({ x, a, b })).toBeLessThan(1e-10);
  });
  it('normal tails within 1e-12, far out too, and quantiles within 1e-11', () => {
    for (const { z, upper } of oracle.normal) {
      expect(relativeError(normalUpperTail(z), upper), String(z)).toBeLessThan(1e-12);
      expect(normalCdf(-z)).toBe(normalUpperTail(z));
    }
    for (const { p, z } of oracle.quantile) expect(Math.abs(normalQuantile(p) - z), String(p)).toBeLessThan(1e-11);
  });
  it('refuse what has no answer', () => {
    expect(() => lnGamma(0)).toThrow(RangeError);
    expect(() => gammaP(1, NaN)).toThrow(RangeError);
    expect(() => betaI(1.1, 1, 1)).toThrow(RangeError);
    expect(() => normalQuantile(1)).toThrow(RangeError);
  });
});

describe('count tails beside R', () => {
  it('Poisson and negative binomial', () => {
    for (const { count, mean, upper, lower } of oracle.poisson) {
      expect(relativeError(poissonUpperTail(count, mean), upper)).toBeLessThan(1e-10);
      expect(relativeError(poissonLowerTail(count, mean), lower)).toBeLessThan(1e-10);
    }
    for (const { count, mean, dispersion, upper } of oracle.negativeBinomial) expect(relativeError(negativeBinomialUpperTail(count, mean, dispersion), upper)).toBeLessThan(1e-10);
  });
  it('exact binomial test, interval and tail', () => {
    for (const { k, n, p, twoSided, low, high, upper } of oracle.binomial) {
      expect(binomialTwoSided(k, n, p)).toBeCloseTo(twoSided, 10);
      const [l, h] = binomialInterval(k, n);
      expect(l).toBeCloseTo(low, 10);
      expect(h).toBeCloseTo(high, 10);
      expect(binomialUpperTail(k, n, p)).toBeCloseTo(upper, 10);
    }
  });
  it('two rates over periods of different length', () => {
    for (const { before, beforeLength, after, afterLength, p, low, high } of oracle.rates) {
      const change = compareRates(before, beforeLength, after, afterLength);
      expect(change.p).toBeCloseTo(p, 9);
      expect(change.interval[0]).toBeCloseTo(low, 6);
      if (high < 0) expect(change.interval[1]).toBeNull();
      else expect(change.interval[1]).toBeCloseTo(high, 6);
    }
  });
  it('a mean of 0, no trial, no event: defined', () => {
    expect(poissonUpperTail(0, 0)).toBe(1);
    expect(poissonUpperTail(3, 0)).toBe(0);
    expect(poissonLowerTail(0, 0)).toBe(1);
    expect(negativeBinomialUpperTail(2, 0, 1)).toBe(0);
    expect(binomialInterval(0, 0)).toEqual([0, 1]);
    expect(compareRates(0, 7, 0, 30)).toEqual({ ratio: null, p: 1, interval: [0, null] });
    expect(() => compareRates(1, 0, 1, 7)).toThrow(RangeError);
  });
  it('the change of two counts: 2 → 14 is notable, 20 → 24 is not', () => {
    expect(countChangeZ(2, 14)).toBeCloseTo(4.65, 2);
    expect(countChangeZ(20, 24)).toBeCloseTo(0.85, 2);
  });
});

describe('false discovery rate', () => {
  it('adjusts as R does, ties and zeros too', () => {
    const adjusted = adjustBenjaminiHochberg(oracle.adjust.p);
    oracle.adjust.adjusted.forEach((value, i) => { expect(adjusted[i]).toBeCloseTo(value, 12); });
  });
  it('takes an empty list and refuses NaN', () => {
    expect(adjustBenjaminiHochberg([])).toHaveLength(0);
    expect(() => adjustBenjaminiHochberg([0.5, NaN])).toThrow(RangeError);
  });
});
