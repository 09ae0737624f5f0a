import { randomUUID } from 'node:crypto';
import { findRun } from '@/lib/db/analyses';
import { findKnownFacts } from '@/lib/db/analysis-changes';
import { rerunSchema } from '@/lib/domain/analysis';
import { checkId, NO_RUN, refuseRole, requestProblem, submitAndAnswer } from '@/lib/http/analysis-run';
import { checkScope } from '@/lib/http/analysis-scope';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { fieldProblem } from '@/lib/http/problem';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** The same question once more, really computed: on the data as they were known then, or as they are known now. */
export const POST = signedIn<{ id: string }>(async ({ request, session, client, params }) => {
  const refused = refuseRole(session, true) ?? checkId(params.id);
  if (refused !== null) return refused;
  const body = await parseBody(rerunSchema, request);
  if (body.kind === 'refused') return body.response;
  const run = await findRun(client, params.id);
  if (run === undefined) return fieldProblem('id', NO_RUN, 'not_found');
  const { method, scope, parameters, seed } = run;
  const known = body.value.data === 'as_then' ? await findKnownFacts(run.id) : null;
  if (body.value.data === 'as_then' && known === null) return fieldProblem('data', 'this run read no data: there is no "then"', 'unprocessable');
  const wrong = requestProblem(run) ?? (await checkScope(client, scope));
  if (wrong !== null) return wrong;
  return submitAndAnswer(client, session, { id: randomUUID(), method, scope, parameters, seed, repeats: run.id, known });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
