import type { GridFrame } from './grid-frame';
import { PairList } from './grouped-pairs';
import type { WardEdges } from './ward-edges';

/** Share of a cell by which a cell is taken larger than it is, so that rounding never loses an edge. */
const CELL_SURPLUS = 1e-6;

/** A guess at the pairs an edge makes, so that the list seldom grows. */
const PAIRS_PER_EDGE = 8;

/**
 * Pairs (cell, edge) for every cell that an edge may touch once it is widened by the given degrees east and north.
 *
 * Limits: never misses a cell; may name one just beyond the widened edge (its corners are square).
 */
export function pairCellsWithEdges(frame: GridFrame, outlines: WardEdges, padEast: number, padNorth: number): PairList {
  const { coordinates, edges } = outlines;
  const pairs = new PairList(edges.length * PAIRS_PER_EDGE);
  const padColumns = padEast / frame.cellWidth + CELL_SURPLUS;
  const padRows = padNorth / frame.cellHeight + CELL_SURPLUS;
  for (const edge of edges) {
    const columnA = ((coordinates[2 * edge] as number) - frame.west) / frame.cellWidth;
    const rowA = ((coordinates[2 * edge + 1] as number) - frame.south) / frame.cellHeight;
    const columnB = ((coordinates[2 * edge + 2] as number) - frame.west) / frame.cellWidth;
    const rowB = ((coordinates[2 * edge + 3] as number) - frame.south) / frame.cellHeight;
    if (rowA <= rowB) pushCellsOfEdge(pairs, frame, edge, columnA, rowA, columnB, rowB, padColumns, padRows);
    else pushCellsOfEdge(pairs, frame, edge, columnB, rowB, columnA, rowA, padColumns, padRows);
  }
  return pairs;
}

/** Walks up the rows from the lower end of the edge and takes, in each, the columns the edge has there. All in cells. */
function pushCellsOfEdge(
  pairs: PairList,
  frame: GridFrame,
  edge: number,
  columnLow: number,
  rowLow: number,
  columnHigh: number,
  rowHigh: number,
  padColumns: number,
  padRows: number,
): void {
  const columnsPerRow = rowHigh > rowLow ? (columnHigh - columnLow) / (rowHigh - rowLow) : 0;
  const lastRow = Math.min(frame.rows - 1, Math.floor(rowHigh + padRows));
  for (let row = Math.max(0, Math.floor(rowLow - padRows)); row <= lastRow; row++) {
    const from = Math.max(row - padRows, rowLow);
    const to = Math.min(row + 1 + padRows, rowHigh);
    const columnFrom = columnsPerRow === 0 ? columnLow : columnLow + (from - rowLow) * columnsPerRow;
    const columnTo = columnsPerRow === 0 ? columnHigh : columnLow + (to - rowLow) * columnsPerRow;
    const first = Math.max(0, Math.floor(Math.min(columnFrom, columnTo) - padColumns));
    const last = Math.min(frame.columns - 1, Math.floor(Math.max(columnFrom, columnTo) + padColumns));
    for (let column = first; column <= last; column++) pairs.push(row * frame.columns + column, edge);
  }
}
