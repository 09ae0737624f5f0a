import { changePart, indicatorColumns } from '@/lib/db/programme-changes';
import { findIndicatorRow } from '@/lib/db/programmes';
import { indicatorChangeSchema } from '@/lib/domain/programme';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { fieldProblem } from '@/lib/http/problem';
import { answerProgramme, pathId, refuseNoted, refuseWriting } from '@/lib/http/programme-changes';
import { signedIn } from '@/lib/http/signed-in';
import { actorNow } from '@/lib/http/zone-page';

export const runtime = 'nodejs';

/** Changes how an indicator is named and judged, never what it counts; answers the programme. */
export const PATCH = signedIn<{ id: string }>(async (given) => {
  const { client, session, params } = given;
  const wanted = pathId(params.id);
  if (wanted.kind === 'refused') return wanted.response;
  const indicator = await findIndicatorRow(client, wanted.id);
  if (indicator === undefined) return fieldProblem('id', 'there is no such indicator', 'not_found');
  if (refuseWriting(session) !== null) return refuseNoted(session, 'indicator', indicator.id, 'change');
  const body = await parseBody(indicatorChangeSchema, given.request);
  if (body.kind === 'refused') return body.response;
  const { version, note } = body.value;
  const changes = indicatorColumns(body.value);
  return answerProgramme(given, indicator.programme_id, await changePart({ subject: 'indicator', id: indicator.id, version, note, changes }, await actorNow(session)));
});

export const { GET, POST, PUT, DELETE, OPTIONS } = otherMethods('PATCH');
