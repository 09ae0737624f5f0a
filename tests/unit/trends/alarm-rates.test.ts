import { describe, expect, it } from 'vitest';
import { countMasses, drawCount } from '../../../lib/stats/count-masses';
import { createRandom, type Random } from '../../../lib/stats/seeded-random';
import { planFamily } from '../../../lib/trends/alarm-family';
import { BASELINE_WEEKS, RUN_WEEKS, type ChartSeries } from '../../../lib/trends/chart-series';
import { chooseMethod, QUIET_WEEKS, watchWeek } from '../../../lib/trends/draw-chart';
import { LimitBook } from '../../../lib/trends/limit-book';
import { blockDispersion, countWeeks, firstDayOfWeek, pooledDispersion } from '../../../lib/trends/weekly-counts';

const book = new LimitBook();

/** Incidents of so many weeks; `meanOf` a week, variance `spread` times that. Days within a week by chance. */
function draw(random: Random, weeks: number, spread: number, meanOf: (week: number) => number): ChartSeries {
  const kept = new Map<number, Float64Array>();
  const days: number[] = [];
  for (let week = 0; week < weeks; week++) {
    const mean = meanOf(week);
    const masses = kept.get(mean) ?? countMasses(mean, (spread - 1) / mean);
    kept.set(mean, masses);
    for (let n = drawCount(masses, random()); n > 0; n--) days.push(firstDayOfWeek(week) + Math.floor(7 * random()));
  }
  return { days: Int32Array.from(days).sort(), firstWeek: 0, lastWeek: weeks - 1 };
}

interface Tally { alarms: number; weeks: number; readonly methods: Set<string> }

/** How often charts of series in which nothing changes begin an alarm, each looked at anew every week as the product does. */
function tally(mean: number, spread: number, share: number, charts: number, weeks: number, from: number, seed: number): Tally {
  const random = createRandom(seed);
  const drawn = Array.from({ length: charts }, () => draw(random, weeks, spread, () => mean));
  const usualDispersion = pooledDispersion(drawn.map(({ days }) => blockDispersion(countWeeks(days, 0, BASELINE_WEEKS - 1))));
  const terms = { share, usualDispersion };
  const found: Tally = { alarms: 0, weeks: 0, methods: new Set() };
  for (const series of drawn) {
    let lastOver = -Infinity;
    for (let week = from; week < weeks; week++) {
      found.weeks++;
      const chosen = chooseMethod(series, week, terms);
      if (chosen === null) continue;
      found.methods.add(chosen.method);
      if (watchWeek(series, week, chosen.method, terms, book)?.isOver !== true) continue;
      if (week - lastOver > QUIET_WEEKS) found.alarms++;
      lastOver = week;
    }
  }
  return found;
}

const START = BASELINE_WEEKS + RUN_WEEKS;
const SHARE = 1 / 200;
const CASES = [
  ['events', 0.03, 1], ['events', 0.1, 1], ['events', 0.35, 1], ['events', 0.35, 1.5], ['cusum', 0.8, 1], ['cusum', 0.8, 1.5], ['cusum', 2, 1], ['cusum', 2, 2], ['cusum', 9, 1], ['cusum', 9, 2],
] as const;

describe('how often charts alarm where nothing changes', () => {
  it.each(CASES)('%s, %f a week, spread %f: no oftener than stated', (method, mean, spread) => {
    const { alarms, weeks, methods } = tally(mean, spread, SHARE, mean > 1 ? 30 : 60, START + 100, START, 20_261_125);
    expect(methods).toContain(method);
    // Three standard errors of a Poisson count over what is stated would be a chart that promises too much.
    expect(alarms).toBeLessThanOrEqual(SHARE * weeks + 3 * Math.sqrt(SHARE * weeks));
    expect(alarms).toBeLessThanOrEqual(SHARE * weeks);
  });
  it.each([['years', 3, 1], ['years', 6, 2]] as const)('%s, %f a week, spread %f: no oftener than stated', (method, mean, spread) => {
    const { alarms, weeks, methods } = tally(mean, spread, 1 / 40, 20, 240 + 12, 212, 5);
    expect([...methods]).toEqual([method]);
    expect(alarms).toBeLessThanOrEqual(weeks / 40);
  });
  it('charts are not silent either: over all of them at least a tenth of what is stated comes', () => {
    const all = CASES.map(([, mean, spread]) => tally(mean, spread, 1 / 25, 20, START + 60, START, 99));
    const [alarms, weeks] = [all.reduce((sum, one) => sum + one.alarms, 0), all.reduce((sum, one) => sum + one.weeks, 0)];
    expect(alarms).toBeGreaterThan(weeks / 25 / 10);
    expect(alarms).toBeLessThanOrEqual(weeks / 25);
  });
});

describe('how soon charts see a change', () => {
  /** Weeks until half of the charts have it, with a share as a city of 900 subjects and 15 kinds gives one of all kinds. */
  const { shareOfTotals } = planFamily(900, 15, 1);
  const medianDelay = (before: number, after: number, seed: number): number => {
    const random = createRandom(seed);
    const delays = Array.from({ length: 25 }, () => {
      const series = draw(random, START + 60, 1, (week) => (week < START ? before : after));
      const terms = { share: shareOfTotals, usualDispersion: 1 };
      for (let week = START; week < START + 60; week++) {
        const chosen = chooseMethod(series, week, terms);
        if (chosen !== null && watchWeek(series, week, chosen.method, terms, book)?.isOver === true) return week - START + 1;
      }
      return 60;
    });
    return delays.sort((a, b) => a - b)[12]!;
  };
  it.each([[0.05, 1, 10], [0.2, 1.5, 9], [1, 3, 9], [4, 8, 9], [4, 12, 4]])('%f a week becomes %f: half of them within %i weeks', (before, after, most) => {
    expect(medianDelay(before, after, 3)).toBeLessThanOrEqual(most);
  });
});

describe('a family of charts', () => {
  it('shares what all may give: the shares add up to the number a month', () => {
    const { shareOfTotals, shareOfKinds, charts } = planFamily(900, 15, 2);
    expect(charts).toBe(900 * 16);
    expect((900 * shareOfTotals + 900 * 15 * shareOfKinds) * (365.2425 / 84)).toBeCloseTo(2, 12);
    expect(() => planFamily(0, 15, 1)).toThrow(RangeError);
  });
});
