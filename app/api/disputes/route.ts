import { createDispute } from '@/lib/db/dispute-changes';
import { listDisputes, type DisputeFilter, type DisputePlace } from '@/lib/db/disputes';
import type { DatabaseClient } from '@/lib/db/clients';
import { newDisputeSchema, OPEN_STAGES, type Dispute, type DisputeState } from '@/lib/domain/dispute';
import { prepareDispute } from '@/lib/http/dispute-make';
import { answerDisputeChange, disputeActor } from '@/lib/http/dispute-page';
import { cursorAfterDispute, disputeQuerySchema, parseDisputeCursor, REPEATED_DISPUTE_PARAMETERS, splitWard } from '@/lib/http/dispute-queries';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody, parseQuery } from '@/lib/http/parse';
import { fieldProblem, problem } from '@/lib/http/problem';
import { signedIn } from '@/lib/http/signed-in';
import { readDisputeClock } from '@/lib/rules/dispute-clock';

export const runtime = 'nodejs';

const DEFAULT_LIMIT = 100;
/** Disputes read at once when they are narrowed by their state, which no index knows. */
const BATCH = 500;

/** Disputes whose clock is in one of some states now, at most `limit`; only open ones have a state. */
async function listByState(client: DatabaseClient, filter: DisputeFilter, states: readonly DisputeState[], limit: number, after: DisputePlace | undefined, nowMs: number): Promise<Dispute[]> {
  const found: Dispute[] = [];
  const stages = (filter.stages ?? OPEN_STAGES).filter((stage) => OPEN_STAGES.includes(stage));
  for (let place = after; found.length < limit;) {
    const batch = await listDisputes(client, { ...filter, stages }, BATCH, place);
    found.push(...batch.filter((one) => states.includes(readDisputeClock(one, nowMs)?.state ?? 'fresh')));
    if (batch.length < BATCH) break;
    place = batch.at(-1);
  }
  return found.slice(0, limit);
}

/** The disputes that the reader may see, last received first, each with its clock at `asOf`. A viewer counts them (`/api/disputes/counts`). */
export const GET = signedIn(async ({ request, client, session }) => {
  if (session.role === 'viewer') return problem('forbidden', 'a viewer sees counts of disputes: /api/disputes/counts');
  const query = parseQuery(disputeQuerySchema, request.url, REPEATED_DISPUTE_PARAMETERS);
  if (query.kind === 'refused') return query.response;
  const { stage: stages, state: states, risk: risks, incident, cursor, limit = DEFAULT_LIMIT } = query.value;
  const after = cursor === undefined ? undefined : parseDisputeCursor(cursor);
  if (after === null) return fieldProblem('cursor', 'is not one of ours');
  const now = new Date();
  const filter = { stages, risks, incident, ...splitWard(query.value.ward) };
  const found = states === undefined ? await listDisputes(client, filter, limit + 1, after) : await listByState(client, filter, states, limit + 1, after, now.getTime());
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const items = page.map((dispute) => ({ ...dispute, clock: readDisputeClock(dispute, now.getTime()) }));
  return jsonAnswer({ items, nextCursor: found.length > limit && last !== undefined ? cursorAfterDispute(last) : null, asOf: now.toISOString() });
});

/** Takes a dispute in. Sending an id twice makes one. */
export const POST = signedIn(async (given) => {
  if (given.session.role === 'viewer' || given.session.role === 'analyst') return problem('forbidden', 'officers, commanders and administrators take disputes in');
  const body = await parseBody(newDisputeSchema, given.request);
  if (body.kind === 'refused') return body.response;
  const made = await prepareDispute(body.value, given.session, given.client);
  if (made.kind === 'refused') return made.response;
  return answerDisputeChange(given, made.dispute.id, await createDispute(made.dispute, await disputeActor(given.session)), 201);
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
