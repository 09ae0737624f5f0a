import type { StatGrid } from '../../stats/grid-frame';
import { traceContours } from '../../stats/trace-contours';
import type { PlaneRings } from '../method';
import { simplifyRing } from '../plane/simplify-ring';

/** Corners beyond which a ring is not simplified: looking whether it crosses itself grows with their square. */
const MOST_SIMPLIFIED = 2_000;

/** Outlines of where a density reaches a threshold, traced only around the cells that do, and simplified by a tenth of a cell. */
export function traceBand(grid: StatGrid, density: Float64Array, threshold: number): readonly PlaneRings[] {
  let [west, south, east, north] = [grid.columns, grid.rows, -1, -1];
  for (let row = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++) {
      if (density[row * grid.columns + column]! < threshold) continue;
      [west, east] = [Math.min(west, column), Math.max(east, column)];
      [south, north] = [Math.min(south, row), Math.max(north, row)];
    }
  }
  if (east < 0) return [];
  [west, south, east, north] = [Math.max(0, west - 1), Math.max(0, south - 1), Math.min(grid.columns - 1, east + 1), Math.min(grid.rows - 1, north + 1)];
  const [columns, rows] = [east - west + 1, north - south + 1];
  const part = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row++) part.set(density.subarray((south + row) * grid.columns + west, (south + row) * grid.columns + east + 1), row * columns);
  const cropped: StatGrid = { westMetres: grid.westMetres + west * grid.cellMetres, southMetres: grid.southMetres + south * grid.cellMetres, cellMetres: grid.cellMetres, columns, rows };
  return traceContours(cropped, part, threshold).map((rings) => rings.map((ring) => (ring.length > MOST_SIMPLIFIED ? ring : simplifyRing(ring, grid.cellMetres / 10))));
}
