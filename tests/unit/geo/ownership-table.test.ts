import { describe, expect, it } from 'vitest';
import { findOwner, listNeighbours, locateWard } from '../../../lib/geo/locate-ward';
import type { LngLat, Ownership } from '../../../lib/geo/types';
import { buildWardIndex } from '../../../lib/geo/ward-index';
import { rectangle, rectangleRing, ward } from '../../fixtures/geo/squares';

/*
 * A town on a grid of 0.01° (about 1.1 km). B and A share the line x = 0.01; D overlaps C by a strip; E has a hole; F lies
 * north of a gap of 0.0002° (22 m), G north of one of 0.0004° (44 m); H is in two parts.
 *
 *   y .02   G ........  F ........
 *   y .01   B | A | C [C+D] D | E (hole) | H   H
 *   y 0
 */
const TOWN = [
  rectangle('B', 0, 0, 0.01, 0.01),
  rectangle('A', 0.01, 0, 0.02, 0.01),
  rectangle('C', 0.02, 0, 0.031, 0.01),
  rectangle('D', 0.03, 0, 0.04, 0.01),
  ward('E', [rectangleRing(0.04, 0, 0.05, 0.01), rectangleRing(0.044, 0.004, 0.046, 0.006)]),
  rectangle('F', 0.01, 0.0102, 0.02, 0.02),
  rectangle('G', 0, 0.0104, 0.01, 0.02),
  {
    code: 'H',
    name: 'Ward H',
    geometry: {
      type: 'MultiPolygon' as const,
      coordinates: [[rectangleRing(0.06, 0, 0.062, 0.01)], [rectangleRing(0.066, 0, 0.068, 0.01)]],
    },
  },
];
const index = buildWardIndex(TOWN);

const TABLE: [what: string, position: LngLat, expected: Ownership][] = [
  ['inside one ward', [0.005, 0.005], { status: 'inside', ownerCode: 'B', candidates: ['B'] }],
  ['on the line of two wards: smallest code', [0.01, 0.005], { status: 'on_border', ownerCode: 'A', candidates: ['A', 'B'] }],
  ['on a common corner', [0.02, 0], { status: 'on_border', ownerCode: 'A', candidates: ['A', 'C'] }],
  ['on an outer line: the one ward it belongs to', [0.005, 0], { status: 'inside', ownerCode: 'B', candidates: ['B'] }],
  ['on an outer corner', [0, 0], { status: 'inside', ownerCode: 'B', candidates: ['B'] }],
  ['inside two wards', [0.0305, 0.005], { status: 'overlap', ownerCode: 'C', candidates: ['C', 'D'] }],
  ['on the line of one ward, inside another', [0.031, 0.005], { status: 'overlap', ownerCode: 'C', candidates: ['C', 'D'] }],
  ['on two lines where an overlap begins', [0.03, 0], { status: 'on_border', ownerCode: 'C', candidates: ['C', 'D'] }],
  ['in a hole, far from its edge', [0.045, 0.005], { status: 'outside', ownerCode: null, candidates: [] }],
  ['in a hole, 11 m from its edge', [0.0441, 0.005], { status: 'gap', ownerCode: 'E', candidates: [] }],
  ['on the edge of a hole', [0.044, 0.005], { status: 'inside', ownerCode: 'E', candidates: ['E'] }],
  ['in a gap, nearer to F', [0.015, 0.01015], { status: 'gap', ownerCode: 'F', candidates: [] }],
  ['in a gap, nearer to A', [0.015, 0.01005], { status: 'gap', ownerCode: 'A', candidates: [] }],
  ['in a gap, as near to A as to B: smallest code', [0.01, 0.01005], { status: 'gap', ownerCode: 'A', candidates: [] }],
  ['33 m from the only ward near', [-0.0003, 0.005], { status: 'outside', ownerCode: null, candidates: [] }],
  ['22 m from the only ward near', [-0.0002, 0.005], { status: 'gap', ownerCode: 'B', candidates: [] }],
  ['in the second part', [0.067, 0.005], { status: 'inside', ownerCode: 'H', candidates: ['H'] }],
  ['between the parts', [0.064, 0.005], { status: 'outside', ownerCode: null, candidates: [] }],
  ['in another part of the world', [105.8, 21], { status: 'outside', ownerCode: null, candidates: [] }],
];

