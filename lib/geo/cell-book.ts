import type { GridFrame } from './grid-frame';

/*
 * The book keeps all that decides within a cell side by side in 32-bit numbers: a random position costs little more than
 * fetching it from memory. An entry is
 *
 *   ward        the ward that covers the whole cell, or NO_WARD, or LISTED
 *   parts       how many parts cover the cell's centre
 *   crossing    how many numbers the crossing chains take
 *   near        how many numbers the near chains take
 *   plain       for a cell that one ward covers wholly, the squares out of reach of all others: one bit each of 4 × 4
 *   the parts
 *   the crossing chains, edges that run through the cell, at an even place: part, count of vertices, their longitudes and latitudes
 *   the near chains, edges that can be the nearest of their ward within reach of the cell: ward, count of vertices, then for each
 *   vertex its degrees east and north of the cell's centre as floats (a rounding of 0.1 mm at most in cells of 1 km)
 */

/** Content of a cell: nobody covers it and no ward is within reach of it. A content of 0 or more is a plain ward. */
export const EMPTY_CELL = -1;
/** Content of a cell: its entry starts in the book at `FIRST_ENTRY - content`. */
export const FIRST_ENTRY = -2;
/** How many numbers stand before the lists of an entry. */
export const HEAD_LENGTH = 5;
/** How many numbers stand before the vertices of a chain. */
export const CHAIN_HEAD_LENGTH = 2;

/** A cell is divided into this many squares a side for `plain`. */
export const SQUARES_PER_SIDE = 4;

/** Whether a position lies in a plain square of a cell that one ward covers wholly: that ward owns it, none other is within reach. */
export function isPlainAt({ numbers }: CellBook, frame: GridFrame, start: number, longitude: number, latitude: number): boolean {
  const plain = numbers[start + 4] as number;
  if (plain === 0) return false;
  const column = (longitude - frame.west) * frame.columnsPerDegree;
  const row = (latitude - frame.south) * frame.rowsPerDegree;
  const squareColumn = ((column - Math.floor(column)) * SQUARES_PER_SIDE) | 0;
  const squareRow = ((row - Math.floor(row)) * SQUARES_PER_SIDE) | 0;
  return ((plain >> (squareRow * SQUARES_PER_SIDE + squareColumn)) & 1) === 1;
}

/** The finished entries: one memory, read as whole numbers, as floats and, two by two, as doubles. */
export interface CellBook {
  readonly numbers: Int32Array;
  readonly floats: Float32Array;
  readonly doubles: Float64Array;
}

/** Where the crossing chains of an entry begin: after its parts, at an even place. */
export function crossingStartOf({ numbers }: CellBook, start: number): number {
  return roundUpToEven(start + HEAD_LENGTH + (numbers[start + 1] as number));
}

/** The next even number, or the number itself. */
export function roundUpToEven(place: number): number {
  return place + (place & 1);
}

/** A cell by its centre and half its size, all in degrees. */
export interface CellBox {
  readonly longitude: number;
  readonly latitude: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** The box of a cell of the grid. Reading and writing use the same centres, to the last bit. */
export function boxOfCell(frame: GridFrame, cell: number): CellBox {
  const column = cell % frame.columns;
  const row = (cell - column) / frame.columns;
  return {
    longitude: frame.west + (column + 0.5) * frame.cellWidth,
    latitude: frame.south + (row + 0.5) * frame.cellHeight,
    halfWidth: frame.cellWidth / 2,
    halfHeight: frame.cellHeight / 2,
  };
}
