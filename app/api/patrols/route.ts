import { randomUUID } from 'node:crypto';
import { planPatrol } from '@/lib/db/patrol-changes';
import { listPatrols } from '@/lib/db/patrols';
import { getRuleBook } from '@/lib/db/rule-book';
import { newPatrolSchema } from '@/lib/domain/patrol';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody, parseQuery } from '@/lib/http/parse';
import { answerPatrolChange } from '@/lib/http/patrol-page';
import { checkPlan } from '@/lib/http/patrol-plan';
import { patrolQuerySchema } from '@/lib/http/patrol-queries';
import { problem } from '@/lib/http/problem';
import { actorOf, signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

const DEFAULT_LIMIT = 100;
/** A plan of twenty thousand positions. */
const MAX_PLAN_BYTES = 2 * 1024 * 1024;

/** The patrols that the reader may see, latest first; those whose window touches the period. */
export const GET = signedIn(async ({ request, client }) => {
  const query = parseQuery(patrolQuerySchema, request.url);
  if (query.kind === 'refused') return query.response;
  const { limit = DEFAULT_LIMIT, ...filter } = query.value;
  const asOf = new Date().toISOString();
  return jsonAnswer({ patrols: await listPatrols(client, filter, limit), asOf });
});

/** Plans a patrol; the sender's own ward is booked at once, the others are asked. Sending an id twice makes one. */
export const POST = signedIn(async (given) => {
  const { request, session } = given;
  if (session.role === 'viewer' || session.role === 'analyst') return problem('forbidden', 'officers, commanders and administrators plan patrols');
  const body = await parseBody(newPatrolSchema, request, MAX_PLAN_BYTES);
  if (body.kind === 'refused') return body.response;
  const check = await checkPlan(body.value, session);
  if (check.kind === 'refused') return check.response;
  const id = body.value.id ?? randomUUID();
  const actor = actorOf(session, new Date().toISOString(), (await getRuleBook()).timeZone);
  const result = await planPatrol({ id, said: body.value, editionId: check.editionId, coverage: check.coverage, booked: check.booked }, actor);
  return answerPatrolChange({ ...given, params: { id } }, result, 201);
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
