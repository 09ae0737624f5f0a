import fc from 'fast-check';
import { expect, it } from 'vitest';
import { coverArcs, measureCover, uniteCoverage, type CoveredArc } from '../../lib/geo/arc-coverage';
import { buildBorderTopology } from '../../lib/geo/border-topology';
import { shortDistanceMetres } from '../../lib/geo/ellipsoid';
import { between } from '../../lib/geo/flat';
import { findOwner } from '../../lib/geo/locate-ward';
import type { Stretch } from '../../lib/geo/stretches';
import type { LngLat, WardPolygon } from '../../lib/geo/types';
import { buildWardIndex } from '../../lib/geo/ward-index';

/** Nine wards of about 500 m in a grid. */
const SIDE = 0.005;
const WARDS: WardPolygon[] = Array.from({ length: 9 }, (_, number) => {
  const [west, south] = [105.8 + (number % 3) * SIDE, 21 + Math.floor(number / 3) * SIDE];
  return { code: `0000${number}`, name: 'x', geometry: { type: 'Polygon', coordinates: [[[west, south], [west + SIDE, south], [west + SIDE, south + SIDE], [west, south + SIDE], [west, south]]] } };
});
const INDEX = buildWardIndex(WARDS);
const { arcs: ARCS } = buildBorderTopology(WARDS);

const position = fc.tuple(fc.double({ min: 105.799, max: 105.816, noNaN: true }), fc.double({ min: 20.999, max: 21.016, noNaN: true })) as fc.Arbitrary<LngLat>;
const lines = fc.array(position, { minLength: 2, maxLength: 4 });
const reach = fc.double({ min: 5, max: 200, noNaN: true });
const cover = (line: readonly LngLat[], metres: number): CoveredArc[] => coverArcs({ type: 'LineString', coordinates: line }, metres, INDEX, ARCS);
const holds = (stretches: readonly Stretch[], metres: number): boolean => stretches.some(([from, to]) => from <= metres && metres <= to);

interface Place { readonly at: LngLat; readonly wards: readonly string[] }

/** Every metre of a segment with its wards, asked one after the other. */
function walk(from: LngLat, to: LngLat): Place[] {
  const steps = Math.max(1, Math.ceil(shortDistanceMetres(from, to)));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const at = between(from, to, step / steps);
    const { candidates, ownerCode } = findOwner(INDEX, at);
    return { at, wards: candidates.length > 0 || ownerCode === null ? candidates : [ownerCode] };
  });
}

/** Pieces of 5 m count for the ward of their middle: what lies in a ward for less may be missed. */
const isDeep = (ward: string) => (_: Place, i: number, all: readonly Place[]): boolean =>
  all.slice(Math.max(0, i - 5), i + 6).every(({ wards }) => wards.includes(ward));
const nearest = (places: readonly Place[], to: LngLat): number => places.reduce((least, { at }) => Math.min(least, shortDistanceMetres(at, to)), Infinity);

it('says of every place on every arc what a walk along the route says, but for the accuracy stated', () => {
  fc.assert(fc.property(fc.array(position, { minLength: 2, maxLength: 3 }), reach, (line, metres) => {
    const segments = line.slice(1).map((to, i) => walk(line[i]!, to));
    const covered = new Map(cover(line, metres).map((arc) => [`${arc.wardA}/${arc.wardB}`, arc.sides]));
    for (const { wardA, wardB, lines: arcLines, lengthMetres } of ARCS) {
      for (const [side, ward] of [wardA, wardB].entries()) {
        const [deep, any] = [segments.flatMap((all) => all.filter(isDeep(ward))), segments.flat().filter(({ wards }) => wards.includes(ward))];
        for (let share = 0.1; share < 1; share += 0.2) {
          const place = between(arcLines[0]![0]!, arcLines[0]!.at(-1)!, share);
          const found = holds(covered.get(`${wardA}/${wardB}`)?.[side as 0 | 1] ?? [], share * lengthMetres);
          if (nearest(deep, place) < metres - 6) expect(found).toBe(true);
          if (nearest(any, place) > metres + 6) expect(found).toBe(false);
        }
      }
    }
  }), { numRuns: 40, seed: 11, endOnFailure: true });
});

it('more reach never covers less', () => {
  fc.assert(fc.property(lines, reach, fc.double({ min: 0, max: 100, noNaN: true }), (line, metres, more) => {
    const wide = new Map(cover(line, metres + more).map((arc) => [`${arc.wardA}/${arc.wardB}`, measureCover(arc)]));
    for (const arc of cover(line, metres)) {
      const [less, larger] = [measureCover(arc), wide.get(`${arc.wardA}/${arc.wardB}`)];
      expect(larger?.ofA).toBeGreaterThanOrEqual(less.ofA - 1e-6);
      expect(larger?.ofB).toBeGreaterThanOrEqual(less.ofB - 1e-6);
      expect(larger?.both).toBeGreaterThanOrEqual(less.both - 1e-6);
    }
  }), { numRuns: 60, seed: 12, endOnFailure: true });
});

it('two routes one after the other cover what they cover together, in either order', () => {
  fc.assert(fc.property(lines, lines, reach, (one, other, metres) => {
    const together = coverArcs({ type: 'MultiLineString', coordinates: [one, other] }, metres, INDEX, ARCS);
    const united = uniteCoverage([cover(other, metres), cover(one, metres)]);
    const sizes = (arcs: readonly CoveredArc[]): string[] => arcs.map((arc) => `${arc.wardA}/${arc.wardB} ${Object.values(measureCover(arc)).map((value: number) => value.toFixed(3)).join()}`).sort();
    expect(sizes(united)).toEqual(sizes(together));
  }), { numRuns: 60, seed: 13, endOnFailure: true });
});
