import type { z } from 'zod';
import type { DatabaseClient } from '../db/clients';
import { listArcCoverage } from '../db/patrol-coverage';
import type { ArcCoverage } from '../domain/patrol';
import type { RuleBook } from '../rules/rule-book';
import { getEditionArcs } from './edition-arcs';
import type { coverageQuerySchema } from './patrol-queries';

/** The coverage that was asked for, or the field that names nothing. */
type BorderCoverage = { readonly kind: 'ok'; readonly arcs: ArcCoverage[] } | { readonly kind: 'unknown'; readonly field: 'edition' | 'cluster' };

/**
 * What the recorded tracks that the client may see covered of each border arc in a period. With a cluster: of every arc between
 * two of its members, covered or not; without: of the arcs that were covered at all.
 */
export async function readBorderCoverage(client: DatabaseClient, rules: RuleBook, { edition, from, to, cluster: clusterId }: z.output<typeof coverageQuerySchema>): Promise<BorderCoverage> {
  const book = rules.editions.find((one) => one.edition.id === edition);
  if (book === undefined) return { kind: 'unknown', field: 'edition' };
  const cluster = rules.clusters.find(({ id, editionId }) => id === clusterId && editionId === edition);
  if (clusterId !== undefined && cluster === undefined) return { kind: 'unknown', field: 'cluster' };
  const members = new Set(cluster?.members.map(({ wardCode }) => wardCode));
  const isMeant = ({ wardA, wardB }: { wardA: string; wardB: string }): boolean => cluster === undefined || (members.has(wardA) && members.has(wardB));
  const listed = cluster === undefined ? [] : (await getEditionArcs(book)).filter(isMeant);
  return { kind: 'ok', arcs: await listArcCoverage(client, { editionId: edition, from, to, isMeant, listed }) };
}
