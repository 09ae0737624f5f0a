import { makeScorePeriod } from '@/lib/db/score-changes';
import { newScorePeriodSchema } from '@/lib/domain/score';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { fieldProblem } from '@/lib/http/problem';
import { idOf } from '@/lib/http/programme-changes';
import { answerScores, findScoredEdition, refuseScoring } from '@/lib/http/score-changes';
import { listScores } from '@/lib/http/score-page';
import { signedIn } from '@/lib/http/signed-in';
import { actorNow } from '@/lib/http/zone-page';

export const runtime = 'nodejs';

/** The periods and criteria that the reader may see, latest first; none for viewers. */
export const GET = signedIn(async ({ client, session }) => jsonAnswer(await listScores(client, session)));

/** Makes a period. Sending an id twice makes one. */
export const POST = signedIn(async (given) => {
  const refusal = refuseScoring(given.session);
  if (refusal !== null) return refusal;
  const body = await parseBody(newScorePeriodSchema, given.request);
  if (body.kind === 'refused') return body.response;
  const editionId = await findScoredEdition(body.value.clusterId, body.value.to);
  if (editionId === null) return fieldProblem('clusterId', 'there is no such cluster', 'unprocessable');
  const id = idOf(body.value);
  return answerScores(given, id, await makeScorePeriod(id, body.value, editionId, await actorNow(given.session)), 201);
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
