import { changePart, programmeColumns } from '@/lib/db/programme-changes';
import { programmeChangeSchema } from '@/lib/domain/programme';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { fieldProblem } from '@/lib/http/problem';
import { answerProgramme, openProgramme, pathId } from '@/lib/http/programme-changes';
import { findProgrammePage } from '@/lib/http/programme-page';
import { signedIn } from '@/lib/http/signed-in';
import { actorNow } from '@/lib/http/zone-page';

export const runtime = 'nodejs';

/** One programme with its tasks, indicators, commendations, models and history. */
export const GET = signedIn<{ id: string }>(async ({ client, session, params }) => {
  const given = pathId(params.id);
  if (given.kind === 'refused') return given.response;
  const page = await findProgrammePage(client, session, given.id);
  return page === undefined ? fieldProblem('id', 'there is no such programme', 'not_found') : jsonAnswer(page);
});

/** Another name, basis, period or status, if nobody changed the programme since the version the sender saw. */
export const PATCH = signedIn<{ id: string }>(async (given) => {
  const opened = await openProgramme(given, 'change');
  if (opened.kind === 'refused') return opened.response;
  const body = await parseBody(programmeChangeSchema, given.request);
  if (body.kind === 'refused') return body.response;
  const { version, note } = body.value;
  const result = await changePart({ subject: 'programme', id: opened.id, version, note, changes: programmeColumns(body.value) }, await actorNow(given.session));
  return answerProgramme(given, opened.id, result);
});

export const { POST, PUT, DELETE, OPTIONS } = otherMethods('GET', 'PATCH');
