import { describe, expect, it } from 'vitest';
import { cusumLimit, cusumPath, cusumReference, cusumRunLength } from '../../../lib/stats/count-cusum';
import { ewmaLimitFactor, ewmaPath, ewmaRunLength, ewmaSpread } from '../../../lib/stats/count-ewma';
import { countMasses, drawCount } from '../../../lib/stats/count-masses';
import { negativeBinomialUpperTail, poissonLowerTail, poissonUpperTail } from '../../../lib/stats/count-tails';
import { compareWithYears } from '../../../lib/stats/farrington';
import { dot, fitQuasiPoisson, quadratic } from '../../../lib/stats/quasi-poisson';
import { createRandom } from '../../../lib/stats/seeded-random';
import { solveLinear } from '../../../lib/stats/solve-linear';
import { quickEventsP } from '../../../lib/stats/time-between-events';
import { largestError, readFixture, relativeError } from '../../fixtures/stats/read-fixture';

interface Series {
  readonly counts: readonly number[]; readonly expected: readonly number[]; readonly dispersion: readonly number[];
  readonly trend: readonly (number | null | 'NA')[]; readonly p: readonly number[]; readonly upper: readonly number[]; readonly alarm: readonly number[];
}
interface Answer {
  readonly cusum: readonly { mu: number; km: number; hm: number; m: number; arl: number }[];
  readonly limits: readonly { mu: number; km: number; hm: number; m: number; arl: number }[];
  readonly ewma: readonly { mu0: number; lambda: number; A: number; shift: number; arl: number }[];
  readonly farrington: { readonly first: number; readonly series: Readonly<Record<string, Series>> };
  readonly glm: { readonly x: readonly number[]; readonly y: readonly number[]; readonly w: readonly number[]; readonly coefficients: readonly number[]; readonly dispersion: number; readonly leverages: readonly number[]; readonly eta: number; readonly se: number };
}
const oracle = readFixture<Answer>('control-charts');

describe('masses of counts', () => {
  it('add up to the tails of the distributions, and to 1', () => {
    for (const [mean, dispersion] of [[0.2, 0], [4, 0], [60, 0], [0.5, 2], [7, 0.3]] as const) {
      const masses = countMasses(mean, dispersion);
      expect(masses.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 11);
      const at = Math.ceil(mean) + 2;
      const above = masses.slice(at).reduce((a, b) => a + b, 0);
      expect(above).toBeCloseTo(negativeBinomialUpperTail(at, mean, dispersion), 11);
    }
  });
  it('are drawn as often as they say', () => {
    const masses = countMasses(3, 0.5);
    const random = createRandom(7);
    const drawn = Array.from({ length: 20_000 }, () => drawCount(masses, random()));
    const mean = drawn.reduce((a, b) => a + b, 0) / drawn.length;
    // Variance 3 + 0.5·9 = 7.5: the mean of 20,000 lies within 4 standard errors.
    expect(Math.abs(mean - 3)).toBeLessThan(4 * Math.sqrt(7.5 / 20_000));
    expect(Math.abs(drawn.reduce((sum, y) => sum + (y - mean) ** 2, 0) / drawn.length - 7.5)).toBeLessThan(0.5);
  });
});

describe('solving equations', () => {
  it('by hand: 2x + y = 5, x + 3y = 10 gives 1 and 3, also when the pivot is below', () => {
    expect([...solveLinear(Float64Array.of(2, 1, 1, 3), Float64Array.of(5, 10))].map((v) => Number(v.toFixed(12)))).toEqual([1, 3]);
    expect([...solveLinear(Float64Array.of(0, 1, 1, 0), Float64Array.of(7, 9))]).toEqual([9, 7]);
    expect(() => solveLinear(Float64Array.of(1, 2, 2, 4), Float64Array.of(1, 2))).toThrow('no single answer');
  });
});

