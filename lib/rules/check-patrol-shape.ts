import { linesOfShape, type CoveringShape } from '../geo/arc-coverage';
import { shortDistanceMetres } from '../geo/ellipsoid';
import { findOwner } from '../geo/locate-ward';
import { routeMetres } from '../geo/route-pieces';
import { findAreaFault } from '../geo/shape-faults';
import type { LngLat } from '../geo/types';
import type { WardIndex } from '../geo/ward-index';

/** Longest route, or outline of an area, of one patrol, in metres. */
export const LONGEST_ROUTE_METRES = 300_000;
/** Most positions of one route. */
export const MOST_ROUTE_POSITIONS = 20_000;
/** Most corners of one area, holes included: whether its outline crosses itself takes time by the square where they lie close. */
export const MOST_AREA_POSITIONS = 2_000;
/** Longest step of a recorded track, in metres: a receiver that loses the sky may be silent for a while, it does not fly. */
export const LONGEST_STEP_METRES = 5_000;

const written = (position: LngLat): string => position.map((one) => one.toFixed(6)).join(', ');

/** Why a route or an area can not be a patrol among the wards of an edition; null when it can. `recorded`: walked, not planned. */
export function findPatrolShapeFault(shape: CoveringShape, index: WardIndex, recorded: boolean): string | null {
  const lines = linesOfShape(shape);
  const positions = lines.reduce((sum, line) => sum + line.length, 0);
  const most = shape.type === 'Polygon' ? MOST_AREA_POSITIONS : MOST_ROUTE_POSITIONS;
  if (positions > most) return `holds ${positions} positions, at most ${most} are taken`;
  const metres = routeMetres(lines);
  // First, because what follows takes time by the length. A distance across the globe comes out too long, which is refused as well.
  if (!(metres <= LONGEST_ROUTE_METRES)) return `is ${Math.round(metres / 1000)} km long, at most ${LONGEST_ROUTE_METRES / 1000} km are taken`;
  if (!lines.flat().some((position) => findOwner(index, position).ownerCode !== null)) {
    return `lies in no ward of this edition (it begins at ${written(lines[0]?.[0] ?? [0, 0])}); coordinates are longitude first`;
  }
  const jump = recorded && shape.type !== 'Polygon' ? findJump(lines) : null;
  return jump ?? (shape.type === 'Polygon' ? findAreaFault(shape.coordinates) : null);
}

function findJump(lines: readonly (readonly LngLat[])[]): string | null {
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) {
      const [from, to] = [line[i - 1], line[i]];
      if (from === undefined || to === undefined) continue;
      const metres = shortDistanceMetres(from, to);
      if (metres > LONGEST_STEP_METRES) return `jumps ${(metres / 1000).toFixed(1)} km from ${written(from)} to ${written(to)}`;
    }
  }
  return null;
}
