import { leastCellMetres } from '../plane/area-cells';
import type { AnalysisInput, AnalysisMethod, Proposal } from '../method';
import { describeSensitivity } from './sensitivity-outcome';
import { SENSITIVITY_INCIDENTS, sensitivitySchema, type SensitivityParameters } from './sensitivity-parameters';
import { planSettings, SENSITIVITY_BASES } from './sensitivity-settings';
import { testHotspots } from './sensitivity-test';
import { findObstacle, nothing, roundMetres } from '../times-conditions';
import { densityClustersMethod } from '../hotspots/density-clusters';
import { getisOrdMethod } from '../hotspots/getis-ord';
import { kernelDensityMethod } from '../hotspots/kernel-density';

const LEAST_INCIDENTS = 20;
/** Most hexagons over the box of the area at the smallest size that is tried. */
const MOST_CELLS = 60_000;
/** Cells of a density are a fifth of its radius, coarser only where there would be too many to go through 70 times. */
const CELLS_A_RADIUS = 0.2;
const MOST_SURFACE_CELLS = 300_000;

/** The size that the base method itself would start with. */
function proposeSize(input: AnalysisInput, method: SensitivityParameters['method'], range: number): Proposal {
  const wanted = {
    kernel_density: () => kernelDensityMethod.propose(input, {}).radiusMetres,
    getis_ord: () => getisOrdMethod.propose(input, {}).cellMetres,
    density_clusters: () => densityClustersMethod.propose(input, {}).radiusMetres,
  }[method]();
  const least = method === 'getis_ord' ? (leastCellMetres(input.area, MOST_CELLS) ?? 0) * range : 20;
  const value = Math.min(5_000, Math.max(Number(wanted.value), roundMetres(least * 1.02)));
  return { value, by: wanted.by, ...(wanted.by === 'data' ? { told: { code: value > Number(wanted.value) ? 'size_raised' : 'size_of_method', values: {} } } : {}) };
}

/** How far hotspots hang on the choices of the analyst. Source: Openshaw (1984), modifiable areal units; capability 21. */
export const sensitivityMethod: AnalysisMethod<SensitivityParameters> = {
  id: 'sensitivity',
  version: 1,
  fields: [
    { name: 'method', kind: 'choice', choices: SENSITIVITY_BASES },
    { name: 'sizeMetres', kind: 'number', least: 20, most: 5_000, unit: 'metres' },
    { name: 'range', kind: 'number', least: 1.1, most: 3, unit: 'ratio' },
    { name: 'incidents', kind: 'choice', choices: SENSITIVITY_INCIDENTS },
    { name: 'topShare', kind: 'number', least: 0.02, most: 0.5, unit: 'share' },
    { name: 'significance', kind: 'number', least: 0.001, most: 0.2, unit: 'share' },
    { name: 'leastPoints', kind: 'integer', least: 2, most: 100, unit: 'count' },
  ],
  schema: sensitivitySchema,
  propose: (input, given) => ({
    method: { value: 'kernel_density', by: 'default' },
    incidents: { value: 'all', by: 'default' },
    sizeMetres: proposeSize(input, given.method ?? 'kernel_density', given.range ?? 1.6),
    range: { value: 1.6, by: 'default' },
    topShare: { value: kernelDensityMethod.propose(input, {}).topShare.value, by: 'data', told: { code: 'share_of_method', values: {} } },
    significance: { value: 0.05, by: 'default' },
    leastPoints: { value: densityClustersMethod.propose(input, {}).minPoints.value, by: 'data', told: { code: 'points_of_method', values: {} } },
  }),
  run: (input, parameters, _random, progress) => {
    const { method, sizeMetres, topShare, incidents, range } = parameters;
    const obstacle = findObstacle(input, LEAST_INCIDENTS, 1);
    if (obstacle !== null) return obstacle;
    if (incidents === 'border_zone' && input.arcs.length === 0) return nothing('no_border');
    const least = method === 'getis_ord' ? (leastCellMetres(input.area, 4 * MOST_CELLS) ?? 0) * range : 0;
    if (sizeMetres < least) return nothing('size_too_small', { metres: sizeMetres, least: Math.ceil(least) });
    const plan = planSettings(method, { ...parameters, inBorderZone: incidents === 'border_zone' });
    const cellMetres = Math.max(CELLS_A_RADIUS * sizeMetres, leastCellMetres(input.area, MOST_SURFACE_CELLS) ?? 0);
    const hotspots = testHotspots(input, { method, sizeMetres, cellMetres, topShare }, plan, (share) => progress(0.98 * share));
    if (hotspots === null) return null;
    return hotspots.length === 0 ? nothing('no_hotspot') : describeSensitivity(input, parameters, cellMetres, plan, hotspots);
  },
};
