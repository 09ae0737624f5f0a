import { z } from 'zod';
import type { Cluster, ClusterMember, WardName } from '../domain/boundary';
import type { ClusterPage, LeadHandOver } from '../domain/cluster-work';
import type { Day } from '../domain/instant';
import { unwrap } from './api-error';
import type { DatabaseClient } from './clients';
import { readWardNames, type WardNaming } from './editions';
import { instantOf } from './instant-of';
import { listDutyDesks } from './units';

const handOverSchema = z.object({
  id: z.number(),
  number: z.number(),
  from_code: z.string().nullable(),
  to_code: z.string(),
  effective_from: z.string().transform((text) => text as Day),
  recorded_at: z.string(),
  facts: z.object({ openIncidents: z.number(), openAssists: z.number(), overdue: z.number(), plannedPatrols: z.number(), regulationVersion: z.number().nullable() }),
  history_id: z.number(),
});

/** The hand-over records of a cluster, newest first; remarks only for who may read free text. */
async function listHandOvers(client: DatabaseClient, { id, editionId }: Cluster, nameOf: WardNaming): Promise<LeadHandOver[]> {
  const rows = z.array(handOverSchema).parse(unwrap('hand-over records',
    await client.from('cluster_hand_overs').select('*').eq('cluster_id', id).order('number', { ascending: false })));
  const remarks = rows.length === 0 ? [] : unwrap('remarks',
    await client.from('cluster_remarks').select('history_id, body').in('history_id', rows.map(({ history_id }) => history_id)));
  const bodyOf = new Map(remarks.map(({ history_id, body }) => [history_id, body]));
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    from: row.from_code === null ? null : nameOf(editionId, row.from_code),
    to: nameOf(editionId, row.to_code),
    effectiveFrom: row.effective_from,
    recordedAt: instantOf(row.recorded_at),
    facts: row.facts,
    remarks: bodyOf.get(row.history_id) ?? null,
  }));
}

const countsSchema = z.object({ open: z.number(), overdue: z.number(), openAssists: z.number(), last28Days: z.number(), previous28Days: z.number() });
const provenanceSchema = z.object({
  sourceVi: z.string().optional(), sourceEn: z.string().optional(), noteVi: z.string().optional(), noteEn: z.string().optional(),
  assumed: z.array(z.string()).optional(),
});

/** What the database knows about a cluster's work beyond the cluster itself. */
export type ClusterWork = Pick<ClusterPage, 'members' | 'leads' | 'provenance' | 'desks' | 'handOvers' | 'counts'>;

/** Members, leads, desks and hand-over records with names, and the counts of what the client may see. */
export async function readClusterWork(client: DatabaseClient, cluster: Cluster): Promise<ClusterWork> {
  const { id, editionId, members, leads } = cluster;
  const codes = [...new Set([...members, ...leads].map(({ wardCode }) => wardCode))];
  const nameOf = await readWardNames(client, new Set(codes.map((code) => `${editionId}/${code}`)));
  const named = ({ wardCode, from, to }: ClusterMember): WardName & { from: Day | null; to: Day | null } => ({ ...nameOf(editionId, wardCode), from, to });
  const [provenance, desks, handOvers, counts] = await Promise.all([
    client.from('clusters').select('provenance').eq('id', id).single(),
    listDutyDesks(client, editionId, codes, nameOf),
    listHandOvers(client, cluster, nameOf),
    client.rpc('cluster_counts', { cluster: id }),
  ]);
  return {
    members: members.map(named), leads: leads.map(named), desks, handOvers,
    provenance: provenanceSchema.parse(unwrap('provenance', provenance).provenance),
    counts: countsSchema.parse(unwrap('counts of a cluster', counts)),
  };
}
