import type { Told } from '../../domain/analysis-result';
import { DEFAULT_TIME_ZONE, dayOf } from '../../domain/instant';
import { footprintOf, footprintOfDisc, type Footprint } from './footprint';
import { dayNumber, type AnalysisInput } from '../method';
import { isInRings } from '../plane/plane-rings';

/** What was done, or where, as an analyst says it. */
export interface TreatedChoice {
  readonly treated: 'patrol' | 'zone' | 'circle';
  readonly patrol: string;
  readonly zone: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly radiusMetres: number;
  /** Code of the ward on whose side it was done; empty = the patrol's wards, or all. */
  readonly ward: string;
}

/** Where it was done. `wards`: the sides it was done on (places); null = whatever side. */
export interface TreatedArea {
  readonly kind: 'area';
  readonly footprint: Footprint;
  readonly wards: ReadonlySet<number> | null;
}

/** The footprint of a patrol, a zone or a circle, exact out to `capMetres`, or why there is none. */
export function findTreatedArea(input: AnalysisInput, choice: TreatedChoice, capMetres: number): TreatedArea | { readonly kind: 'nothing'; readonly reason: Told } {
  const nothing = (code: string, values: Told['values'] = {}): { readonly kind: 'nothing'; readonly reason: Told } => ({ kind: 'nothing', reason: { code, values } });
  const placeOf = (code: string): number => input.wards.findIndex((ward) => ward.code === code);
  if (choice.ward !== '' && placeOf(choice.ward) < 0) return nothing('ward_outside', { ward: choice.ward });
  const chosen = choice.ward === '' ? null : new Set([placeOf(choice.ward)]);
  const area = (footprint: Footprint | null, wards: ReadonlySet<number> | null): ReturnType<typeof findTreatedArea> => (footprint === null ? nothing('no_footprint') : { kind: 'area', footprint, wards });
  switch (choice.treated) {
    case 'patrol': {
      const patrol = input.patrols.find(({ id }) => id === choice.patrol);
      if (patrol === undefined) return nothing('no_patrol');
      const wards = new Set(patrol.wardCodes.map(placeOf).filter((place) => place >= 0));
      return area(footprintOf(patrol.lines, patrol.areas, patrol.reachMetres, capMetres), chosen ?? (wards.size === 0 ? null : wards));
    }
    case 'zone': {
      const zone = input.zones.find(({ id }) => id === choice.zone);
      return zone === undefined ? nothing('no_zone') : area(footprintOf([], zone.polygons, 0, capMetres), chosen);
    }
    case 'circle': {
      const [x, y] = input.plane.toPlane(choice.longitude, choice.latitude);
      const isNear = input.wards.some(({ polygons }) => polygons.some((rings) => isInRings(rings, x, y)));
      return isNear ? area(footprintOfDisc(x, y, choice.radiusMetres), chosen) : nothing('no_centre');
    }
    default:
      return choice.treated satisfies never;
  }
}

/** The ward that holds a position in degrees; empty outside the area. */
export function findWardCode({ wards, plane }: AnalysisInput, longitude: number, latitude: number): string {
  const [x, y] = plane.toPlane(longitude, latitude);
  return wards.find(({ polygons }) => polygons.some((rings) => isInRings(rings, x, y)))?.code ?? '';
}

/** The calendar day on which a patrol began, as a day number. */
export const patrolDay = (from: number): number => dayNumber(dayOf(new Date(from * 1000).toISOString(), DEFAULT_TIME_ZONE));
