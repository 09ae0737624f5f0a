import { MOST_UNFINISHED_BRIEFINGS, MOST_WAITING_PINS, recordBriefingRefusal, submitBriefing, type LimitedChange } from '../db/briefing-changes';
import { findBriefing } from '../db/briefings';
import type { ChangeResult } from '../db/change-result';
import { createServiceClient, type DatabaseClient } from '../db/clients';
import { getRuleBook } from '../db/rule-book';
import type { Session } from '../db/session';
import { planBriefing } from '../briefing/plan-briefing';
import { MAY_COMPOSE, MAY_READ_BRIEFINGS, type NewBriefing } from '../domain/briefing';
import type { Instant } from '../domain/instant';
import { getBriefingTexts } from '../messages/briefing/present-slide';
import { areaProblem } from './analysis-scope';
import { actorNow } from './analysis-run';
import { problemOfChange } from './answer-change';
import { nameArea } from './briefing-area';
import { jsonAnswer } from './json-answer';
import { fieldProblem, problem } from './problem';
import { uuidSchema } from './queries';

export const NO_BRIEFING = 'there is no such briefing';

type Subject = Parameters<typeof recordBriefingRefusal>[0];

/** The answer to an account that may not read briefings; null for one that may. Which ones it reads the database decides. */
export const refuseReader = ({ role }: Session): Response | null => (MAY_READ_BRIEFINGS.includes(role) ? null : problem('forbidden', 'this role reads no briefings'));

/** The answer to an account that may not compose, its attempt written down; null for one that may. */
export async function refuseComposer(session: Session, subject: Subject, id: string | null, action: string): Promise<Response | null> {
  if (MAY_COMPOSE.includes(session.role)) return null;
  await recordBriefingRefusal(subject, id, action, await actorNow(session));
  return problem('forbidden', 'analysts, commanders and administrators compose and change briefings');
}

/** Whether a part of a path can be an id; else the answer that says so. */
export const checkUuid = (id: string, missing: string): Response | null => (uuidSchema.safeParse(id).success ? null : fieldProblem('id', missing, 'not_found'));

/** The problem that a limited change met; null when it was carried out. */
export function problemOfLimited(result: LimitedChange, what: 'briefings' | 'pins' | 'files', missing: string): Response | null {
  if (result.kind !== 'too_many') return problemOfChange(result, missing);
  const most = what === 'pins' ? `${String(MOST_WAITING_PINS)} pins waiting` : what === 'files' ? '10 files under way' : `${String(MOST_UNFINISHED_BRIEFINGS)} briefings under way`;
  return problem('too_many', `an account may have ${most}; cancel one, or wait`, [], { headers: { 'Retry-After': '10' } });
}

/** Puts a briefing into the queue and answers with it. What can not be is said by the name of its field. */
export async function submitAndAnswerBriefing(client: DatabaseClient, session: Session, id: string, wish: NewBriefing, nowMs: number): Promise<Response> {
  const { area, periodKind, classification, showsText, patrol, pins } = wish;
  const rules = await getRuleBook();
  const asOf = new Date(wish.asOf ?? nowMs).toISOString() as Instant;
  const plan = planBriefing(rules, { periodKind, from: wish.from, to: wish.to, asOf }, nowMs);
  if (plan.kind === 'refused') return fieldProblem(plan.field, plan.reason, 'unprocessable');
  const wrong = await areaProblem(client, { area, editionId: plan.book.edition.id, to: plan.to }, rules, plan.book, 'area');
  if (wrong !== null) return wrong;
  const title = wish.title ?? getBriefingTexts('vi').title(await nameArea(createServiceClient(), area, rules, plan.book));
  const { id: _id, ...request } = wish;
  const result = await submitBriefing({
    id, title, area, editionId: plan.book.edition.id, periodKind, from: plan.from, to: plan.to, asOf, classification, showsText, patrol: patrol ?? null, pins, template: null, request,
  }, await actorNow(session));
  const failure = problemOfLimited(result, 'briefings', NO_BRIEFING);
  if (failure !== null) return failure;
  return jsonAnswer(await findBriefing(client, id), result.kind === 'done' && result.repeated ? 200 : 201, { Location: `/api/briefings/${id}` });
}

/** The answer to a change of a briefing: as it is now; one that lost a race carries it as `current`. */
export async function answerBriefingChange(client: DatabaseClient, id: string, result: ChangeResult): Promise<Response> {
  const briefing = await findBriefing(client, id);
  const failure = problemOfChange(result, NO_BRIEFING);
  if (failure === null) return jsonAnswer(briefing);
  if (result.kind !== 'conflict' || briefing === undefined) return failure;
  return jsonAnswer({ ...((await failure.json()) as object), current: briefing }, failure.status, { 'Content-Type': 'application/problem+json' });
}
