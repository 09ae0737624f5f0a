import type { AnalysisOutcome, Fact, ResultChart, ResultFeature, ResultTable, Told } from '../../domain/analysis-result';
import { AMBIGUOUS_BELOW, probabilityOfSide } from '../../stats/ownership-probability';
import { quantileOf } from '../../stats/quantile';
import type { ArcIndex } from '../plane/arc-index';
import { pairOf } from './border-conditions';
import { toPosition } from '../plane/finding-shapes';
import type { AnalysisInput } from '../method';
import { rounded } from '../rounded';
import type { NearOwner } from './uncertain-owners';

/** Rows of the table of incidents, bars of the chart, dots on the map. */
const [MOST_ROWS, MOST_BARS, MOST_DOTS] = [200, 15, 2_000];
/** Below this another ward may well be the owner. */
const DOUBTFUL_BELOW = 0.75;
/** z with P(Z ≤ z) = 0.95. */
const Z_CERTAIN = 1.644_853_626_951_473;

interface BorderDoubt { readonly arc: number; near: number; ambiguous: number; misassigned: number; fromA: number; fromB: number }

function countByBorder({ points }: AnalysisInput, { arcs }: ArcIndex, near: readonly NearOwner[]): BorderDoubt[] {
  const found = new Map<number, BorderDoubt>();
  for (const { arc, probability, ambiguous, incident } of near) {
    const row = found.get(arc) ?? { arc, near: 0, ambiguous: 0, misassigned: 0, fromA: 0, fromB: 0 };
    found.set(arc, row);
    row.near++;
    row.ambiguous += ambiguous ? 1 : 0;
    row.misassigned += 1 - probability;
    if (points.wards[incident] === arcs[arc]!.wardA) row.fromA += 1 - probability;
    else row.fromB += 1 - probability;
  }
  return [...found.values()].sort((a, b) => b.misassigned - a.misassigned || a.arc - b.arc);
}

function listTables(input: AnalysisInput, index: ArcIndex, near: readonly NearOwner[], borders: readonly BorderDoubt[]): ResultTable[] {
  const { points, wards } = input;
  const doubtful = near.filter(({ ambiguous }) => ambiguous).sort((a, b) => a.probability - b.probability || a.incident - b.incident).slice(0, MOST_ROWS);
  return [
    {
      id: 'borders', columns: [{ id: 'border', kind: 'pair' }, { id: 'near', kind: 'count' }, { id: 'ambiguous', kind: 'count' }, { id: 'misassigned', kind: 'number' }, { id: 'fromA', kind: 'number' }, { id: 'fromB', kind: 'number' }],
      rows: borders.map((one) => ({ cells: [pairOf(input, index.arcs[one.arc]!), one.near, one.ambiguous, rounded(one.misassigned), rounded(one.fromA), rounded(one.fromB)] })),
    },
    {
      id: 'incidents', columns: [{ id: 'incident', kind: 'text' }, { id: 'ward', kind: 'ward' }, { id: 'other', kind: 'ward' }, { id: 'distance', kind: 'metres' }, { id: 'sigma', kind: 'metres' }, { id: 'probability', kind: 'share' }, { id: 'otherProbability', kind: 'share' }],
      rows: doubtful.map((one) => ({ cells: [points.ids[one.incident]!, wards[points.wards[one.incident]!]!.code, wards[one.other]?.code ?? null, rounded(one.distanceMetres), rounded(one.sigmaMetres), rounded(one.probability), rounded(one.otherProbability)] })),
    },
  ];
}

