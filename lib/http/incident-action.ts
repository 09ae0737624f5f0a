import { applyChange } from '../db/apply-change';
import { createServiceClient, type DatabaseClient } from '../db/clients';
import { recordRefusal, type IncidentVerb } from '../db/incident-changes';
import type { Actor } from '../db/incidents';
import { getRuleBook } from '../db/rule-book';
import type { Session } from '../db/session';
import { askerOf, findIncidentBody, type IncidentBody } from './incident-dossier';
import { mayDo, type WantedAction } from './incident-permissions';
import { jsonAnswer } from './json-answer';
import { fieldProblem, problem } from './problem';
import { uuidSchema } from './queries';
import { actorOf, type SignedIn } from './signed-in';

/** A parsed request to change an incident. */
export interface IncidentRequest {
  /** What a refused attempt is called in the history. */
  readonly action: string;
  readonly seenVersion: number | null;
  readonly requestId?: string | undefined;
  /** What it wants, as far as rights go; may depend on how the incident stands. */
  readonly wanted: (body: IncidentBody) => WantedAction;
  readonly change: IncidentVerb;
  /** What no schema can see; the answer when it is wrong. */
  readonly check?: (body: IncidentBody) => Response | null;
}

const OUT_OF_SIGHT = ['id', 'there is no such incident', 'not_found'] as const;

/**
 * Carries out a change of an incident in the fixed order: in sight (404)? allowed (403)? sound (400)? possible (409, 422)?
 * What the role may not is written into the incident's history. Answers what `GET` does.
 */
export async function changeIncidentBy({ session, client, params }: SignedIn<{ id: string }>, request: IncidentRequest): Promise<Response> {
  const id = uuidSchema.safeParse(params.id);
  if (!id.success) return fieldProblem('id', 'is not a UUID');
  const rules = await getRuleBook();
  const actor = actorOf(session, new Date().toISOString(), rules.timeZone);
  const service = createServiceClient();
  const before = await findIncidentBody(client, session, id.data);
  if (before === undefined) return refuse(id.data, actor, request.action, service, fieldProblem(...OUT_OF_SIGHT));
  if (!mayDo(await askerOf(session, before.incident.editionId), before.incident, request.wanted(before))) {
    return refuse(id.data, actor, request.action, service, problem('forbidden', 'this account may not do that with this incident; the attempt is in its history'));
  }
  const wrong = request.check?.(before) ?? null;
  if (wrong !== null) return wrong;
  const { seenVersion, requestId, change } = request;
  const result = await applyChange({ service, rules }, { id: id.data, seenVersion, requestId, change }, actor);
  if (result.kind === 'refused') return fieldProblem(result.field, result.reason, 'unprocessable');
  return answerWith(client, session, id.data, result.kind === 'conflict');
}

async function refuse(id: string, actor: Actor, action: string, service: DatabaseClient, response: Response): Promise<Response> {
  await recordRefusal(id, actor, action, service);
  return response;
}

async function answerWith(client: DatabaseClient, session: Session, id: string, isConflict: boolean): Promise<Response> {
  const current = await findIncidentBody(client, session, id);
  // A change can take an incident out of the sight of who made it.
  if (current === undefined) return fieldProblem(...OUT_OF_SIGHT);
  if (!isConflict) return jsonAnswer(current);
  const errors = [{ field: 'version', message: 'is no longer the present one' }];
  return problem('conflict', 'version: somebody changed this meanwhile; `current` says how it stands', errors, { members: { current } });
}
