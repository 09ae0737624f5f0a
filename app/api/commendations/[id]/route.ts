import { changePart, commendationColumns } from '@/lib/db/programme-changes';
import { listCommendations } from '@/lib/db/programmes';
import { commendationChangeSchema } from '@/lib/domain/prevention-model';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { fieldProblem } from '@/lib/http/problem';
import { answerPart, pathId, refuseNoted, refuseWriting } from '@/lib/http/programme-changes';
import { signedIn } from '@/lib/http/signed-in';
import { actorNow } from '@/lib/http/zone-page';

export const runtime = 'nodejs';

/** Corrects a commendation, if nobody changed it since the version the sender saw; the history keeps what stood there. */
export const PATCH = signedIn<{ id: string }>(async ({ request, client, session, params }) => {
  const wanted = pathId(params.id);
  if (wanted.kind === 'refused') return wanted.response;
  if ((await listCommendations(client, { id: wanted.id })).length === 0) return fieldProblem('id', 'there is no such commendation', 'not_found');
  if (refuseWriting(session) !== null) return refuseNoted(session, 'commendation', wanted.id, 'change');
  const body = await parseBody(commendationChangeSchema, request);
  if (body.kind === 'refused') return body.response;
  const { version, note } = body.value;
  const result = await changePart({ subject: 'commendation', id: wanted.id, version, note, changes: commendationColumns(body.value) }, await actorNow(session));
  return answerPart(result, (await listCommendations(client, { id: wanted.id }))[0], 200, `/api/commendations/${wanted.id}`);
});

export const { GET, POST, PUT, DELETE, OPTIONS } = otherMethods('PATCH');
