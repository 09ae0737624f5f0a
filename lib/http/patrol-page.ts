import type { DatabaseClient } from '../db/clients';
import { findPatrol, listOverlaps } from '../db/patrols';
import { recordPatrolRefusal } from '../db/patrol-changes';
import { getRuleBook } from '../db/rule-book';
import type { ChangeResult } from '../db/change-result';
import type { Session } from '../db/session';
import { dayOf } from '../domain/instant';
import type { Patrol, PatrolPage } from '../domain/patrol';
import { problemOfChange } from './answer-change';
import { jsonAnswer } from './json-answer';
import { fieldProblem, problem } from './problem';
import { uuidSchema } from './queries';
import { actorOf, type SignedIn } from './signed-in';
import { listSpokenWards } from './spoken-wards';

const MISSING = 'there is no such patrol';

/** Wards of a patrol for which an account may answer: its own, or all for commanders and administrators. */
async function listSpeaksFor(session: Session, { editionId, bookings }: Pick<Patrol, 'editionId' | 'bookings'>): Promise<string[]> {
  const codes = bookings.map(({ ward }) => ward.code);
  if (session.role === 'commander' || session.role === 'admin') return codes;
  const { editions, timeZone } = await getRuleBook();
  const edition = editions.find((one) => one.edition.id === editionId)?.edition;
  const spoken = edition === undefined ? [] : listSpokenWards(session, edition, dayOf(new Date().toISOString(), timeZone));
  return codes.filter((code) => spoken.includes(code));
}

async function toPage(patrol: Patrol, session: Session): Promise<PatrolPage> {
  const speaksFor = await listSpeaksFor(session, patrol);
  return { patrol, warnings: await listOverlaps(patrol), permissions: { change: speaksFor.length > 0, speaksFor } };
}

/** The page of a patrol as an account sees it. */
export async function findPatrolPage(client: DatabaseClient, session: Session, id: string): Promise<PatrolPage | undefined> {
  const patrol = await findPatrol(client, id);
  return patrol === undefined ? undefined : toPage(patrol, session);
}

/** A patrol that an account is about to change, or the answer that refuses it. */
type Opened = { readonly kind: 'ok'; readonly page: PatrolPage } | { readonly kind: 'refused'; readonly response: Response };

const refused = (response: Response): Opened => ({ kind: 'refused', response });

/** Opens a patrol for a change; `ward` null = the patrol as a whole. Attempts of who may not are written down. */
export async function openPatrol({ client, session, params }: SignedIn<{ id: string }>, action: string, mayAct: (page: PatrolPage) => boolean): Promise<Opened> {
  const id = uuidSchema.safeParse(params.id);
  if (!id.success) return refused(fieldProblem('id', 'is not a UUID'));
  const page = await findPatrolPage(client, session, id.data);
  if (page !== undefined && mayAct(page)) return { kind: 'ok', page };
  const actor = actorOf(session, new Date().toISOString(), (await getRuleBook()).timeZone);
  await recordPatrolRefusal(id.data, action, actor);
  if (page === undefined) return refused(fieldProblem('id', MISSING, 'not_found'));
  return refused(problem('forbidden', 'an officer of a ward that takes part, a commander or an administrator may do that'));
}

/** The patrol's page after a change; a problem that lost a race carries it as `current`, so that the loser sees what happened. */
export async function answerPatrolChange({ client, session, params }: SignedIn<{ id: string }>, result: ChangeResult, status = 200): Promise<Response> {
  const page = await findPatrolPage(client, session, params.id);
  const failure = problemOfChange(result, MISSING);
  if (failure === null) return jsonAnswer(page, result.kind === 'done' && result.repeated ? 200 : status);
  if (result.kind !== 'conflict' || page === undefined) return failure;
  const body = { ...((await failure.json()) as object), current: page };
  return jsonAnswer(body, failure.status, { 'Content-Type': 'application/problem+json' });
}