describe('Poisson CUSUM', () => {
  it('k between 4 and 7 is 3/ln 1.75 = 5.361 (Lucas 1985)', () => {
    expect(cusumReference(4, 7)).toBeCloseTo(5.3608, 4);
    expect(() => cusumReference(4, 4)).toThrow(RangeError);
  });
  it('walks as by hand: 3, 6, 2, 7, 9 with k = 5 gives 0, 1, 0, 2, 6; the last change began two counts ago', () => {
    const { sums, sinceZero } = cusumPath([3, 6, 2, 7, 9], { steps: 1, reference: 5 });
    expect([...sums]).toEqual([0, 1, 0, 2, 6]);
    expect([...sinceZero]).toEqual([0, 1, 0, 1, 2]);
  });
  it('by hand: only counts of 3 and more lift a CUSUM with k = 2 and limit 0 over it, so it lasts 1/P(X ≥ 3)', () => {
    expect(cusumRunLength(countMasses(1), { steps: 1, reference: 2, limit: 0 })).toBeCloseTo(1 / poissonUpperTail(3, 1), 9);
  });
  it("lasts as long as R's spc says, within 1e-8", () => {
    expect(oracle.cusum.length).toBeGreaterThan(8);
    for (const { mu, km, hm, m, arl } of oracle.cusum) expect(relativeError(cusumRunLength(countMasses(mu), { steps: m, reference: km, limit: hm }), arl), JSON.stringify({ mu, km, hm })).toBeLessThan(arl > 1e8 ? 1e-5 : 1e-8);
  });
  it("takes the limits that R's spc takes", () => {
    expect(oracle.limits).toHaveLength(24);
    for (const { mu, km, hm, m, arl } of oracle.limits) expect(cusumLimit(countMasses(mu), { steps: m, reference: km }, arl), JSON.stringify({ mu, km, arl })).toBe(hm);
  });
  it('over-dispersed counts ask for a higher limit, and last as long in a simulation as the chain says', () => {
    const design = { steps: 2, reference: 9 };
    const masses = countMasses(3, 0.4);
    const limit = cusumLimit(masses, design, 80)!;
    expect(limit).toBeGreaterThan(cusumLimit(countMasses(3), design, 80)!);
    const length = cusumRunLength(masses, { ...design, limit });
    const random = createRandom(11);
    const runs = Array.from({ length: 3_000 }, () => {
      let [sum, t] = [0, 0];
      while (sum <= limit) {
        sum = Math.max(0, sum + 2 * drawCount(masses, random()) - 9);
        t++;
      }
      return t;
    });
    const mean = runs.reduce((a, b) => a + b, 0) / runs.length;
    expect(Math.abs(mean - length)).toBeLessThan((4 * length) / Math.sqrt(runs.length));
  });
  it('gives up where no limit of 1,200 steps is enough', () => { expect(cusumLimit(countMasses(50), { steps: 4, reference: 180 }, 1e6)).toBeNull(); });
});

describe('Poisson EWMA', () => {
  it('walks as by hand: from 4 with a weight of 0.25, counts 8 and 0 give 5 and 3.75', () => { expect([...ewmaPath([8, 0], 0.25, 4)]).toEqual([5, 3.75]); });
  it("lasts as long as R's spc says, within 1e-8", () => {
    expect(oracle.ewma.length).toBeGreaterThan(20);
    for (const { mu0, lambda, A, shift, arl } of oracle.ewma) {
      const reach = A * ewmaSpread(lambda, mu0);
      const length = ewmaRunLength(countMasses(mu0 * shift), { weight: lambda, lower: mu0 - reach, upper: mu0 + reach }, mu0);
      expect(relativeError(length, arl), JSON.stringify({ mu0, lambda, A, shift })).toBeLessThan(1e-8);
    }
  });
  it('takes the least factor that lasts long enough', () => {
    const masses = countMasses(4);
    const factor = ewmaLimitFactor(masses, { weight: 0.2, mean: 4, variance: 4 }, 1_000)!;
    const at = (one: number): number => ewmaRunLength(masses, { weight: 0.2, lower: -1e-9, upper: 4 + one * ewmaSpread(0.2, 4) }, 4);
    expect(at(factor)).toBeGreaterThanOrEqual(1_000);
    expect(at(factor - 0.05)).toBeLessThan(1_000);
  });
});

