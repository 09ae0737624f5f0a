import type { PredictionMethod } from '../../stats/back-test';
import { clusterByDensity } from '../../stats/density-clusters';
import { computeGetisOrd } from '../../stats/getis-ord';
import type { PlanePoints } from '../../stats/grid-frame';
import { estimateDensity } from '../../stats/kernel-density';
import { maskGrid } from '../plane/area-mask';
import { borderZoneDistances } from './border-zone-distances';
import type { AnalysisInput, ScopeZone } from '../method';
import type { PredictionGrid } from './prediction-grid';

/** Ways to foretell next week that a back-test compares; the naive one comes with the test itself. */
export const PREDICTORS = ['recent_counts', 'kde_narrow', 'kde', 'kde_wide', 'kde_recent', 'getis_ord', 'density_clusters', 'border_band', 'saved_zones'] as const;
export type Predictor = (typeof PREDICTORS)[number];

/** What the predictors need to know. */
export interface PredictorChoice {
  readonly radiusMetres: number;
  readonly recentDays: number;
}

/** Incidents within a cluster's radius, themselves counted, that make a core. */
const CLUSTER_POINTS = 5;
const NARROW = 0.5;
const WIDE = 2;

const pick = ({ points: { xs, ys } }: AnalysisInput, history: readonly number[]): PlanePoints => ({ xs: Float64Array.from(history, (i) => xs[i]!), ys: Float64Array.from(history, (i) => ys[i]!) });

/** Incidents of the history by cell; those that lie in no cell are left out. */
export function countCells({ cellOf, cells }: PredictionGrid, history: readonly number[], keep: (i: number) => boolean = () => true): Float64Array {
  const counts = new Float64Array(cells.count);
  for (const i of history) if (cellOf[i]! >= 0 && keep(i)) counts[cellOf[i]!]!++;
  return counts;
}

function scoreDensity(input: AnalysisInput, { grid, window, gridCells }: PredictionGrid, history: readonly number[], radiusMetres: number, weights?: Float64Array): Float64Array {
  const density = estimateDensity(grid, { ...pick(input, history), weights, radiusMetres, window, edge: 'jones_diggle' });
  return Float64Array.from(gridCells, (cell) => density![cell]!);
}

/** Incidents of density clusters by cell; cells outside every cluster stay at 0. */
function scoreClusters(input: AnalysisInput, grid: PredictionGrid, history: readonly number[], radiusMetres: number): Float64Array {
  const { labels } = clusterByDensity(pick(input, history), radiusMetres, CLUSTER_POINTS);
  const clustered = new Set(history.filter((_, place) => labels[place]! >= 0));
  return countCells(grid, history, (i) => clustered.has(i));
}

/** 1 for each cell whose centre lies in one of the zones. */
export function scoreZones({ grid, gridCells }: PredictionGrid, zones: readonly ScopeZone[]): Float64Array {
  const masks = zones.map(({ polygons }) => maskGrid(grid, polygons));
  return Float64Array.from(gridCells, (cell) => (masks.some((mask) => mask[cell] === 1) ? 1 : 0));
}

/** The predictors that the input allows, each seeing only the history it is given. */
export function buildPredictors(input: AnalysisInput, grid: PredictionGrid, { radiusMetres, recentDays }: PredictorChoice): PredictionMethod[] {
  const { points, arcs, zones } = input;
  const weights = grid.cells.weights(true);
  const band = arcs.length === 0 ? null : borderZoneDistances(input, 1);
  const inZones = zones.length === 0 ? null : scoreZones(grid, zones);
  const methods: (PredictionMethod & { readonly id: Predictor })[] = [
    { id: 'recent_counts', score: (history, day) => countCells(grid, history, (i) => points.days[i]! >= day - recentDays) },
    { id: 'kde_narrow', score: (history) => scoreDensity(input, grid, history, radiusMetres * NARROW) },
    { id: 'kde', score: (history) => scoreDensity(input, grid, history, radiusMetres) },
    { id: 'kde_wide', score: (history) => scoreDensity(input, grid, history, radiusMetres * WIDE) },
    { id: 'kde_recent', score: (history, day) => scoreDensity(input, grid, history, radiusMetres, Float64Array.from(history, (i) => 2 ** (-(day - points.days[i]!) / recentDays))) },
    { id: 'getis_ord', score: (history) => computeGetisOrd(countCells(grid, history), weights).z },
    { id: 'density_clusters', extent: 'at_most_share', score: (history) => scoreClusters(input, grid, history, radiusMetres * NARROW) },
    ...(band === null ? [] : [{ id: 'border_band' as const, extent: 'at_most_share' as const, score: (history: readonly number[]) => countCells(grid, history, (i) => band[i]! <= 1) }]),
    ...(inZones === null ? [] : [{ id: 'saved_zones' as const, extent: 'as_scored' as const, score: () => inZones }]),
  ];
  return methods;
}
