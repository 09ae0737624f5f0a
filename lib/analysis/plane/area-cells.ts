import { buildGrid, findCell } from '../../stats/grid-frame';
import { buildHexagonGrid, findHexagon, hexagonArea, hexagonCentre, hexagonCorners } from '../../stats/hexagon-grid';
import { listNeighbourDistances } from '../../stats/neighbour-distances';
import { quantileOf } from '../../stats/quantile';
import { buildGridWeights, type SpatialWeights } from '../../stats/spatial-weights';
import { boxOfArea, maskGrid, maskHexagons } from './area-mask';
import { outlineCells, type CornerLattice } from './cell-outline';
import type { AnalysisInput, PlaneLine, PlaneRings } from '../method';

export const CELL_SHAPES = ['hexagon', 'square'] as const;
export type CellShape = (typeof CELL_SHAPES)[number];

/** Most cells of a grid of an analysis, over the box around its area. */
export const MOST_ANALYSIS_CELLS = 1_000_000;

/** The cells that cover an area, numbered from 0 by row and column: those whose centre lies in it. Metres. */
export interface AreaCells {
  readonly shape: CellShape;
  readonly sizeMetres: number;
  readonly count: number;
  readonly cellSquareMetres: number;
  /** Number of the cell that holds a position, or of its neighbour nearest to it where the position lies in the rim outside; −1 elsewhere. */
  readonly placeAt: (x: number, y: number) => number;
  readonly centreOf: (place: number) => readonly [x: number, y: number];
  /** Corners, anticlockwise, unclosed. */
  readonly cornersOf: (place: number) => PlaneLine;
  readonly outline: (places: readonly number[]) => PlaneRings[];
  readonly weights: (includeSelf: boolean) => SpatialWeights;
}

interface Frame {
  readonly columns: number;
  readonly rows: number;
  readonly window: Uint8Array;
  readonly cellSquareMetres: number;
  readonly find: (x: number, y: number) => number;
  readonly centre: (cell: number) => readonly [x: number, y: number];
  readonly corners: (cell: number) => PlaneLine;
  readonly lattice: CornerLattice;
}

function buildFrame(box: readonly [number, number, number, number], area: readonly PlaneRings[], shape: CellShape, size: number): Frame {
  if (shape === 'square') {
    const grid = buildGrid(box, size);
    const { westMetres, southMetres, columns, rows } = grid;
    const corner = (column: number, row: number) => [westMetres + column * size, southMetres + row * size] as const;
    return {
      columns, rows, window: maskGrid(grid, area), cellSquareMetres: size * size, find: (x, y) => findCell(grid, x, y),
      centre: (cell) => corner((cell % columns) + 0.5, Math.floor(cell / columns) + 0.5),
      corners: (cell) => [[0, 0], [1, 0], [1, 1], [0, 1]].map(([dx, dy]) => corner((cell % columns) + dx!, Math.floor(cell / columns) + dy!)),
      lattice: { westMetres, southMetres, stepX: size, stepY: size },
    };
  }
  const grid = buildHexagonGrid(box, size);
  const { westMetres, southMetres, columns, rows } = grid;
  return {
    columns, rows, window: maskHexagons(grid, area), cellSquareMetres: hexagonArea(size), find: (x, y) => findHexagon(grid, x, y),
    centre: (cell) => hexagonCentre(grid, cell), corners: (cell) => hexagonCorners(grid, cell),
    lattice: { westMetres, southMetres, stepX: size / 2, stepY: size / Math.sqrt(12) },
  };
}

