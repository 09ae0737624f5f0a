import { randomUUID } from 'node:crypto';
import { addClusterNote, listClusterNotes } from '@/lib/db/cluster-notes';
import { findCluster } from '@/lib/db/clusters';
import { getRuleBook } from '@/lib/db/rule-book';
import { newNoteSchema } from '@/lib/domain/cluster-work';
import { problemOfChange } from '@/lib/http/answer-change';
import { refuseClusterRole } from '@/lib/http/cluster-edit';
import { mayWriteNotes } from '@/lib/http/cluster-page';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { fieldProblem } from '@/lib/http/problem';
import { actorOf, signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

const MISSING = 'there is no such cluster';

/** The notes that members exchanged, newest first; empty for who may not read them. */
export const GET = signedIn<{ id: string }>(async ({ client, params }) => {
  const cluster = await findCluster(client, params.id);
  if (cluster === undefined) return fieldProblem('id', MISSING, 'not_found');
  return jsonAnswer({ notes: await listClusterNotes(client, cluster.id) });
});

/** A note to the other members; the same id twice makes one. */
export const POST = signedIn<{ id: string }>(async (given) => {
  const { client, session, request, params } = given;
  const cluster = await findCluster(client, params.id);
  if (cluster === undefined) return fieldProblem('id', MISSING, 'not_found');
  if (!(await mayWriteNotes(session, cluster))) return refuseClusterRole(cluster.id, 'note', 'officers of the members, analysts, commanders and administrators write notes', given);
  const body = await parseBody(newNoteSchema, request);
  if (body.kind === 'refused') return body.response;
  const { id = randomUUID(), body: text, incidentId } = body.value;
  // With the writer's own eyes: what he may not see does not exist for him.
  if (incidentId !== undefined && (await client.from('incidents').select('id').eq('id', incidentId)).data?.length !== 1) {
    return fieldProblem('incidentId', 'there is no such incident', 'unprocessable');
  }
  const actor = actorOf(session, new Date().toISOString(), (await getRuleBook()).timeZone);
  const result = await addClusterNote({ id, cluster: cluster.id, body: text, incident: incidentId ?? null }, actor);
  const refused = problemOfChange(result, MISSING);
  if (refused !== null) return refused;
  return jsonAnswer({ notes: await listClusterNotes(client, cluster.id) }, result.kind === 'done' && result.repeated ? 200 : 201);
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
