import type { MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { cleanArea } from '../../../lib/geo/clean-area';
import { MOST_CORNERS } from '../../../lib/geo/most-corners';
import { extentOf, findZoneFault } from '../../../lib/geo/zone-faults';
import { HOAN_KIEM, ringAt, squareAt } from '../../fixtures/geo/zone-shapes';

const EXTENT = [105.6, 20.9, 106, 21.2] as const;
const polygon = (...coordinates: Position[][]): Polygon => ({ type: 'Polygon', coordinates });
const many = (...parts: Polygon[]): MultiPolygon => ({ type: 'MultiPolygon', coordinates: parts.map(({ coordinates }) => coordinates) });
const ring = (...offsets: (readonly [number, number])[]) => ringAt(HOAN_KIEM, offsets);
const faultOf = (area: Polygon | MultiPolygon) => findZoneFault(cleanArea(area)!, EXTENT);
const big = squareAt(1000);

describe('findZoneFault', () => {
  it.each<[string, Polygon | MultiPolygon]>([
    ['a square', big],
    ['a hole', polygon(big.coordinates[0]!, squareAt(100, [100, 100]).coordinates[0]!)],
    ['a hole that touches the outline in a corner', polygon(big.coordinates[0]!, ring([0, 0], [200, 100], [100, 200]))],
    ['two parts side by side that share an edge', many(squareAt(500), squareAt(500, [500, 0]))],
    ['two parts that touch in a corner', many(squareAt(500), squareAt(500, [500, 500]))],
    ['an island in a hole', many(polygon(big.coordinates[0]!, squareAt(600, [200, 200]).coordinates[0]!), squareAt(100, [400, 400]))],
    ['just large enough', squareAt(10.2)],
  ])('takes %s', (_, area) => expect(faultOf(area)).toBeNull());

  it.each<[string, Polygon | MultiPolygon, RegExp]>([
    ['a bow tie', polygon(ring([0, 0], [1000, 1000], [1000, 0], [0, 800])), /crosses itself at 105\.8\d+, 21\.0/],
    ['two loops through one corner, run against each other', polygon(ring([0, 0], [500, 500], [1000, 1000], [1000, 0], [500, 500], [0, 900])), /lie on each other/],
    ['a part within a part', many(big, squareAt(100, [400, 400])), /lie on each other/],
    ['the same part twice', many(big, big), /lie on each other/],
    ['parts that overlap', many(big, squareAt(1000, [500, 500])), /crosses itself/],
    ['parts that overlap with edges in line', many(big, squareAt(1000, [500, 0])), /crosses itself|lie on each other/],
    ['a hole outside', polygon(big.coordinates[0]!, squareAt(100, [2000, 0]).coordinates[0]!), /hole outside/],
    ['a hole that sticks out', polygon(big.coordinates[0]!, squareAt(400, [800, 200]).coordinates[0]!), /crosses itself/],
    ['too small', squareAt(9), /81 m², at least 100/],
    ['too large', squareAt(23_000, [-20_000, -8_000]), /km², at most 500/],
    ['far away', squareAt(1000, [100_000, 0]), /outside the wards of this edition at 106/],
    ['latitude first', polygon(big.coordinates[0]!.map(([x, y]) => [y!, x! - 60])), /longitude first/],
  ])('refuses %s', (_, area, reason) => expect(faultOf(area)).toMatch(reason));

  it('takes as many corners as are allowed and no more, in bounded time, also of a scribble', () => {
    const circle = (corners: number): Polygon => polygon(ring(...Array.from({ length: corners }, (_, i): [number, number] => [3000 * Math.cos((2 * Math.PI * i) / corners), 3000 * Math.sin((2 * Math.PI * i) / corners)])));
    expect(faultOf(circle(MOST_CORNERS))).toBeNull();
    expect(faultOf(circle(MOST_CORNERS + 1))).toMatch(new RegExp(`holds ${String(MOST_CORNERS + 1)} corners`));
    const comb = polygon(ring(...Array.from({ length: 2_900 }, (_, i): [number, number] => [i * 0.3, i % 2 === 0 ? 0 : 5000 + i * 3]), [0, 30_000]));
    const start = performance.now();
    expect(faultOf(comb)).not.toBeNull();
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('extentOf is the box of all wards, and none without', () => {
    expect(extentOf([{ geometry: squareAt(100) }, { geometry: squareAt(100, [1000, 1000]) }])?.[2]).toBe(squareAt(100, [1000, 1000]).coordinates[0]![1]![0]);
    expect(extentOf([])).toBeNull();
  });
});