describe('ownership', () => {
  it.each(TABLE)('%s', (_, position, expected) => {
    expect(findOwner(index, position)).toEqual(expected);
    expect(locateWard(index, position, 100)).toMatchObject(expected);
  });

  it('orders codes by code unit, not by number or language', () => {
    const twins = [rectangle('10', 0, 0, 1, 1), rectangle('9', 0, 0, 1, 1), rectangle('Đ', 0, 0, 1, 1), rectangle('a', 0, 0, 1, 1)];
    expect(findOwner(buildWardIndex(twins), [0.5, 0.5]).candidates).toEqual(['10', '9', 'a', 'Đ']);
  });
});

describe('neighbours', () => {
  const codes = (position: LngLat, width: number, owner: string | null): string[] =>
    listNeighbours(index, position, width, owner).map(({ code }) => code);

  it('lists the other wards within the width, nearest first, without the owner', () => {
    expect(codes([0.0095, 0.0099], 100, 'B')).toEqual(['G', 'A', 'F']);
    expect(codes([0.0095, 0.0099], 50, 'B')).toEqual([]);
  });

  it('gives distance 0 to another ward that covers the position', () => {
    expect(listNeighbours(index, [0.0305, 0.005], 0, 'C')).toEqual([{ code: 'D', distanceMetres: 0 }]);
    expect(listNeighbours(index, [0.01, 0.005], 0, 'A')).toEqual([{ code: 'B', distanceMetres: 0 }]);
  });

  it('lists every ward within the width of a position that nobody owns', () => {
    const near = listNeighbours(index, [-0.0005, 0.005], 100, null);
    expect(near).toHaveLength(1);
    expect(near[0]?.code).toBe('B');
    expect(near[0]?.distanceMetres).toBeCloseTo(55.66, 2); // 0.0005° of the equator
  });

  it('looks beyond the reach of the grid, and beyond the grid itself', () => {
    expect(codes([0.005, 0.005], 700, 'B')).toEqual(['A', 'G']);
    expect(codes([0.005, 0.005], 20_000, 'B')).toEqual(['A', 'G', 'F', 'C', 'D', 'E', 'H']);
    expect(codes([-0.02, 0.005], 2_310, null)).toEqual(['B', 'G']);
  });

  it('refuses widths and positions that are none', () => {
    expect(() => locateWard(index, [0, 0], -1)).toThrow('-1');
    expect(() => locateWard(index, [0, 0], NaN)).toThrow('NaN');
    expect(() => findOwner(index, [NaN, 0])).toThrow('NaN');
    expect(() => findOwner(index, [0, 91])).toThrow('91');
  });
});

describe('buildWardIndex', () => {
  it('answers outside when there are no wards', () => {
    expect(locateWard(buildWardIndex([]), [105.8, 21], 100)).toEqual({ status: 'outside', ownerCode: null, candidates: [], neighbours: [] });
  });

  it.each([
    ['a code used twice', [rectangle('A', 0, 0, 1, 1), rectangle('A', 1, 0, 2, 1)], 'code A'],
    ['an open ring', [ward('A', [[[0, 0], [1, 0], [1, 1], [0, 1]]])], 'Ward A (Ward A) has a ring that is not closed'],
    ['a ring that is too short', [ward('A', [[[0, 0], [1, 0], [0, 0]]])], 'at least 4'],
    ['a position that is none', [ward('A', [[[0, 0], [1, 0], [1, NaN], [0, 0]]])], 'no longitude and latitude'],
  ])('refuses %s, naming the ward', (_, wards, message) => {
    expect(() => buildWardIndex(wards)).toThrow(message);
  });
});
