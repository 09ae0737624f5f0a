import { adaptRadii, readDensity } from '../stats/adaptive-radii';
import { buildGrid, type StatGrid } from '../stats/grid-frame';
import { estimateDensity, type EdgeCorrection } from '../stats/kernel-density';
import type { Progress } from '../stats/progress';
import { boxOfArea, maskGrid } from './plane/area-mask';
import type { AnalysisInput } from './method';

/** Density of incidents over the union of the wards, in incidents per square metre over the whole period. */
export interface DensitySurface {
  readonly grid: StatGrid;
  readonly window: Uint8Array;
  readonly density: Float64Array;
  /** Radius of each incident's kernel in metres. */
  readonly radii: Float64Array;
}

/** How a surface is estimated. */
export interface SurfaceChoice {
  readonly radiusMetres: number;
  readonly cellMetres: number;
  readonly edge: EdgeCorrection;
  readonly adaptive: boolean;
}

/**
 * Quartic kernel density over an analysis' whole area, with one radius or with Abramson's.
 *
 * Limits: null when it was stopped; 'no_area' where no cell centre lies in the area.
 */
export function estimateSurface({ area, points }: Pick<AnalysisInput, 'area' | 'points'>, { radiusMetres, cellMetres, edge, adaptive }: SurfaceChoice, progress: Progress): DensitySurface | 'no_area' | null {
  const box = boxOfArea(area);
  if (box === null) return 'no_area';
  const grid = buildGrid(box, cellMetres);
  const window = maskGrid(grid, area);
  if (!window.includes(1)) return 'no_area';
  const question = { xs: points.xs, ys: points.ys, window };
  const first = estimateDensity(grid, { ...question, radiusMetres, edge }, (share) => progress(adaptive ? share / 2 : share));
  if (first === null) return null;
  if (!adaptive) return { grid, window, density: first, radii: new Float64Array(points.count).fill(radiusMetres) };
  const radii = adaptRadii(readDensity(grid, first, points), radiusMetres);
  // Only one radius for all can be corrected by the position; each kernel of its own is corrected by itself.
  const density = estimateDensity(grid, { ...question, radiusMetres: radii, edge: edge === 'uniform' ? 'jones_diggle' : edge }, (share) => progress(0.5 + share / 2));
  return density === null ? null : { grid, window, density, radii };
}
