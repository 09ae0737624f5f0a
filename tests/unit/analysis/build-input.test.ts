import { describe, expect, it } from 'vitest';
import { buildMetricPlane } from '../../../lib/geo/transverse-mercator';
import { shortDistanceMetres } from '../../../lib/geo/ellipsoid';
import { demoInput, demoScope } from '../../helpers/analysis-input';

describe('the metric plane', () => {
  // R sf 1.0-9 with PROJ 9.1.0: st_transform(st_sfc(st_point(c(105.8342, 21.0278)), crs = 4326), "+proj=tmerc +lon_0=105 +k=1 +datum=WGS84")
  it.each([
    [105.8342, 21.0278, 86_718.32937586, 2_326_381.3384069],
    [106.9, 20.5, 198_221.74082174, 2_268_871.2695942],
  ])('is the transverse Mercator projection at %f, %f', (longitude, latitude, x, y) => {
    const [east, north] = buildMetricPlane(105).toPlane(longitude, latitude);
    expect(Math.hypot(east - x, north - y)).toBeLessThan(0.001);
  });
  it('brings a position there and back', () => {
    const plane = buildMetricPlane(105);
    const [x, y] = plane.toPlane(105.8342, 21.0278);
    const [longitude, latitude] = plane.toDegrees(x, y);
    expect(longitude).toBeCloseTo(105.8342, 10);
    expect(latitude).toBeCloseTo(21.0278, 10);
  });
  it('keeps short distances', () => {
    const plane = buildMetricPlane(105.8);
    const [a, b] = [plane.toPlane(105.83, 21.02), plane.toPlane(105.84, 21.03)];
    expect(Math.hypot(a[0] - b[0], a[1] - b[1]) / shortDistanceMetres([105.83, 21.02], [105.84, 21.03])).toBeCloseTo(1, 5);
  });
});

describe('the input of an analysis', () => {
  it('holds the incidents of the wards asked for, in order of time, and their borders', () => {
    const input = demoInput(demoScope({ from: '2026-10-04', to: '2026-10-31', categories: ['drugs', 'prostitution', 'theft'], area: { kind: 'wards', codes: ['00008', '00025', '00160'] } }));
    // GROUND_TRUTH.md, t11-last-28-days: 5, 4 and 6.
    expect(['00008', '00025', '00160'].map((code) => [...input.points.wards].filter((ward) => input.wards[ward]!.code === code).length)).toEqual([5, 4, 6]);
    expect([...input.points.times]).toEqual([...input.points.times].sort((a, b) => a - b));
    expect(input.arcs.length).toBeGreaterThan(1);
    expect(input.areaSquareMetres / 1e6).toBeCloseTo(input.wards.reduce((sum, ward) => sum + ward.areaSquareMetres, 0) / 1e6, 6);
    expect(input.streets.length).toBeGreaterThan(1000);
  });
});
