import { disputeReopenSchema } from '@/lib/domain/dispute';
import type { Instant } from '@/lib/domain/instant';
import { listDisputeRules } from '@/lib/db/disputes';
import { openDispute, takeDisputeStep, todayHere } from '@/lib/http/dispute-page';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { signedIn } from '@/lib/http/signed-in';
import { dueDayOf } from '@/lib/rules/dispute-clock';

export const runtime = 'nodejs';

/** Opens an ended dispute again: its clock begins anew, by the rule of today. */
export const POST = signedIn<{ id: string }>(async (given) => {
  const opened = await openDispute(given, 'reopen');
  if (opened.kind === 'refused') return opened.response;
  const body = await parseBody(disputeReopenSchema, given.request);
  if (body.kind === 'refused') return body.response;
  const { version, requestId, reason } = body.value;
  const { dispute } = opened;
  const newest = (await listDisputeRules(given.client))[0];
  const now = new Date().toISOString() as Instant;
  const changes = {
    stage: dispute.sessions.length > 0 ? 'mediating' as const : 'received' as const, handedOverTo: null, endedOn: null, followUpDay: null, extended: false, beganAt: now,
    ruleVersion: newest?.version ?? dispute.ruleVersion, dueDay: dueDayOf(await todayHere(), dispute.risk, newest?.rule ?? dispute.rule),
  };
  return takeDisputeStep(given, dispute, { version, requestId, verb: 'reopened', changes, words: { kind: 'reason', body: reason } });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
