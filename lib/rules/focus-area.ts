import type { FocusArea } from '../domain/boundary';
import { isInForce, type Day } from '../domain/instant';
import { shortDistanceMetres } from '../geo/ellipsoid';
import { findOwner, listNeighbours } from '../geo/locate-ward';
import type { LngLat } from '../geo/types';
import { buildWardIndex, type WardIndex } from '../geo/ward-index';
import type { Agreement } from './agreement';
import type { FocusAreaHit } from './border-zone';

/** Spacing in metres at which a polygon's outline is asked for the wards it runs through. */
const OUTLINE_STEP_METRES = 10;

/** Tells whether a position lies in one focus area, its edge included. */
export interface FocusAreaTest {
  readonly hit: FocusAreaHit;
  readonly covers: (position: LngLat) => boolean;
}

/**
 * The focus areas in force on a day, ready to be asked, with the cluster members each of them touches.
 *
 * Accuracy: members of a circle exactly; those of a polygon by its corners and its outline every 10 m.
 */
export function listFocusAreaTests(agreements: readonly Agreement[], index: WardIndex, day: Day): FocusAreaTest[] {
  return agreements.flatMap((agreement) =>
    agreement.cluster.focusAreas
      .filter((area) => isInForce(area, day))
      .map((area) => {
        const hit: FocusAreaHit = { id: area.id, name: area.name, agreement, memberCodes: listFocusAreaMembers(area, agreement, index) };
        return { hit, covers: coverTest(area) };
      }),
  );
}

/** The members of an agreement that a focus area touches, smallest code first; `index` is the cluster's edition. */
export function listFocusAreaMembers(area: FocusArea, { memberCodes }: Agreement, index: WardIndex): string[] {
  return listTouchedWards(area, index).filter((code) => memberCodes.has(code));
}

function coverTest({ id, name, shape }: FocusArea): (position: LngLat) => boolean {
  if (shape.kind === 'circle') {
    return (position) => shortDistanceMetres(shape.centre, position) <= shape.radiusMetres;
  }
  const coordinates = shape.coordinates.map((ring) => ring.map((one) => [...one]));
  const own = buildWardIndex([{ code: id, name, geometry: { type: 'Polygon', coordinates } }]);
  return (position) => findOwner(own, position).candidates.length > 0;
}

/** The wards that a focus area touches, smallest code first; `index` is the cluster's edition. */
export function listTouchedWards({ shape }: Pick<FocusArea, 'shape'>, index: WardIndex): string[] {
  if (shape.kind === 'circle') return listNeighbours(index, shape.centre, shape.radiusMetres, null).map((one) => one.code).sort();
  const touched = new Set<string>();
  for (const ring of shape.coordinates) {
    for (const position of walkOutline(ring)) for (const code of findOwner(index, position).candidates) touched.add(code);
  }
  return [...touched].sort();
}

function* walkOutline(ring: readonly LngLat[]): Generator<LngLat> {
  for (let corner = 0; corner + 1 < ring.length; corner++) {
    const [from, to] = [ring[corner], ring[corner + 1]];
    if (from === undefined || to === undefined) return;
    const steps = Math.max(1, Math.ceil(shortDistanceMetres(from, to) / OUTLINE_STEP_METRES));
    for (let step = 0; step < steps; step++) {
      const share = step / steps;
      yield [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    }
  }
}
