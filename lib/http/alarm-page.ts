import { recordAlarmRefusal } from '../db/alarm-changes';
import { findAlarm, listAlarmHistory } from '../db/alarms';
import type { ChangeResult } from '../db/change-result';
import type { DatabaseClient } from '../db/clients';
import type { Session } from '../db/session';
import { MAY_SEE_ALARMS, MAY_WORK_ALARMS, type Alarm, type AlarmPage } from '../domain/alarm';
import { problemOfChange } from './answer-change';
import { jsonAnswer } from './json-answer';
import { fieldProblem, problem } from './problem';
import { uuidSchema } from './queries';
import type { SignedIn } from './signed-in';
import { actorNow } from './zone-page';

const MISSING = 'there is no such alarm';
const NOT_YOURS = 'analysts, commanders and administrators work on alarms';

/** Whether an account works on alarms. */
export const mayWorkAlarms = ({ role }: Session): boolean => MAY_WORK_ALARMS.includes(role);

/** The answer that refuses alarms to who sees none; null for who does. */
export const refuseSeeing = ({ role }: Session): Response | null => (MAY_SEE_ALARMS.includes(role) ? null : problem('forbidden', 'alarms are not for a screen that everybody sees'));

/** The page of an alarm as an account sees it. */
async function findAlarmPage(client: DatabaseClient, session: Session, id: string): Promise<AlarmPage | undefined> {
  const alarm = await findAlarm(client, id);
  if (alarm === undefined) return undefined;
  return { alarm, permissions: { work: mayWorkAlarms(session) && alarm.state !== 'ended' }, history: await listAlarmHistory(client, alarm.id) };
}

/** An alarm that an account asked for, or the answer that refuses it. */
type OpenedAlarm = { readonly kind: 'ok'; readonly alarm: Alarm } | { readonly kind: 'refused'; readonly response: Response };

async function readAlarm({ client, params, session }: SignedIn<{ id: string }>): Promise<OpenedAlarm> {
  const refusal = refuseSeeing(session);
  if (refusal !== null) return { kind: 'refused', response: refusal };
  const id = uuidSchema.safeParse(params.id);
  if (!id.success) return { kind: 'refused', response: fieldProblem('id', 'is not a UUID') };
  const alarm = await findAlarm(client, id.data);
  return alarm === undefined ? { kind: 'refused', response: fieldProblem('id', MISSING, 'not_found') } : { kind: 'ok', alarm };
}

/** The page of an alarm, or why it is not shown. */
export async function answerAlarm(given: SignedIn<{ id: string }>): Promise<Response> {
  const opened = await readAlarm(given);
  return opened.kind === 'refused' ? opened.response : jsonAnswer(await findAlarmPage(given.client, given.session, opened.alarm.id));
}

/** Opens an alarm to work on it. Attempts of who may not are written down. */
export async function openAlarm(given: SignedIn<{ id: string }>, action: string): Promise<OpenedAlarm> {
  const opened = await readAlarm(given);
  if (mayWorkAlarms(given.session)) return opened;
  if (opened.kind === 'ok') await recordAlarmRefusal(opened.alarm.id, action, await actorNow(given.session));
  return opened.kind === 'refused' ? opened : { kind: 'refused', response: problem('forbidden', NOT_YOURS) };
}

/** The alarm's page after an act; a problem that lost a race carries it as `current`. */
export async function answerAlarmChange({ client, session }: SignedIn<unknown>, id: string, result: ChangeResult): Promise<Response> {
  const page = await findAlarmPage(client, session, id);
  const failure = problemOfChange(result, MISSING);
  if (failure === null) return jsonAnswer(page);
  if (result.kind !== 'conflict' || page === undefined) return failure;
  return jsonAnswer({ ...((await failure.json()) as object), current: page }, failure.status, { 'Content-Type': 'application/problem+json' });
}
