import type { StatGrid } from './grid-frame';

/** Neighbours of each place in compressed rows: those of place i are `neighbours[starts[i]] … neighbours[starts[i + 1] − 1]`. */
export interface SpatialWeights {
  readonly starts: Uint32Array;
  readonly neighbours: Uint32Array;
  /** Weight of each entry; null = 1 each. */
  readonly weights: Float64Array | null;
}

/** Offsets of the neighbours of a square cell: `rook` shares an edge, `queen` also a corner. */
const OFFSETS = {
  rook: [[0, -1], [-1, 0], [1, 0], [0, 1]],
  queen: [[-1, -1], [0, -1], [1, -1], [-1, 0], [1, 0], [-1, 1], [0, 1], [1, 1]],
} as const;
/** Offsets in a grid of hexagons whose odd rows are shifted half a cell to the right. */
const HEXAGON_OFFSETS = [
  [[-1, 0], [1, 0], [-1, -1], [0, -1], [-1, 1], [0, 1]],
  [[-1, 0], [1, 0], [0, -1], [1, -1], [0, 1], [1, 1]],
] as const;

/** Which cells are neighbours. */
export type Contiguity = keyof typeof OFFSETS | 'hexagon';

/**
 * Neighbours by contiguity among the cells of a grid that lie in the window, each numbered by its place among those cells.
 *
 * Limits: a cell without a neighbour in the window has none; `includeSelf` adds the cell itself, as Gi* wants.
 */
export function buildGridWeights(grid: Pick<StatGrid, 'columns' | 'rows'>, window: Uint8Array, contiguity: Contiguity, includeSelf: boolean): SpatialWeights {
  const { columns, rows } = grid;
  const numbers = new Int32Array(columns * rows).fill(-1);
  let count = 0;
  for (let cell = 0; cell < numbers.length; cell++) if (window[cell] === 1) numbers[cell] = count++;
  const starts = new Uint32Array(count + 1);
  const neighbours: number[] = [];
  for (let cell = 0; cell < numbers.length; cell++) {
    const place = numbers[cell]!;
    if (place < 0) continue;
    const column = cell % columns;
    const row = Math.floor(cell / columns);
    if (includeSelf) neighbours.push(place);
    for (const [dx, dy] of contiguity === 'hexagon' ? HEXAGON_OFFSETS[(row % 2) as 0 | 1] : OFFSETS[contiguity]) {
      const c = column + dx;
      const r = row + dy;
      const other = c < 0 || r < 0 || c >= columns || r >= rows ? -1 : numbers[r * columns + c]!;
      if (other >= 0) neighbours.push(other);
    }
    starts[place + 1] = neighbours.length;
  }
  return { starts, neighbours: Uint32Array.from(neighbours), weights: null };
}

/** The same neighbours with each row's weights summing to 1; a place without neighbours keeps an empty row, weights that sum to 0 stay 0. */
export function standardiseRows({ starts, neighbours, weights }: SpatialWeights): SpatialWeights {
  const standardised = new Float64Array(neighbours.length);
  for (let i = 0; i + 1 < starts.length; i++) {
    let sum = 0;
    for (let at = starts[i]!; at < starts[i + 1]!; at++) sum += weights === null ? 1 : weights[at]!;
    for (let at = starts[i]!; at < starts[i + 1]!; at++) standardised[at] = sum === 0 ? 0 : (weights === null ? 1 : weights[at]!) / sum;
  }
  return { starts, neighbours, weights: standardised };
}
