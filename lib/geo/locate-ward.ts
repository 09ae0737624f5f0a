import { EMPTY_CELL, FIRST_ENTRY, isPlainAt } from './cell-book';
import { cellAt } from './grid-frame';
import type { LngLat, Neighbour, Ownership, OwnershipStatus, WardLocation } from './types';
import { coverAt } from './ward-cover';
import { compareNearness, outlinesWithin } from './ward-distance';
import { codeOf, OUTSIDE, type WardCover, type WardIndex } from './ward-index';

/** How far from a ward an uncovered position may be and still belong to it, in metres: slivers in the source. */
export const GAP_METRES = 30;

/**
 * Who owns a position, by the ownership rule of the product; ties go to the smallest code.
 *
 * Accuracy: covering and outline are decided without rounding, as `booleanPointInPolygon` of Turf decides them.
 * Limits: answers may be shared and frozen; never change them.
 * @throws when the position is not a longitude and latitude.
 */
export function findOwner(index: WardIndex, position: LngLat): Ownership {
  const cell = findCell(index, position);
  const cover = coverAt(index, cell, position);
  return describe(index, cover, decideOwner(index, cover, cell, position));
}

/**
 * Wards whose polygon lies within `widthMetres` of a position, nearest first (within 1 mm: smallest code), the owner left out.
 *
 * Accuracy: distances within 5 cm or 0.1 % of the WGS 84 geodesic up to 2 km, below 70° of latitude.
 * Limits: a position that other wards cover has distance 0 to each; no ward near gives []; an unknown owner leaves none out.
 * @throws when the position is not a longitude and latitude, or the width is negative or not a number.
 */
export function listNeighbours(
  index: WardIndex,
  position: LngLat,
  widthMetres: number,
  ownerCode: string | null,
): readonly Neighbour[] {
  assertWidth(widthMetres);
  const owner = ownerCode === null ? -1 : (index.numberOfCode.get(ownerCode) ?? -1);
  const cell = findCell(index, position);
  return neighboursWithin(index, cell, position, widthMetres, coverAt(index, cell, position).covering, owner);
}

/**
 * Owner, status and neighbours within `widthMetres` of a position: `findOwner` and `listNeighbours` in one go.
 *
 * Accuracy: as of those two. Limits: answers may be shared and frozen; never change them.
 * @throws when the position is not a longitude and latitude, or the width is negative or not a number.
 */
export function locateWard(index: WardIndex, position: LngLat, widthMetres: number): WardLocation {
  const { grid } = index;
  const cell = findCell(index, position);
  assertWidth(widthMetres);
  if (widthMetres <= grid.reachMetres) {
    // Four positions in five end here, with one look into the grid.
    const content = cell < 0 ? EMPTY_CELL : (grid.cells[cell] as number);
    if (content >= 0) return index.plainAnswers[content] as WardLocation;
    if (content === EMPTY_CELL) return OUTSIDE;
    const start = FIRST_ENTRY - content;
    if (isPlainAt(grid.book, grid.frame, start, position[0], position[1])) {
      return index.plainAnswers[grid.book.numbers[start] as number] as WardLocation;
    }
  }
  return locateInCell(index, cell, position, widthMetres);
}

function locateInCell(index: WardIndex, cell: number, position: LngLat, widthMetres: number): WardLocation {
  const cover = coverAt(index, cell, position);
  const decision = decideOwner(index, cover, cell, position);
  const neighbours = neighboursWithin(index, cell, position, widthMetres, cover.covering, decision.owner);
  if (decision.status === 'inside' && neighbours.length === 0) return index.plainAnswers[decision.owner] as WardLocation;
  const { status, ownerCode, candidates } = describe(index, cover, decision);
  return { status, ownerCode, candidates, neighbours }; // spelled out: a spread costs more than all the geometry
}

/** The cell of a position, or -1 beyond the grid. */
function findCell({ grid }: WardIndex, position: LngLat): number {
  const cell = cellAt(grid.frame, position[0], position[1]);
  if (cell < 0 && !(Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90)) {
    throw new RangeError(`[${position[0]}, ${position[1]}] is not a longitude and latitude`);
  }
  return cell;
}

function assertWidth(widthMetres: number): void {
  if (!(widthMetres >= 0)) throw new RangeError(`A width is 0 metres or more, not ${widthMetres}`);
}

interface Decision {
  readonly status: OwnershipStatus;
  /** A ward number, or -1. */
  readonly owner: number;
}

function decideOwner(index: WardIndex, cover: WardCover, cell: number, position: LngLat): Decision {
  const { covering, onOutline } = cover;
  if (onOutline.length > 1) return { status: 'on_border', owner: onOutline[0] as number };
  if (covering.length > 1) return { status: 'overlap', owner: covering[0] as number };
  if (covering.length === 1) return { status: 'inside', owner: covering[0] as number };
  const nearest = [...outlinesWithin(index, cell, position, GAP_METRES, -1)].sort(compareNearness)[0];
  if (nearest === undefined) return { status: 'outside', owner: -1 };
  return { status: 'gap', owner: index.numberOfCode.get(nearest.code) as number };
}

function describe(index: WardIndex, { covering }: WardCover, { status, owner }: Decision): Ownership {
  if (status === 'inside') return index.plainOwnerships[owner] as Ownership;
  return {
    status,
    ownerCode: owner === -1 ? null : codeOf(index, owner),
    candidates: covering.map((ward) => codeOf(index, ward)),
  };
}

/** Every ward but the owner that covers the position or has its outline within the width, nearest first. */
function neighboursWithin(
  index: WardIndex,
  cell: number,
  position: LngLat,
  widthMetres: number,
  covering: readonly number[],
  owner: number,
): readonly Neighbour[] {
  const near = outlinesWithin(index, cell, position, widthMetres, owner);
  if (covering.length > 1 || (covering.length === 1 && covering[0] !== owner)) {
    const codes = covering.filter((ward) => ward !== owner).map((ward) => codeOf(index, ward));
    const beyond = near.filter(({ code }) => !codes.includes(code));
    return [...codes.map((code) => ({ code, distanceMetres: 0 })), ...beyond].sort(compareNearness);
  }
  return near.length > 1 ? [...near].sort(compareNearness) : near;
}
