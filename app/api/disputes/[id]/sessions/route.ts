import { disputeSessionSchema } from '@/lib/domain/dispute';
import { isInFuture } from '@/lib/http/dispute-make';
import { openDispute, takeDisputeStep } from '@/lib/http/dispute-page';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { fieldProblem } from '@/lib/http/problem';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** Plans a mediation session, or records how one went. */
export const POST = signedIn<{ id: string }>(async (given) => {
  const opened = await openDispute(given, 'session');
  if (opened.kind === 'refused') return opened.response;
  const body = await parseBody(disputeSessionSchema, given.request);
  if (body.kind === 'refused') return body.response;
  const { version, requestId } = body.value;
  if (body.value.action === 'plan') {
    const { plannedAt, team } = body.value;
    return takeDisputeStep(given, opened.dispute, { version, requestId, verb: 'session_planned', session: { plannedAt, team } });
  }
  const { number, heldAt, team, outcome, nextStep } = body.value;
  if (isInFuture(heldAt)) return fieldProblem('heldAt', 'lies in the future', 'unprocessable');
  const session = { heldAt, outcome, ...(number === undefined ? {} : { number }), ...(team === undefined ? {} : { team }) };
  return takeDisputeStep(given, opened.dispute, { version, requestId, verb: 'session_held', session, words: { kind: 'next_step', body: nextStep } });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
