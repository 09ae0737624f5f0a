import { changeScorePeriod } from '@/lib/db/score-changes';
import { scorePeriodChangeSchema } from '@/lib/domain/score';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { fieldProblem } from '@/lib/http/problem';
import { pathId } from '@/lib/http/programme-changes';
import { answerScores, findScoredEdition, openScores } from '@/lib/http/score-changes';
import { findScorePage } from '@/lib/http/score-page';
import { signedIn } from '@/lib/http/signed-in';
import { actorNow } from '@/lib/http/zone-page';

export const runtime = 'nodejs';

/** One period with the scores of the wards within the reader's sight: as frozen, or from the records now. */
export const GET = signedIn<{ id: string }>(async ({ client, session, params }) => {
  const given = pathId(params.id);
  if (given.kind === 'refused') return given.response;
  const page = await findScorePage(client, session, given.id);
  return page === undefined ? fieldProblem('id', 'there is no such period of scores', 'not_found') : jsonAnswer(page);
});

/** Another name, other days or another version of the criteria, while it is open. */
export const PATCH = signedIn<{ id: string }>(async (given) => {
  const opened = await openScores(given, 'change');
  if (opened.kind === 'refused') return opened.response;
  const body = await parseBody(scorePeriodChangeSchema, given.request);
  if (body.kind === 'refused') return body.response;
  const { version, name, setVersion, from, to } = body.value;
  const edition = to === undefined ? undefined : ((await findScoredEdition(opened.found.period.clusterId, to)) ?? undefined);
  const changes = { name, set_version: setVersion, from_day: from, to_day: to, edition_id: edition };
  return answerScores(given, opened.id, await changeScorePeriod(opened.id, version, changes, await actorNow(given.session)));
});

export const { POST, PUT, DELETE, OPTIONS } = otherMethods('GET', 'PATCH');
