import type { ChangeResult } from '../db/change-result';
import type { DatabaseClient } from '../db/clients';
import { changeDispute, recordDisputeRefusal, type DisputeStep } from '../db/dispute-changes';
import { findDispute, listDisputeHistory } from '../db/disputes';
import type { Actor } from '../db/incidents';
import { getRuleBook } from '../db/rule-book';
import type { Session } from '../db/session';
import type { Dispute, DisputeAction, DisputePage } from '../domain/dispute';
import { dayOf, type Day } from '../domain/instant';
import { problemOfChange } from './answer-change';
import { mayDoWithDispute, permissionsOfDispute, type DisputeAsker } from './dispute-permissions';
import { jsonAnswer } from './json-answer';
import { fieldProblem, problem } from './problem';
import { uuidSchema } from './queries';
import { actorOf, type SignedIn } from './signed-in';
import { listSpokenWards } from './spoken-wards';

const MISSING = 'there is no such dispute';

/** Who acts, with the unit served now. */
export const disputeActor = async (session: Session): Promise<Actor> => actorOf(session, new Date().toISOString(), (await getRuleBook()).timeZone);

/** Today where the deployment is. */
export const todayHere = async (): Promise<Day> => dayOf(new Date().toISOString(), (await getRuleBook()).timeZone);

/** Whether an account speaks for a ward of an edition today. */
export async function speaksFor(session: Session, editionId: string, wardCode: string): Promise<boolean> {
  const { editions, timeZone } = await getRuleBook();
  const edition = editions.find((one) => one.edition.id === editionId)?.edition;
  return edition !== undefined && listSpokenWards(session, edition, dayOf(new Date().toISOString(), timeZone)).includes(wardCode);
}

const askerOf = async (session: Session, { editionId, ward }: Dispute): Promise<DisputeAsker> => ({ role: session.role, speaks: await speaksFor(session, editionId, ward.code) });

/** The page of a dispute as an account sees it. */
export async function findDisputePage(client: DatabaseClient, session: Session, id: string): Promise<DisputePage | undefined> {
  const dispute = await findDispute(client, id);
  if (dispute === undefined) return undefined;
  return { id: dispute.id, dispute, permissions: permissionsOfDispute(await askerOf(session, dispute), dispute), history: await listDisputeHistory(client, dispute.id) };
}

/** A dispute that an account asked for, or the answer that refuses it. */
export type OpenedDispute = { readonly kind: 'ok'; readonly dispute: Dispute } | { readonly kind: 'refused'; readonly response: Response };

/** Opens a dispute for a step. Attempts of who may not are written down. */
export async function openDispute({ client, session, params }: SignedIn<{ id: string }>, action: DisputeAction): Promise<OpenedDispute> {
  const id = uuidSchema.safeParse(params.id);
  if (!id.success) return { kind: 'refused', response: fieldProblem('id', 'is not a UUID') };
  const dispute = await findDispute(client, id.data);
  if (dispute !== undefined && mayDoWithDispute(await askerOf(session, dispute), action)) return { kind: 'ok', dispute };
  await recordDisputeRefusal(id.data, action, await disputeActor(session));
  if (dispute === undefined) return { kind: 'refused', response: fieldProblem('id', MISSING, 'not_found') };
  const who = action === 'extend' ? 'a commander or an administrator may give more time' : 'an officer of its ward, a commander or an administrator may do that';
  return { kind: 'refused', response: problem('forbidden', `${who}; the attempt is in its history`) };
}

/** The dispute's page after a step; a problem that lost a race carries it as `current`, so that the loser sees what happened. */
export async function answerDisputeChange({ client, session }: Pick<SignedIn<unknown>, 'client' | 'session'>, id: string, result: ChangeResult, status = 200): Promise<Response> {
  const page = await findDisputePage(client, session, id);
  const failure = problemOfChange(result, MISSING);
  if (failure === null) {
    const isNew = status === 201 && !(result.kind === 'done' && result.repeated);
    return jsonAnswer(page, isNew ? 201 : 200, isNew ? { Location: `/api/disputes/${id}` } : {});
  }
  if (result.kind !== 'conflict' || page === undefined) return failure;
  const body = { ...((await failure.json()) as object), current: page };
  return jsonAnswer(body, failure.status, { 'Content-Type': 'application/problem+json' });
}

/** Takes a step that is sound, and answers with the dispute's page. */
export async function takeDisputeStep(given: Pick<SignedIn<unknown>, 'client' | 'session'>, { id }: Pick<Dispute, 'id'>, step: DisputeStep): Promise<Response> {
  return answerDisputeChange(given, id, await changeDispute(id, step, await disputeActor(given.session)));
}
