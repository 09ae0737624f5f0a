import { changePart, modelColumns } from '@/lib/db/programme-changes';
import { listModels } from '@/lib/db/programmes';
import { modelChangeSchema } from '@/lib/domain/prevention-model';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { fieldProblem } from '@/lib/http/problem';
import { answerPart, findPlace, pathId, refuseNoted, refuseWriting } from '@/lib/http/programme-changes';
import { signedIn } from '@/lib/http/signed-in';
import { actorNow } from '@/lib/http/zone-page';

export const runtime = 'nodejs';

/** Changes a model, if nobody changed it since the version the sender saw; a new place or first day gives it its ward anew. */
export const PATCH = signedIn<{ id: string }>(async ({ request, client, session, params }) => {
  const wanted = pathId(params.id);
  if (wanted.kind === 'refused') return wanted.response;
  const [model] = await listModels(client, wanted.id);
  if (model === undefined) return fieldProblem('id', 'there is no such model', 'not_found');
  if (refuseWriting(session) !== null) return refuseNoted(session, 'model', model.id, 'change');
  const body = await parseBody(modelChangeSchema, request);
  if (body.kind === 'refused') return body.response;
  const { version, note, lon = model.position[0], lat = model.position[1], from = model.from } = body.value;
  const place = await findPlace(lon, lat, from);
  if (place.kind === 'refused') return place.response;
  const result = await changePart({ subject: 'model', id: model.id, version, note, changes: modelColumns(body.value, place.owner) }, await actorNow(session));
  return answerPart(result, (await listModels(client, model.id))[0], 200, `/api/models/${model.id}`);
});

export const { GET, POST, PUT, DELETE, OPTIONS } = otherMethods('PATCH');
