import type { AnalysisResult, Fact, LegendEntry, ResultChart, Told } from '../../domain/analysis-result';
import { listPlaceWarnings } from './lack-of-spread';
import type { AnalysisInput } from '../method';
import { drawClusters, tabulateClusters, type PointCluster } from './point-clusters';
import { rounded } from '../rounded';

/** Share of the incidents in one cluster above which it tells of the town, not of a place. */
const LARGE_SHARE = 0.4;
/** Most clusters of the chart of sizes. */
const MOST_BARS = 20;

/** What both ways of clustering say of their clusters; each adds its own facts, warnings, tables and charts. */
export function composeClusters(input: AnalysisInput, clusters: readonly PointCluster[], all: readonly (readonly number[])[], steadiness: number | null, scaleMetres: number): AnalysisResult {
  const clustered = all.reduce((sum, { length }) => sum + length, 0);
  const straddling = clusters.filter(({ straddles }) => straddles).length;
  const [first] = clusters;
  const facts: Fact[] = [
    { id: 'clusters', unit: 'count', value: all.length },
    { id: 'straddling', unit: 'count', value: straddling },
    { id: 'clusteredShare', unit: 'share', value: rounded(clustered / input.points.count) },
    { id: 'largest', unit: 'count', value: first?.finding.count ?? null },
    { id: 'steadiness', unit: 'share', value: rounded(steadiness) },
  ];
  const warnings: Told[] = listPlaceWarnings(input, scaleMetres);
  const largestShare = (first?.finding.count ?? 0) / input.points.count;
  if (largestShare > LARGE_SHARE && input.points.count >= 50) warnings.push({ code: 'one_large', values: { share: rounded(largestShare) } });
  if (all.length > clusters.length) warnings.push({ code: 'more_clusters', values: { clusters: all.length, told: clusters.length } });
  const legend: LegendEntry[] = [];
  if (clusters.some(({ straddles }) => !straddles)) legend.push({ tone: 'accent', drawn: 'fill', told: { code: 'legend_inside', values: {} } });
  if (straddling > 0) legend.push({ tone: 'alarm', drawn: 'fill', told: { code: 'legend_straddles', values: {} } });
  const bars = clusters.slice(0, MOST_BARS);
  const sizes: ResultChart = { id: 'sizes', kind: 'bars', x: 'count', y: 'count', xs: bars.map(({ finding }) => finding.rank), series: [{ id: 'incidents', values: bars.map(({ finding }) => finding.count) }] };
  const values = { clusters: all.length, straddling, told: clusters.length, incidents: input.points.count };
  return {
    kind: 'found',
    headline: first === undefined ? { code: 'none', values } : { code: 'headline', values: { ...first.finding.told.values, ...values, steadiness: rounded(steadiness) } },
    facts, warnings, legend, features: drawClusters(clusters), findings: clusters.map(({ finding }) => finding),
    tables: [...tabulateClusters(clusters)], charts: bars.length > 0 ? [sizes] : [],
  };
}
