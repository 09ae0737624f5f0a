import { z } from 'zod';
import type { AnalysisOutcome, ResultFeature, ResultTable } from '../../domain/analysis-result';
import { clusterByHierarchy, MOST_HIERARCHY_POINTS } from '../../stats/hierarchical-clusters';
import type { Progress } from '../../stats/progress';
import { composeClusters } from './clusters-outcome';
import { hullRing, toPosition } from '../plane/finding-shapes';
import { findLackOfSpread } from './lack-of-spread';
import { dayOfNumber, type AnalysisInput, type AnalysisMethod } from '../method';
import { describeClusters, keptBy, listClusterMembers } from './point-clusters';
import { rounded } from '../rounded';
import { proposeMinPoints } from './density-clusters';

const [LEAST_POINTS, MOST_POINTS] = [3, 500] as const;
const schema = z.strictObject({ minPoints: z.int().min(LEAST_POINTS).max(MOST_POINTS), outlierScore: z.number().min(0.5).max(1) });
type HierarchicalClustersParameters = z.output<typeof schema>;

/** Metres by which a hull is widened: about the accuracy of a location. */
const BUFFER = 25;
/** Most outliers that are listed and drawn. */
const MOST_OUTLIERS = 200;
/** Factor by which the smallest cluster is changed to see whether the largest cluster stays. */
const FACTOR = 1.5;

function listOutliers(scores: Float64Array, labels: Int32Array, least: number): number[] {
  return [...scores.keys()].filter((i) => labels[i] === -1 && scores[i]! >= least).sort((a, b) => scores[b]! - scores[a]! || a - b);
}

function tabulateOutliers({ points, wards, categories }: AnalysisInput, outliers: readonly number[], scores: Float64Array): ResultTable {
  return {
    id: 'outliers',
    columns: [{ id: 'ward', kind: 'ward' }, { id: 'category', kind: 'category' }, { id: 'day', kind: 'day' }, { id: 'score', kind: 'number' }],
    rows: outliers.slice(0, MOST_OUTLIERS).map((i) => ({ cells: [wards[points.wards[i]!]?.code ?? null, categories[points.kinds[i]!] ?? null, dayOfNumber(points.days[i]!), rounded(scores[i])] })),
  };
}

function run(input: AnalysisInput, { minPoints, outlierScore }: HierarchicalClustersParameters, _random: unknown, progress: Progress): AnalysisOutcome | null {
  const lack = findLackOfSpread(input);
  if (lack !== null) return { kind: 'nothing', reason: lack };
  const { points, plane } = input;
  if (!progress(0)) return null;
  const found = clusterByHierarchy(points, minPoints, (share) => progress(share * 0.5));
  if (found.kind === 'stopped') return null;
  if (found.kind !== 'clustered') {
    return { kind: 'nothing', reason: found.kind === 'too_many' ? { code: 'too_many', values: { count: points.count, most: MOST_HIERARCHY_POINTS } } : { code: 'fewer_than_cluster', values: { count: points.count, minPoints } } };
  }
  const all = listClusterMembers(found.labels);
  let steadiness: number | null = null;
  if (all.length > 0) {
    const other = clusterByHierarchy(points, Math.ceil(minPoints * FACTOR), (share) => progress(0.5 + share * 0.45));
    if (other.kind === 'stopped') return null;
    steadiness = other.kind === 'clustered' ? keptBy(all[0]!, other.labels) : null;
  }
  const clusters = describeClusters(input, all, (members) => [[hullRing(members.map((i) => [points.xs[i]!, points.ys[i]!] as const), BUFFER)]]);
  const result = composeClusters(input, clusters, all, steadiness, 50);
  const outliers = listOutliers(found.outlierScores, found.labels, outlierScore);
  const dots: ResultFeature[] = outliers.length === 0 ? [] : [{
    geometry: { type: 'MultiPoint', coordinates: outliers.slice(0, MOST_OUTLIERS).map((i) => toPosition(plane, points.xs[i]!, points.ys[i]!)) },
    tone: 'calm', drawn: 'dot', told: { code: 'outliers', values: { score: outlierScore } },
  }];
  return {
    ...result,
    facts: [...result.facts, { id: 'outliers', unit: 'count', value: outliers.length }, { id: 'minPoints', unit: 'count', value: minPoints }],
    features: [...result.features, ...dots],
    legend: dots.length === 0 ? result.legend : [...result.legend, { tone: 'calm', drawn: 'dot', told: { code: 'outliers', values: { score: outlierScore } } }],
    tables: [...result.tables, tabulateOutliers(input, outliers, found.outlierScores)],
    warnings: outliers.length > MOST_OUTLIERS ? [...result.warnings, { code: 'more_outliers', values: { outliers: outliers.length, told: MOST_OUTLIERS } }] : result.warnings,
  };
}

/** HDBSCAN* with GLOSH outlier scores over the union of the wards (B-5). */
export const hierarchicalClustersMethod: AnalysisMethod<HierarchicalClustersParameters> = {
  id: 'hierarchical_clusters', version: 1,
  fields: [
    { name: 'minPoints', kind: 'integer', least: LEAST_POINTS, most: MOST_POINTS, unit: 'count' },
    { name: 'outlierScore', kind: 'number', least: 0.5, most: 1, unit: 'share' },
  ],
  schema,
  propose: ({ points }) => {
    const minPoints = proposeMinPoints(points.count);
    return { minPoints: { value: minPoints, by: 'data', told: { code: 'points_from_count', values: { count: points.count, minPoints } } }, outlierScore: { value: 0.9, by: 'default' } };
  },
  run,
};
