import { pairCellsWithEdges } from './edge-cells';
import { cellAt, frameGrid, type GridFrame } from './grid-frame';
import { groupPairs, type Groups, type PairList } from './grouped-pairs';
import type { LngLat } from './types';
import type { WardEdges } from './ward-edges';

/** Width in metres of a cell: a few edges each in a city. */
const CELL_METRES = 200;

/** Finds the edges near an edge or a position, for work on an edition as a whole. */
export class EdgeGrid {
  private readonly frame: GridFrame;
  private readonly cellsOfEdge: Groups;
  private readonly edgesOfCell: Groups;

  /** `reachMetres` is how far from an edge it is still to be found. */
  constructor(outlines: WardEdges, reachMetres: number) {
    this.frame = frameGrid(outlines, CELL_METRES, reachMetres, 0);
    const pairs = pairCellsWithEdges(this.frame, outlines, this.frame.reachEast, this.frame.reachNorth);
    this.edgesOfCell = groupPairs(pairs, this.frame.columns * this.frame.rows);
    this.cellsOfEdge = groupPairs(turnRound(pairs), outlines.partOfEdge.length);
  }

  /** Edges that may come within the reach of an edge, itself among them; an edge may come twice. */
  listNearEdge(edge: number): number[] {
    const found: number[] = [];
    for (const cell of groupOf(this.cellsOfEdge, edge)) for (const other of groupOf(this.edgesOfCell, cell)) found.push(other);
    return found;
  }

  /** Edges that may come within the reach of a position. */
  listNearPosition(position: LngLat): Int32Array {
    const cell = cellAt(this.frame, position[0], position[1]);
    return cell < 0 ? new Int32Array(0) : groupOf(this.edgesOfCell, cell);
  }
}

function turnRound(pairs: PairList): PairList {
  [pairs.keys, pairs.values] = [pairs.values, pairs.keys];
  return pairs;
}

function groupOf({ starts, values }: Groups, group: number): Int32Array {
  return values.subarray(starts[group], starts[group + 1]);
}
