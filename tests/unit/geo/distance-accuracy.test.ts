import { describe, expect, it } from 'vitest';
import { locateWard } from '../../../lib/geo/locate-ward';
import type { LngLat } from '../../../lib/geo/types';
import { buildWardIndex } from '../../../lib/geo/ward-index';
import { listDifferences } from '../../fixtures/geo/compare-with-judge';
import { seededRandom } from '../../fixtures/geo/seeded-random';
import { rectangle } from '../../fixtures/geo/squares';
import { TurfJudge } from '../../fixtures/geo/turf-judge';

describe.each([0, 21, -33, -69.9, 69.9])('distances up to 2 km at latitude %d', (south) => {
  it('are within 5 cm or 0.1 % of the geodesic', () => {
    const wards = [rectangle('A', 105.8, south, 105.82, south + 0.01), rectangle('B', 105.82, south, 105.83, south + 0.02)];
    const index = buildWardIndex(wards);
    const judge = new TurfJudge(wards, 2_300);
    const random = seededRandom(south);
    for (let i = 0; i < 400; i++) {
      const position: LngLat = [105.76 + 0.11 * random(), south - 0.02 + 0.05 * random()];
      expect(listDifferences(locateWard(index, position, 2_000), judge.judge(position), 2_000), `[${position}]`).toEqual([]);
    }
  });
});
