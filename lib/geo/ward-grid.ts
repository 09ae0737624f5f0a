import { boxOfCell, type CellBook } from './cell-book';
import { CellBookWriter } from './cell-book-writer';
import { coverCentres, LISTED, type CentreCover } from './centre-cover';
import { pairCellsWithEdges } from './edge-cells';
import { frameGrid, type GridFrame } from './grid-frame';
import { groupPairs, type PairList } from './grouped-pairs';
import type { WardEdges } from './ward-edges';

/**
 * A uniform grid that answers most positions from the cell alone.
 *
 * `cells` holds, per cell, the number of the one ward that covers all of it while no other is within reach; or `EMPTY_CELL`;
 * or the place of an entry in `book` (see `cell-book`) that lists what decides within the cell.
 */
export interface WardGrid {
  readonly frame: GridFrame;
  readonly reachMetres: number;
  readonly cells: Int32Array;
  readonly book: CellBook;
}

/** Shares of a cell by which the grid is moved until no edge runs exactly through a cell centre. */
const SHIFTS = [0.381_966, 0.236_068, 0.618_034, 0.145_898, 0.854_102, 0.090_17];

/** Builds the grid for cells near `cellMetres` and neighbour lists that reach `reachMetres`. */
export function buildWardGrid(outlines: WardEdges, cellMetres: number, reachMetres: number): WardGrid {
  for (const shift of SHIFTS) {
    const frame = frameGrid(outlines, cellMetres, reachMetres, shift);
    const crossing = pairCellsWithEdges(frame, outlines, 0, 0);
    const cover = coverCentres(frame, outlines, markCells(frame, crossing));
    if (cover !== undefined) return { frame, reachMetres, ...writeCells(outlines, frame, reachMetres, crossing, cover) };
  }
  throw new Error(`No grid found whose cell centres keep off all ${outlines.edges.length} edges`);
}

function writeCells(
  outlines: WardEdges,
  frame: GridFrame,
  reachMetres: number,
  crossing: PairList,
  { wardOfCell, partsOfCell }: CentreCover,
): { cells: Int32Array; book: CellBook } {
  const near = pairCellsWithEdges(frame, outlines, frame.reachEast, frame.reachNorth);
  const { entryCells, numberOfCell } = numberEntries(wardOfCell, markCells(frame, near));
  const writer = new CellBookWriter(outlines, reachMetres, {
    parts: groupPairs(partsOfCell, entryCells.length, numberOfCell),
    crossing: groupPairs(crossing, entryCells.length, numberOfCell),
    near: groupPairs(near, entryCells.length, numberOfCell),
  });
  const cells = wardOfCell; // what is left as it is are plain wards and empty cells
  entryCells.forEach((cell, entry) => {
    cells[cell] = writer.write(entry, boxOfCell(frame, cell), cells[cell] as number);
  });
  return { cells, book: writer.finish() };
}

/** Numbers the cells that one number can not answer: an edge within reach, or several parts covering it. */
function numberEntries(wardOfCell: Int32Array, nearby: Uint8Array): { entryCells: number[]; numberOfCell: Int32Array } {
  const entryCells: number[] = [];
  const numberOfCell = new Int32Array(wardOfCell.length);
  for (let cell = 0; cell < wardOfCell.length; cell++) {
    if (nearby[cell] === 1 || wardOfCell[cell] === LISTED) numberOfCell[cell] = entryCells.push(cell) - 1;
  }
  return { entryCells, numberOfCell };
}

function markCells(frame: GridFrame, pairs: PairList): Uint8Array {
  const marks = new Uint8Array(frame.columns * frame.rows);
  for (let i = 0; i < pairs.length; i++) marks[pairs.keys[i] as number] = 1;
  return marks;
}
