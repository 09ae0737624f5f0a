import { disputeExtendSchema } from '@/lib/domain/dispute';
import { openDispute, takeDisputeStep } from '@/lib/http/dispute-page';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** Gives a dispute a later last day, with the reason. */
export const POST = signedIn<{ id: string }>(async (given) => {
  const opened = await openDispute(given, 'extend');
  if (opened.kind === 'refused') return opened.response;
  const body = await parseBody(disputeExtendSchema, given.request);
  if (body.kind === 'refused') return body.response;
  const { version, requestId, dueDay, reason } = body.value;
  return takeDisputeStep(given, opened.dispute, { version, requestId, verb: 'extended', changes: { dueDay, extended: true }, words: { kind: 'reason', body: reason } });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
