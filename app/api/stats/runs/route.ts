import { randomUUID } from 'node:crypto';
import { listRuns } from '@/lib/db/analyses';
import { newRunSchema } from '@/lib/domain/analysis';
import { runQuerySchema } from '@/lib/http/analysis-queries';
import { refuseRole, requestProblem, submitAndAnswer } from '@/lib/http/analysis-run';
import { checkScope } from '@/lib/http/analysis-scope';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody, parseQuery } from '@/lib/http/parse';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

const DEFAULT_LIMIT = 50;

/** The runs, newest first, without their outcomes. */
export const GET = signedIn(async ({ request, session, client }) => {
  const refused = refuseRole(session);
  if (refused !== null) return refused;
  const query = parseQuery(runQuerySchema, request.url);
  if (query.kind === 'refused') return query.response;
  const { limit = DEFAULT_LIMIT, ...filter } = query.value;
  const asOf = new Date().toISOString();
  return jsonAnswer({ runs: await listRuns(client, filter, limit), asOf });
});

/** Asks for a computation; it waits in the queue for the process that computes. Sending an id twice makes one run. */
export const POST = signedIn(async ({ request, session, client }) => {
  const refused = refuseRole(session, true);
  if (refused !== null) return refused;
  const body = await parseBody(newRunSchema, request);
  if (body.kind === 'refused') return body.response;
  const { id = randomUUID(), method, scope, parameters, seed } = body.value;
  const wrong = requestProblem(body.value) ?? (await checkScope(client, scope));
  if (wrong !== null) return wrong;
  return submitAndAnswer(client, session, { id, method, scope, parameters, seed, repeats: null, known: null });
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
