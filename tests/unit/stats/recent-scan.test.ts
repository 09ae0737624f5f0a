import { describe, expect, it } from 'vitest';
import { bernoulliLogLikelihoodRatio, scanRecent } from '../../../lib/stats/recent-scan';
import { buildLineFamily } from '../../../lib/stats/scan-families';
import { createRandom } from '../../../lib/stats/seeded-random';

const lastDay = 100;
/** 60 events on one line of 1 km over 100 days; the first `planted` of the last ten days lie within 60 m. */
function drawLine(seed: number, planted: number): { days: Int32Array; positions: number[] } {
  const random = createRandom(seed);
  const days = Int32Array.from({ length: 60 }, (_, k) => (k < planted ? lastDay - Math.floor(random() * 10) : 1 + Math.floor(random() * lastDay)));
  return { days, positions: Array.from({ length: 60 }, (_, k) => (k < planted ? 400 + random() * 60 : random() * 1000)) };
}

function strongestByHand(days: Int32Array, positions: readonly number[], longest: number, least: number): number {
  const recent = (k: number): boolean => days[k]! > lastDay - 10;
  const all = positions.filter((_, k) => recent(k));
  let best = 0;
  for (const from of all) {
    for (const to of all) {
      if (to < from || to - from > longest) continue;
      const inside = positions.flatMap((position, k) => (position >= from && position <= to ? [k] : []));
      const count = inside.filter(recent).length;
      if (count >= least) best = Math.max(best, bernoulliLogLikelihoodRatio(count, inside.length, all.length, days.length));
    }
  }
  return best;
}

describe('the Bernoulli scan of recent events', () => {
  it('has the ratio of a hand-worked case, none where the share is not larger', () => {
    // 8 ln .8 + 2 ln .2 + 12 ln(12/90) + 78 ln(78/90) − 20 ln .2 − 80 ln .8, worked in Python.
    expect(bernoulliLogLikelihoodRatio(8, 10, 20, 100)).toBeCloseTo(9.695516067957215, 12);
    expect(bernoulliLogLikelihoodRatio(2, 10, 20, 100)).toBe(0);
    expect(bernoulliLogLikelihoodRatio(1, 10, 20, 100)).toBe(0);
    expect(bernoulliLogLikelihoodRatio(0, 0, 20, 100)).toBe(0);
    expect(bernoulliLogLikelihoodRatio(5, 5, 5, 100)).toBeCloseTo(-(5 * Math.log(0.05) + 95 * Math.log(0.95)), 12);
  });
  it.each([1, 2, 3, 4, 5, 6])('finds the window that a search through all pairs finds (seed %i)', (seed) => {
    const { days, positions } = drawLine(seed, seed % 2 === 0 ? 6 : 0);
    const family = buildLineFamily('line', positions.map((metres, event) => ({ event, metres })), 300);
    const [first] = scanRecent({ days, lastDay, recentDays: 10, families: [family], leastEvents: 2 }, 9, createRandom(1), 5)!;
    expect(first?.logLikelihoodRatio ?? 0).toBeCloseTo(strongestByHand(days, positions, 300, 2), 10);
  });
  it('is sure of a planted cluster and not of chance; secondary windows share no recent event', () => {
    const { days, positions } = drawLine(4, 8);
    const family = buildLineFamily('line', positions.map((metres, event) => ({ event, metres })), 300);
    const found = scanRecent({ days, lastDay, recentDays: 10, families: [family], leastEvents: 2 }, 199, createRandom(1), 5)!;
    expect(found[0]!.p).toBe(0.005);
    expect(found[0]!.count).toBe(found[0]!.events.length);
    expect(found[0]!.placeEvents).toHaveLength(found[0]!.placeCount);
    expect(new Set(found.flatMap(({ events }) => events)).size).toBe(found.flatMap(({ events }) => events).length);
  });
  it('holds its level: of 200 sets without a cluster about one in twenty has p below 0.05', () => {
    let calls = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const { days, positions } = drawLine(seed + 1000, 0);
      const family = buildLineFamily('line', positions.map((metres, event) => ({ event, metres })), 300);
      if ((scanRecent({ days, lastDay, recentDays: 10, families: [family], leastEvents: 2 }, 99, createRandom(seed), 1)![0]?.p ?? 1) < 0.05) calls++;
    }
    // P(X > 18) < 0.01 for 200 draws at 0.05; 0 would mean that it never calls.
    expect(calls).toBeLessThanOrEqual(18);
    expect(calls).toBeGreaterThan(0);
  });
  it('stops when told to and has nothing to say without a recent event', () => {
    const { days, positions } = drawLine(4, 8);
    const family = buildLineFamily('line', positions.map((metres, event) => ({ event, metres })), 300);
    expect(scanRecent({ days, lastDay, recentDays: 10, families: [family], leastEvents: 2 }, 9, createRandom(1), 5, () => false)).toBeNull();
    expect(scanRecent({ days, lastDay: 500, recentDays: 10, families: [family], leastEvents: 2 }, 9, createRandom(1), 5)).toEqual([]);
  });
});
