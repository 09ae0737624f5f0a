import { disputeHandOverSchema } from '@/lib/domain/dispute';
import { openDispute, takeDisputeStep, todayHere } from '@/lib/http/dispute-page';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** Hands a dispute over to whom it belongs, with the reason; that ends it here. */
export const POST = signedIn<{ id: string }>(async (given) => {
  const opened = await openDispute(given, 'hand_over');
  if (opened.kind === 'refused') return opened.response;
  const body = await parseBody(disputeHandOverSchema, given.request);
  if (body.kind === 'refused') return body.response;
  const { version, requestId, to, reason } = body.value;
  const changes = { stage: 'handed_over' as const, handedOverTo: to, endedOn: await todayHere() };
  return takeDisputeStep(given, opened.dispute, { version, requestId, verb: 'handed_over', changes, words: { kind: 'reason', body: reason } });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
