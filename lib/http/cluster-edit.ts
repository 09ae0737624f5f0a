import type { z } from 'zod';
import type { ChangeResult } from '../db/change-result';
import { recordClusterRefusal, type ClusterChange } from '../db/cluster-changes';
import { findCluster } from '../db/clusters';
import { getRuleBook } from '../db/rule-book';
import type { Cluster } from '../domain/boundary';
import { problemOfChange } from './answer-change';
import { buildClusterPage } from './cluster-page';
import { jsonAnswer } from './json-answer';
import { parseBody } from './parse';
import { fieldProblem, problem } from './problem';
import { actorOf, type SignedIn } from './signed-in';

const MISSING = 'there is no such cluster';

/** Answers that a role may not do something with a cluster, and writes the attempt down. */
export async function refuseClusterRole(cluster: string, action: string, reason: string, { session }: SignedIn<unknown>): Promise<Response> {
  const actor = actorOf(session, new Date().toISOString(), (await getRuleBook()).timeZone);
  await recordClusterRefusal({ cluster }, action, actor);
  return problem('forbidden', reason);
}

/** The cluster that an administrator is about to edit, or the answer that refuses it. */
type Editable = { readonly kind: 'ok'; readonly cluster: Cluster; readonly change: ClusterChange } | { readonly kind: 'refused'; readonly response: Response };

/** Lets an administrator through to a cluster; anybody else's attempt goes into its history. */
export async function openClusterEdit(given: SignedIn<{ id: string }>, action: string): Promise<Editable> {
  const cluster = await findCluster(given.client, given.params.id);
  if (cluster === undefined) return { kind: 'refused', response: fieldProblem('id', MISSING, 'not_found') };
  if (given.session.role !== 'admin') {
    return { kind: 'refused', response: await refuseClusterRole(cluster.id, action, 'only an administrator changes a cluster', given) };
  }
  const actor = actorOf(given.session, new Date().toISOString(), (await getRuleBook()).timeZone);
  return { kind: 'ok', cluster, change: { cluster: cluster.id, actor } };
}

/** What an edit does once the body is read; `refuse` = the answer instead. */
export type ClusterEdit<T> = (change: ClusterChange, said: T, cluster: Cluster) => Promise<ChangeResult | Response>;

/** One edit of a cluster by an administrator: rights, body, change; answers the cluster's page, or what `answer` makes of it. */
export async function editCluster<S extends z.ZodType>(
  given: SignedIn<{ id: string }>,
  { action, schema, edit, status = 200 }: { readonly action: string; readonly schema: S; readonly edit: ClusterEdit<z.output<S>>; readonly status?: number },
): Promise<Response> {
  const open = await openClusterEdit(given, action);
  if (open.kind === 'refused') return open.response;
  const body = await parseBody(schema, given.request);
  if (body.kind === 'refused') return body.response;
  const result = await edit(open.change, body.value, open.cluster);
  return result instanceof Response ? result : answerClusterChange(given, result, status);
}

/** The cluster's page after a change, or the problem that the change met. */
export async function answerClusterChange(given: SignedIn<{ id: string }>, result: ChangeResult, status = 200): Promise<Response> {
  const refused = problemOfChange(result, MISSING);
  if (refused !== null) return refused;
  const repeated = result.kind === 'done' && result.repeated;
  return jsonAnswer(await buildClusterPage(given.client, given.session, given.params.id), repeated ? 200 : status);
}
