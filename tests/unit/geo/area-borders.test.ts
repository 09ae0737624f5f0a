import { expect, it } from 'vitest';
import { listBordersNear } from '../../../lib/geo/area-borders';
import type { LngLat } from '../../../lib/geo/types';
import { HOAN_KIEM, ringAt, squareAt } from '../../fixtures/geo/zone-shapes';

const arc = (wardA: string, wardB: string, ...lines: (readonly [number, number])[][]) =>
  ({ wardA, wardB, lengthMetres: 1, lines: lines.map((offsets) => ringAt(HOAN_KIEM, offsets).slice(0, -1) as unknown as LngLat[]) });

it('listBordersNear measures from the edge of the zone, nearest first, 0 for what touches, crosses or lies inside', () => {
  const arcs = [
    arc('1', '2', [[-100, 500], [1100, 500]]), // crosses
    arc('1', '3', [[400, 400], [600, 600]]), // inside
    arc('2', '3', [[1000.02, 0], [1000.02, 1000]]), // along, 2 cm off
    arc('2', '4', [[-60, -10_000], [-60, 10_000]]), // passes by, its ends far away
    arc('3', '4', [[1300, 1400], [5000, 5000]]), // diagonal from the corner: 300, 400
    arc('4', '5', [[5000, 0], [5000, 10]], [[500, -120], [500, -3000]]), // the second line is near
    arc('5', '6', [[2001, 0], [2001, 1000]]), // too far
  ];
  const near = listBordersNear(squareAt(1000), arcs, 1000);
  expect(near.map(({ wardA, wardB }) => wardA + wardB)).toEqual(['12', '13', '23', '24', '45', '34']);
  const expected = [0, 0, 0, 60, 120, 500];
  near.forEach(({ distanceMetres }, i) => expect(Math.abs(distanceMetres - expected[i]!), `${i}`).toBeLessThan(expected[i]! * 0.005 + 1e-9));
});
