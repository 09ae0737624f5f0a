import { putScoreSet } from '@/lib/db/score-changes';
import { scoreSetVersionSchema } from '@/lib/domain/score';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { fieldProblem } from '@/lib/http/problem';
import { answerPart, pathId } from '@/lib/http/programme-changes';
import { findScoreSet, refuseScoring } from '@/lib/http/score-changes';
import { signedIn } from '@/lib/http/signed-in';
import { actorNow } from '@/lib/http/zone-page';

export const runtime = 'nodejs';

const MISSING = 'there is no such set of criteria';

/** Every version of a set of criteria, newest first. */
export const GET = signedIn<{ id: string }>(async ({ client, params }) => {
  const given = pathId(params.id);
  if (given.kind === 'refused') return given.response;
  const found = await findScoreSet(client, given.id);
  return found === undefined ? fieldProblem('id', MISSING, 'not_found') : jsonAnswer(found);
});

/** The next version of the criteria; periods stay with theirs until they are moved to it. */
export const PUT = signedIn<{ id: string }>(async ({ request, client, session, params }) => {
  const given = pathId(params.id);
  if (given.kind === 'refused') return given.response;
  if ((await findScoreSet(client, given.id)) === undefined) return fieldProblem('id', MISSING, 'not_found');
  const refusal = refuseScoring(session);
  if (refusal !== null) return refusal;
  const body = await parseBody(scoreSetVersionSchema, request);
  if (body.kind === 'refused') return body.response;
  const { version, ...said } = body.value;
  const result = await putScoreSet(given.id, version, said, await actorNow(session));
  return answerPart(result, await findScoreSet(client, given.id), 200, `/api/scores/sets/${given.id}`);
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'PUT');
