import type { PlanePoints } from './grid-frame';

/** Points sorted into square cells; only cells that hold points exist, numbered by their first point. */
export interface PointCells {
  /** Points of cell c: `members[starts[c]] … members[starts[c + 1] − 1]`, ascending. */
  readonly starts: Uint32Array;
  readonly members: Uint32Array;
  readonly cellOf: Uint32Array;
  /** Column and row of each cell, from 0; a cell's key is row · width + column. */
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly width: number;
  readonly numberOf: ReadonlyMap<number, number>;
}

const lowestOf = (values: Float64Array): number => values.reduce((low, value) => Math.min(low, value), Infinity);
const highestOf = (values: Float64Array): number => values.reduce((high, value) => Math.max(high, value), -Infinity);

/** Sorts points into square cells of `sideMetres`. */
export function buildCells({ xs, ys }: PlanePoints, sideMetres: number): PointCells {
  const [west, south] = [lowestOf(xs), lowestOf(ys)];
  const width = xs.length === 0 ? 0 : Math.floor((highestOf(xs) - west) / sideMetres) + 1;
  const numberOf = new Map<number, number>();
  const columns: number[] = [];
  const rows: number[] = [];
  const cellOf = new Uint32Array(xs.length);
  for (let i = 0; i < xs.length; i++) {
    const column = Math.floor((xs[i]! - west) / sideMetres);
    const row = Math.floor((ys[i]! - south) / sideMetres);
    let number = numberOf.get(row * width + column);
    if (number === undefined) {
      number = columns.push(column) - 1;
      rows.push(row);
      numberOf.set(row * width + column, number);
    }
    cellOf[i] = number;
  }
  return { ...sortByCell(cellOf, columns.length), cellOf, columns, rows, width, numberOf };
}

function sortByCell(cellOf: Uint32Array, count: number): { starts: Uint32Array; members: Uint32Array } {
  const starts = new Uint32Array(count + 1);
  for (const cell of cellOf) starts[cell + 1]!++;
  for (let cell = 0; cell < count; cell++) starts[cell + 1]! += starts[cell]!;
  const next = starts.slice(0, count);
  const members = new Uint32Array(cellOf.length);
  cellOf.forEach((cell, i) => { members[next[cell]!++] = i; });
  return { starts, members };
}

/** For each cell the cells at most `reach` columns and rows away, itself first. */
export function listNearCells({ columns, rows, width, numberOf }: PointCells, reach: number): readonly (readonly number[])[] {
  return columns.map((column, cell) => {
    const near = [cell];
    const row = rows[cell]!;
    const [from, to] = [Math.max(0, column - reach), Math.min(width - 1, column + reach)];
    for (let r = row - reach; r <= row + reach; r++) {
      for (let c = from; c <= to; c++) {
        const other = numberOf.get(r * width + c);
        if (other !== undefined && other !== cell) near.push(other);
      }
    }
    return near;
  });
}
