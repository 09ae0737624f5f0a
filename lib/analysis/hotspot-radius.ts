import { proposeBandwidth } from '../stats/bandwidth';
import { listNeighbourDistances } from '../stats/neighbour-distances';
import { quantileOf } from '../stats/quantile';
import { leastCellMetres } from './plane/area-cells';
import type { AnalysisInput, Proposal } from './method';

/** Neighbours that a kernel should hold where incidents usually are. */
const NEIGHBOURS = 15;
/** Least and most radius in metres that is proposed: a street corner; a quarter that can still be walked. */
const [LEAST, MOST] = [100, 1500] as const;
/** Least and most cell size in metres that may be asked for. */
export const LEAST_CELL_METRES = 5;

/** Rounded to a figure that people use: to 10, above 500 m to 50. */
const roundRadius = (metres: number): number => (metres > 500 ? Math.round(metres / 50) * 50 : Math.round(metres / 10) * 10);

/**
 * Radius of the kernel to start with, in metres: half of the incidents have 15 others within it; not above Scott's rule.
 *
 * Source: k-nearest-neighbour bandwidth, Loftsgaarden & Quesenberry (1965); Scott (1992) as its upper bound. Cross-validation over a whole
 * province is not used: fields between towns pull it to kilometres, at which no hotspot is left.
 */
export function proposeRadiusMetres({ points, area }: Pick<AnalysisInput, 'points' | 'area'>): Proposal {
  const k = Math.min(NEIGHBOURS, Math.max(1, Math.floor(points.count / 3)));
  if (points.count <= k) return { value: 300, by: 'default' };
  const wanted = quantileOf(listNeighbourDistances(points, k), 0.5);
  const scott = proposeBandwidth(points);
  const bound = scott.kind === 'chosen' ? scott.radiusMetres : MOST;
  const least = Math.max(LEAST, 3 * (leastCellMetres(area, MOST_SURFACE_CELLS) ?? 0));
  const value = roundRadius(Math.max(least, Math.min(wanted, bound, MOST)));
  return { value, by: 'data', told: { code: 'radius_from_neighbours', values: { neighbours: k, radius: value } } };
}

/** Most cells of a density surface over the box around its area. */
export const MOST_SURFACE_CELLS = 600_000;

/** Cell size for a radius in metres: an eighth of it, coarser only where the area would need more than `MOST_SURFACE_CELLS`. */
export function proposeSurfaceCell({ area }: Pick<AnalysisInput, 'area'>, radiusMetres: number): Proposal {
  const least = Math.ceil(leastCellMetres(area, MOST_SURFACE_CELLS) ?? LEAST_CELL_METRES);
  const value = Math.max(least, LEAST_CELL_METRES, Math.round(radiusMetres / 8));
  return { value, by: 'data', told: { code: value === least ? 'cell_from_area' : 'cell_from_radius', values: { cell: value } } };
}
