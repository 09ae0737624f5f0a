import { describe, expect, it } from 'vitest';
import geodesic from 'geographiclib-geodesic';
import { areaOf } from '../../../lib/geo/ellipsoid-area';
import { readEdition } from '../../fixtures/geo/read-edition';
import { squareAt } from '../../fixtures/geo/zone-shapes';

/** An edge in steps of some 20 m: GeographicLib's edges are geodesics, GeoJSON's are straight in degrees. */
function* stepsOf([ax, ay]: readonly number[], [bx, by]: readonly number[]): Generator<[number, number]> {
  const steps = Math.ceil(Math.hypot(bx! - ax!, by! - ay!) / 2e-4);
  for (let i = 0; i < steps; i++) yield [ax! + ((bx! - ax!) * i) / steps, ay! + ((by! - ay!) * i) / steps];
}

/** Area by GeographicLib, an implementation of its own. */
function judge(rings: readonly (readonly number[])[][]): number {
  const ofRing = (ring: readonly (readonly number[])[]): number => {
    const polygon = geodesic.Geodesic.WGS84.Polygon(false);
    ring.slice(1).forEach((to, i) => { for (const [lon, lat] of stepsOf(ring[i]!, to)) polygon.AddPoint(lat, lon); });
    return Math.abs(polygon.Compute(false, true).area!);
  };
  return rings.reduce((sum, ring, i) => sum + (i === 0 ? 1 : -1) * ofRing(ring), 0);
}

describe('areaOf', () => {
  it('is that of GeographicLib on every tenth ward shipped, within 1e-7', () => {
    const worst = Math.max(...readEdition('hn-hp-2025').filter((_, i) => i % 10 === 0).map(({ geometry }) => {
      const expected = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).reduce((sum, rings) => sum + judge(rings), 0);
      return Math.abs(areaOf(geometry) - expected) / expected;
    }));
    expect(worst).toBeLessThan(1e-7);
  });

  it('takes holes off, whichever way they run, and adds parts', () => {
    const [outer, hole] = [squareAt(1000), squareAt(200, [300, 300])];
    for (const inner of [hole.coordinates[0]!, [...hole.coordinates[0]!].reverse()]) {
      expect(areaOf({ type: 'Polygon', coordinates: [outer.coordinates[0]!, inner] })).toBeCloseTo(areaOf(outer) - areaOf(hole), 3);
    }
    const apart = squareAt(200, [5000, 0]);
    expect(areaOf({ type: 'MultiPolygon', coordinates: [outer.coordinates, apart.coordinates] })).toBeCloseTo(areaOf(outer) + areaOf(apart), 3);
    expect(areaOf({ type: 'Polygon', coordinates: [] })).toBe(0);
  });
});