/** Lays cells over the area of an analysis; null where the area is empty or too small for a single cell. @throws RangeError for more than 4,000,000 cells. */
export function buildAreaCells({ area }: Pick<AnalysisInput, 'area'>, shape: CellShape, sizeMetres: number): AreaCells | null {
  const box = boxOfArea(area);
  if (box === null) return null;
  const { columns, rows, window, cellSquareMetres, find, centre, corners, lattice } = buildFrame(box, area, shape, sizeMetres);
  const numbers = new Int32Array(window.length).fill(-1);
  const cells: number[] = [];
  window.forEach((inside, cell) => { if (inside === 1) numbers[cell] = cells.push(cell) - 1; });
  if (cells.length === 0) return null;
  const nearestAround = (cell: number, x: number, y: number): number => {
    let [nearest, least] = [-1, Infinity];
    for (let row = Math.floor(cell / columns) - 1; row <= Math.floor(cell / columns) + 1; row++) {
      for (let column = (cell % columns) - 1; column <= (cell % columns) + 1; column++) {
        const place = row < 0 || column < 0 || row >= rows || column >= columns ? -1 : numbers[row * columns + column]!;
        if (place < 0) continue;
        const [cx, cy] = centre(row * columns + column);
        if ((cx - x) ** 2 + (cy - y) ** 2 < least) [nearest, least] = [place, (cx - x) ** 2 + (cy - y) ** 2];
      }
    }
    return nearest;
  };
  return {
    shape, sizeMetres, count: cells.length, cellSquareMetres,
    placeAt: (x, y) => {
      const cell = find(x, y);
      return cell < 0 ? -1 : numbers[cell]! >= 0 ? numbers[cell]! : nearestAround(cell, x, y);
    },
    centreOf: (place) => centre(cells[place]!),
    cornersOf: (place) => corners(cells[place]!),
    outline: (places) => outlineCells(lattice, places.map((place) => corners(cells[place]!))),
    weights: (includeSelf) => buildGridWeights({ columns, rows }, window, shape === 'square' ? 'queen' : 'hexagon', includeSelf),
  };
}

/**
 * Side in metres of the cells to start with: where incidents usually are, a cell holds two of them; at least ten cells across
 * the area, never below 50 m, never so small that the box would need more than `mostCells`; rounded to 10, above 200 m to 50.
 *
 * Source: quadrat rule of Greig-Smith (1964), two a cell, taken where the median incident is, or a province's fields would ask for
 * cells of kilometres. Limits: null without incidents or area.
 */
export function proposeAreaCellMetres({ area, areaSquareMetres, points }: Pick<AnalysisInput, 'area' | 'areaSquareMetres' | 'points'>, mostCells = 80_000): number | null {
  if (points.count === 0 || !(areaSquareMetres > 0)) return null;
  const least = leastCellMetres(area, mostCells) ?? 0;
  const usual = usualSpacingMetres(points);
  const wanted = usual === null ? Math.sqrt((2 * areaSquareMetres) / points.count) : Math.SQRT2 * usual;
  const size = Math.max(50, least, Math.min(wanted, Math.sqrt(areaSquareMetres) / 10));
  const step = size > 200 ? 50 : 10;
  return Math.max(Math.ceil(least / step), Math.round(size / step)) * step;
}

/** Side in metres of the square that one incident has to itself where the median incident is; null where that cannot be said. */
function usualSpacingMetres(points: AnalysisInput['points']): number | null {
  const k = Math.min(15, Math.floor(points.count / 2));
  if (k < 2) return null;
  const distance = quantileOf(listNeighbourDistances(points, k), 0.5);
  return distance > 0 ? distance * Math.sqrt(Math.PI / k) : null;
}

/** Side in metres of the smallest square cells of which at most `mostCells` cover the box around an area; null for an empty one. */
export function leastCellMetres(area: readonly PlaneRings[], mostCells = MOST_ANALYSIS_CELLS): number | null {
  const box = boxOfArea(area);
  if (box === null) return null;
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  let size = Math.sqrt((width * height) / mostCells);
  // Hexagons lie closer together than squares of the same size, and both overhang the box.
  while (Math.ceil(width / size + 1) * (Math.ceil(height / (size * Math.sqrt(0.75))) + 1) > mostCells) size *= 1.02;
  return size;
}
