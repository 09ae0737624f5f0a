import { MOST_FINDING_INCIDENTS, type AnalysisResult, type Fact, type Finding, type ResultChart, type ResultFeature, type ResultTable, type Told } from '../../domain/analysis-result';
import type { IntervalCluster } from '../../stats/interval-scan';
import { recurrenceIntervalDays } from '../../stats/space-time-scan';
import { discRing, toFindingShape } from '../plane/finding-shapes';
import { dayOfNumber, type AnalysisInput } from '../method';
import { isInRings } from '../plane/plane-rings';
import type { ScanDiscs } from './scan-centres';
import type { ScanParameters } from './scan-parameters';
import { listConditions } from '../times-conditions';

/** A disc smaller than this could not be seen or drawn as a zone: incidents at one address. */
const LEAST_DRAWN_METRES = 25;
/** Recurrence intervals are not told beyond a hundred years. */
const LONGEST_INTERVAL_DAYS = 36_500;

/** A cluster with what is said of it. */
interface Described {
  readonly cluster: IntervalCluster;
  readonly id: string;
  readonly isSignificant: boolean;
  readonly ring: ReturnType<typeof discRing>;
  readonly told: Told;
  readonly mainWard: string | null;
  readonly wardCount: number;
}

function describeCluster({ points, wards }: AnalysisInput, { centres }: ScanDiscs, cluster: IntervalCluster, id: string, isSignificant: boolean): Described {
  const perWard = new Map<number, number>();
  for (const event of cluster.events) perWard.set(points.wards[event]!, (perWard.get(points.wards[event]!) ?? 0) + 1);
  const [main] = [...perWard].filter(([ward]) => ward >= 0).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const { x, y } = centres[cluster.disc]!;
  const radius = Math.max(LEAST_DRAWN_METRES, cluster.radiusMetres);
  const values = {
    count: cluster.count, expected: cluster.expected, radius, from: dayOfNumber(cluster.fromDay), to: dayOfNumber(cluster.toDay), days: cluster.toDay - cluster.fromDay + 1,
    p: cluster.p, ward: main === undefined ? null : wards[main[0]]!.code, wards: [...perWard.keys()].filter((ward) => ward >= 0).length,
  };
  return { cluster, id, isSignificant, ring: discRing(x, y, radius), told: { code: 'cluster', values }, mainWard: values.ward, wardCount: values.wards };
}

function listFindings({ points, plane }: AnalysisInput, described: readonly Described[]): Finding[] {
  return described.flatMap(({ cluster, id, isSignificant, ring, told }, place): Finding[] => {
    const geometry = toFindingShape(plane, [[ring]]);
    if (!isSignificant || geometry === null) return [];
    const incidents = cluster.events.slice(0, MOST_FINDING_INCIDENTS).map((event) => points.ids[event]!);
    return [{ id, rank: place + 1, geometry, incidents, count: cluster.count, expected: cluster.expected, p: cluster.p, told }];
  });
}

function listFeatures({ plane }: AnalysisInput, described: readonly Described[]): ResultFeature[] {
  // The strongest last, so that it lies on top.
  return [...described].reverse().flatMap(({ ring, told, isSignificant, id }): ResultFeature[] => {
    const geometry = toFindingShape(plane, [[ring]]);
    if (geometry === null) return [];
    return isSignificant ? [{ geometry, tone: 'accent', drawn: 'fill', findingId: id, told }] : [{ geometry, tone: 'calm', drawn: 'dashed', told }];
  });
}

function buildTable(described: readonly Described[]): ResultTable {
  return {
    id: 'clusters',
    columns: [
      { id: 'from', kind: 'day' }, { id: 'to', kind: 'day' }, { id: 'radius', kind: 'metres' }, { id: 'count', kind: 'count' }, { id: 'expected', kind: 'number' },
      { id: 'ratio', kind: 'ratio' }, { id: 'place_count', kind: 'count' }, { id: 'main_ward', kind: 'ward' }, { id: 'wards', kind: 'count' }, { id: 'strength', kind: 'number' }, { id: 'p', kind: 'p' }, { id: 'gumbel_p', kind: 'p' },
    ],
    rows: described.map(({ cluster, id, isSignificant, mainWard, wardCount }) => ({
      ...(isSignificant ? { findingId: id } : {}),
      cells: [
        dayOfNumber(cluster.fromDay), dayOfNumber(cluster.toDay), cluster.radiusMetres, cluster.count, cluster.expected, cluster.count / cluster.expected, cluster.placeCount,
        mainWard, wardCount, cluster.logLikelihoodRatio, cluster.p, cluster.gumbelP,
      ],
    })),
  };
}

/** Longest scope whose chart counts by week; a longer one counts by four weeks. */
const MOST_WEEKS = 104;

