import { scoreCloseSchema } from '@/lib/domain/score';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { answerScores, closeScores, openScores } from '@/lib/http/score-changes';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** Freezes the scores of a period that is over, with their figures, criteria and records. */
export const POST = signedIn<{ id: string }>(async (given) => {
  const opened = await openScores(given, 'close');
  if (opened.kind === 'refused') return opened.response;
  const body = await parseBody(scoreCloseSchema, given.request);
  if (body.kind === 'refused') return body.response;
  return answerScores(given, opened.id, await closeScores(opened, body.value.version, given.session));
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
