import { z } from 'zod';
import type { AnalysisOutcome, ResultChart } from '../../domain/analysis-result';
import { clusterByDensity } from '../../stats/density-clusters';
import { listNeighbourDistances, proposeRadius } from '../../stats/neighbour-distances';
import type { Progress } from '../../stats/progress';
import { composeClusters } from './clusters-outcome';
import { findLackOfSpread } from './lack-of-spread';
import { bufferLines } from '../plane/line-buffer';
import type { AnalysisInput, AnalysisMethod, PlaneRings, Proposal, ScopePoints } from '../method';
import { describeClusters, keptBy, listClusterMembers } from './point-clusters';
import { rounded } from '../rounded';

const [LEAST_RADIUS, MOST_RADIUS, LEAST_POINTS, MOST_POINTS] = [10, 3_000, 3, 500] as const;
const schema = z.strictObject({ radiusMetres: z.number().min(LEAST_RADIUS).max(MOST_RADIUS), minPoints: z.int().min(LEAST_POINTS).max(MOST_POINTS) });
type DensityClustersParameters = z.output<typeof schema>;

/** Most of a walkable place, in metres: a radius that is proposed is not larger. */
const MOST_PROPOSED = 500;
/** Factors by which the radius is changed to see whether the largest cluster stays. */
const FACTORS = [0.8, 1.25] as const;
/** Positions of the curve of distances. */
const CURVE_POINTS = 41;

/** Fewest incidents of a cluster to start with: twice the logarithm of their number, from 4 to 25. */
export const proposeMinPoints = (count: number): number => Math.max(4, Math.min(25, Math.round(2 * Math.log(Math.max(1, count)))));

/** Radius at the knee of the denser half of the k-distance curve: at most half of the incidents can be at the heart of a cluster. */
function proposeClusterRadius(points: ScopePoints, minPoints: number): Proposal {
  if (points.count < minPoints || points.count < 3) return { value: 100, by: 'default' };
  const distances = listNeighbourDistances(points, minPoints - 1);
  const knee = proposeRadius(distances.subarray(0, Math.ceil(distances.length / 2)));
  if (knee === null) return { value: 100, by: 'default' };
  const value = Math.max(LEAST_RADIUS, Math.min(MOST_PROPOSED, Math.round(knee)));
  return { value, by: 'data', told: { code: 'radius_from_knee', values: { radius: value, neighbours: minPoints - 1 } } };
}

/** The k-distance curve with the radius that was used. */
function chartDistances(points: ScopePoints, { radiusMetres, minPoints }: DensityClustersParameters): ResultChart | null {
  if (points.count < minPoints) return null;
  const distances = listNeighbourDistances(points, minPoints - 1);
  const shares = Array.from({ length: CURVE_POINTS }, (_, k) => k / (CURVE_POINTS - 1));
  return {
    id: 'distances', kind: 'lines', x: 'share', y: 'metres', xs: shares, marks: [{ id: 'radius', axis: 'y', at: radiusMetres }],
    series: [{ id: 'distance', values: shares.map((share) => rounded(distances[Math.round(share * (distances.length - 1))])) }],
  };
}

/** Everything within 0.6 of the radius of a cluster's incidents: neighbouring hearts are joined, holes are filled. */
const outlineMembers = ({ xs, ys }: ScopePoints, members: readonly number[], radiusMetres: number): PlaneRings[] => bufferLines(members.map((i) => [[xs[i]!, ys[i]!]]), 0.6 * radiusMetres).map(([outer]) => [outer!]);

function run(input: AnalysisInput, parameters: DensityClustersParameters, _random: unknown, progress: Progress): AnalysisOutcome | null {
  const lack = findLackOfSpread(input);
  if (lack !== null) return { kind: 'nothing', reason: lack };
  const { points } = input;
  const { radiusMetres, minPoints } = parameters;
  if (points.count < minPoints) return { kind: 'nothing', reason: { code: 'fewer_than_cluster', values: { count: points.count, minPoints } } };
  if (!progress(0)) return null;
  const { labels, core } = clusterByDensity(points, radiusMetres, minPoints);
  const all = listClusterMembers(labels);
  if (!progress(0.3)) return null;
  let steadiness: number | null = all.length === 0 ? null : 1;
  for (const factor of FACTORS) {
    if (steadiness !== null) steadiness = Math.min(steadiness, keptBy(all[0]!, clusterByDensity(points, radiusMetres * factor, minPoints).labels));
    if (!progress(0.3 + 0.2 * (FACTORS.indexOf(factor) + 1))) return null;
  }
  const clusters = describeClusters(input, all, (members) => outlineMembers(points, members, radiusMetres));
  const result = composeClusters(input, clusters, all, steadiness, radiusMetres);
  const curve = chartDistances(points, parameters);
  const coreShare = core.reduce((sum, one) => sum + one, 0) / points.count;
  return { ...result, facts: [...result.facts, { id: 'coreShare', unit: 'share', value: rounded(coreShare) }, { id: 'radius', unit: 'metres', value: radiusMetres }], charts: curve === null ? result.charts : [...result.charts, curve] };
}

/** DBSCAN over the union of the wards (B-4). */
export const densityClustersMethod: AnalysisMethod<DensityClustersParameters> = {
  id: 'density_clusters', version: 1,
  fields: [
    { name: 'radiusMetres', kind: 'number', least: LEAST_RADIUS, most: MOST_RADIUS, unit: 'metres' },
    { name: 'minPoints', kind: 'integer', least: LEAST_POINTS, most: MOST_POINTS, unit: 'count' },
  ],
  schema,
  propose: ({ points }, given) => {
    const minPoints = proposeMinPoints(points.count);
    return {
      radiusMetres: proposeClusterRadius(points, given.minPoints ?? minPoints),
      minPoints: { value: minPoints, by: 'data', told: { code: 'points_from_count', values: { count: points.count, minPoints } } },
    };
  },
  run,
};
