import { indicatorRow, makePart } from '@/lib/db/programme-changes';
import { newIndicatorSchema } from '@/lib/domain/programme';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { answerProgramme, idOf, openProgramme, refuseUnknown } from '@/lib/http/programme-changes';
import { signedIn } from '@/lib/http/signed-in';
import { actorNow } from '@/lib/http/zone-page';

export const runtime = 'nodejs';

/** Adds an indicator; answers the programme. Sending an id twice makes one. */
export const POST = signedIn<{ id: string }>(async (given) => {
  const opened = await openProgramme(given, 'add_indicator');
  if (opened.kind === 'refused') return opened.response;
  const body = await parseBody(newIndicatorSchema, given.request);
  if (body.kind === 'refused') return body.response;
  const unknown = await refuseUnknown(given.client, {}, null, body.value.categories);
  if (unknown !== null) return unknown;
  return answerProgramme(given, opened.id, await makePart(indicatorRow(idOf(body.value), opened.id, body.value), await actorNow(given.session)), 201);
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
