import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { commonArea } from '../../../lib/geo/clip-areas';
import { areaOf } from '../../../lib/geo/ellipsoid-area';
import { splitArea } from '../../../lib/geo/split-area';
import type { LngLat } from '../../../lib/geo/types';
import { HOAN_KIEM, ringAt, squareAt } from '../../fixtures/geo/zone-shapes';

const line = (...offsets: (readonly [number, number])[]) => ringAt(HOAN_KIEM, offsets).slice(0, -1) as unknown as LngLat[];
const square = squareAt(1000);
const holed: Polygon = { type: 'Polygon', coordinates: [square.coordinates[0]!, squareAt(200, [400, 400]).coordinates[0]!] };
/** Three arms that point up from a bar. */
const comb: Polygon = { type: 'Polygon', coordinates: [ringAt(HOAN_KIEM, [[0, 0], [500, 0], [500, 500], [400, 500], [400, 100], [300, 100], [300, 500], [200, 500], [200, 100], [100, 100], [100, 500], [0, 500]])] };

const sharesOf = (area: Polygon, cut: LngLat[]) => splitArea(area, cut)?.map((part) => Math.round((areaOf(part) / areaOf(area)) * 1000));

describe('splitArea', () => {
  it.each<[string, Polygon, LngLat[], number[]]>([
    ['one line straight through', square, line([300, -50], [300, 1050]), [700, 300]],
    ['ends that lie on the outline', square, line([250, 0], [250, 1000]), [750, 250]],
    ['ends that lie 1 cm short of the outline', square, line([250, 0.01], [250, 999.99]), [750, 250]],
    ['ends that are corners', square, line([0, 0], [1000, 1000]), [500, 500]],
    ['a bent line', square, line([-50, 500], [500, 500], [500, -50]), [750, 250]],
    ['a line that crosses four times', square, line([200, -10], [200, 500], [300, 500], [300, -10], [600, -10], [600, 1010]), [550, 400, 50]],
    ['through a hole', holed, line([500, -10], [500, 1010]), [500, 500]],
    ['past a hole, which stays in its part', holed, line([100, -10], [100, 1010]), [896, 104]],
    ['three arms', comb, line([-10, 300], [510, 300]), [647, 118, 118, 118]],
    ['a line that crosses itself inside', square, line([500, -10], [500, 700], [700, 700], [700, 500], [-10, 500]), [710, 250, 40]],
    ['a corner given twice', square, line([500, -10], [500, -10], [500, 1010]), [500, 500]],
  ])('%s', (_, area, cut, expected) => {
    expect(sharesOf(area, cut)).toEqual(expected);
    const parts = splitArea(area, cut)!;
    expect(Math.abs(parts.reduce((sum, part) => sum + areaOf(part), 0) / areaOf(area) - 1)).toBeLessThan(1e-6);
    for (const [i, part] of parts.entries()) for (const other of parts.slice(i + 1)) expect(areaOf(commonArea(part, other) ?? { type: 'Polygon', coordinates: [] })).toBeLessThan(1);
  });

  it.each([
    ['ends inside', line([500, -10], [500, 900])], ['passes by', line([2000, -10], [2000, 900])], ['one corner only', line([500, 500])],
    ['runs along the outline', line([0, 0], [1000, 0])], ['touches one corner', line([-100, 100], [100, -100].map((one) => one - 1e-9) as [number, number])],
  ])('cuts nothing off when the line %s', (_, cut) => {
    expect(splitArea(square, cut)).toBeNull();
  });

  it('leaves polygons alone that the line does not meet: they stay with the largest part', () => {
    const far = squareAt(100, [5000, 0]);
    const parts = splitArea({ type: 'MultiPolygon', coordinates: [square.coordinates, far.coordinates] }, line([300, -50], [300, 1050]))!;
    expect(parts.map(({ type }) => type)).toEqual(['MultiPolygon', 'Polygon']);
    expect(areaOf(parts[0]!)).toBeCloseTo(0.7 * areaOf(square) + areaOf(far), -1);
  });

  it('gives the strip between the outline and a line 2 cm inside it back to its neighbour', () => {
    const parts = splitArea(square, line([-10, 0.02], [300, 0.02], [300, 1010]))!;
    expect(parts).toHaveLength(2);
    expect(Math.abs(parts.reduce((sum, part) => sum + areaOf(part), 0) / areaOf(square) - 1)).toBeLessThan(1e-6);
  });
});
