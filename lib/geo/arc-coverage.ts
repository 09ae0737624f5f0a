import type { BorderArc } from './border-topology';
import { shortDistanceMetres } from './ellipsoid';
import { between } from './flat';
import { findOwner } from './locate-ward';
import { cutRoute, PieceGrid, type RouteLines } from './route-pieces';
import { intersectStretches, lengthOfStretches, uniteStretches, type Stretch } from './stretches';
import type { LngLat } from './types';
import { buildWardIndex, type WardIndex } from './ward-index';

/** Spacing in metres at which an arc is asked whether it is covered. */
export const ARC_STEP_METRES = 5;

/** A route or an area on the ground. */
export type CoveringShape =
  | { readonly type: 'LineString'; readonly coordinates: readonly LngLat[] }
  | { readonly type: 'MultiLineString'; readonly coordinates: RouteLines }
  | { readonly type: 'Polygon'; readonly coordinates: RouteLines };

/** What is covered of one border arc: stretches in metres along its lines, from the side of `wardA` and of `wardB`. */
export interface CoveredArc {
  readonly wardA: string;
  readonly wardB: string;
  readonly lengthMetres: number;
  readonly sides: readonly [readonly Stretch[], readonly Stretch[]];
}

/** The lines of a shape: of an area, its rings. */
export const linesOfShape = (shape: CoveringShape): RouteLines => (shape.type === 'LineString' ? [shape.coordinates] : shape.coordinates);

/**
 * The border arcs that a route or an area covers, in the order given; arcs it does not come near are left out.
 *
 * A stretch is covered from the side of a ward where a part of the route or area that lies in that ward comes within
 * `reachMetres` of it. On the common outline of two wards a route is in both. An area covers from both sides what lies inside it.
 * Accuracy: the ends of a stretch within 5 m; distances within 1 mm of the WGS 84 geodesic.
 * Limits: a part of the route in a ward for less than 5 m may be missed. Lines are measured one after the other. Takes time by the shape's length: bound it first.
 * @throws on an area whose rings are no rings.
 */
export function coverArcs(shape: CoveringShape, reachMetres: number, index: WardIndex, arcs: readonly BorderArc[]): CoveredArc[] {
  const grid = new PieceGrid([...cutRoute(linesOfShape(shape), index)], reachMetres);
  const isInside = insideTest(shape);
  return arcs.flatMap((arc) => {
    if (!arc.lines.some((line) => touches(line, grid))) return [];
    const sides = coverArc(arc, grid, isInside);
    return sides[0].length + sides[1].length === 0 ? [] : [{ wardA: arc.wardA, wardB: arc.wardB, lengthMetres: arc.lengthMetres, sides }];
  });
}

function insideTest(shape: CoveringShape): (position: LngLat) => boolean {
  if (shape.type !== 'Polygon') return () => false;
  const coordinates = shape.coordinates.map((ring) => ring.map((one) => [...one]));
  const own = buildWardIndex([{ code: 'area', name: 'area', geometry: { type: 'Polygon', coordinates } }]);
  return (position) => findOwner(own, position).candidates.length > 0;
}

/** Whether the box of a line meets the box of the pieces. */
function touches(line: readonly LngLat[], { bbox: [west, south, east, north] }: PieceGrid): boolean {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [longitude, latitude] of line) {
    left = Math.min(left, longitude);
    right = Math.max(right, longitude);
    bottom = Math.min(bottom, latitude);
    top = Math.max(top, latitude);
  }
  return left <= east && right >= west && bottom <= north && top >= south;
}

function coverArc({ wardA, wardB, lines }: BorderArc, grid: PieceGrid, isInside: (position: LngLat) => boolean): [Stretch[], Stretch[]] {
  const sides: [Stretch[], Stretch[]] = [[], []];
  let along = 0;
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) {
      const [start, end] = [line[i - 1]!, line[i]!];
      const metres = shortDistanceMetres(start, end);
      const steps = Math.max(1, Math.ceil(metres / ARC_STEP_METRES));
      for (let step = 0; step < steps; step++) {
        const middle = between(start, end, (step + 0.5) / steps);
        const near = grid.wardsNear(middle);
        const inside = isInside(middle);
        const stretch: Stretch = [along + (metres * step) / steps, along + (metres * (step + 1)) / steps];
        if (inside || near.has(wardA)) sides[0].push(stretch);
        if (inside || near.has(wardB)) sides[1].push(stretch);
      }
      along += metres;
    }
  }
  return [uniteStretches(sides[0]), uniteStretches(sides[1])];
}

const keyOf = ({ wardA, wardB }: CoveredArc): string => `${wardA}/${wardB}`;

/** What several routes cover together, arc by arc, by codes: two units, each on its own side, cover both. */
export function uniteCoverage(parts: readonly (readonly CoveredArc[])[]): CoveredArc[] {
  const arcs = new Map<string, CoveredArc>();
  for (const arc of parts.flat()) {
    const known = arcs.get(keyOf(arc));
    const side = (which: 0 | 1): Stretch[] => uniteStretches([...(known?.sides[which] ?? []), ...arc.sides[which]]);
    arcs.set(keyOf(arc), { ...arc, sides: [side(0), side(1)] });
  }
  return [...arcs.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** The stretches of an arc that are covered from both sides. */
export const coveredFromBoth = ({ sides }: CoveredArc): Stretch[] => intersectStretches(sides[0], sides[1]);

/** Lengths in metres: covered from the side of each ward, from both sides, and from either. */
export interface CoverLengths {
  readonly ofA: number;
  readonly ofB: number;
  readonly both: number;
  readonly either: number;
}

/** Lengths of what is covered of an arc, in metres. */
export function measureCover(arc: CoveredArc): CoverLengths {
  const [ofA, ofB] = [lengthOfStretches(arc.sides[0]), lengthOfStretches(arc.sides[1])];
  const both = lengthOfStretches(coveredFromBoth(arc));
  return { ofA, ofB, both, either: ofA + ofB - both };
}

/** Least share of what is covered at all that must be covered from both sides: a glimpse over the border at one crossing is not both. */
export const BOTH_SHARE = 0.5;

/** Whether lengths (metres, of one arc or summed over several) mean both sides of the border, only one, or nothing. */
export function judgeSides(lengths: readonly Pick<CoverLengths, 'both' | 'either'>[]): 'both' | 'one_side' | 'none' {
  const either = lengths.reduce((sum, one) => sum + one.either, 0);
  const both = lengths.reduce((sum, one) => sum + one.both, 0);
  if (either === 0) return 'none';
  return both >= BOTH_SHARE * either ? 'both' : 'one_side';
}
