import { buildGrid } from '../../stats/grid-frame';
import { traceContours } from '../../stats/trace-contours';
import type { PlaneLine, PlaneRings } from '../method';
import { boxOfArea } from './area-mask';

/** Most cells of the raster that a buffer is traced on. */
const MOST_BUFFER_CELLS = 250_000;

/**
 * Everything within `radiusMetres` of some lines as polygons in metres, holes included.
 *
 * Accuracy: traced on a raster of an eighth of the radius, so outlines are right to a few per cent of the radius; coarser where lines
 * reach so far that the raster would pass 250,000 cells. Limits: no line gives []; a line of one position is a disc.
 */
export function bufferLines(lines: readonly PlaneLine[], radiusMetres: number): readonly PlaneRings[] {
  const some = lines.filter(({ length }) => length > 0);
  if (some.length === 0 || !(radiusMetres > 0)) return [];
  const corners = some.flat();
  const box = boxOfArea([[corners.flatMap(([x, y]) => [[x - radiusMetres * 1.3, y - radiusMetres * 1.3], [x + radiusMetres * 1.3, y + radiusMetres * 1.3]] as const)]])!;
  const cell = Math.max(radiusMetres / 8, Math.sqrt(((box[2] - box[0]) * (box[3] - box[1])) / MOST_BUFFER_CELLS));
  const grid = buildGrid(box, cell);
  const left = new Float64Array(grid.columns * grid.rows);
  for (const line of some) {
    for (let at = 1; at < Math.max(2, line.length); at++) fillAround(grid, left, line[at - 1]!, line[at] ?? line[0]!, 2 * radiusMetres);
  }
  return traceContours(grid, left, radiusMetres);
}

/** Raises each cell near a side to how much of `reach` is left at its distance. */
function fillAround(grid: ReturnType<typeof buildGrid>, left: Float64Array, [ax, ay]: PlaneLine[number], [bx, by]: PlaneLine[number], reach: number): void {
  const { westMetres, southMetres, cellMetres, columns, rows } = grid;
  const columnAt = (x: number): number => Math.max(0, Math.min(columns - 1, Math.floor((x - westMetres) / cellMetres)));
  const rowAt = (y: number): number => Math.max(0, Math.min(rows - 1, Math.floor((y - southMetres) / cellMetres)));
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  for (let row = rowAt(Math.min(ay, by) - reach); row <= rowAt(Math.max(ay, by) + reach); row++) {
    const y = southMetres + (row + 0.5) * cellMetres;
    for (let column = columnAt(Math.min(ax, bx) - reach); column <= columnAt(Math.max(ax, bx) + reach); column++) {
      const x = westMetres + (column + 0.5) * cellMetres;
      const share = squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / squared));
      const rest = reach - Math.hypot(x - ax - share * dx, y - ay - share * dy);
      if (rest > left[row * columns + column]!) left[row * columns + column] = rest;
    }
  }
}
