import type { Finding, ResultFeature, ResultTable, Told } from '../../domain/analysis-result';
import { idsOf } from '../finding-members';
import { toFindingShape } from '../plane/finding-shapes';
import { dayOfNumber, type AnalysisInput, type PlaneRings } from '../method';
import { countByWard, namePlace } from '../name-place';
import { ringsAreaSquareMetres } from '../plane/plane-rings';
import { rounded } from '../rounded';

/** Most clusters that are told of one by one. */
export const MOST_CLUSTERS = 60;
/** Share and number of a cluster's incidents that a second ward needs for the cluster to straddle the border. */
const [STRADDLE_SHARE, STRADDLE_COUNT] = [0.1, 2] as const;

/** A cluster of incidents with what is said of it. */
export interface PointCluster {
  readonly members: readonly number[];
  readonly wards: readonly (readonly [code: string, count: number])[];
  readonly straddles: boolean;
  readonly areaKm2: number;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly finding: Finding;
}

/** Members of each cluster by its label, largest first. */
export function listClusterMembers(labels: Int32Array): number[][] {
  const members = new Map<number, number[]>();
  labels.forEach((label, i) => {
    if (label < 0) return;
    const known = members.get(label);
    if (known === undefined) members.set(label, [i]);
    else known.push(i);
  });
  return [...members.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!);
}

/** Describes clusters as findings, in the order they come; `outline` draws one from its members. */
export function describeClusters(input: AnalysisInput, clusters: readonly (readonly number[])[], outline: (members: readonly number[]) => readonly PlaneRings[]): readonly PointCluster[] {
  const { points, plane } = input;
  return clusters.slice(0, MOST_CLUSTERS).flatMap((members): PointCluster[] => {
    const polygons = outline(members);
    const geometry = toFindingShape(plane, polygons);
    if (geometry === null) return [];
    const wards = countByWard(input, members);
    const second = wards[1]?.[1] ?? 0;
    const straddles = second >= STRADDLE_COUNT && second / members.length >= STRADDLE_SHARE;
    const days = members.map((i) => points.days[i]!);
    const [firstDay, lastDay] = [days.reduce((a, b) => Math.min(a, b)), days.reduce((a, b) => Math.max(a, b))];
    const areaKm2 = polygons.reduce((sum, rings) => sum + ringsAreaSquareMetres(rings), 0) / 1e6;
    const told: Told = { code: straddles ? 'cluster_straddles' : 'cluster', values: { ...namePlace(input, members), count: members.length, areaKm2, firstDay: dayOfNumber(firstDay), lastDay: dayOfNumber(lastDay), share: rounded((wards[0]?.[1] ?? 0) / members.length) } };
    return [{ members, wards, straddles, areaKm2, firstDay, lastDay, finding: { id: '', rank: 0, geometry, incidents: idsOf(input, members), count: members.length, expected: null, p: null, told } }];
  }).map((cluster, at) => ({ ...cluster, finding: { ...cluster.finding, id: `c${String(at + 1)}`, rank: at + 1 } }));
}

/** The clusters with every number that is said of them, and how each is shared among wards. */
export function tabulateClusters(clusters: readonly PointCluster[]): readonly [ResultTable, ResultTable] {
  return [
    {
      id: 'clusters',
      columns: [
        { id: 'rank', kind: 'count' }, { id: 'ward', kind: 'ward' }, { id: 'otherWard', kind: 'ward' }, { id: 'wards', kind: 'count' }, { id: 'straddles', kind: 'code' }, { id: 'count', kind: 'count' },
        { id: 'areaKm2', kind: 'km2' }, { id: 'perKm2', kind: 'perKm2' }, { id: 'topShare', kind: 'share' }, { id: 'firstDay', kind: 'day' }, { id: 'lastDay', kind: 'day' },
      ],
      rows: clusters.map(({ finding, wards, straddles, areaKm2, members, firstDay, lastDay }) => ({
        findingId: finding.id,
        cells: [
          finding.rank, wards[0]?.[0] ?? null, wards[1]?.[0] ?? null, wards.length, straddles ? 'straddles' : 'inside', finding.count,
          rounded(areaKm2), rounded(finding.count / areaKm2), wards[0] === undefined ? null : rounded(wards[0][1] / members.length), dayOfNumber(firstDay), dayOfNumber(lastDay),
        ],
      })),
    },
    {
      id: 'shares',
      columns: [{ id: 'rank', kind: 'count' }, { id: 'ward', kind: 'ward' }, { id: 'count', kind: 'count' }, { id: 'share', kind: 'share' }],
      rows: clusters.flatMap(({ finding, wards, members }) => wards.map(([code, count]) => ({ findingId: finding.id, cells: [finding.rank, code, count, rounded(count / members.length)] }))),
    },
  ];
}

/** The clusters as features: those that straddle a border stand out. */
export const drawClusters = (clusters: readonly PointCluster[]): ResultFeature[] => clusters.map(({ finding, straddles }) => ({ geometry: finding.geometry, tone: straddles ? 'alarm' : 'accent', drawn: 'fill', findingId: finding.id, told: finding.told }));

/** Share in common of two sets of incidents, 0 to 1: intersection over union. Source: Jaccard (1901). */
export function overlapOf(a: readonly number[], b: readonly number[]): number {
  const inA = new Set(a);
  const common = b.filter((i) => inA.has(i)).length;
  return common === 0 ? 0 : common / (a.length + b.length - common);
}

/** How much of a cluster a second clustering keeps together: the largest overlap with one of its clusters, 0 to 1. */
export const keptBy = (members: readonly number[], labels: Int32Array): number => listClusterMembers(labels).reduce((most, other) => Math.max(most, overlapOf(members, other)), 0);
