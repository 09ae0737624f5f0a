import { enterValue } from '@/lib/db/programme-changes';
import { findIndicatorRow, listTaskRows } from '@/lib/db/programmes';
import { newEntrySchema } from '@/lib/domain/programme';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { fieldProblem } from '@/lib/http/problem';
import { answerProgramme, idOf, pathId, refuseNoted } from '@/lib/http/programme-changes';
import { mayReportOn } from '@/lib/http/programme-page';
import { signedIn } from '@/lib/http/signed-in';
import { listOwnWardKeys } from '@/lib/http/spoken-wards';
import { actorNow } from '@/lib/http/zone-page';

export const runtime = 'nodejs';

/** Enters a value of an indicator or corrects one; answers the programme. Sending an id twice makes one. */
export const POST = signedIn<{ id: string }>(async (given) => {
  const { client, session, params } = given;
  const wanted = pathId(params.id);
  if (wanted.kind === 'refused') return wanted.response;
  const indicator = await findIndicatorRow(client, wanted.id);
  if (indicator === undefined) return fieldProblem('id', 'there is no such indicator', 'not_found');
  const task = (await listTaskRows(client, indicator.programme_id)).find(({ id }) => id === indicator.task_id);
  if (!mayReportOn(session, await listOwnWardKeys(session), task)) return refuseNoted(session, 'indicator', indicator.id, 'enter');
  const body = await parseBody(newEntrySchema, given.request);
  if (body.kind === 'refused') return body.response;
  return answerProgramme(given, indicator.programme_id, await enterValue(idOf(body.value), indicator.id, body.value, await actorNow(session)), 201);
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
