import type { ChangeResult } from '../db/change-result';
import type { Actor } from '../db/incidents';
import type { DatabaseClient } from '../db/clients';
import { getRuleBook } from '../db/rule-book';
import type { Session } from '../db/session';
import { recordZoneRefusal } from '../db/zone-changes';
import { findZone, listZoneHistory } from '../db/zones';
import { MAY_DRAW_ZONES, type Zone, type ZonePage } from '../domain/zone';
import { problemOfChange } from './answer-change';
import { jsonAnswer } from './json-answer';
import { fieldProblem, problem } from './problem';
import { uuidSchema } from './queries';
import { actorOf, type SignedIn } from './signed-in';

const MISSING = 'there is no such zone';
const NOT_YOURS = 'analysts and administrators draw zones';

/** Who acts, with the unit served now. */
export const actorNow = async (session: Session): Promise<Actor> => actorOf(session, new Date().toISOString(), (await getRuleBook()).timeZone);

/** Whether an account may draw; the answer that refuses it when it may not. */
export const refuseDrawing = ({ role }: Session): Response | null => (MAY_DRAW_ZONES.includes(role) ? null : problem('forbidden', NOT_YOURS));

/** The page of a zone as an account sees it. */
export async function findZonePage(client: DatabaseClient, { role }: Session, id: string): Promise<ZonePage | undefined> {
  const zone = await findZone(client, id);
  if (zone === undefined) return undefined;
  return { id: zone.id, zone, permissions: { change: MAY_DRAW_ZONES.includes(role) && zone.status !== 'closed' }, history: await listZoneHistory(client, zone.id) };
}

/** A zone that an account asked for, or the answer that refuses it. */
export type OpenedZone = { readonly kind: 'ok'; readonly zone: Zone } | { readonly kind: 'refused'; readonly response: Response };

/** Opens a zone to read it; what the reader may not see does not exist for him. */
export async function readZone({ client, params }: Pick<SignedIn<{ id: string }>, 'client' | 'params'>): Promise<OpenedZone> {
  const id = uuidSchema.safeParse(params.id);
  if (!id.success) return { kind: 'refused', response: fieldProblem('id', 'is not a UUID') };
  const zone = await findZone(client, id.data);
  return zone === undefined ? { kind: 'refused', response: fieldProblem('id', MISSING, 'not_found') } : { kind: 'ok', zone };
}

/** Opens a zone for a change. Attempts of who may not are written down. */
export async function openZone(given: SignedIn<{ id: string }>, action: string): Promise<OpenedZone> {
  const opened = await readZone(given);
  const refusal = refuseDrawing(given.session);
  if (refusal === null) return opened;
  const id = uuidSchema.safeParse(given.params.id);
  if (id.success) await recordZoneRefusal(id.data, action, await actorNow(given.session));
  return opened.kind === 'refused' ? opened : { kind: 'refused', response: refusal };
}

/** The zone's page after a change; a problem that lost a race carries it as `current`, so that the loser sees what happened. */
export async function answerZoneChange({ client, session }: Pick<SignedIn<unknown>, 'client' | 'session'>, id: string, result: ChangeResult, status = 200): Promise<Response> {
  const page = await findZonePage(client, session, id);
  const failure = problemOfChange(result, MISSING);
  if (failure === null) {
    const isNew = status === 201 && !(result.kind === 'done' && result.repeated);
    return jsonAnswer(page, isNew ? 201 : 200, isNew ? { Location: `/api/zones/${id}` } : {});
  }
  if (result.kind !== 'conflict' || page === undefined) return failure;
  const body = { ...((await failure.json()) as object), current: page };
  return jsonAnswer(body, failure.status, { 'Content-Type': 'application/problem+json' });
}
