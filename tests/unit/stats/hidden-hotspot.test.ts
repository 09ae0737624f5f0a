import { describe, expect, it } from 'vitest';
import { detectHiddenHotspot, detectHiddenHotspots } from '../../../lib/stats/hidden-hotspot';
import type { ScanFamily } from '../../../lib/stats/scan-windows';
import { createRandom, shuffle } from '../../../lib/stats/seeded-random';
import { scanSpaceTime } from '../../../lib/stats/space-time-scan';

describe('hidden hotspot', () => {
  const levels = { cluster: 0.01, ward: 0.05 };
  const ward = (wardCode: string, inCluster: number, count: number) => ({ wardCode, inCluster, count, expected: 20 });
  it('the worked case: three wards at 24 of 20 see nothing, the corridor at 14 of 2 is one in 3·10⁷', () => {
    const found = detectHiddenHotspot({ cluster: { count: 14, expected: 2 }, wards: [ward('a', 5, 24), ward('b', 5, 24), ward('c', 4, 24)] }, levels);
    expect(found.hidden).toBe(true);
    expect(found.clusterP).toBeCloseTo(2.9e-8, 9);
    expect(found.wardPs[0]).toBeCloseTo(0.21, 2);
    expect(found.concealment).toBeCloseTo(Math.log10(0.2125 / 2.93e-8), 1);
    expect(found.evenness).toBeGreaterThan(0.99);
  });
  it('is not hidden where one ward sees it, where it lies in one ward, or where it is over-dispersed noise', () => {
    expect(detectHiddenHotspot({ cluster: { count: 14, expected: 2 }, wards: [ward('a', 10, 34), ward('b', 4, 20)] }, levels).hidden).toBe(false);
    expect(detectHiddenHotspot({ cluster: { count: 14, expected: 2 }, wards: [ward('a', 14, 24), ward('b', 0, 20)] }, levels)).toMatchObject({ hidden: false, evenness: 0 });
    expect(detectHiddenHotspot({ cluster: { count: 6, expected: 2 }, wards: [ward('a', 3, 24), ward('b', 3, 24)] }, { cluster: 0.02, ward: 0.05 }).hidden).toBe(true);
    expect(detectHiddenHotspot({ cluster: { count: 6, expected: 2 }, wards: [ward('a', 3, 24), ward('b', 3, 24)] }, { cluster: 0.02, ward: 0.05 }, 2).hidden).toBe(false);
  });
  it('expecting nothing anywhere stays finite', () => {
    const found = detectHiddenHotspot({ cluster: { count: 3, expected: 0 }, wards: [{ wardCode: 'a', inCluster: 2, count: 2, expected: 0 }, { wardCode: 'b', inCluster: 1, count: 1, expected: 0 }] }, levels);
    expect(Number.isFinite(found.concealment)).toBe(true);
  });
  it('several clusters: the weakest of many no longer counts; a searched p replaces the tail of the count', () => {
    const wards = [ward('a', 3, 22), ward('b', 3, 22)];
    const weak = { cluster: { count: 7, expected: 2 }, wards };
    expect(detectHiddenHotspots([weak], levels)[0]!.hidden).toBe(true);
    const among = detectHiddenHotspots([weak, ...Array.from({ length: 9 }, () => ({ cluster: { count: 2, expected: 2 }, wards }))], levels);
    expect(among.some(({ hidden }) => hidden)).toBe(false);
    expect(detectHiddenHotspot({ cluster: { count: 7, expected: 2, p: 0.4 }, wards }, levels)).toMatchObject({ hidden: false, clusterP: 0.4 });
    expect(detectHiddenHotspots([], levels)).toEqual([]);
  });
});

/** Three wards meet along one border of 3 km; a scan of the border, then the wards' own counts in the cluster's time. */
function searchTown(days: Int32Array, positions: Float64Array, wardOf: readonly number[], seed: number): boolean {
  const family: ScanFamily = { id: 'border', kind: 'line', events: Uint32Array.from(positions, (_, i) => i), positions, reachMetres: 500 };
  const clusters = scanSpaceTime({ families: [family], days, lastDay: 200, durationsDays: [7, 14, 28], leastEvents: 4 }, 99, createRandom(seed), 5)!;
  const candidates = clusters.map(({ count, expected, p, events, durationDays }) => ({
    cluster: { count, expected, p },
    wards: [0, 1, 2].map((code) => ({
      wardCode: String(code),
      inCluster: events.filter((i) => wardOf[i] === code).length,
      count: wardOf.filter((owner, i) => owner === code && days[i]! > 200 - durationDays).length,
      expected: (wardOf.filter((owner) => owner === code).length * durationDays) / 200,
    })),
  }));
  return detectHiddenHotspots(candidates, { cluster: 0.05, ward: 0.05 }).some(({ hidden }) => hidden);
}

describe('hidden hotspots that a scan found', () => {
  const random = createRandom(21);
  const positions = Float64Array.from({ length: 300 }, () => random() * 3_000).sort();
  const wardOf = Array.from(positions, (_, i) => i % 3);
  const days = Int32Array.from(positions, () => Math.ceil(random() * 200));
  it('in 100 shuffled copies at most the stated share is reported', () => {
    let reported = 0;
    for (let copy = 0; copy < 100; copy++) {
      shuffle(days, random);
      if (searchTown(days, positions, wardOf, copy)) reported++;
    }
    expect(reported).toBeLessThanOrEqual(10);
  });
  it('a planted one, split evenly over three wards, is found', () => {
    const planted = days.slice();
    positions.forEach((position, i) => { if (position > 1_500 && position < 1_640) planted[i] = 190 + (i % 10); });
    expect(searchTown(planted, positions, wardOf, 7)).toBe(true);
  });
});
