import { MOST_CELLS } from './grid-frame';

/**
 * A grid of hexagons with a corner on top, in a metric plane; odd rows lie half a cell farther right, row 0 is southernmost.
 * Its neighbours are those of `buildGridWeights` with contiguity `hexagon`.
 */
export interface HexagonGrid {
  /** Centre of the first hexagon of row 0: the box's corner. */
  readonly westMetres: number;
  readonly southMetres: number;
  /** Distance between the centres of neighbours: from one flat side to the opposite one. */
  readonly acrossMetres: number;
  readonly columns: number;
  readonly rows: number;
}

const ROW_SHARE = Math.sqrt(3) / 2;

/** Area in square metres of one hexagon. */
export const hexagonArea = (acrossMetres: number): number => ROW_SHARE * acrossMetres * acrossMetres;

/** The hexagons that cover a box, in metres. @throws RangeError for an empty box or too many cells */
export function buildHexagonGrid(box: readonly [west: number, south: number, east: number, north: number], acrossMetres: number): HexagonGrid {
  const [west, south, east, north] = box;
  if (!(acrossMetres > 0) || !(east > west) || !(north > south)) throw new RangeError(`a grid needs a box and a cell size, got ${box.join(', ')} and ${String(acrossMetres)}`);
  // Centres of even rows begin on the western edge, so that odd rows, half a cell farther right, still reach it.
  const columns = Math.ceil((east - west) / acrossMetres + 0.5);
  const rows = Math.ceil((north - south) / (ROW_SHARE * acrossMetres)) + 1;
  if (columns * rows > MOST_CELLS) throw new RangeError(`${String(columns)} × ${String(rows)} cells are more than ${String(MOST_CELLS)}; take larger cells`);
  return { westMetres: west, southMetres: south, acrossMetres, columns, rows };
}

/** Centre of a hexagon, metres. */
export function hexagonCentre({ westMetres, southMetres, acrossMetres, columns }: HexagonGrid, cell: number): readonly [x: number, y: number] {
  const row = Math.floor(cell / columns);
  return [westMetres + ((cell % columns) + (row % 2) / 2) * acrossMetres, southMetres + row * ROW_SHARE * acrossMetres];
}

/** The six corners of a hexagon, anticlockwise from the lower right, metres. */
export function hexagonCorners(grid: HexagonGrid, cell: number): readonly (readonly [x: number, y: number])[] {
  const [x, y] = hexagonCentre(grid, cell);
  const radius = grid.acrossMetres / Math.sqrt(3);
  return Array.from({ length: 6 }, (_, k) => [x + radius * Math.cos(((2 * k - 1) * Math.PI) / 6), y + radius * Math.sin(((2 * k - 1) * Math.PI) / 6)] as const);
}

/** The hexagon whose centre is nearest to a position; −1 outside the grid or for NaN. On a shared side the lower number counts. */
export function findHexagon(grid: HexagonGrid, x: number, y: number): number {
  const { westMetres, southMetres, acrossMetres, columns, rows } = grid;
  const near = Math.round((y - southMetres) / (ROW_SHARE * acrossMetres));
  let found = -1;
  let least = Infinity;
  for (let row = near - 1; row <= near + 1; row++) {
    const column = Math.round((x - westMetres) / acrossMetres - Math.abs(row % 2) / 2);
    const inside = row >= 0 && row < rows && column >= 0 && column < columns;
    const [dx, dy] = [x - westMetres - (column + Math.abs(row % 2) / 2) * acrossMetres, y - southMetres - row * ROW_SHARE * acrossMetres];
    const square = dx * dx + dy * dy;
    if (square < least) [found, least] = [inside ? row * columns + column : -1, square];
  }
  return found;
}
