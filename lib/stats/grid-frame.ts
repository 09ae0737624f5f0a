/** A grid of square cells in a metric plane: metres east and north of the projection's origin; row 0 is the southernmost. */
export interface StatGrid {
  readonly westMetres: number;
  readonly southMetres: number;
  readonly cellMetres: number;
  readonly columns: number;
  readonly rows: number;
}

/** Points in a metric plane, one array an axis, metres. */
export interface PlanePoints {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

/** Most cells a grid may have; a larger one is a mistake of units. */
export const MOST_CELLS = 4_000_000;

/** The smallest grid of cells of `cellMetres` that covers a box, in metres. @throws RangeError for an empty box or too many cells. */
export function buildGrid(box: readonly [west: number, south: number, east: number, north: number], cellMetres: number): StatGrid {
  const [west, south, east, north] = box;
  if (!(cellMetres > 0) || !(east > west) || !(north > south)) throw new RangeError(`a grid needs a box and a cell size, got ${box.join(', ')} and ${String(cellMetres)}`);
  const columns = Math.ceil((east - west) / cellMetres);
  const rows = Math.ceil((north - south) / cellMetres);
  if (columns * rows > MOST_CELLS) throw new RangeError(`${String(columns)} × ${String(rows)} cells are more than ${String(MOST_CELLS)}; take larger cells`);
  return { westMetres: west, southMetres: south, cellMetres, columns, rows };
}

/** Index of the cell that holds a position; −1 outside the grid or for NaN. The eastern and northern edges belong to the last cells. */
export function findCell({ westMetres, southMetres, cellMetres, columns, rows }: StatGrid, x: number, y: number): number {
  const column = Math.min(Math.floor((x - westMetres) / cellMetres), x === westMetres + columns * cellMetres ? columns - 1 : columns);
  const row = Math.min(Math.floor((y - southMetres) / cellMetres), y === southMetres + rows * cellMetres ? rows - 1 : rows);
  return column >= 0 && row >= 0 && column < columns && row < rows ? row * columns + column : -1;
}

/** Number of points in each cell; points outside the grid are left out. */
export function countPoints(grid: StatGrid, { xs, ys }: PlanePoints): Float64Array {
  const counts = new Float64Array(grid.columns * grid.rows);
  for (let i = 0; i < xs.length; i++) {
    const cell = findCell(grid, xs[i]!, ys[i]!);
    if (cell >= 0) counts[cell]!++;
  }
  return counts;
}

/**
 * Side in metres of the square cell to start with: twice the mean area that a point has, √(2A/n).
 *
 * Source: quadrat rule of Greig-Smith (1964), as used in Griffith & Amrhein (1991). Limits: null without points or area.
 */
export function proposeCellMetres(areaSquareMetres: number, points: number): number | null {
  return points > 0 && areaSquareMetres > 0 ? Math.sqrt((2 * areaSquareMetres) / points) : null;
}
