import { commendationRow, makePart } from '@/lib/db/programme-changes';
import { listCommendations } from '@/lib/db/programmes';
import { newCommendationSchema } from '@/lib/domain/prevention-model';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody, parseQuery } from '@/lib/http/parse';
import { answerPart, idOf, refuseUnknown, refuseWriting } from '@/lib/http/programme-changes';
import { commendationQuerySchema } from '@/lib/http/programme-queries';
import { signedIn } from '@/lib/http/signed-in';
import { actorNow } from '@/lib/http/zone-page';

export const runtime = 'nodejs';

/** The commendations that the reader may see, latest decision first; counts only. */
export const GET = signedIn(async ({ request, client }) => {
  const query = parseQuery(commendationQuerySchema, request.url);
  if (query.kind === 'refused') return query.response;
  return jsonAnswer({ commendations: await listCommendations(client, { programme: query.value.programme }) });
});

/** Adds a decision to commend. Sending an id twice makes one. */
export const POST = signedIn(async ({ request, client, session }) => {
  const refusal = refuseWriting(session);
  if (refusal !== null) return refusal;
  const body = await parseBody(newCommendationSchema, request);
  if (body.kind === 'refused') return body.response;
  const unknown = await refuseUnknown(client, { ward: body.value.ward === null ? [] : [body.value.ward] });
  if (unknown !== null) return unknown;
  const id = idOf(body.value);
  const result = await makePart(commendationRow(id, body.value), await actorNow(session));
  return answerPart(result, (await listCommendations(client, { id }))[0], 201, `/api/commendations/${id}`);
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
