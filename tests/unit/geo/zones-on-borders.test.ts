import type { MultiPolygon, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { listAreaShares } from '../../../lib/geo/area-shares';
import { boxOf, cleanArea } from '../../../lib/geo/clean-area';
import { commonArea } from '../../../lib/geo/clip-areas';
import { areaOf } from '../../../lib/geo/ellipsoid-area';
import { mergeAreas } from '../../../lib/geo/merge-areas';
import { splitByWards } from '../../../lib/geo/split-by-wards';
import type { WardPolygon } from '../../../lib/geo/types';
import { findZoneFault } from '../../../lib/geo/zone-faults';
import { seededRandom } from '../../fixtures/geo/seeded-random';
import { readEdition } from '../../fixtures/geo/read-edition';

/** What a zone along a border is in practice: part of a ward, its corners those of the border, or off by up to 1 cm. */
const wards = readEdition('hn-hp-2025');
const WORLD = [100, 8, 110, 24] as const;

const squareRound = ([x, y]: readonly number[], half: number): Polygon => ({ type: 'Polygon', coordinates: [[[x! - half, y! - half], [x! + half, y! - half], [x! + half, y! + half], [x! - half, y! + half], [x! - half, y! - half]]] });
const outlineOf = ({ geometry }: WardPolygon) => (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates[0]!)[0]!;
const jitter = (area: Polygon | MultiPolygon, metres: number, random: () => number): Polygon | MultiPolygon => {
  const moved = (area.type === 'Polygon' ? [area.coordinates] : area.coordinates).map((rings) => rings.map((ring) => {
    const open = ring.slice(0, -1).map(([x, y]) => [x! + ((random() - 0.5) * metres) / 52_000, y! + ((random() - 0.5) * metres) / 55_000]);
    return [...open, open[0]!];
  }));
  return cleanArea({ type: 'MultiPolygon', coordinates: moved })!;
};
const summed = (areas: readonly (Polygon | MultiPolygon)[]): number => areas.reduce((sum, one) => sum + areaOf(one), 0);

/** Places on outlines of wards all over both cities, a square round each, and what of it the ward holds. */
const random = seededRandom(7);
const CASES = wards.filter((_, i) => i % 12 === 0).map((ward) => {
  const outline = outlineOf(ward);
  const square = squareRound(outline[Math.floor(random() * outline.length)]!, 0.002 + random() * 0.006);
  return { ward, square, mine: commonArea(square, ward.geometry)! };
});

describe('zones on real borders', () => {
  it('share themselves out to what the squares hold, and split by wards into parts that add up', () => {
    for (const { ward, square } of CASES) {
      const [shares, parts] = [listAreaShares(square, wards), splitByWards(square, wards)];
      expect(shares.every(({ share }) => share > 0 && share <= 1), ward.code).toBe(true);
      expect(Math.abs(summed(parts.map(({ geometry }) => geometry)) / areaOf(square) - 1), ward.code).toBeLessThan(1e-6);
      expect(new Set(parts.map(({ code }) => code)).size).toBe(parts.length);
      // Wards may overlap by up to 1 ha; where they do not, a part is its share.
      for (const { code, share } of shares) {
        const part = parts.find((one) => one.code === code);
        if (Math.abs(shares.reduce((sum, one) => sum + one.share, 0) - 1) < 1e-9) expect(Math.abs(areaOf(part!.geometry) / areaOf(square) - share), `${ward.code} ${code}`).toBeLessThan(1e-4);
      }
    }
  });

  it('that follow the border to the last bit, or within 1 cm, touch the ward they lie in and not the one across', () => {
    for (const { ward, mine } of CASES) {
      for (const zone of [mine, cleanArea(mine, 6)!, jitter(mine, 0.02, random)]) {
        const shares = listAreaShares(zone, wards);
        // Where the source overlaps, the neighbour truly has a part of it.
        const truly = wards.filter((other) => other !== ward && areaOf(commonArea(mine, other.geometry) ?? { type: 'Polygon', coordinates: [] }) > 20).map(({ code }) => code);
        expect(shares.filter(({ code }) => code !== ward.code && !truly.includes(code)), ward.code).toEqual([]);
        expect(shares.find(({ code }) => code === ward.code)?.share, ward.code).toBeGreaterThan(0.999);
      }
    }
  });

  it('merge back to the square they were split from', () => {
    for (const { ward, square } of CASES) {
      const merged = mergeAreas(splitByWards(square, wards).map(({ geometry }) => geometry))!;
      expect(Math.abs(areaOf(merged) / areaOf(square) - 1), ward.code).toBeLessThan(1e-6);
      expect(merged.type, ward.code).toBe('Polygon');
      expect(merged.coordinates, `${ward.code}: a hole along the border`).toHaveLength(1);
      expect(findZoneFault(cleanArea(merged)!, WORLD)).toBeNull();
    }
  });

  it('drawn apart along one border with 1 cm of play still become one without a hole', () => {
    const { square } = CASES[0]!;
    const parts = splitByWards(square, wards);
    const merged = mergeAreas(parts.map(({ geometry }) => jitter(geometry, 0.01, random)))!;
    expect(Math.abs(areaOf(merged) / areaOf(square) - 1)).toBeLessThan(1e-3);
    expect((merged.type === 'Polygon' ? [merged.coordinates] : merged.coordinates).every((rings) => rings.length === 1)).toBe(true);
  });

  it('as whole wards: each is its own zone without a fault, and touches itself alone', () => {
    for (const ward of wards.filter((_, i) => i % 30 === 1)) {
      const zone = cleanArea(ward.geometry)!;
      expect(boxOf(zone).every(Number.isFinite)).toBe(true);
      expect(listAreaShares(zone, wards)[0]).toMatchObject({ code: ward.code });
      expect(listAreaShares(zone, wards)[0]!.share).toBeGreaterThan(0.999);
    }
  });
});
