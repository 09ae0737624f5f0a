import type { BoundaryEdition, Cluster, FocusArea } from '../domain/boundary';
import { isInForce, type Day } from '../domain/instant';
import type { RegulationRules } from '../domain/regulation';

/** The edition whose boundaries hold on a day; the nearest in time when none does. @throws Error when there are no editions. */
export function getEditionAt(editions: readonly BoundaryEdition[], day: Day): BoundaryEdition {
  const sorted = [...editions].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  const found = sorted.filter((edition) => edition.effectiveFrom <= day).at(-1) ?? sorted[0];
  if (found === undefined) throw new Error(`no boundary edition for ${day}: the list is empty`);
  return found;
}

/** A cluster as it stands on one day: who belongs, who chairs it, how wide its border zone is. */
export interface ClusterAtDay {
  readonly id: string;
  readonly name: string;
  readonly demonstration: boolean;
  /** Place in the colour order of the map; stable across days. */
  readonly tint: number;
  readonly memberCodes: readonly string[];
  readonly leadCode: string | null;
  readonly widthMetres: number;
  /** Borders with a width of their own. */
  readonly arcWidths: RegulationRules['arcWidths'];
  readonly regulationVersion: number | null;
  readonly focusAreas: readonly FocusArea[];
}

const regulationAt = (cluster: Cluster, day: Day) =>
  [...cluster.regulations].filter((regulation) => isInForce(regulation, day)).sort((a, b) => b.version - a.version)[0];

/** Clusters of an edition whose term holds on a day, as they stand on that day. */
export function listClustersAt(clusters: readonly Cluster[], editionId: string, day: Day, defaultWidthMetres: number): ClusterAtDay[] {
  return clusters
    .filter((cluster) => cluster.editionId === editionId)
    .map((cluster, tint) => ({ cluster, tint }))
    .filter(({ cluster }) => isInForce({ from: cluster.termFrom, to: cluster.termTo }, day))
    .map(({ cluster, tint }) => {
      const regulation = regulationAt(cluster, day);
      return {
        id: cluster.id, name: cluster.name, demonstration: cluster.demonstration, tint,
        memberCodes: cluster.members.filter((member) => isInForce(member, day)).map((member) => member.wardCode),
        leadCode: cluster.leads.find((lead) => isInForce(lead, day))?.wardCode ?? null,
        widthMetres: regulation?.borderWidthMetres ?? defaultWidthMetres,
        arcWidths: regulation?.rules.arcWidths ?? [],
        regulationVersion: regulation?.version ?? null,
        focusAreas: cluster.focusAreas.filter((area) => isInForce(area, day)),
      };
    });
}

/** The cluster two wards share, if any; the widest border zone wins when they share several. */
export function findSharedCluster(clusters: readonly ClusterAtDay[], codeA: string, codeB: string): ClusterAtDay | undefined {
  return clusters
    .filter(({ memberCodes }) => memberCodes.includes(codeA) && memberCodes.includes(codeB))
    .sort((a, b) => b.widthMetres - a.widthMetres)[0];
}

/** Width in metres of the border zone between two wards of a cluster: that of their border if it has one, else the cluster's. */
export function findArcWidth({ arcWidths, widthMetres }: Pick<ClusterAtDay, 'arcWidths' | 'widthMetres'>, codeA: string, codeB: string): number {
  return arcWidths.find(({ wards }) => wards.includes(codeA) && wards.includes(codeB))?.widthMetres ?? widthMetres;
}