/** Probability of the owner by distance from a straight border, for the accuracies that the incidents have. */
function chartDistance(sigmas: Float64Array): ResultChart {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantileOf(sigmas, share)) as [number, number, number];
  const far = Math.max(20, Math.ceil((2.5 * high) / 10) * 10);
  const xs = Array.from({ length: 41 }, (_, k) => (k / 40) * far);
  const series = (id: string, sigma: number): ResultChart['series'][number] => ({ id, values: xs.map((metres) => rounded(probabilityOfSide(metres, sigma))) });
  return { id: 'distance', kind: 'lines', x: 'metres', y: 'share', xs, series: [series('good', low), series('middle', middle), series('poor', high)], marks: [{ id: 'certain', axis: 'y', at: AMBIGUOUS_BELOW }] };
}

function listDots({ points, plane, wards }: AnalysisInput, near: readonly NearOwner[]): ResultFeature[] {
  return near.filter(({ ambiguous }) => ambiguous).sort((a, b) => b.probability - a.probability || a.incident - b.incident).slice(-MOST_DOTS).map(({ incident, probability, other, distanceMetres, sigmaMetres }) => ({
    geometry: { type: 'Point', coordinates: toPosition(plane, points.xs[incident]!, points.ys[incident]!) }, tone: probability < DOUBTFUL_BELOW ? 'alarm' : 'accent', drawn: 'dot',
    told: { code: 'dot', values: { ward: wards[points.wards[incident]!]!.code, other: wards[other]?.code ?? null, probability: rounded(probability), metres: rounded(distanceMetres), sigma: rounded(sigmaMetres) } },
  }));
}

/** The outcome of the check of owners; `sigmas` ascending, of every incident. */
export function tellOwnership(input: AnalysisInput, index: ArcIndex, near: readonly NearOwner[], sigmas: Float64Array, unknown: number, warnings: readonly Told[]): AnalysisOutcome {
  const { points } = input;
  const borders = countByBorder(input, index, near);
  const ambiguous = near.filter((one) => one.ambiguous).length;
  const misassigned = near.reduce((sum, { probability }) => sum + 1 - probability, 0);
  // Each incident is assigned wrongly or not, independently of the others.
  const spread = 1.96 * Math.sqrt(near.reduce((sum, { probability: p }) => sum + p * (1 - p), 0));
  const median = quantileOf(sigmas, 0.5);
  const features = listDots(input, near);
  const legend = ([['alarm', 'legend_doubtful'], ['accent', 'legend_ambiguous']] as const).filter(([tone]) => features.some((one) => one.tone === tone)).map(([tone, code]) => ({ tone, drawn: 'dot' as const, told: { code, values: {} } }));
  const facts: Fact[] = [
    { id: 'ambiguous', unit: 'count', value: ambiguous }, { id: 'share', unit: 'share', value: ambiguous / points.count },
    { id: 'misassigned', unit: 'number', value: rounded(misassigned), low: rounded(Math.max(0, misassigned - spread)), high: rounded(misassigned + spread) },
    { id: 'median', unit: 'metres', value: rounded(median) }, { id: 'unknown', unit: 'share', value: unknown / points.count }, { id: 'certain', unit: 'metres', value: rounded(Z_CERTAIN * median) },
  ];
  const [first] = borders;
  const top = borders.slice(0, MOST_BARS);
  const headline: Told = ambiguous === 0 || first === undefined
    ? { code: 'none', values: { count: points.count } }
    : { code: 'found', values: { count: ambiguous, share: ambiguous / points.count, misassigned: rounded(misassigned), pair: pairOf(input, index.arcs[first.arc]!), onPair: first.ambiguous } };
  const bars: ResultChart[] = first === undefined ? [] : [{ id: 'borders', kind: 'bars', x: 'pair', y: 'number', xs: top.map(({ arc }) => pairOf(input, index.arcs[arc]!)), series: [{ id: 'misassigned', values: top.map((one) => rounded(one.misassigned)) }, { id: 'ambiguous', values: top.map((one) => one.ambiguous) }] }];
  return { kind: 'found', headline, facts, tables: first === undefined ? [] : listTables(input, index, near, borders), charts: [chartDistance(sigmas), ...bars], features, legend, findings: [], warnings };
}
