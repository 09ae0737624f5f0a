import type { StatGrid } from './grid-frame';

/**
 * Share of a quartic kernel's mass that lies in the window, for a kernel at each cell's centre; about 1 far inside.
 *
 * A kernel's row is added up once; each run of window cells in a row is then one difference of two of those sums, so that
 * the cost grows with the radius, not with its square.
 * Accuracy: equals the plain sum over the cells to 1e-12. Limits: a radius below one cell counts as one cell.
 */
export function kernelMass(grid: StatGrid, window: Uint8Array, radiusMetres: number): Float64Array {
  const { columns, rows, cellMetres } = grid;
  const reach = Math.max(1, radiusMetres / cellMetres);
  const runs = Array.from({ length: rows }, (_, row) => listRuns(window, row * columns, columns));
  const mass = new Float64Array(columns * rows);
  const span = Math.floor(reach);
  for (let dy = -span; dy <= span; dy++) {
    const sums = sumKernelRow(dy, reach);
    for (let row = Math.max(0, -dy); row < Math.min(rows, rows - dy); row++) addRow(mass.subarray(row * columns, (row + 1) * columns), runs[row + dy]!, sums);
  }
  return mass;
}

/** Runs of window cells in a row as start, end, start, end …; an end is the first cell outside. */
function listRuns(window: Uint8Array, offset: number, columns: number): number[] {
  const runs: number[] = [];
  for (let column = 0; column <= columns; column++) {
    const inside = column < columns && window[offset + column] === 1;
    if (inside !== (runs.length % 2 === 1)) runs.push(column);
  }
  return runs;
}

/** Sums of a kernel's row `dy` cells from its centre: entry k is the mass on the first k of its 2·half + 1 cells. */
function sumKernelRow(dy: number, reach: number): Float64Array {
  const half = Math.floor(Math.sqrt(Math.max(0, reach * reach - dy * dy)));
  const sums = new Float64Array(2 * half + 2);
  const factor = 3 / (Math.PI * reach * reach);
  for (let k = 0; k <= 2 * half; k++) {
    const rest = 1 - ((k - half) ** 2 + dy * dy) / (reach * reach);
    sums[k + 1] = sums[k]! + factor * rest * rest;
  }
  return sums;
}

/** Adds to each kernel of a row what the runs of one row of the window give it. */
function addRow(mass: Float64Array, runs: readonly number[], sums: Float64Array): void {
  const half = (sums.length - 2) / 2;
  for (let at = 0; at < runs.length; at += 2) {
    const start = runs[at]!;
    const end = runs[at + 1]!;
    const last = Math.min(mass.length, end + half);
    for (let column = Math.max(0, start - half); column < last; column++) {
      const from = start - column + half;
      const to = end - column + half;
      mass[column]! += sums[to > 2 * half ? 2 * half + 1 : to]! - sums[from < 0 ? 0 : from]!;
    }
  }
}
