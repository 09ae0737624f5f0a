import { nearestDistances } from '../../stats/neighbour-distances';
import { scanIntervals, type IntervalWindow } from '../../stats/interval-scan';
import type { AnalysisInput, AnalysisMethod, Proposal } from '../method';
import { buildScanDiscs, CENTRE_KINDS, type ScanDiscs } from './scan-centres';
import { scanSchema, type ScanParameters } from './scan-parameters';
import { describeScan } from './scan-outcome';
import { countDays, findObstacle, nothing, roundMetres } from '../times-conditions';

/** Fewest incidents and days a scan can say something about. */
const LEAST_INCIDENTS = 6;
const LEAST_DAYS = 7;
/** The proposed radius reaches this many neighbours of a typical incident. */
const NEIGHBOURS = 10;
const MANY_INCIDENTS = 4_000;

function proposeRadiusMetres({ points }: AnalysisInput): Proposal {
  const distances = points.count < LEAST_INCIDENTS ? new Float64Array(0) : nearestDistances(points, Math.min(NEIGHBOURS, points.count - 1)).sort();
  const median = distances[distances.length >> 1];
  if (median === undefined || !(median > 0)) return { value: 300, by: 'default' };
  const metres = roundMetres(Math.min(1_000, Math.max(200, median)));
  return { value: metres, by: 'data', told: { code: 'radius_from_neighbours', values: { neighbours: NEIGHBOURS, metres } } };
}

function propose(input: AnalysisInput): Record<keyof ScanParameters & string, Proposal> {
  const days = countDays(input);
  const longest = Math.max(1, Math.min(90, Math.floor(days / 4)));
  return {
    ending: { value: 'any', by: 'default' },
    centres: { value: 'incidents', by: 'default' },
    radiusMetres: proposeRadiusMetres(input),
    durationDays: { value: longest, by: 'data', told: { code: 'duration_from_period', values: { days: longest, period: days } } },
    leastEvents: { value: 4, by: 'default' },
    permutations: input.points.count > MANY_INCIDENTS ? { value: 499, by: 'data', told: { code: 'permutations_from_count', values: { count: input.points.count, permutations: 499 } } } : { value: 999, by: 'default' },
    significance: { value: 0.05, by: 'default' },
    mostClusters: { value: 10, by: 'default' },
  };
}

const isApart = ({ centres }: ScanDiscs) => (a: IntervalWindow, b: IntervalWindow): boolean =>
  Math.hypot(centres[a.disc]!.x - centres[b.disc]!.x, centres[a.disc]!.y - centres[b.disc]!.y) > a.radiusMetres + b.radiusMetres;

/** Clusters in place and time: discs where some days hold more than place and days lead to expect. Source: Kulldorff et al. (2005). */
export const spaceTimeScanMethod: AnalysisMethod<ScanParameters> = {
  id: 'space_time_scan',
  version: 1,
  fields: [
    { name: 'ending', kind: 'choice', choices: ['any', 'last'] },
    { name: 'radiusMetres', kind: 'number', least: 20, most: 5_000, unit: 'metres' },
    { name: 'durationDays', kind: 'integer', least: 1, most: 366, unit: 'days' },
    { name: 'leastEvents', kind: 'integer', least: 2, most: 50, unit: 'count' },
    { name: 'centres', kind: 'choice', choices: CENTRE_KINDS },
    { name: 'permutations', kind: 'integer', least: 99, most: 9_999, unit: 'count' },
    { name: 'significance', kind: 'number', least: 0.001, most: 0.2, unit: 'share' },
    { name: 'mostClusters', kind: 'integer', least: 1, most: 20, unit: 'count' },
  ],
  schema: scanSchema,
  propose,
  run: (input, parameters, random, progress) => {
    const { points, lastDay } = input;
    const { radiusMetres, durationDays, leastEvents, centres, ending, permutations, mostClusters } = parameters;
    const obstacle = findObstacle(input, LEAST_INCIDENTS, LEAST_DAYS);
    if (obstacle !== null) return obstacle;
    const discs = buildScanDiscs(points, radiusMetres, centres, leastEvents, durationDays / countDays(input));
    if (!progress(0.01)) return null;
    const question = { discs: discs.families, days: points.days, lastDay, mostDays: durationDays, leastEvents, ending };
    const clusters = scanIntervals(question, permutations, random, mostClusters, isApart(discs), (share) => progress(0.01 + 0.98 * share));
    if (clusters === null) return null;
    return clusters.length === 0 ? nothing('no_window', { least: leastEvents, radius: radiusMetres, days: durationDays }) : describeScan(input, parameters, discs, clusters);
  },
};
