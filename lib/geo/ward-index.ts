import type { Ownership, WardLocation, WardPolygon } from './types';
import { flattenWards, type WardEdges } from './ward-edges';
import { buildWardGrid, type WardGrid } from './ward-grid';

/** The wards that cover a position: every one, and those whose outline it lies on. Ward numbers, ascending. */
export interface WardCover {
  readonly covering: readonly number[];
  readonly onOutline: readonly number[];
}

/** The wards of one edition, prepared for finding owners and neighbours. Treat as opaque; `wards` is sorted by code. */
export interface WardIndex {
  readonly wards: readonly WardPolygon[];
  readonly outlines: WardEdges;
  readonly grid: WardGrid;
  /** The answers for a position inside one ward and out of reach of all others, by ward number; shared and frozen. */
  readonly plainCovers: readonly WardCover[];
  readonly plainOwnerships: readonly Ownership[];
  readonly plainAnswers: readonly WardLocation[];
  readonly numberOfCode: ReadonlyMap<string, number>;
}

/** Width of a grid cell in metres: near the reach, so that few edges lie within reach of a cell, and the cells stay few. */
const CELL_METRES = 140;
/** Neighbour lists up to this width come from one cell; wider ones are searched for, cell by cell. */
const REACH_METRES = 100;

/**
 * Prepares the wards of one edition for `findOwner`, `listNeighbours` and `locateWard`.
 *
 * Limits: no wards give an index that answers `outside` everywhere. Polygons must not cross the antimeridian (RFC 7946
 * cuts them there); wards on both sides of it are found, but not as each other's neighbours.
 * @throws when two wards share a code, or a ring is open, too short or off the globe; names the ward.
 */
export function buildWardIndex(wards: readonly WardPolygon[]): WardIndex {
  const sorted = [...wards].sort((a, b) => compareCodes(a.code, b.code));
  const numberOfCode = new Map(sorted.map((ward, number) => [ward.code, number]));
  if (numberOfCode.size !== sorted.length) {
    const twice = sorted.find((ward, i) => ward.code === sorted[i + 1]?.code);
    throw new Error(`Two wards have the code ${twice?.code}; a code names one ward of an edition`);
  }
  const outlines = flattenWards(sorted);
  return {
    wards: sorted,
    outlines,
    grid: buildWardGrid(outlines, CELL_METRES, REACH_METRES),
    plainCovers: sorted.map((_, number) => Object.freeze({ covering: Object.freeze([number]), onOutline: Object.freeze([]) })),
    plainOwnerships: sorted.map((ward) => plainOwnership(ward.code)),
    plainAnswers: sorted.map((ward) => Object.freeze({ ...plainOwnership(ward.code), neighbours: Object.freeze([]) })),
    numberOfCode,
  };
}

/** Orders codes by UTF-16 code unit, as every tie between wards is decided: below 0 when a comes first. */
export function compareCodes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The code of a ward by its number. */
export function codeOf(index: WardIndex, ward: number): string {
  return (index.wards[ward] as WardPolygon).code;
}

function plainOwnership(code: string): Ownership {
  return Object.freeze({ status: 'inside', ownerCode: code, candidates: Object.freeze([code]) } satisfies Ownership);
}

/** The answer for a position in no ward and far from all; shared and frozen. */
export const OUTSIDE: WardLocation = Object.freeze({
  status: 'outside',
  ownerCode: null,
  candidates: Object.freeze([]),
  neighbours: Object.freeze([]),
} satisfies WardLocation);
