import type { PlanePoints, StatGrid } from './grid-frame';
import { kernelMass } from './kernel-mass';
import type { Progress } from './progress';

/** How the mass that a kernel loses over the window's edge is given back. */
export const EDGE_CORRECTIONS = ['none', 'uniform', 'jones_diggle'] as const;
/** One of `EDGE_CORRECTIONS`. */
export type EdgeCorrection = (typeof EDGE_CORRECTIONS)[number];

/** What a density is estimated from. */
export interface DensityQuestion extends PlanePoints {
  /** One weight a point; absent = 1 each. */
  readonly weights?: Float64Array | undefined;
  /** Radius of the quartic kernel in metres, one for all or one a point. */
  readonly radiusMetres: number | Float64Array;
  /** 1 for each cell whose centre lies in the window: the *union* of the wards concerned, never one ward. */
  readonly window: Uint8Array;
  readonly edge: EdgeCorrection;
}

/** Share of a kernel's mass below which its correction would only blow up rounding: such a point lies outside the window. */
const LEAST_MASS = 1e-6;

/**
 * Density in events per square metre at each cell's centre; 0 outside the window.
 *
 * Source: Silverman (1986), quartic kernel k(d) = 3/(πh²)·(1 − d²/h²)²; Diggle (1985) for `uniform`, Jones (1993) for
 * `jones_diggle`, under which the cells' sum times their area is the sum of the weights.
 * Accuracy: exact sums at the cell centres; the mass of a kernel inside the window is counted on the same cells.
 * Limits: null when it was stopped; no points give zeros; a point whose kernel misses the window adds nothing; `uniform` needs one radius for all;
 * a radius below one cell counts as one cell, so that no kernel falls between the cell centres.
 */
export function estimateDensity(grid: StatGrid, question: DensityQuestion, progress: Progress = () => true): Float64Array | null {
  const { xs, ys, weights, radiusMetres, window, edge } = question;
  const density = new Float64Array(grid.columns * grid.rows);
  for (let i = 0; i < xs.length; i++) {
    if (i % 1024 === 0 && !progress(i / xs.length)) return null;
    const radius = Math.max(grid.cellMetres, typeof radiusMetres === 'number' ? radiusMetres : radiusMetres[i]!);
    let weight = weights === undefined ? 1 : weights[i]!;
    if (edge === 'jones_diggle') {
      const mass = massInWindow(grid, window, xs[i]!, ys[i]!, radius);
      weight = mass < LEAST_MASS ? 0 : weight / mass;
    }
    if (weight !== 0) addKernel(grid, density, xs[i]!, ys[i]!, radius, weight);
  }
  const mass = edge === 'uniform' ? kernelMass(grid, window, requireOneRadius(radiusMetres)) : null;
  for (let cell = 0; cell < density.length; cell++) {
    if (window[cell] !== 1) density[cell] = 0;
    else if (mass !== null) density[cell] = mass[cell]! < LEAST_MASS ? 0 : density[cell]! / mass[cell]!;
  }
  return density;
}

function requireOneRadius(radius: number | Float64Array): number {
  if (typeof radius !== 'number') throw new TypeError('the uniform edge correction needs one radius for all points; take jones_diggle');
  return radius;
}

/** Rows and columns of cell centres within reach of a position, in cells. */
function reachOf({ westMetres, southMetres, cellMetres, rows }: StatGrid, x: number, y: number, radius: number) {
  const reach = radius / cellMetres;
  const column = (x - westMetres) / cellMetres - 0.5;
  const row = (y - southMetres) / cellMetres - 0.5;
  return { reach, column, row, firstRow: Math.max(0, Math.ceil(row - reach)), lastRow: Math.min(rows - 1, Math.floor(row + reach)) };
}

function addKernel(grid: StatGrid, density: Float64Array, x: number, y: number, radius: number, weight: number): void {
  const { reach, column, row, firstRow, lastRow } = reachOf(grid, x, y, radius);
  const factor = (3 * weight) / (Math.PI * radius * radius);
  const inverse = 1 / (reach * reach);
  for (let r = firstRow; r <= lastRow; r++) {
    const dy2 = (r - row) * (r - row);
    const half = Math.sqrt(Math.max(0, reach * reach - dy2));
    const offset = r * grid.columns;
    const lastColumn = Math.min(grid.columns - 1, Math.floor(column + half));
    for (let c = Math.max(0, Math.ceil(column - half)); c <= lastColumn; c++) {
      const rest = 1 - ((c - column) * (c - column) + dy2) * inverse;
      density[offset + c]! += factor * rest * rest;
    }
  }
}

/** Share of a kernel's mass on cells of the window. */
function massInWindow(grid: StatGrid, window: Uint8Array, x: number, y: number, radius: number): number {
  const { reach, column, row, firstRow, lastRow } = reachOf(grid, x, y, radius);
  const inverse = 1 / (reach * reach);
  let sum = 0;
  for (let r = firstRow; r <= lastRow; r++) {
    const dy2 = (r - row) * (r - row);
    const half = Math.sqrt(Math.max(0, reach * reach - dy2));
    const offset = r * grid.columns;
    const lastColumn = Math.min(grid.columns - 1, Math.floor(column + half));
    for (let c = Math.max(0, Math.ceil(column - half)); c <= lastColumn; c++) {
      const rest = 1 - ((c - column) * (c - column) + dy2) * inverse;
      sum += window[offset + c]! * rest * rest;
    }
  }
  return (sum * 3) / (Math.PI * reach * reach);
}
