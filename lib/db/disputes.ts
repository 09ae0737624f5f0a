import { z } from 'zod';
import { DISPUTE_STAGES, disputeRuleSchema, type Dispute, type DisputeCounts, type DisputeHistoryEntry, type DisputeRisk, type DisputeRuleVersion, type DisputeStage } from '../domain/dispute';
import { ROLES } from '../domain/role';
import { unwrap } from './api-error';
import type { DatabaseClient } from './clients';
import type { Json } from './database.types';
import { disputeRowSchema, toDispute } from './dispute-reading';
import { readWardNames } from './editions';
import { instantOf } from './instant-of';

/** What disputes can be narrowed by; conditions are joined by "and", values of one list by "or". */
export interface DisputeFilter {
  readonly stages?: readonly DisputeStage[] | undefined;
  readonly risks?: readonly DisputeRisk[] | undefined;
  readonly edition?: string | undefined;
  /** Code of its ward. */
  readonly ward?: string | undefined;
  readonly incident?: string | undefined;
}

/** A place in the list of disputes, newest intake first: the page goes on after it. */
export type DisputePlace = Pick<Dispute, 'receivedAt' | 'id'>;

const jsonFilter = (filter: object): Record<string, Json> =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as Record<string, Json>;

/** The disputes that the client may see, last received first, at most `limit`. */
export async function listDisputes(client: DatabaseClient, filter: DisputeFilter & { readonly id?: string }, limit: number, after?: DisputePlace): Promise<Dispute[]> {
  const place = after === undefined ? {} : { after_at: after.receivedAt, after_id: after.id };
  const rows = z.array(disputeRowSchema).parse(unwrap('disputes', await client.rpc('list_disputes', { filter: jsonFilter(filter), page_size: limit, ...place })));
  const nameOf = await readWardNames(client, new Set(rows.map(({ edition_id, ward_code }) => `${edition_id}/${ward_code}`)));
  return rows.map((row) => toDispute(row, nameOf));
}

/** One dispute, if the client may see it. */
export async function findDispute(client: DatabaseClient, id: string): Promise<Dispute | undefined> {
  return (await listDisputes(client, { id: id.toLowerCase() }, 1))[0];
}

/** How many disputes are in each stage: of those the client may see, and for a viewer of all. */
export async function countDisputes(client: DatabaseClient, filter: Pick<DisputeFilter, 'risks' | 'edition' | 'ward'>): Promise<DisputeCounts> {
  const counted = z.record(z.string(), z.number()).parse(unwrap('counts of disputes', await client.rpc('dispute_counts', { filter: jsonFilter(filter) })));
  return Object.fromEntries(DISPUTE_STAGES.map((stage) => [stage, counted[stage] ?? 0])) as DisputeCounts;
}

/** The history of a dispute, oldest first, with what was said at each step. */
export async function listDisputeHistory(client: DatabaseClient, id: string): Promise<DisputeHistoryEntry[]> {
  const [entries, texts] = await Promise.all([
    client.from('dispute_history').select('id, at, actor_role, actor_unit, kind, before, after').eq('dispute_id', id).order('id'),
    client.from('dispute_texts').select('history_id, body').eq('dispute_id', id),
  ]);
  const bodies = new Map(unwrap('words of a dispute', texts).map(({ history_id, body }) => [history_id, body]));
  return unwrap('history of a dispute', entries).map(({ id: entry, at, actor_role, actor_unit, kind, before, after }) => ({
    id: entry, at: instantOf(at), actorRole: actor_role, actorUnit: actor_unit, kind, before, after, remark: bodies.get(entry) ?? null,
  }));
}

/** The versions of the rule of deadlines and escalation, newest first; nothing for a viewer. */
export async function listDisputeRules(client: DatabaseClient): Promise<DisputeRuleVersion[]> {
  const rows = unwrap('rules of disputes', await client.from('dispute_rules').select('version, rule, assumed, recorded_at, recorded_by_role').order('version', { ascending: false }));
  return rows.map(({ version, rule, assumed, recorded_at, recorded_by_role }) => ({
    version, rule: disputeRuleSchema.parse(rule), assumed, recordedAt: instantOf(recorded_at), recordedByRole: ROLES.find((role) => role === recorded_by_role) ?? null,
  }));
}
