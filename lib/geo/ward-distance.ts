import { boxOfCell, CHAIN_HEAD_LENGTH, crossingStartOf, EMPTY_CELL, FIRST_ENTRY } from './cell-book';
import { squaredChainMetres } from './edge-distance';
import { localMetric } from './ellipsoid';
import type { LngLat, Neighbour } from './types';
import type { WardGrid } from './ward-grid';
import { codeOf, compareCodes, type WardIndex } from './ward-index';

/** Distances this close tie: far below their accuracy, and above the rounding by which two ways of measuring one may differ. */
const TIE_METRES = 1e-3;
/** Makes a width in degrees a little too long rather than too short. */
const WIDTH_SURPLUS = 1.001;

const NO_NEIGHBOURS: readonly Neighbour[] = Object.freeze([]);

/** Orders neighbours nearest first, the smallest code first where the distances tie. */
export function compareNearness(a: Neighbour, b: Neighbour): number {
  const difference = a.distanceMetres - b.distanceMetres;
  return Math.abs(difference) <= TIE_METRES ? compareCodes(a.code, b.code) : difference;
}

/**
 * Wards whose outline lies within a width of a position, with the distance to it, by code.
 *
 * `cell` is the cell of the position (-1: beyond the grid); `exceptWard` is passed over (-1: none).
 * Accuracy: within 5 cm or 0.1 % of the WGS 84 geodesic up to 2 km, below 70° of latitude.
 * Limits: in a cell that one ward covers wholly, that ward may be missing.
 */
export function outlinesWithin(
  index: WardIndex,
  cell: number,
  position: LngLat,
  widthMetres: number,
  exceptWard: number,
): readonly Neighbour[] {
  const { grid } = index;
  if (widthMetres > grid.reachMetres) return searchCells(index, position, widthMetres, exceptWard);
  const content = cell < 0 ? EMPTY_CELL : (grid.cells[cell] as number);
  return content > FIRST_ENTRY ? NO_NEIGHBOURS : measureNear(index, cell, FIRST_ENTRY - content, position, widthMetres, exceptWard);
}

/** Measures the near chains of an entry: for each ward, the edges that can be its nearest. */
function measureNear(
  index: WardIndex,
  cell: number,
  start: number,
  position: LngLat,
  widthMetres: number,
  exceptWard: number,
): readonly Neighbour[] {
  const { book, frame } = index.grid;
  const { numbers, floats } = book;
  const centre = boxOfCell(frame, cell);
  const east = position[0] - centre.longitude;
  const north = position[1] - centre.latitude;
  const metric = localMetric(position[1]);
  let found: Neighbour[] | undefined;
  let at = crossingStartOf(book, start) + (numbers[start + 2] as number);
  const end = at + (numbers[start + 3] as number);
  while (at < end) {
    const ward = numbers[at] as number;
    let squared = Infinity;
    while (at < end && numbers[at] === ward) {
      const vertices = at + CHAIN_HEAD_LENGTH;
      at = vertices + 2 * (numbers[at + 1] as number);
      if (ward !== exceptWard) squared = Math.min(squared, squaredChainMetres(floats, vertices, at, east, north, metric));
    }
    if (squared > widthMetres * widthMetres) continue;
    const neighbour = { code: codeOf(index, ward), distanceMetres: Math.sqrt(squared) };
    // Most positions find one or none: a list made for one stays small, an empty one made to grow does not.
    if (found === undefined) found = [neighbour];
    else found.push(neighbour);
  }
  return found ?? NO_NEIGHBOURS;
}

/** Looks at the edges in every cell that the width touches: each edge is listed in all the cells it runs through. */
function searchCells(index: WardIndex, position: LngLat, widthMetres: number, exceptWard: number): readonly Neighbour[] {
  const { grid, outlines } = index;
  const { numbers, doubles } = grid.book;
  const metric = localMetric(position[1]);
  const nearest = new Map<number, number>();
  for (const start of entriesAround(grid, position, widthMetres)) {
    const chainsFrom = crossingStartOf(grid.book, start);
    const chainsTo = chainsFrom + (numbers[start + 2] as number);
    for (let at = chainsFrom; at < chainsTo; ) {
      const ward = outlines.wardOfPart[numbers[at] as number] as number;
      const from = (at + CHAIN_HEAD_LENGTH) / 2;
      const to = from + 2 * (numbers[at + 1] as number);
      at = 2 * to;
      const squared = squaredChainMetres(doubles, from, to, position[0], position[1], metric);
      if (ward !== exceptWard && squared < (nearest.get(ward) ?? Infinity)) nearest.set(ward, squared);
    }
  }
  return [...nearest]
    .filter(([, squared]) => squared <= widthMetres * widthMetres)
    .map(([ward, squared]) => ({ code: codeOf(index, ward), distanceMetres: Math.sqrt(squared) }));
}

/** Where the entries of the cells around a position start in the book. */
function entriesAround({ frame, cells }: WardGrid, position: LngLat, widthMetres: number): number[] {
  const north = (widthMetres / localMetric(0).metresPerDegreeNorth) * WIDTH_SURPLUS;
  const poleward = Math.min(89.9, Math.abs(position[1]) + north);
  const east = (widthMetres / localMetric(poleward).metresPerDegreeEast) * WIDTH_SURPLUS;
  const columns = clampRange(position[0], east, frame.west, frame.cellWidth, frame.columns);
  const rows = clampRange(position[1], north, frame.south, frame.cellHeight, frame.rows);
  const starts: number[] = [];
  for (let row = rows.first; row <= rows.last; row++) {
    for (let cell = row * frame.columns + columns.first; cell <= row * frame.columns + columns.last; cell++) {
      const content = cells[cell] as number;
      if (content <= FIRST_ENTRY) starts.push(FIRST_ENTRY - content);
    }
  }
  return starts;
}

function clampRange(centre: number, reach: number, origin: number, size: number, count: number): { first: number; last: number } {
  const first = Math.floor((centre - reach - origin) / size);
  const last = Math.floor((centre + reach - origin) / size);
  return { first: Math.max(0, first), last: Math.min(count - 1, last) };
}
