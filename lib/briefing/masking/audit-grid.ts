/** A cell as the reader of a masked table sees it: the count, that it is 1 to 4, that it is 5 or more. */
export type CellState = 'shown' | 'few' | 'hidden';

/** Counts, row by row; a last row or column may hold the totals of what stands before. */
export interface CountGrid {
  readonly cells: readonly (readonly number[])[];
  readonly lastRowIsTotal: boolean;
  readonly lastColumnIsTotal: boolean;
}

/** Counts from 1 to this are small. */
export const MOST_SMALL = 4;

/** Whether a count is small enough to point at somebody; nobody is not somebody. */
export const isSmallCount = (count: number): boolean => count >= 1 && count <= MOST_SMALL;

const BOUNDS: Readonly<Record<Exclude<CellState, 'shown'>, readonly [number, number]>> = { few: [1, MOST_SMALL], hidden: [MOST_SMALL + 1, Infinity] };

interface Arc {
  readonly from: string;
  readonly to: string;
  readonly canGrow: boolean;
  readonly canShrink: boolean;
}

/** Where nothing is known of a sum, counts may come from anywhere. */
const ANYWHERE = 'anywhere';

/**
 * The cells that are not shown as arcs of a network: every sum that is known is a node at which what flows in flows out. A count
 * flows from its column to its row, a total the other way round.
 */
function buildArc({ cells, lastRowIsTotal, lastColumnIsTotal }: CountGrid, states: readonly (readonly CellState[])[], row: number, column: number): Arc | null {
  const state = states[row]![column]!;
  if (state === 'shown') return null;
  const value = cells[row]![column]!;
  const [least, most] = BOUNDS[state];
  const rowNode = lastColumnIsTotal ? `row ${row}` : ANYWHERE;
  const columnNode = lastRowIsTotal ? `column ${column}` : ANYWHERE;
  const isTotal = (lastRowIsTotal && row === cells.length - 1) !== (lastColumnIsTotal && column === cells[row]!.length - 1);
  const [from, to] = isTotal ? [rowNode, columnNode] : [columnNode, rowNode];
  return { from, to, canGrow: value < most, canShrink: value > least };
}

/** Whether counts can be moved from one node to another along arcs that may still change, leaving one arc out. */
function canMove(arcs: readonly Arc[], without: Arc, from: string, to: string): boolean {
  const reached = new Set([from]);
  const open = [from];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === to) return true;
    for (const arc of arcs) {
      if (arc === without) continue;
      const next = arc.canGrow && arc.from === node ? arc.to : arc.canShrink && arc.to === node ? arc.from : null;
      if (next === null || reached.has(next)) continue;
      reached.add(next);
      open.push(next);
    }
  }
  return reached.has(to);
}

/**
 * The small counts that a reader can work out from what is shown, as `[row, column]`.
 *
 * Exact: the counts form a network, so a cell can have another value if and only if it can have one more or one less, and that a walk
 * through the network decides (augmenting paths; the values of a cell form an interval of whole numbers).
 */
export function listGivenAway(grid: CountGrid, states: readonly (readonly CellState[])[]): (readonly [number, number])[] {
  const places = grid.cells.flatMap((row, i) => row.map((_, j) => [i, j] as const));
  const arcs = places.flatMap(([i, j]) => {
    const arc = buildArc(grid, states, i, j);
    return arc === null ? [] : [{ arc, i, j }];
  });
  const all = arcs.map(({ arc }) => arc);
  return arcs.filter(({ arc, i, j }) => {
    if (states[i]![j] !== 'few') return false;
    const grows = arc.canGrow && canMove(all, arc, arc.to, arc.from);
    return !grows && !(arc.canShrink && canMove(all, arc, arc.from, arc.to));
  }).map(({ i, j }) => [i, j] as const);
}
