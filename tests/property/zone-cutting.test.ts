import fc from 'fast-check';
import type { MultiPolygon, Polygon } from 'geojson';
import { expect, it } from 'vitest';
import { listAreaShares } from '../../lib/geo/area-shares';
import { buildAreaTest } from '../../lib/geo/area-test';
import { cleanArea } from '../../lib/geo/clean-area';
import { commonArea } from '../../lib/geo/clip-areas';
import { areaOf } from '../../lib/geo/ellipsoid-area';
import { mergeAreas } from '../../lib/geo/merge-areas';
import { splitArea } from '../../lib/geo/split-area';
import { splitByWards } from '../../lib/geo/split-by-wards';
import type { LngLat, WardPolygon } from '../../lib/geo/types';
import { findZoneFault } from '../../lib/geo/zone-faults';
import { HOAN_KIEM, ringAt, signedArea, squareAt } from '../fixtures/geo/zone-shapes';

type Area = Polygon | MultiPolygon;
const summed = (areas: readonly Area[]): number => areas.reduce((sum, one) => sum + areaOf(one), 0);

/** A zone as people draw them: corners round a middle, nearer and farther; sometimes with a hole. Simple by construction. */
const zone = fc.tuple(fc.array(fc.double({ min: 200, max: 1500, noNaN: true }), { minLength: 5, maxLength: 24 }), fc.boolean()).map(([radii, holed]): Polygon => {
  const round = (scale: number) => ringAt(HOAN_KIEM, radii.map((radius, i): [number, number] => [scale * radius * Math.cos((2 * Math.PI * i) / radii.length), scale * radius * Math.sin((2 * Math.PI * i) / radii.length)]));
  return cleanArea({ type: 'Polygon', coordinates: holed ? [round(1), round(0.4)] : [round(1)] }) as Polygon;
});
const offset = fc.tuple(fc.integer({ min: -1800, max: 1800 }), fc.integer({ min: -1800, max: 1800 }));
const cut = fc.array(offset, { minLength: 2, maxLength: 6 }).map((offsets) => ringAt(HOAN_KIEM, offsets).slice(0, -1) as unknown as LngLat[]);
const WARDS: WardPolygon[] = Array.from({ length: 16 }, (_, i) => ({ code: String(10_000 + i), name: 'x', geometry: squareAt(700, [(i % 4) * 700 - 1400, Math.floor(i / 4) * 700 - 1400]) }));

it('a split takes nothing away and adds nothing, and its parts do not overlap', () => {
  let split = 0;
  fc.assert(fc.property(zone, cut, (area, line) => {
    const parts = splitArea(area, line);
    if (parts === null) return;
    split++;
    expect(Math.abs(summed(parts) / areaOf(area) - 1)).toBeLessThan(1e-6);
    for (const [i, part] of parts.entries()) {
      expect(signedArea(part)).toBeCloseTo(areaOf(part), 3);
      expect(findZoneFault(part, [105, 20, 107, 22]) ?? 'covers').toMatch(/covers/);
      for (const other of parts.slice(i + 1)) expect(areaOf(commonArea(part, other) ?? { type: 'Polygon', coordinates: [] })).toBeLessThan(1e-6 * areaOf(area));
    }
    const merged = mergeAreas(parts)!;
    expect(Math.abs(areaOf(merged) / areaOf(area) - 1)).toBeLessThan(1e-6);
  }), { numRuns: 80, seed: 5, endOnFailure: true });
  expect(split).toBeGreaterThan(20);
});

it('a position of the zone lies in exactly one part', () => {
  fc.assert(fc.property(zone, cut, fc.array(offset, { minLength: 10, maxLength: 30 }), (area, line, offsets) => {
    const parts = splitArea(area, line) ?? [area];
    const [covers, partsCover] = [buildAreaTest(area), parts.map(buildAreaTest)];
    // Off whole metres, so that none lies on a corner or a cut.
    for (const [x, y] of ringAt(HOAN_KIEM, offsets.map(([e, n]): [number, number] => [e + 0.317, n + 0.713])) as [number, number][]) {
      expect(partsCover.filter((one) => one([x, y])).length).toBe(covers([x, y]) ? 1 : 0);
    }
  }), { numRuns: 60, seed: 6, endOnFailure: true });
});

it('wards share a zone out: each at most 1, together 1 where they cover it; parts are those shares, and what lies outside goes to a neighbour', () => {
  fc.assert(fc.property(zone, (area) => {
    const [shares, parts] = [listAreaShares(area, WARDS), splitByWards(area, WARDS)];
    const inside = areaOf(commonArea(area, squareAt(2800, [-1400, -1400]))!) / areaOf(area);
    const whole = shares.reduce((sum, { share }) => sum + share, 0);
    expect(shares.every(({ share }) => share > 0 && share <= 1)).toBe(true);
    expect(whole).toBeCloseTo(inside, 6);
    expect(Math.abs(summed(parts.map(({ geometry }) => geometry)) / areaOf(area) - 1)).toBeLessThan(1e-6);
    const partOf = (code: string) => areaOf(parts.find((part) => part.code === code)!.geometry) / areaOf(area);
    for (const { code, share } of shares) expect(partOf(code)).toBeGreaterThan(share - 1e-6);
    if (inside > 1 - 1e-9) for (const { code, share } of shares) expect(partOf(code)).toBeCloseTo(share, 6);
  }), { numRuns: 30, seed: 7, endOnFailure: true });
});

it('merging knows no order, and an area merged with itself is itself', () => {
  fc.assert(fc.property(zone, zone, (a, b) => {
    const [one, other] = [mergeAreas([a, b])!, mergeAreas([b, a])!];
    expect(areaOf(one)).toBeCloseTo(areaOf(other), 3);
    const common = commonArea(a, b);
    expect(Math.abs(areaOf(one) + (common === null ? 0 : areaOf(common)) - summed([a, b]))).toBeLessThan(1e-6 * areaOf(one) + 1);
    expect(areaOf(mergeAreas([a, a])!)).toBeCloseTo(areaOf(a), 0);
  }), { numRuns: 30, seed: 8, endOnFailure: true });
});
