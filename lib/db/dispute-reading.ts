import { z } from 'zod';
import { DISPUTE_KINDS, DISPUTE_RISKS, DISPUTE_SOURCES, DISPUTE_STAGES, disputeRuleSchema, ESCALATION_TARGETS, HAND_OVER_TARGETS, PARTY_ROLES, SESSION_OUTCOMES, type Dispute } from '../domain/dispute';
import type { Day } from '../domain/instant';
import { ROLES } from '../domain/role';
import type { WardNaming } from './editions';
import { instantOf } from './instant-of';

const instant = z.string().transform(instantOf);
const day = z.string().transform((text) => text as Day);

/** A row of `list_disputes`. */
export const disputeRowSchema = z.object({
  id: z.string(), version: z.number(), incident_id: z.string().nullable(), lon: z.number(), lat: z.number(), edition_id: z.string(), ward_code: z.string(),
  kind: z.enum(DISPUTE_KINDS), parties: z.array(z.object({ role: z.enum(PARTY_ROLES), count: z.number() })), source: z.enum(DISPUTE_SOURCES),
  risk: z.enum(DISPUTE_RISKS), stage: z.enum(DISPUTE_STAGES), received_at: instant, began_at: instant, due_day: day, due_at: instant, extended: z.boolean(),
  rule_version: z.number(), rule: disputeRuleSchema, handed_over_to: z.enum(HAND_OVER_TARGETS).nullable(), ended_on: day.nullable(), follow_up_day: day.nullable(),
  description: z.string().nullable(), outcome: z.string().nullable(), changed_at: instant,
  sessions: z.array(z.object({
    number: z.number(), planned_at: instant.nullable(), held_at: instant.nullable(), team: z.string(), outcome: z.enum(SESSION_OUTCOMES).nullable(), next_step: z.string().nullable(),
  })),
  escalations: z.array(z.object({ raised_to: z.enum(ESCALATION_TARGETS), at: instant, by_role: z.enum(ROLES).nullable(), by_unit: z.string().nullable(), reason: z.string().nullable() })),
});
type DisputeRow = z.output<typeof disputeRowSchema>;

/** A row as the domain knows it. */
export function toDispute(row: DisputeRow, nameOf: WardNaming): Dispute {
  return {
    id: row.id, version: row.version, incidentId: row.incident_id, position: [row.lon, row.lat], editionId: row.edition_id, ward: nameOf(row.edition_id, row.ward_code),
    kind: row.kind, parties: row.parties, source: row.source, risk: row.risk, stage: row.stage, receivedAt: row.received_at, beganAt: row.began_at,
    dueDay: row.due_day, dueAt: row.due_at, extended: row.extended, ruleVersion: row.rule_version, rule: row.rule, handedOverTo: row.handed_over_to,
    endedOn: row.ended_on, followUpDay: row.follow_up_day, description: row.description, outcome: row.outcome, changedAt: row.changed_at,
    sessions: row.sessions.map(({ number, planned_at, held_at, team, outcome, next_step }) => ({ number, plannedAt: planned_at, heldAt: held_at, team, outcome, nextStep: next_step })),
    escalations: row.escalations.map(({ raised_to, at, by_role, by_unit, reason }) => ({ to: raised_to, at, byRole: by_role, byUnit: by_unit, reason })),
  };
}
