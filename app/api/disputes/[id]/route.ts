import { disputeChangeSchema } from '@/lib/domain/dispute';
import { findDisputePage, openDispute, takeDisputeStep, todayHere } from '@/lib/http/dispute-page';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { fieldProblem } from '@/lib/http/problem';
import { uuidSchema } from '@/lib/http/queries';
import { signedIn } from '@/lib/http/signed-in';
import { dueDayAfter } from '@/lib/rules/dispute-clock';

export const runtime = 'nodejs';

/** One dispute with its history; what the reader may not see does not exist for him. */
export const GET = signedIn<{ id: string }>(async ({ client, session, params }) => {
  const id = uuidSchema.safeParse(params.id);
  if (!id.success) return fieldProblem('id', 'is not a UUID');
  const page = await findDisputePage(client, session, id.data);
  return page === undefined ? fieldProblem('id', 'there is no such dispute', 'not_found') : jsonAnswer(page);
});

/** Other facts, another risk (which may bring the last day forward), a note, or its withdrawal with a reason. */
export const PATCH = signedIn<{ id: string }>(async (given) => {
  const opened = await openDispute(given, 'change');
  if (opened.kind === 'refused') return opened.response;
  const body = await parseBody(disputeChangeSchema, given.request);
  if (body.kind === 'refused') return body.response;
  const { version, requestId, kind, parties, risk, followUpDay, note, withdraw } = body.value;
  const { dispute } = opened;
  const today = await todayHere();
  if (withdraw !== undefined) {
    return takeDisputeStep(given, dispute, { version, requestId, verb: 'withdrawn', changes: { stage: 'withdrawn', endedOn: today }, words: { kind: 'reason', body: withdraw.reason } });
  }
  const due = risk === undefined || risk === dispute.risk ? {} : { dueDay: dueDayAfter(dispute.dueDay, today, risk, dispute.rule) };
  const changes = { ...(kind === undefined ? {} : { kind }), ...(parties === undefined ? {} : { parties }), ...(risk === undefined ? {} : { risk }), ...(followUpDay === undefined ? {} : { followUpDay }), ...due };
  return takeDisputeStep(given, dispute, { version, requestId, verb: 'changed', changes, words: { kind: 'note', body: note } });
});

export const { POST, PUT, DELETE, OPTIONS } = otherMethods('GET', 'PATCH');
