import { changePatrol } from '@/lib/db/patrol-changes';
import { listPatrolHistory } from '@/lib/db/patrols';
import { getRuleBook } from '@/lib/db/rule-book';
import { patrolChangeSchema } from '@/lib/domain/patrol';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { answerPatrolChange, findPatrolPage, openPatrol } from '@/lib/http/patrol-page';
import { fieldProblem } from '@/lib/http/problem';
import { uuidSchema } from '@/lib/http/queries';
import { actorOf, signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** One patrol with its bookings, tracks, coverage and history; what the reader may not see does not exist for him. */
export const GET = signedIn<{ id: string }>(async ({ client, session, params }) => {
  const id = uuidSchema.safeParse(params.id);
  if (!id.success) return fieldProblem('id', 'is not a UUID');
  const page = await findPatrolPage(client, session, id.data);
  if (page === undefined) return fieldProblem('id', 'there is no such patrol', 'not_found');
  return jsonAnswer({ ...page, history: await listPatrolHistory(client, id.data) });
});

/** Another status or a note, if nobody changed the patrol since the version the sender saw. */
export const PATCH = signedIn<{ id: string }>(async (given) => {
  const opened = await openPatrol(given, 'change', ({ permissions }) => permissions.change);
  if (opened.kind === 'refused') return opened.response;
  const body = await parseBody(patrolChangeSchema, given.request);
  if (body.kind === 'refused') return body.response;
  if (body.value.status === undefined && body.value.note === undefined) return fieldProblem('status', 'a status or a note is needed');
  const actor = actorOf(given.session, new Date().toISOString(), (await getRuleBook()).timeZone);
  return answerPatrolChange(given, await changePatrol(given.params.id, body.value, actor));
});

export const { POST, PUT, DELETE, OPTIONS } = otherMethods('GET', 'PATCH');
