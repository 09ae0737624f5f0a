import type { Regulation } from '../domain/boundary';
import type { WardLocation } from '../geo/types';
import { findPairAgreement, type Agreement } from './agreement';

/** A neighbour within the width agreed for its pair with the owner. */
export interface ZoneNeighbour {
  readonly code: string;
  readonly distanceMetres: number;
  readonly widthMetres: number;
  /** The agreement between this neighbour and the owner; null when none is in force. */
  readonly agreement: Agreement | null;
}

/** A focus area that holds the position, with the members that touch it. */
export interface FocusAreaHit {
  readonly id: string;
  readonly name: string;
  readonly agreement: Agreement;
  readonly memberCodes: readonly string[];
}

/** Whether a position lies in a border zone, of which cluster, and who is near. */
export interface BorderZone {
  readonly isBorderZone: boolean;
  readonly isJunction: boolean;
  /** Width of the governing agreement, or of the nearest pair, in metres; the city default when nothing is near. */
  readonly widthMetres: number;
  readonly neighbours: readonly ZoneNeighbour[];
  readonly focusArea: FocusAreaHit | null;
  /** The agreement that governs the position: its focus area's, else that with the nearest bound neighbour. */
  readonly agreement: Agreement | null;
  /** An agreement the owner has signed, whether or not it governs this position: whom the owner may ask. */
  readonly ownerAgreement: Agreement | null;
}

/** The widest border zone that any agreement asks for, in metres: how far `locateWard` has to look. */
export function widestZoneMetres(agreements: readonly Agreement[], defaultWidthMetres: number): number {
  const widths = agreements.flatMap(({ regulation }) => [regulation.borderWidthMetres, ...regulation.rules.arcWidths.map((arc) => arc.widthMetres)]);
  return widths.reduce((widest, one) => Math.max(widest, one), defaultWidthMetres);
}

/** The width agreed for the border of two members, in metres: that of its arc where one is signed, else the cluster's. */
export function agreedWidthMetres({ borderWidthMetres, rules }: Regulation, a: string, b: string): number {
  const arc = rules.arcWidths.find(({ wards }) => wards.includes(a) && wards.includes(b));
  return arc?.widthMetres ?? borderWidthMetres;
}

/**
 * Applies the border-zone rule to a located position.
 *
 * Source: the domain text, "Border zone": a ward B other than the owner within the width, that of the border arc or
 * the cluster when owner and B share a cluster in force, else the city default; or a focus area. Two or more such wards make a junction.
 * Limits: `location` must list neighbours up to `widestZoneMetres`; a position nobody owns is measured with the default.
 */
export function findBorderZone(
  location: WardLocation,
  agreements: readonly Agreement[],
  focusArea: FocusAreaHit | null,
  defaultWidthMetres: number,
): BorderZone {
  const neighbours = location.neighbours
    .map(({ code, distanceMetres }): ZoneNeighbour => {
      const { ownerCode } = location;
      const agreement = ownerCode === null ? undefined : findPairAgreement(agreements, ownerCode, code);
      const widthMetres = ownerCode === null || agreement === undefined ? defaultWidthMetres : agreedWidthMetres(agreement.regulation, ownerCode, code);
      return { code, distanceMetres, widthMetres, agreement: agreement ?? null };
    })
    .filter((one) => one.distanceMetres <= one.widthMetres);
  const agreement = focusArea?.agreement ?? neighbours.find((one) => one.agreement !== null)?.agreement ?? null;
  const governed = neighbours.find((one) => agreement !== null && one.agreement === agreement);
  return {
    isBorderZone: neighbours.length > 0 || focusArea !== null,
    isJunction: neighbours.length >= 2,
    widthMetres: governed?.widthMetres ?? agreement?.regulation.borderWidthMetres ?? neighbours[0]?.widthMetres ?? defaultWidthMetres,
    neighbours,
    focusArea,
    agreement,
    ownerAgreement: agreements.find((one) => location.ownerCode !== null && one.memberCodes.has(location.ownerCode)) ?? null,
  };
}
