import type { Instant } from '../domain/instant';
import { unwrap } from './api-error';
import { readChange, type ChangeResult } from './change-result';
import { createServiceClient, type DatabaseClient } from './clients';
import type { Json } from './database.types';
import type { Actor } from './incidents';

/** What somebody does with an alarm. */
export type AlarmAct = { readonly act: 'acknowledged' | 'reopened' } | { readonly act: 'snoozed'; readonly until: Instant };

const json = (value: unknown): Json => value as Json;

/** Carries an act out, if the alarm did not change since the version the sender saw; the same act twice is done once. */
export async function actOnAlarm(alarm: string, seen: { readonly version: number; readonly remark?: string | undefined }, act: AlarmAct, actor: Actor, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  const payload = { alarm, version: seen.version, remark: seen.remark ?? null, actor: json(actor), ...act };
  return readChange('working on an alarm', await service.rpc('act_on_alarm', { payload: json(payload) }));
}

/** Writes down that an account tried what its role may not. */
export async function recordAlarmRefusal(alarm: string, action: string, actor: Actor, service: DatabaseClient = createServiceClient()): Promise<void> {
  const answer = await service.rpc('record_alarm_refusal', { alarm, action, actor: json(actor) });
  if (answer.error !== null) unwrap('noting a refusal', answer);
}
