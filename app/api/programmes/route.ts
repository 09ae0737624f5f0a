import { makePart, programmeRow } from '@/lib/db/programme-changes';
import { newProgrammeSchema } from '@/lib/domain/programme';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { answerProgramme, idOf, refuseUnknown, refuseWriting } from '@/lib/http/programme-changes';
import { listProgrammes } from '@/lib/http/programme-page';
import { signedIn } from '@/lib/http/signed-in';
import { actorNow } from '@/lib/http/zone-page';

export const runtime = 'nodejs';

/** The programmes that the reader may see, latest first, with how far they are. */
export const GET = signedIn(async ({ client, session }) => jsonAnswer(await listProgrammes(client, session)));

/** Makes a programme. Sending an id twice makes one. */
export const POST = signedIn(async (given) => {
  const refusal = refuseWriting(given.session);
  if (refusal !== null) return refusal;
  const body = await parseBody(newProgrammeSchema, given.request);
  if (body.kind === 'refused') return body.response;
  const unknown = await refuseUnknown(given.client, { wards: body.value.wards }, body.value.clusterId);
  if (unknown !== null) return unknown;
  const id = idOf(body.value);
  return answerProgramme(given, id, await makePart(programmeRow(id, body.value), await actorNow(given.session)), 201);
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
