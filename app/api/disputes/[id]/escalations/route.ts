import { disputeEscalationSchema } from '@/lib/domain/dispute';
import { openDispute, takeDisputeStep } from '@/lib/http/dispute-page';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** Brings a dispute before somebody higher up, with the reason. */
export const POST = signedIn<{ id: string }>(async (given) => {
  const opened = await openDispute(given, 'escalate');
  if (opened.kind === 'refused') return opened.response;
  const body = await parseBody(disputeEscalationSchema, given.request);
  if (body.kind === 'refused') return body.response;
  const { version, requestId, to, reason } = body.value;
  return takeDisputeStep(given, opened.dispute, { version, requestId, verb: 'escalated', escalation: { to }, words: { kind: 'reason', body: reason } });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
