import { disputeSettleSchema } from '@/lib/domain/dispute';
import { openDispute, takeDisputeStep, todayHere } from '@/lib/http/dispute-page';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { fieldProblem } from '@/lib/http/problem';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** Records that a dispute was settled: on which day, how, and when to look again. */
export const POST = signedIn<{ id: string }>(async (given) => {
  const opened = await openDispute(given, 'settle');
  if (opened.kind === 'refused') return opened.response;
  const body = await parseBody(disputeSettleSchema, given.request);
  if (body.kind === 'refused') return body.response;
  const { version, requestId, settledOn, outcome, followUpDay } = body.value;
  if (settledOn > (await todayHere())) return fieldProblem('settledOn', 'lies in the future', 'unprocessable');
  const changes = { stage: 'settled' as const, endedOn: settledOn, followUpDay: followUpDay ?? null };
  return takeDisputeStep(given, opened.dispute, { version, requestId, verb: 'settled', changes, words: { kind: 'outcome', body: outcome } });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
