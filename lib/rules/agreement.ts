import type { Cluster, Regulation } from '../domain/boundary';
import { isInForce, type Day } from '../domain/instant';

/** A cluster as it stands on one day: the regulation, members and chair in force then. */
export interface Agreement {
  readonly cluster: Cluster;
  readonly regulation: Regulation;
  readonly memberCodes: ReadonlySet<string>;
  /** The cluster's chair (cụm trưởng) that day; null when nobody is appointed. */
  readonly leadWardCode: string | null;
}

/**
 * The clusters of an edition that bind somebody on a day, the latest signed first (ties: smallest id).
 *
 * Limits: a cluster whose term runs but that has no regulation in force binds nobody and is left out.
 */
export function listAgreements(clusters: readonly Cluster[], editionId: string, day: Day): Agreement[] {
  return clusters
    .filter((cluster) => cluster.editionId === editionId)
    .sort((a, b) => (a.termFrom !== b.termFrom ? (a.termFrom < b.termFrom ? 1 : -1) : a.id < b.id ? -1 : 1))
    .flatMap((cluster) => findClusterAgreement(cluster, day) ?? []);
}

/** A cluster as it stands on a day; null when its term does not run then or no regulation of it is in force. */
export function findClusterAgreement(cluster: Cluster, day: Day): Agreement | null {
  if (!isInForce({ from: cluster.termFrom, to: cluster.termTo }, day)) return null;
  const regulation = findRegulation(cluster.regulations, day);
  return regulation === undefined ? null : agreementOf(cluster, regulation, day);
}

/** The regulation in force on a day; the highest version when two overlap. */
function findRegulation(regulations: readonly Regulation[], day: Day): Regulation | undefined {
  return regulations.filter((one) => isInForce(one, day)).reduce<Regulation | undefined>(
    (best, one) => (best === undefined || one.version > best.version ? one : best),
    undefined,
  );
}

function agreementOf(cluster: Cluster, regulation: Regulation, day: Day): Agreement {
  const lead = cluster.leads.find((one) => isInForce(one, day));
  return {
    cluster,
    regulation,
    memberCodes: new Set(cluster.members.filter((one) => isInForce(one, day)).map((one) => one.wardCode)),
    leadWardCode: lead?.wardCode ?? null,
  };
}

/** The agreement that binds both wards of a pair: the latest signed one. */
export function findPairAgreement(agreements: readonly Agreement[], a: string, b: string): Agreement | undefined {
  return agreements.find((one) => one.memberCodes.has(a) && one.memberCodes.has(b));
}
