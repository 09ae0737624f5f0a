import { getRuleBook } from '@/lib/db/rule-book';
import { enterScore } from '@/lib/db/score-changes';
import { newScoreEntrySchema } from '@/lib/domain/score';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { fieldProblem } from '@/lib/http/problem';
import { idOf } from '@/lib/http/programme-changes';
import { answerScores, openScores } from '@/lib/http/score-changes';
import { isScored } from '@/lib/http/score-page';
import { signedIn } from '@/lib/http/signed-in';
import { actorNow } from '@/lib/http/zone-page';

export const runtime = 'nodejs';

/** Gives points by hand, with what they rest on, or corrects some. Sending an id twice makes one. */
export const POST = signedIn<{ id: string }>(async (given) => {
  const opened = await openScores(given, 'enter');
  if (opened.kind === 'refused') return opened.response;
  const body = await parseBody(newScoreEntrySchema, given.request);
  if (body.kind === 'refused') return body.response;
  if (!isScored(await getRuleBook(), opened.found.period, body.value.ward)) return fieldProblem('ward', 'is not scored in this period', 'unprocessable');
  return answerScores(given, opened.id, await enterScore(idOf(body.value), opened.id, body.value, await actorNow(given.session)), 201);
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
