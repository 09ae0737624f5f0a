import { describe, expect, it } from 'vitest';
import { buildDiscFamilies, buildLineFamily } from '../../../lib/stats/scan-families';
import type { ScanFamily, ScanQuestion } from '../../../lib/stats/scan-windows';
import { createRandom, type Random } from '../../../lib/stats/seeded-random';
import { gumbelUpperTail, logLikelihoodRatio, recurrenceIntervalDays, scanSpaceTime } from '../../../lib/stats/space-time-scan';

const LAST_DAY = 100;

/** Events along one straight border of 3 km, in the order of their positions; some share a place. */
function drawBorder(count: number, random: Random): { family: ScanFamily; days: Int32Array } {
  const positions = Float64Array.from({ length: count }, () => Math.round(random() * 300) * 10).sort();
  const days = Int32Array.from(positions, () => Math.ceil(random() * LAST_DAY));
  return { days, family: { id: 'A|B', kind: 'line', events: Uint32Array.from(positions, (_, i) => i), positions, reachMetres: 600 } };
}

/** Every interval between two events and every duration, counted from scratch. */
function bestPlainly({ positions, reachMetres, kind }: ScanFamily, days: Int32Array, durations: readonly number[]): number {
  let best = 0;
  for (const duration of durations) {
    const recent = Array.from(days, (day) => day > LAST_DAY - duration);
    const total = recent.filter(Boolean).length;
    for (const from of kind === 'disc' ? [0] : positions) {
      for (const to of positions) {
        if (to < from || to - from > reachMetres) continue;
        const inside = Array.from(positions.keys()).filter((i) => positions[i]! >= from && positions[i]! <= to);
        const c = inside.filter((i) => recent[i]!).length;
        if (c < 2) continue;
        best = Math.max(best, logLikelihoodRatio(c, (inside.length * total) / days.length, days.length));
      }
    }
  }
  return best;
}

const ask = (families: readonly ScanFamily[], days: Int32Array, durationsDays: readonly number[]): ScanQuestion => ({ families, days, durationsDays, lastDay: LAST_DAY, leastEvents: 2 });

describe('log likelihood ratio', () => {
  it('14 against 2 of 100 is 16.009', () => { expect(logLikelihoodRatio(14, 2, 100)).toBeCloseTo(16.009, 3); });
  it('is 0 where no more than expected, and finite when a window holds everything', () => {
    expect(logLikelihoodRatio(2, 2, 100)).toBe(0);
    expect(logLikelihoodRatio(5, 1, 5)).toBeCloseTo(5 * Math.log(5), 12);
  });
});

describe('corridor scan', () => {
  it.each(['line', 'disc'] as const)('equals brute force on one straight border (%s)', (kind) => {
    for (let seed = 1; seed <= 12; seed++) {
      const { family, days } = drawBorder(60 + seed * 5, createRandom(seed));
      const found = scanSpaceTime(ask([{ ...family, kind }], days, [3, 7, 14, 28]), 0, createRandom(1))!;
      expect(found[0]?.logLikelihoodRatio ?? 0).toBeCloseTo(bestPlainly({ ...family, kind }, days, [3, 7, 14, 28]), 10);
    }
  });
  it('finds a planted corridor cluster at the smallest p, and its window', () => {
    const { family, days } = drawBorder(160, createRandom(3));
    family.positions.forEach((position, i) => { if (position > 1200 && position < 1600) days[i] = LAST_DAY - (i % 5); });
    const [best, ...others] = scanSpaceTime(ask([family], days, [7, 14]), 199, createRandom(8))!;
    expect(best).toMatchObject({ p: 1 / 200, familyId: 'A|B' });
    expect(best!.gumbelP).toBeLessThan(1e-4);
    expect(best!.fromMetres).toBeGreaterThan(1000);
    expect(best!.toMetres).toBeLessThan(1800);
    expect(best!.events).toHaveLength(best!.count);
    const taken = new Set(best!.events);
    for (const other of others) for (const event of other.events) expect(taken.has(event)).toBe(false);
  });
  it('on chance data the smallest p is about uniform: at most 12 of 60 below 0.1', () => {
    let low = 0;
    for (let seed = 100; seed < 160; seed++) {
      const { family, days } = drawBorder(80, createRandom(seed));
      const [best] = scanSpaceTime(ask([family], days, [7, 14]), 49, createRandom(seed))!;
      if (best !== undefined && best.p <= 0.1) low++;
    }
    expect(low).toBeLessThanOrEqual(12);
    expect(low).toBeGreaterThan(0);
  });
  it('the same seed gives the same numbers; it can be stopped; nothing recent gives nothing', () => {
    const { family, days } = drawBorder(80, createRandom(5));
    const run = () => scanSpaceTime(ask([family], days, [14]), 49, createRandom(2));
    expect(run()).toEqual(run());
    expect(scanSpaceTime(ask([family], days, [14]), 49, createRandom(2), 20, (share) => share < 0.5)).toBeNull();
    expect(scanSpaceTime(ask([family], days.map(() => 1), [14]), 9, createRandom(2))).toEqual([]);
    expect(scanSpaceTime(ask([], new Int32Array(0), [14]), 9, createRandom(2))).toEqual([]);
  });
});

describe('families of windows', () => {
  it('a line takes its events by place along it, a disc by distance from its centre, both ties by number', () => {
    const line = buildLineFamily('a|b', [{ event: 4, metres: 20 }, { event: 1, metres: 5 }, { event: 0, metres: 20 }], 500);
    expect(line).toMatchObject({ id: 'a|b', kind: 'line', reachMetres: 500 });
    expect([[...line.events], [...line.positions]]).toEqual([[1, 0, 4], [5, 20, 20]]);
    const points = { xs: Float64Array.of(0, 3, 100, 0), ys: Float64Array.of(0, 4, 0, 10) };
    const [disc, empty] = buildDiscFamilies(points, [{ id: 'tri', x: 0, y: 0 }, { id: 'far', x: 900, y: 0 }], 10);
    expect([disc!.kind, [...disc!.events], [...disc!.positions]]).toEqual(['disc', [0, 1, 3], [0, 5, 10]]);
    expect(empty!.events).toHaveLength(0);
    expect(buildDiscFamilies({ xs: new Float64Array(0), ys: new Float64Array(0) }, [{ id: 'x', x: 0, y: 0 }], 10)[0]!.events).toHaveLength(0);
  });
});

describe('small p', () => {
  it('the Gumbel tail of Gumbel values is the share above', () => {
    const random = createRandom(6);
    const maxima = Float64Array.from({ length: 20_000 }, () => 5 - 1.3 * Math.log(-Math.log(random() || 0.5)));
    expect(gumbelUpperTail(5 - 1.3 * Math.log(-Math.log(0.99)), maxima)).toBeCloseTo(0.01, 2);
    expect(gumbelUpperTail(40, maxima)).toBeLessThan(1e-9);
    expect(gumbelUpperTail(3, [2, 2, 2])).toBe(1);
  });
  it('a daily scan meets p = 0.01 once in 100 days', () => { expect(recurrenceIntervalDays(0.01, 1)).toBe(100); });
});
