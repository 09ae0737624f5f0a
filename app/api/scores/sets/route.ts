import { putScoreSet } from '@/lib/db/score-changes';
import { newScoreSetSchema } from '@/lib/domain/score';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { answerPart, idOf } from '@/lib/http/programme-changes';
import { findScoreSet, refuseScoring } from '@/lib/http/score-changes';
import { signedIn } from '@/lib/http/signed-in';
import { actorNow } from '@/lib/http/zone-page';

export const runtime = 'nodejs';

/** Makes a set of criteria, its version 1. Sending an id twice makes one. */
export const POST = signedIn(async ({ request, client, session }) => {
  const refusal = refuseScoring(session);
  if (refusal !== null) return refusal;
  const body = await parseBody(newScoreSetSchema, request);
  if (body.kind === 'refused') return body.response;
  const id = idOf(body.value);
  const result = await putScoreSet(id, 0, body.value, await actorNow(session));
  return answerPart(result, await findScoreSet(client, id), 201, `/api/scores/sets/${id}`);
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
