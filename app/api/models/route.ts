import { makePart, modelRow } from '@/lib/db/programme-changes';
import { listModels } from '@/lib/db/programmes';
import { MAY_WRITE_PROGRAMMES } from '@/lib/domain/programme';
import { newModelSchema } from '@/lib/domain/prevention-model';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { answerPart, findPlace, idOf, refuseWriting } from '@/lib/http/programme-changes';
import { signedIn } from '@/lib/http/signed-in';
import { actorNow } from '@/lib/http/zone-page';

export const runtime = 'nodejs';

/** The named models that the reader may see, latest first. */
export const GET = signedIn(async ({ client, session }) => jsonAnswer({ models: await listModels(client), mayWrite: MAY_WRITE_PROGRAMMES.includes(session.role) }));

/** Adds a named model; its ward follows from its place. Sending an id twice makes one. */
export const POST = signedIn(async ({ request, client, session }) => {
  const refusal = refuseWriting(session);
  if (refusal !== null) return refusal;
  const body = await parseBody(newModelSchema, request);
  if (body.kind === 'refused') return body.response;
  const place = await findPlace(body.value.lon, body.value.lat, body.value.from);
  if (place.kind === 'refused') return place.response;
  const id = idOf(body.value);
  const result = await makePart(modelRow(id, body.value, place.owner), await actorNow(session));
  return answerPart(result, (await listModels(client, id))[0], 201, `/api/models/${id}`);
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
