import { z } from 'zod';
import { DISPUTE_KINDS, DISPUTE_RISKS, DISPUTE_SOURCES, ESCALATION_TARGETS, HAND_OVER_TARGETS, PARTY_ROLES, SESSION_OUTCOMES } from '../../domain/dispute';
import { dayOf, instantSchema, type Day, type Instant } from '../../domain/instant';
import { findOwner } from '../../geo/locate-ward';
import { dueDayOf } from '../../rules/dispute-clock';
import { findDayRules, type RuleBook } from '../../rules/rule-book';
import type { ChangeResult } from '../change-result';
import type { DatabaseClient } from '../clients';
import { changeDispute, createDispute, type DisputeActor, type DisputeStep } from '../dispute-changes';
import { findDispute, listDisputeRules } from '../disputes';
import { findIncident } from '../incidents';
import { loadRuleBook } from '../rule-book';
import { readJson } from './read-json';
import type { SeedOptions } from './seed-database';

const moment = { at: instantSchema.optional(), hoursAgo: z.number().min(0).optional() };
const words = z.string();
const stepSchema = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('session_held'), ...moment, outcome: z.enum(SESSION_OUTCOMES), team: z.string(), words: words.optional() }),
  z.object({ verb: z.literal('escalated'), ...moment, to: z.enum(ESCALATION_TARGETS), words }),
  z.object({ verb: z.literal('handed_over'), ...moment, to: z.enum(HAND_OVER_TARGETS), words }),
  z.object({ verb: z.literal('settled'), ...moment, words, followUpDays: z.number().nullable() }),
  z.object({ verb: z.literal('withdrawn'), ...moment, words }),
]);
const fileSchema = z.object({
  disputes: z.array(z.object({
    id: z.uuid(), incidentId: z.uuid(), kind: z.enum(DISPUTE_KINDS), parties: z.array(z.object({ role: z.enum(PARTY_ROLES), count: z.number() })), source: z.enum(DISPUTE_SOURCES),
    risk: z.enum(DISPUTE_RISKS), received: z.object(moment), description: z.string(), steps: z.array(stepSchema),
  })),
});
type DemoDispute = z.output<typeof fileSchema>['disputes'][number];
type DemoStep = DemoDispute['steps'][number];
type Moment = DemoDispute['received'];

const HOUR_MS = 3_600_000;
/** An open dispute's moments are told back from the load: the board of a demonstration is of its own day. */
const instantAt = ({ at, hoursAgo = 0 }: Moment, nowMs: number): Instant => at ?? (new Date(nowMs - hoursAgo * HOUR_MS).toISOString() as Instant);

function toStep(step: DemoStep, version: number, at: Instant, timeZone: string): DisputeStep {
  const endedOn = dayOf(at, timeZone);
  const reason = { kind: 'reason' as const, body: step.words };
  switch (step.verb) {
    case 'session_held': return { version, verb: step.verb, session: { heldAt: at, team: step.team, outcome: step.outcome }, words: { kind: 'next_step', body: step.words } };
    case 'escalated': return { version, verb: step.verb, escalation: { to: step.to }, words: reason };
    case 'handed_over': return { version, verb: step.verb, changes: { stage: 'handed_over', handedOverTo: step.to, endedOn }, words: reason };
    case 'withdrawn': return { version, verb: step.verb, changes: { stage: 'withdrawn', endedOn }, words: reason };
    case 'settled': {
      const followUpDay = step.followUpDays === null ? null : (dayOf(new Date(Date.parse(at) + step.followUpDays * 24 * HOUR_MS).toISOString(), timeZone) as Day);
      return { version, verb: step.verb, changes: { stage: 'settled', endedOn, followUpDay }, words: { kind: 'outcome', body: step.words } };
    }
  }
}

function mustBeDone(what: string, result: ChangeResult): void {
  if (result.kind !== 'done') throw new Error(`${what}: ${JSON.stringify(result)}`);
}

/** Loads one with what happened to it; what a broken-off load wrote stays, and it goes on from there. */
async function loadDispute(service: DatabaseClient, dispute: DemoDispute, rules: RuleBook, nowMs: number): Promise<void> {
  const { id, incidentId, received, steps, ...facts } = dispute;
  const incident = await findIncident(service, incidentId);
  if (incident === undefined) throw new Error(`the demonstration has no incident ${incidentId}`);
  const receivedAt = instantAt(received, nowMs);
  const book = findDayRules(rules, receivedAt)?.book;
  const wardCode = book === undefined ? null : findOwner(book.index, incident.position).ownerCode;
  const rule = (await listDisputeRules(service)).at(-1);
  if (book === undefined || wardCode === null || rule === undefined) throw new Error(`the dispute of incident ${incidentId} lies in no ward on ${receivedAt}`);
  const actor = (at: Instant): DisputeActor => ({ role: 'officer', unitId: `${book.edition.id}:${wardCode}`, at });
  const dueDay = dueDayOf(dayOf(receivedAt, rules.timeZone), facts.risk, rule.rule);
  const made = { ...facts, id, incidentId, position: incident.position, editionId: book.edition.id, wardCode, receivedAt, dueDay, ruleVersion: rule.version, said: dispute };
  mustBeDone(`dispute ${id}`, await createDispute(made, actor(receivedAt), service));
  const known = await findDispute(service, id);
  // Each step made a version.
  for (let version = known?.version ?? 1; version <= steps.length; version++) {
    const step = steps[version - 1];
    if (step === undefined) break;
    const at = instantAt(step, nowMs);
    mustBeDone(`step ${String(version)} of ${id}`, await changeDispute(id, toStep(step, version, at, rules.timeZone), actor(at), service));
  }
}

/** Loads the disputes of the demonstration; what is there already stays. `nowMs`: when, since open ones are dated back from it. */
export async function seedDisputes({ service, dataFolder, say }: SeedOptions, nowMs: number): Promise<void> {
  const content = readJson(dataFolder, 'demo/disputes.json', null);
  if (content === null) return;
  const { disputes } = fileSchema.parse(content);
  const rules = await loadRuleBook(service);
  for (const dispute of disputes) await loadDispute(service, dispute, rules, nowMs);
  say(`demonstration disputes: ${String(disputes.length)} (simulated)`);
}
