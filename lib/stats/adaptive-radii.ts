import { findCell, type PlanePoints, type StatGrid } from './grid-frame';

/** Largest factor by which an adaptive radius may exceed the mean one, unless told otherwise. */
export const DEFAULT_TRIM = 5;

/**
 * A radius in metres for each point, wider where a first density is thin: hᵢ = h₀·min(trim, p̃ᵢ^(−½)/γ), γ the geometric mean.
 *
 * Source: Abramson (1982), trim as in R's `bw.abram`. Accuracy: equals it to 1e-10 for the same first density.
 * Limits: a point where the first density is 0 gets the widest radius; a density of 0 everywhere gives h₀ to all.
 */
export function adaptRadii(pilot: ArrayLike<number>, radiusMetres: number, trim = DEFAULT_TRIM): Float64Array {
  const positive = Float64Array.from(pilot).filter((value) => value > 0);
  const mean = positive.length === 0 ? 1 : Math.exp(positive.reduce((sum, value) => sum - Math.log(value) / 2, 0) / positive.length);
  return Float64Array.from(pilot, (value) => radiusMetres * (positive.length === 0 ? 1 : value > 0 ? Math.min(trim, 1 / Math.sqrt(value) / mean) : trim));
}

/** The density of the cell that holds each point; 0 outside the grid. */
export function readDensity(grid: StatGrid, density: Float64Array, { xs, ys }: PlanePoints): Float64Array {
  return Float64Array.from(xs, (x, i) => density[findCell(grid, x, ys[i]!)] ?? 0);
}