describe('quasi-Poisson regression beside glm', () => {
  const { x, y, w, coefficients, dispersion, leverages, eta, se } = oracle.glm;
  it('coefficients, dispersion, leverages, prediction and its error within 1e-7', () => {
    const fit = fitQuasiPoisson(x.map((one) => Float64Array.of(1, one)), y, w)!;
    expect(largestError(fit.coefficients, coefficients)).toBeLessThan(1e-7);
    expect(relativeError(fit.dispersion, dispersion)).toBeLessThan(1e-7);
    expect(largestError(fit.leverages, leverages)).toBeLessThan(1e-7);
    const at = Float64Array.of(1, 3.3);
    expect(dot(at, fit.coefficients)).toBeCloseTo(eta, 6);
    expect(Math.sqrt(fit.dispersion * quadratic(at, fit.inverse))).toBeCloseTo(se, 6);
  });
  it('rows that say the same thing twice give no answer', () => { expect(fitQuasiPoisson([Float64Array.of(1, 1), Float64Array.of(1, 1)], [2, 3], [1, 1])).toBeNull(); });
});

describe('Farrington–Noufaily beside surveillance', () => {
  const { first, series } = oracle.farrington;
  it.each(Object.entries(series))('%s', (_name, { counts, expected, dispersion, trend, p, upper, alarm }) => {
    expect(expected).toHaveLength(31);
    expected.forEach((mean, i) => {
      const week = compareWithYears(counts, first - 1 + i)!;
      // R stops at a relative change of 1e-8, here 1e-10.
      expect(Math.abs(week.expected - mean), `expected in week ${String(first + i)}`).toBeLessThan(1e-5 * Math.max(1, mean));
      expect(relativeError(week.dispersion, dispersion[i]!)).toBeLessThan(1e-4);
      expect(Math.abs(week.p - p[i]!)).toBeLessThan(1e-5);
      const theirs = trend[i];
      if (typeof theirs === 'number') expect(week.trend!).toBeCloseTo(theirs, 6);
      else expect(week.trend).toBeNull();
      if (Math.abs(p[i]! - 0.01) > 1e-6 && counts[first - 1 + i] !== 0) expect(week.p <= 0.01).toBe(alarm[i] === 1);
      expect(counts[first - 1 + i]! > upper[i]!).toBe(alarm[i] === 1);
    });
  });
  it('needs its years', () => { expect(() => compareWithYears(new Array<number>(300).fill(1), 200)).toThrow(RangeError); });
});

describe('time between events', () => {
  it('by hand: 6 events in 4 weeks after none in 104 have p (4/108)⁶', () => {
    expect(relativeError(quickEventsP(6, 4, 0, 104), (4 / 108) ** 6)).toBeLessThan(1e-12);
    expect(quickEventsP(0, 4, 3, 104)).toBe(1);
    expect(quickEventsP(3, 0, 3, 104)).toBe(0);
  });
  it('by hand: 1 event in 1 week after 1 in 1 week is as likely as not to be the later of two: 3/4', () => {
    // Of two events each falls into the later half with 1/2: at least one does in 3 of 4 cases.
    expect(quickEventsP(1, 1, 1, 1)).toBeCloseTo(0.75, 12);
  });
  it('alarms at most as often as it says, whatever the rate: summed over all baselines', () => {
    for (const alpha of [0.05, 1e-3, 1e-5]) for (const events of [2, 3, 5, 8]) for (const mean of [0.01, 0.1, 0.5, 1, 2, 5, 10, 30, 100, 300]) {
      let total = 0;
      const masses = countMasses(mean);
      for (let n = 0; n < masses.length; n++) {
        // The longest time, in baselines, in which so many events are an alarm.
        let [low, high] = [0, 100];
        for (let step = 0; step < 60; step++) {
          const middle = (low + high) / 2;
          if (quickEventsP(events, middle, n, 1) <= alpha) low = middle;
          else high = middle;
        }
        if (low > 0) total += masses[n]! * (1 - poissonLowerTail(events - 1, mean * low));
      }
      expect(total, JSON.stringify({ alpha, events, mean })).toBeLessThanOrEqual(alpha * 1.000_001);
    }
  });
});
