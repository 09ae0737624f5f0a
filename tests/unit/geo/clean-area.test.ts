import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { boxOf, cleanArea, isSliver } from '../../../lib/geo/clean-area';
import { areaOf, signedRingArea } from '../../../lib/geo/ellipsoid-area';
import { HOAN_KIEM, ringAt, squareAt } from '../../fixtures/geo/zone-shapes';

const polygon = (...coordinates: Position[][]) => ({ type: 'Polygon' as const, coordinates });

describe('cleanArea', () => {
  it('rounds to 1 cm, winds outer rings left and holes right, whichever way they came', () => {
    const [outer, hole] = [squareAt(500).coordinates[0]!, squareAt(100, [200, 200]).coordinates[0]!];
    for (const [a, b] of [[outer, hole], [[...outer].reverse(), [...hole].reverse()], [outer, [...hole].reverse()]] as const) {
      const cleaned = cleanArea(polygon(a, b))!;
      expect(cleaned.type).toBe('Polygon');
      const [first, second] = cleaned.coordinates as Position[][];
      expect([signedRingArea(first!) > 0, signedRingArea(second!) < 0]).toEqual([true, true]);
      expect(first!.flat().every((one) => one === Number(one.toFixed(7)))).toBe(true);
      expect(areaOf(cleaned)).toBeCloseTo(areaOf(polygon(outer, hole)), -2);
    }
  });

  it('drops corners given twice, closes rings, and cuts spikes off, wherever the ring begins', () => {
    const square = ringAt(HOAN_KIEM, [[0, 0], [500, 0], [500, 500], [0, 500]]);
    const spiked = ringAt(HOAN_KIEM, [[0, 0], [500, 0], [500, 0], [900, 0], [500, 0], [500, 500], [0, 500]]);
    const startsOnSpike = ringAt(HOAN_KIEM, [[900, 0], [500, 0], [500, 500], [0, 500], [0, 0], [500, 0]]);
    for (const ring of [square, spiked, startsOnSpike, square.slice(0, -1)]) {
      const cleaned = cleanArea(polygon(ring))!;
      expect((cleaned.coordinates[0] as Position[]).length).toBe(5);
      expect(areaOf(cleaned)).toBeCloseTo(areaOf(cleanArea(polygon(square))!), 3);
    }
  });

  it('drops holes and parts under 1 m², and says when nothing is left', () => {
    const speck = squareAt(0.5, [200, 200]).coordinates;
    expect((cleanArea(polygon(squareAt(500).coordinates[0]!, speck[0]!))!.coordinates).length).toBe(1);
    expect(cleanArea({ type: 'MultiPolygon', coordinates: [squareAt(500).coordinates, speck] })!.type).toBe('Polygon');
    expect(cleanArea({ type: 'Polygon', coordinates: speck })).toBeNull();
    expect(cleanArea(polygon(ringAt(HOAN_KIEM, [[0, 0], [500, 0], [900, 0]])))).toBeNull();
    expect(cleanArea(polygon([[0, 0], [0, 0], [0, 0], [0, 0]]))).toBeNull();
  });

  it('changes nothing the second time', () => {
    const once = cleanArea(squareAt(333));
    expect(cleanArea(once!)).toEqual(once);
  });
});

describe('isSliver', () => {
  it('knows strips thinner than 10 cm from narrow lanes', () => {
    const strip = (width: number): Position[][] => [ringAt(HOAN_KIEM, [[0, 0], [2000, 0], [2000, width], [0, width]])];
    expect([0.02, 0.08, 0.12, 3].map((width) => isSliver(strip(width)))).toEqual([true, true, false, false]);
  });
});

it('boxOf gives the outermost degrees of all parts', () => {
  const [a, b] = [squareAt(100), squareAt(100, [5000, -300])];
  const box = boxOf({ type: 'MultiPolygon', coordinates: [a.coordinates, b.coordinates] });
  expect(box).toEqual([a.coordinates[0]![0]![0], b.coordinates[0]![0]![1], b.coordinates[0]![1]![0], a.coordinates[0]![2]![1]]);
});
