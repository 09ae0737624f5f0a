import { buildGrid, findCell, type StatGrid } from '../../stats/grid-frame';
import { buildAreaCells, type AreaCells } from '../plane/area-cells';
import { boxOfArea, maskGrid } from '../plane/area-mask';
import type { AnalysisInput } from '../method';

/** Square cells of an area, and the cell of each incident. */
export interface PredictionGrid {
  readonly cells: AreaCells;
  readonly grid: StatGrid;
  readonly window: Uint8Array;
  /** Index in the grid of each cell of the area. */
  readonly gridCells: Uint32Array;
  /** Cell of each incident; −1 where none is near. */
  readonly cellOf: Int32Array;
}

/** Lays square cells over an area; incidents whose cell has its centre outside go to the nearest cell. Limits: null where no centre lies in the area. */
export function buildPredictionGrid(input: AnalysisInput, cellMetres: number): PredictionGrid | null {
  const box = boxOfArea(input.area);
  const cells = buildAreaCells(input, 'square', cellMetres);
  if (box === null || cells === null) return null;
  const grid = buildGrid(box, cellMetres);
  const window = maskGrid(grid, input.area);
  const gridCells = Uint32Array.from({ length: cells.count }, (_, cell) => findCell(grid, ...cells.centreOf(cell)));
  return { cells, grid, window, gridCells, cellOf: Int32Array.from(input.points.xs, (x, i) => cells.placeAt(x, input.points.ys[i]!)) };
}
