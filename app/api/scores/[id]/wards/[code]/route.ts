import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { fieldProblem } from '@/lib/http/problem';
import { pathId } from '@/lib/http/programme-changes';
import { findWardScore } from '@/lib/http/score-page';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** The score of one ward (its code in the period's edition) with the records behind it. */
export const GET = signedIn<{ id: string; code: string }>(async ({ client, params }) => {
  const given = pathId(params.id);
  if (given.kind === 'refused') return given.response;
  const page = await findWardScore(client, given.id, params.code);
  return page === undefined ? fieldProblem('code', 'there is no such score', 'not_found') : jsonAnswer(page);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
