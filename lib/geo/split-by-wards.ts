import type { MultiPolygon, Polygon, Position } from 'geojson';
import { absorbSlivers } from './absorb-slivers';
import { listWardsNear, sortOutSlivers } from './area-shares';
import { cleanArea, CUT_DECIMALS } from './clean-area';
import { commonArea, remainingArea } from './clip-areas';
import { areaOf, polygonsOf } from './ellipsoid-area';
import type { WardPolygon } from './types';

/** A part of an area that one ward holds. */
export interface WardPart {
  readonly code: string;
  readonly geometry: Polygon | MultiPolygon;
}

/** Difference of two sums of areas, as a share, that is no more than rounding. */
const ROUNDING = 1e-9;

/**
 * The parts of an area by the ward they lie in, largest first.
 *
 * Where wards overlap, the smallest code has it, as the ownership rule says. What lies in no ward, and strips thinner than 10 cm
 * where the area follows a border drawn twice, go to the part they lie against. Accuracy: where all of it lies against a part, the
 * parts add up to the area within 1e-6 of it.
 */
export function splitByWards(area: Polygon | MultiPolygon, wards: readonly WardPolygon[]): WardPart[] {
  const whole = areaOf(area);
  const near = listWardsNear(area, wards).sort((a, b) => (a.code < b.code ? -1 : 1));
  let held = near.flatMap((ward) => {
    const { solid, slivers } = sortOutSlivers(commonArea(area, ward.geometry));
    return solid.length === 0 ? [] : [{ ward, solid, slivers }];
  });
  const heldArea = (): number => held.reduce((sum, { solid, slivers }) => sum + areaOf(asArea([...solid, ...slivers])), 0);
  if (heldArea() > whole * (1 + ROUNDING)) {
    held = held.flatMap(({ ward, solid, slivers }, i) => {
      const left = sortOutSlivers(remainingArea(asArea([...solid, ...slivers]), held.slice(0, i).map((one) => one.ward.geometry)));
      return left.solid.length === 0 ? [] : [{ ward, ...left }];
    });
  }
  const rest = heldArea() < whole * (1 - ROUNDING) ? remainingArea(area, held.map(({ ward }) => ward.geometry)) : null;
  const loose = [...held.flatMap(({ slivers }) => slivers), ...(rest === null ? [] : polygonsOf(rest))];
  const grown = absorbSlivers(held.map(({ solid }) => asArea(solid)), loose);
  return held.flatMap(({ ward: { code } }, i) => {
    const geometry = cleanArea(grown[i]!, CUT_DECIMALS);
    return geometry === null ? [] : [{ code, geometry }];
  }).sort((a, b) => areaOf(b.geometry) - areaOf(a.geometry));
}

const asArea = (coordinates: Position[][][]): MultiPolygon => ({ type: 'MultiPolygon', coordinates });
