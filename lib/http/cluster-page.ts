import { findCluster } from '../db/clusters';
import type { DatabaseClient } from '../db/clients';
import { readClusterWork } from '../db/cluster-page';
import { getRuleBook } from '../db/rule-book';
import type { Session } from '../db/session';
import type { Cluster } from '../domain/boundary';
import type { ClusterPage } from '../domain/cluster-work';
import { dayOf, type Instant } from '../domain/instant';
import { findTermState } from '../rules/term-state';
import { listSpokenWards } from './spoken-wards';

/** Whether an account may write notes to the members of a cluster: their officers, analysts, commanders, administrators. */
export async function mayWriteNotes(session: Session, cluster: Cluster): Promise<boolean> {
  if (session.role !== 'officer') return session.role !== 'viewer';
  const { editions, timeZone } = await getRuleBook();
  const edition = editions.find((one) => one.edition.id === cluster.editionId)?.edition;
  if (edition === undefined) return false;
  const spoken = listSpokenWards(session, edition, dayOf(new Date().toISOString(), timeZone));
  return cluster.members.some(({ wardCode }) => spoken.includes(wardCode));
}

/** The page of a cluster as an account sees it; undefined when there is no such cluster. */
export async function buildClusterPage(client: DatabaseClient, session: Session, id: string): Promise<ClusterPage | undefined> {
  const cluster = await findCluster(client, id);
  if (cluster === undefined) return undefined;
  const asOf = new Date().toISOString() as Instant;
  const { timeZone } = await getRuleBook();
  return {
    cluster,
    ...(await readClusterWork(client, cluster)),
    term: findTermState(cluster, dayOf(asOf, timeZone)),
    asOf,
    mayEdit: session.role === 'admin',
    mayWriteNotes: await mayWriteNotes(session, cluster),
  };
}
