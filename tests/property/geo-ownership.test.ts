import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { findOwner, listNeighbours, locateWard } from '../../lib/geo/locate-ward';
import type { LngLat, WardPolygon } from '../../lib/geo/types';
import { listPolygons } from '../../lib/geo/ward-edges';
import { buildWardIndex } from '../../lib/geo/ward-index';
import { listDifferences } from '../fixtures/geo/compare-with-judge';
import { TurfJudge } from '../fixtures/geo/turf-judge';

/** Shapes are drawn on whole numbers and scaled by a power of two, so that points on edges and corners are exactly there. */
const UNIT_DEGREES = 2 ** -14; // some 7 m
const SIZE = 64;

type Shape = readonly (readonly [x: number, y: number])[];
type Place = readonly [longitude: number, latitude: number];

/** Hà Nội, the origin, Santiago, Fiji beside the antimeridian, Tromsø. */
const place: fc.Arbitrary<Place> = fc.constantFrom<Place>([105.75, 21], [0, 0], [-70.5, -33.5], [179.984_375, -17], [18.75, 69.5]);
const coordinate = fc.integer({ min: 0, max: SIZE });

/** A star-shaped ring: corners at all angles around a middle, repeated ones and needles among them. */
const star: fc.Arbitrary<Shape> = fc
  .record({ x: coordinate, y: coordinate, radii: fc.array(fc.integer({ min: 1, max: 24 }), { minLength: 3, maxLength: 12 }) })
  .map(({ x, y, radii }) =>
    radii.map((radius, i) => {
      const angle = (2 * Math.PI * i) / radii.length;
      return [x + Math.round(radius * Math.cos(angle)), y + Math.round(radius * Math.sin(angle))] as const;
    }),
  );

/** Any ring at all: it may cross itself, fold back on itself or have no area. Even-odd, as Turf has it. */
const scribble: fc.Arbitrary<Shape> = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 9 });

/** A strip one unit wide or less. */
const sliver: fc.Arbitrary<Shape> = fc
  .tuple(coordinate, coordinate, coordinate, coordinate)
  .map(([ax, ay, bx, by]) => [[ax, ay], [bx, by], [bx, by + 1], [ax, ay]] as const);

const anyRing = fc.oneof(star, star, scribble, sliver);
/** Polygons: most are one ring, some have a ring more as a hole (inside or not: even-odd again). */
const polygon = fc.array(anyRing, { minLength: 1, maxLength: 2 });
const multiPolygon = fc.array(polygon, { minLength: 1, maxLength: 3 });

/** Wards that overlap, touch and leave gaps as they please. */
const heap = fc.array(multiPolygon, { minLength: 1, maxLength: 5 });

/** A mesh of quadrangles with moved corners: all corners and edges shared, some corners fallen on each other. */
const mesh: fc.Arbitrary<Shape[][][]> = fc
  .array(fc.tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: -6, max: 6 })), { minLength: 16, maxLength: 16 })
  .map((shifts) => {
    const corner = (column: number, row: number): readonly [number, number] => {
      const [dx, dy] = shifts[row * 4 + column] ?? [0, 0];
      return [column * 16 + dx, row * 16 + dy];
    };
    return [0, 1, 2].flatMap((row) =>
      [0, 1, 2].map((column) => [[[corner(column, row), corner(column + 1, row), corner(column + 1, row + 1), corner(column, row + 1)]]]),
    );
  });

function toWards(shapes: readonly (readonly (readonly Shape[])[])[], [longitude, latitude]: Place): WardPolygon[] {
  const toRing = (shape: Shape): Position[] => {
    const ring = shape.map(([x, y]) => [longitude + x * UNIT_DEGREES - SIZE * UNIT_DEGREES, latitude + y * UNIT_DEGREES]);
    return [...ring, ring[0] as Position];
  };
  return shapes.map((polygons, i) => ({
    code: String(9 - i), // the first has the largest code
    name: `Ward ${9 - i}`,
    geometry: { type: 'MultiPolygon', coordinates: polygons.map((rings) => rings.map(toRing)) },
  }));
}

/** Every corner, the middle of every edge, places on the outlines' grid lines, and a few at random. */
function listPositions(wards: readonly WardPolygon[], shares: readonly number[]): LngLat[] {
  const positions: LngLat[] = [];
  for (const ring of wards.flatMap((ward) => listPolygons(ward).flat())) {
    ring.slice(1).forEach((end, i) => {
      const [ax, ay] = ring[i] as [number, number];
      const [bx, by] = end as [number, number];
      const share = shares[i % shares.length] as number;
      positions.push([bx, by], [(ax + bx) / 2, (ay + by) / 2], [bx, ay], [ax + share * (bx - ax) * 3, ay + share * (by - ay)]);
    });
  }
  return positions;
}

const shares = fc.array(fc.double({ min: -0.5, max: 1.5, noNaN: true }), { minLength: 4, maxLength: 4 });

describe.each([
  ['heaps of stars, scribbles, slivers, holes and parts', heap, 60],
  ['meshes with shared corners and edges', mesh, 40],
])('wards in %s', (_, shapes, numRuns) => {
  it('are answered as Turf and GeographicLib answer', () => {
    fc.assert(
      fc.property(shapes, place, shares, (drawn, at, along) => {
        const wards = toWards(drawn, at);
        const index = buildWardIndex(wards);
        const judge = new TurfJudge(wards, 150);
        for (const position of listPositions(wards, along)) {
          const differences = listDifferences(locateWard(index, position, 100), judge.judge(position), 100);
          expect(differences, `[${position}]`).toEqual([]);
        }
      }),
      { numRuns, seed: 20_250_701 },
    );
  });

  it('are answered the same within widths beyond the reach of the grid', () => {
    fc.assert(
      fc.property(shapes, place, shares, (drawn, at, along) => {
        const wards = toWards(drawn, at);
        const index = buildWardIndex(wards);
        const judge = new TurfJudge(wards, 450);
        for (const position of listPositions(wards, along).slice(0, 12)) {
          expect(listDifferences(locateWard(index, position, 300), judge.judge(position), 300), `[${position}]`).toEqual([]);
        }
      }),
      { numRuns: numRuns / 2, seed: 7 },
    );
  });

  it('are answered alike whatever their order, and by the parts as by the whole', () => {
    fc.assert(
      fc.property(shapes, place, shares, fc.nat(500), (drawn, at, along, width) => {
        const wards = toWards(drawn, at);
        const index = buildWardIndex(wards);
        const reversed = buildWardIndex([...wards].reverse());
        for (const position of listPositions(wards, along)) {
          const whole = locateWard(index, position, width);
          const owner = findOwner(index, position);
          expect(locateWard(reversed, position, width)).toEqual(whole);
          expect(whole).toMatchObject(owner);
          expect(listNeighbours(index, position, width, owner.ownerCode)).toEqual(whole.neighbours);
          const narrow = locateWard(index, position, width / 2).neighbours;
          expect(narrow.length).toBeLessThanOrEqual(whole.neighbours.length);
          expect(narrow.map(({ code }) => code)).toEqual(whole.neighbours.slice(0, narrow.length).map(({ code }) => code));
        }
      }),
      { numRuns, seed: 42 },
    );
  });
});