/** Incidents in the strongest disc over the whole scope by weeks counted back from the last day: those of the cluster apart. */
function buildChart({ points, firstDay, lastDay }: AnalysisInput, discs: ScanDiscs, { cluster }: Described): ResultChart {
  const days = lastDay - firstDay + 1 > 7 * MOST_WEEKS ? 28 : 7;
  const bins = Math.ceil((lastDay - firstDay + 1) / days);
  const inCluster = new Set(cluster.events);
  const counts = { cluster: new Array<number>(bins).fill(0), other: new Array<number>(bins).fill(0) };
  for (const event of discs.families[cluster.disc]!.events.subarray(0, cluster.placeCount)) counts[inCluster.has(event) ? 'cluster' : 'other'][bins - 1 - Math.floor((lastDay - points.days[event]!) / days)]!++;
  return {
    id: 'strongest', kind: 'bars', x: 'day', y: 'count',
    xs: Array.from({ length: bins }, (_, bin) => dayOfNumber(Math.max(firstDay, lastDay + 1 - days * (bins - bin)))),
    series: [{ id: 'other', values: counts.other }, { id: 'cluster', values: counts.cluster }],
  };
}

function listFacts({ ending, permutations }: ScanParameters, described: readonly Described[], discs: ScanDiscs, incidents: number): Fact[] {
  const { cluster } = described[0]!;
  // Where the ranks end, the fitted curve goes on.
  const p = Math.max(1e-12, cluster.p <= 1 / (permutations + 1) ? cluster.gumbelP : cluster.p);
  return [
    { id: 'significant', unit: 'count', value: described.filter(({ isSignificant }) => isSignificant).length },
    { id: 'strongest_ratio', unit: 'ratio', value: cluster.count / cluster.expected },
    { id: 'strongest_p', unit: 'p', value: cluster.p },
    { id: 'gumbel_p', unit: 'p', value: cluster.gumbelP },
    ...(ending === 'last' ? [{ id: 'recurrence', unit: 'days' as const, value: Math.min(LONGEST_INTERVAL_DAYS, recurrenceIntervalDays(p, 1)) }] : []),
    { id: 'incidents', unit: 'count', value: incidents },
    { id: 'discs', unit: 'count', value: discs.centres.length },
    { id: 'spacing', unit: 'metres', value: discs.spacingMetres },
  ];
}

function listWarnings(input: AnalysisInput, { permutations, radiusMetres }: ScanParameters, described: readonly Described[]): Told[] {
  const strong = described.filter(({ isSignificant }) => isSignificant);
  const overEdge = strong.filter(({ ring }) => ring.some(([x, y]) => !input.area.some((rings) => isInRings(rings, x, y)))).length;
  return [
    ...listConditions(input, radiusMetres),
    ...(overEdge > 0 ? [{ code: 'over_edge', values: { count: overEdge } }] : []),
    ...(input.categories.length > 1 ? [{ code: 'kinds_together', values: { kinds: input.categories.length } }] : []),
    ...(strong.some(({ cluster }) => cluster.p <= 1 / (permutations + 1)) ? [{ code: 'least_p', values: { p: 1 / (permutations + 1), permutations } }] : []),
    ...(strong.length > 1 ? [{ code: 'secondary_conservative', values: {} }] : []),
  ];
}

/** What a space-time scan found, as an outcome. */
export function describeScan(input: AnalysisInput, parameters: ScanParameters, discs: ScanDiscs, clusters: readonly IntervalCluster[]): AnalysisResult {
  const ordered = [...clusters].sort((a, b) => a.p - b.p || b.logLikelihoodRatio - a.logLikelihoodRatio);
  const described = ordered.map((cluster, place) => describeCluster(input, discs, cluster, `cluster-${String(place + 1)}`, cluster.p <= parameters.significance));
  const significant = described.filter(({ isSignificant }) => isSignificant).length;
  return {
    kind: 'found',
    headline: { code: significant > 0 ? 'found' : 'none', values: { ...described[0]!.told.values, significant, permutations: parameters.permutations, significance: parameters.significance } },
    facts: listFacts(parameters, described, discs, input.points.count),
    tables: [buildTable(described)],
    charts: [buildChart(input, discs, described[0]!)],
    features: listFeatures(input, described),
    legend: [
      ...(significant > 0 ? [{ tone: 'accent' as const, drawn: 'fill' as const, told: { code: 'legend_significant', values: { significance: parameters.significance } } }] : []),
      ...(significant < described.length ? [{ tone: 'calm' as const, drawn: 'dashed' as const, told: { code: 'legend_chance', values: {} } }] : []),
    ],
    findings: listFindings(input, described),
    warnings: listWarnings(input, parameters, described),
  };
}
