import { describe, expect, it } from 'vitest';
import { shortDistanceMetres } from '../../../lib/geo/ellipsoid';
import type { LngLat } from '../../../lib/geo/types';
import { seededRandom } from '../../fixtures/geo/seeded-random';
import { geodesicMetres } from '../../fixtures/geo/turf-judge';

describe('shortDistanceMetres', () => {
  it.each([
    ['up to 2 km, within 1 mm', 0.018, 0.001, 0],
    ['up to 50 km, within 0.01 %', 0.45, 0.001, 0.0001],
  ])('agrees with GeographicLib %s, between 60° south and north', (_, degrees, toleranceMetres, share) => {
    const random = seededRandom(7);
    for (let i = 0; i < 2000; i++) {
      const from: LngLat = [-180 + 359 * random(), -60 + 120 * random()];
      const to: LngLat = [from[0] + (random() - 0.5) * degrees, from[1] + (random() - 0.5) * degrees];
      const geodesic = geodesicMetres(from, to);
      expect(Math.abs(shortDistanceMetres(from, to) - geodesic)).toBeLessThan(toleranceMetres + share * geodesic);
    }
  });

  it('measures a degree of the equator and of the meridian at the pole', () => {
    expect(shortDistanceMetres([0, 0], [1, 0])).toBeCloseTo(111_319.491, 2); // a π / 180
    expect(shortDistanceMetres([0, 0], [0, 0])).toBe(0);
  });
});
