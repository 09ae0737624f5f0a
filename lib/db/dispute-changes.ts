import type { Dispute, DisputeRule, DisputeSession, EscalationTarget, NewDispute } from '../domain/dispute';
import type { Day, Instant } from '../domain/instant';
import type { Role } from '../domain/role';
import { unwrap } from './api-error';
import { readChange, type ChangeResult } from './change-result';
import { createServiceClient, type DatabaseClient } from './clients';
import type { Json } from './database.types';
import { digestOf } from './digest';
import type { Actor } from './incidents';

const json = (value: unknown): Json => value as Json;

/** Who acts: an account, or in the demonstration a role and a unit alone, and when. */
export type DisputeActor = Actor | { readonly role: Role; readonly unitId: string; readonly at: Instant };

/** A dispute to be taken in, with what the server found out. */
export interface DisputeToMake extends Pick<NewDispute, 'kind' | 'parties' | 'source' | 'receivedAt' | 'risk' | 'description'> {
  readonly id: string;
  readonly incidentId: string | null;
  readonly position: readonly [number, number];
  readonly editionId: string;
  readonly wardCode: string;
  readonly dueDay: Day;
  readonly ruleVersion: number;
  /** What makes two sendings of one id the same. */
  readonly said: unknown;
}

/** Takes a dispute in; the same id and content twice make one. */
export async function createDispute(dispute: DisputeToMake, actor: DisputeActor, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  const { id, incidentId, position: [lon, lat], editionId, wardCode, kind, parties, source, receivedAt, risk, dueDay, ruleVersion, description, said } = dispute;
  const row = {
    id, incident_id: incidentId, lon, lat, edition_id: editionId, ward_code: wardCode, kind, parties: json(parties), source, received_at: receivedAt, risk,
    due_day: dueDay, rule_version: ruleVersion,
  };
  const payload = { row, description: description ?? null, digest: digestOf(said), actor: json(actor) };
  return readChange('taking a dispute in', await service.rpc('create_dispute', { payload }));
}

/** One step of a dispute, as the history calls it. */
export type DisputeVerb = 'changed' | 'session_planned' | 'session_held' | 'escalated' | 'settled' | 'handed_over' | 'withdrawn' | 'reopened' | 'extended';

/** A step with what it changes. */
export interface DisputeStep {
  readonly version: number;
  readonly requestId?: string | undefined;
  readonly verb: DisputeVerb;
  readonly changes?: Partial<Pick<Dispute, 'kind' | 'parties' | 'risk' | 'stage' | 'dueDay' | 'extended' | 'ruleVersion' | 'beganAt' | 'handedOverTo' | 'endedOn' | 'followUpDay'>>;
  /** Without a number: a new one. */
  readonly session?: Partial<Pick<DisputeSession, 'number' | 'plannedAt' | 'heldAt' | 'team' | 'outcome'>>;
  readonly escalation?: { readonly to: EscalationTarget };
  readonly words?: { readonly kind: 'note' | 'reason' | 'outcome' | 'next_step'; readonly body: string | undefined };
}

const COLUMNS = {
  kind: 'kind', parties: 'parties', risk: 'risk', stage: 'stage', dueDay: 'due_day', extended: 'extended', ruleVersion: 'rule_version', beganAt: 'began_at',
  handedOverTo: 'handed_over_to', endedOn: 'ended_on', followUpDay: 'follow_up_day', number: 'number', plannedAt: 'planned_at', heldAt: 'held_at', team: 'team', outcome: 'outcome',
} as const;

const toColumns = (given: object): Record<string, Json> =>
  Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[COLUMNS[name as keyof typeof COLUMNS], json(value)]])));

/** Takes one step with a dispute, if nobody changed it since the version the caller saw. */
export async function changeDispute(dispute: string, step: DisputeStep, actor: DisputeActor, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  const { version, requestId, verb, changes = {}, session, escalation, words } = step;
  const payload = {
    dispute, version, verb, actor: json(actor), changes: toColumns(changes),
    ...(requestId === undefined ? {} : { request: requestId }),
    ...(session === undefined ? {} : { session: toColumns(session) }),
    ...(escalation === undefined ? {} : { escalation: { raised_to: escalation.to } }),
    ...(words?.body === undefined ? {} : { words: { kind: words.kind, body: words.body } }),
  };
  return readChange('changing a dispute', await service.rpc('change_dispute', { payload }));
}

/** Writes a new version of the rule, if the caller saw the newest. */
export async function setDisputeRule(version: number, rule: DisputeRule, actor: Actor): Promise<ChangeResult> {
  return readChange('setting the rule of disputes', await createServiceClient().rpc('set_dispute_rule', { payload: { version, rule: json(rule), actor: json(actor) } }));
}

/** Writes down that an account tried what its role may not. */
export async function recordDisputeRefusal(dispute: string, action: string, actor: Actor): Promise<void> {
  const answer = await createServiceClient().rpc('record_dispute_refusal', { dispute, action, actor: json(actor) });
  if (answer.error !== null) unwrap('noting a refusal', answer);
}
