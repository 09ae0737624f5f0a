import { orient2d } from 'robust-predicates';
import type { GridFrame } from './grid-frame';
import { groupPairs, PairList } from './grouped-pairs';
import type { WardEdges } from './ward-edges';

/** Cells whose centre no ward covers. */
export const NO_WARD = -1;
/** Cells that several parts cover, or that an edge runs through: their parts are listed. */
export const LISTED = -2;

/** What covers the centre of each cell. */
export interface CentreCover {
  /** A ward number, `NO_WARD`, or `LISTED`. */
  readonly wardOfCell: Int32Array;
  /** Pairs (cell, part) of the listed cells. */
  readonly partsOfCell: PairList;
}

/** How near to a cell centre (in cells) a crossing is looked at without rounding. */
const TIE_COLUMNS = 1e-6;

/**
 * Finds the parts that cover each cell centre, by sweeping along the centre line of every row and counting crossings.
 *
 * Returns undefined when an edge runs exactly through a cell centre, which then is neither in nor out: shift the grid.
 */
export function coverCentres(frame: GridFrame, outlines: WardEdges, crossed: Uint8Array): CentreCover | undefined {
  const wardOfCell = new Int32Array(frame.columns * frame.rows).fill(NO_WARD);
  const partsOfCell = new PairList();
  const edgesOfRow = groupPairs(pairRowsWithEdges(frame, outlines), frame.rows);
  for (let row = 0; row < frame.rows; row++) {
    const edges = edgesOfRow.values.subarray(edgesOfRow.starts[row], edgesOfRow.starts[row + 1]);
    const crossings = listCrossings(frame, outlines, row, edges);
    if (crossings === undefined) return undefined;
    sweepRow(frame, outlines, row, crossings, crossed, wardOfCell, partsOfCell);
  }
  return { wardOfCell, partsOfCell };
}

function centreLatitude(frame: GridFrame, row: number): number {
  return frame.south + (row + 0.5) * frame.cellHeight;
}

/** Pairs (row, edge) for each row whose centre line the edge crosses, the lower end belonging to the edge, the upper not. */
function pairRowsWithEdges(frame: GridFrame, outlines: WardEdges): PairList {
  const { coordinates, edges } = outlines;
  const pairs = new PairList();
  for (const edge of edges) {
    const a = coordinates[2 * edge + 1] as number;
    const b = coordinates[2 * edge + 3] as number;
    const low = Math.min(a, b);
    const high = Math.max(a, b);
    const firstGuess = Math.max(0, Math.floor((low - frame.south) / frame.cellHeight - 0.5));
    for (let row = firstGuess; row < frame.rows; row++) {
      const latitude = centreLatitude(frame, row);
      if (latitude >= high) break;
      if (latitude >= low) pairs.push(row, edge);
    }
  }
  return pairs;
}

interface Crossing {
  /** The first column whose centre lies east of the crossing. */
  readonly column: number;
  readonly part: number;
}

function listCrossings(frame: GridFrame, outlines: WardEdges, row: number, edges: Int32Array): Crossing[] | undefined {
  const latitude = centreLatitude(frame, row);
  const crossings: Crossing[] = [];
  for (const edge of edges) {
    const column = firstColumnEastOf(frame, outlines.coordinates, edge, latitude);
    if (column === undefined) return undefined;
    crossings.push({ column, part: outlines.partOfEdge[edge] as number });
  }
  return crossings.sort((a, b) => a.column - b.column);
}

function firstColumnEastOf(frame: GridFrame, coordinates: Float64Array, edge: number, latitude: number): number | undefined {
  const ax = coordinates[2 * edge] as number;
  const ay = coordinates[2 * edge + 1] as number;
  const bx = coordinates[2 * edge + 2] as number;
  const by = coordinates[2 * edge + 3] as number;
  const crossing = ax + ((latitude - ay) / (by - ay)) * (bx - ax);
  const columns = (crossing - frame.west) / frame.cellWidth - 0.5;
  const nearest = Math.round(columns);
  if (Math.abs(columns - nearest) > TIE_COLUMNS) return Math.ceil(columns);

  const centre = frame.west + (nearest + 0.5) * frame.cellWidth;
  const side = orient2d(ax, ay, bx, by, centre, latitude);
  if (side === 0) return undefined;
  const centreIsEast = side > 0 === by > ay; // orient2d is positive to the right of a→b
  return centreIsEast ? nearest : nearest + 1;
}

/** Runs along one row: between two crossings the same parts cover every centre. */
function sweepRow(
  frame: GridFrame,
  outlines: WardEdges,
  row: number,
  crossings: readonly Crossing[],
  crossed: Uint8Array,
  wardOfCell: Int32Array,
  partsOfCell: PairList,
): void {
  const covering: number[] = [];
  const firstCell = row * frame.columns;
  crossings.forEach((crossing, i) => {
    toggle(covering, crossing.part);
    const next = crossings[i + 1]?.column ?? crossing.column;
    if (covering.length === 0 || next === crossing.column) return;
    const ward = covering.length === 1 ? (outlines.wardOfPart[covering[0] as number] as number) : LISTED;
    wardOfCell.fill(ward, firstCell + crossing.column, firstCell + next);
    for (let cell = firstCell + crossing.column; cell < firstCell + next; cell++) {
      if (ward !== LISTED && crossed[cell] === 0) continue;
      wardOfCell[cell] = LISTED;
      for (const part of covering) partsOfCell.push(cell, part);
    }
  });
}

/** Takes a part out of the list if it is there, else puts it in. The order of the list does not last. */
export function toggle(parts: number[], part: number): void {
  for (let i = 0; i < parts.length; i++) {
    if (parts[i] !== part) continue;
    parts[i] = parts[parts.length - 1] as number;
    parts.pop(); // a splice would cost more than the crossing itself
    return;
  }
  parts.push(part);
}
