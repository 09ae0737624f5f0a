import { describe, expect, it } from 'vitest';
import { scanIntervals, type IntervalWindow } from '../../../lib/stats/interval-scan';
import type { IntervalScanQuestion } from '../../../lib/stats/interval-scan-windows';
import { buildDiscFamilies } from '../../../lib/stats/scan-families';
import { createRandom, type Random } from '../../../lib/stats/seeded-random';
import { logLikelihoodRatio, scanSpaceTime } from '../../../lib/stats/space-time-scan';

const LAST_DAY = 60;
const REACH = 300;

/** Incidents on a raster of 50 m, so that several share a distance, around centres on another raster. */
function drawPlace(count: number, random: Random) {
  const draw = () => Float64Array.from({ length: count }, () => Math.floor(random() * 20) * 50);
  const points = { xs: draw(), ys: draw() };
  const centres = [200, 500, 800].flatMap((x) => [200, 500, 800].map((y) => ({ id: `${String(x)}-${String(y)}`, x, y })));
  return { points, centres, discs: buildDiscFamilies(points, centres, REACH), days: Int32Array.from(points.xs, () => 1 + Math.floor(random() * LAST_DAY)) };
}
type Place = ReturnType<typeof drawPlace>;

/** Every centre, every radius and every pair of days, counted from scratch. */
function bestPlainly({ points, centres, days }: Place, mostDays: number, leastEvents: number, ends: (to: number) => boolean): number {
  let best = 0;
  for (const { x, y } of centres) {
    const distances = Array.from(points.xs, (px, i) => Math.hypot(px - x, points.ys[i]! - y));
    for (const radius of new Set(distances.filter((distance) => distance <= REACH))) {
      for (let from = 1; from <= LAST_DAY; from++) {
        for (let to = from; to < from + mostDays && to <= LAST_DAY; to++) {
          if (!ends(to)) continue;
          const during = Array.from(days.keys()).filter((i) => days[i]! >= from && days[i]! <= to);
          const inside = distances.filter((distance) => distance <= radius).length;
          const c = during.filter((i) => distances[i]! <= radius).length;
          if (c >= leastEvents) best = Math.max(best, logLikelihoodRatio(c, (inside * during.length) / days.length, days.length));
        }
      }
    }
  }
  return best;
}

const ask = ({ discs, days }: Place, more: Partial<IntervalScanQuestion> = {}): IntervalScanQuestion => ({ discs, days, lastDay: LAST_DAY, mostDays: 10, leastEvents: 2, ending: 'any', ...more });
const apart = ({ centres }: Place) => (a: IntervalWindow, b: IntervalWindow): boolean => Math.hypot(centres[a.disc]!.x - centres[b.disc]!.x, centres[a.disc]!.y - centres[b.disc]!.y) > a.radiusMetres + b.radiusMetres;

describe('scan over discs and intervals', () => {
  it.each(['any', 'last'] as const)('equals brute force over every disc, radius and pair of days (%s)', (ending) => {
    for (let seed = 1; seed <= 5; seed++) {
      const place = drawPlace(50, createRandom(seed));
      const found = scanIntervals(ask(place, { ending }), 0, createRandom(1), 5, apart(place))!;
      expect(found[0]?.logLikelihoodRatio ?? 0).toBeCloseTo(bestPlainly(place, 10, 2, (to) => ending === 'any' || to === LAST_DAY), 10);
    }
  });
  it('windows alive on the last day are those of the prospective scan, p included', () => {
    const place = drawPlace(150, createRandom(9));
    const [best] = scanIntervals(ask(place, { ending: 'last', leastEvents: 3 }), 49, createRandom(4), 1, apart(place))!;
    const [other] = scanSpaceTime({ families: place.discs, days: place.days, lastDay: LAST_DAY, durationsDays: Array.from({ length: 10 }, (_, k) => k + 1), leastEvents: 3 }, 49, createRandom(4), 1)!;
    expect(best!.logLikelihoodRatio).toBeCloseTo(other!.logLikelihoodRatio, 10);
    expect([best!.p, best!.gumbelP]).toEqual([other!.p, expect.closeTo(other!.gumbelP, 10)]);
    expect([...best!.events].sort()).toEqual([...other!.events].sort());
  });
  it('finds a burst planted in the middle of the period, its days, and nothing that shares its events', () => {
    const place = drawPlace(300, createRandom(3));
    const burst = Array.from(place.points.xs.keys()).filter((i) => Math.hypot(place.points.xs[i]! - 500, place.points.ys[i]! - 500) <= 150);
    burst.forEach((i, k) => { place.days[i] = 20 + (k % 4); });
    const found = scanIntervals(ask(place, { leastEvents: 3 }), 99, createRandom(8), 5, apart(place))!;
    expect(found[0]).toMatchObject({ p: 1 / 100, fromDay: 20, toDay: 23, disc: place.centres.findIndex(({ x, y }) => x === 500 && y === 500) });
    expect(found[0]!.gumbelP).toBeLessThan(1e-3);
    expect(found[0]!.events).toHaveLength(found[0]!.count);
    expect(new Set(found.flatMap(({ events }) => events)).size).toBe(found.reduce((sum, { count }) => sum + count, 0));
  });
  it('on chance data p is about uniform: of 60 between 1 and 12 below 0.1', () => {
    let low = 0;
    for (let seed = 100; seed < 160; seed++) {
      const place = drawPlace(60, createRandom(seed));
      if (scanIntervals(ask(place), 49, createRandom(seed), 1, apart(place))![0]!.p <= 0.1) low++;
    }
    expect(low).toBeGreaterThan(0);
    expect(low).toBeLessThanOrEqual(12);
  });
  it('can be stopped; no event gives none; too few give none', () => {
    const place = drawPlace(40, createRandom(1));
    expect(scanIntervals(ask(place), 49, createRandom(2), 5, apart(place), (share) => share < 0.5)).toBeNull();
    expect(scanIntervals({ ...ask(place), days: new Int32Array(0), discs: [] }, 9, createRandom(2), 5, apart(place))).toEqual([]);
    expect(scanIntervals(ask(place, { leastEvents: 100 }), 9, createRandom(2), 5, apart(place))).toEqual([]);
  });
});
