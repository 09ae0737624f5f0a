import { z } from 'zod';
import { ASSIST_BASES, ASSIST_STATUSES, HAND_OVER_STATUSES, type Coordination } from '../domain/coordination';
import type { Incident } from '../domain/incident';
import type { Instant } from '../domain/instant';
import type { Deadlines } from '../domain/regulation';
import { listClockReadings } from '../rules/coordination-clock';
import { unwrap } from './api-error';
import type { DatabaseClient } from './clients';
import { readWardNames, type WardNaming } from './editions';
import { instantOf } from './instant-of';

/** One entry of an incident's history. */
export interface HistoryEntry {
  readonly id: number;
  readonly at: Instant;
  readonly actorRole: string | null;
  readonly actorUnit: string | null;
  readonly kind: string;
  /** What changed, before: columns, and what changed beside them (`assist`, `assists`, `handOver`); null for the first entry. */
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  /** What was said in words; null without or for a reader who may not read free text. */
  readonly remark: string | null;
}

const at = z.string().transform((text) => instantOf(text));
const values = z.record(z.string(), z.unknown()).nullable();
const answerSchema = z.object({
  detections: z.array(z.object({ ward: z.string(), at: at.nullable(), recordedAt: at })),
  assists: z.array(z.object({
    ward: z.string(), basis: z.enum(ASSIST_BASES), status: z.enum(ASSIST_STATUSES), version: z.number(),
    askedAt: at, answeredAt: at.nullable(), finishedAt: at.nullable(), dueAt: at.nullable(), note: z.string().nullable(),
  })),
  handOvers: z.array(z.object({
    from: z.string().nullable(), to: z.string(), status: z.enum(HAND_OVER_STATUSES), version: z.number(),
    offeredAt: at, answeredAt: at.nullable(), dueAt: at.nullable(), reason: z.string().nullable(), answer: z.string().nullable(),
  })),
  decisions: z.array(z.object({
    ward: z.string(), decidedAt: at, withdrawnAt: at.nullable(), reason: z.string().nullable(), withdrawalReason: z.string().nullable(),
  })),
  outcome: z.string().nullable(),
  clock: z.object({ leadSince: at.nullable(), confirmDueAt: at.nullable(), resolveDueAt: at.nullable(), returnDueAt: at.nullable() }).nullable(),
  history: z.array(z.object({
    id: z.number(), at, actorRole: z.string().nullable(), actorUnit: z.string().nullable(), kind: z.string(),
    before: values, after: values, remark: z.string().nullable(),
  })),
});
type Answer = z.output<typeof answerSchema>;

/** An incident's coordination and history as the client may see them. */
export interface IncidentDossier {
  readonly coordination: Coordination;
  readonly history: readonly HistoryEntry[];
}

/** The stored deadlines count, whatever the regulation says by now: none is filled in for a step that has none. */
const NO_DEADLINES: Deadlines = { confirm_lead: null, acknowledge_assist: null, hand_over: null, resolve: null, return_outcome: null };

function toCoordination(answer: Answer, incident: Incident, nameOf: WardNaming): Coordination {
  const named = (code: string) => nameOf(incident.editionId, code);
  const assists = answer.assists.map((one) => ({ ...one, ward: named(one.ward) }));
  const handOvers = answer.handOvers.map((one) => ({ ...one, from: one.from === null ? null : named(one.from), to: named(one.to) }));
  const isOpen = incident.status === 'reported' || incident.status === 'in_progress';
  const closing = answer.history.findLast(({ kind, after }) => kind === 'status' && after?.['status'] === 'closed');
  // What was over when it came has no clock: nobody knows when its steps were taken.
  const isTimed = isOpen || incident.resolvedAt !== null || closing !== undefined;
  const clock = !isTimed ? [] : listClockReadings({
    reportedAt: answer.clock?.leadSince ?? incident.reportedAt,
    lead: incident.lead.ward, leadConfirmedAt: incident.leadConfirmedAt, resolvedAt: incident.resolvedAt,
    outcomeReturnedAt: incident.outcomeReturnedAt, closedAt: isOpen ? null : (closing?.at ?? null),
    assists, handOvers, deadlines: NO_DEADLINES,
    setDue: { confirm_lead: answer.clock?.confirmDueAt ?? null, resolve: answer.clock?.resolveDueAt ?? null },
  });
  return {
    detections: answer.detections.map((one) => ({ ...one, ward: named(one.ward) })),
    assists, handOvers,
    decisions: answer.decisions.map((one) => ({ ...one, ward: named(one.ward) })),
    clock: clock.map((one) => (one.step === 'return_outcome' ? { ...one, dueAt: answer.clock?.returnDueAt ?? null } : one)),
    outcome: isOpen ? null : answer.outcome,
  };
}

const listWards = (answer: Answer): string[] => [
  ...answer.detections.map(({ ward }) => ward), ...answer.assists.map(({ ward }) => ward), ...answer.decisions.map(({ ward }) => ward),
  ...answer.handOvers.flatMap(({ from, to }) => (from === null ? [to] : [from, to])),
];

async function readAnswer(client: DatabaseClient, incidentId: string): Promise<Answer> {
  return answerSchema.parse(unwrap('coordination', await client.rpc('read_coordination', { incident: incidentId })));
}

/** The history of an incident, oldest entry first; empty for a viewer. */
export async function listHistory(client: DatabaseClient, incidentId: string): Promise<readonly HistoryEntry[]> {
  return (await readAnswer(client, incidentId)).history;
}

/** The coordination of an incident that the client may see, and its history, oldest entry first (empty for a viewer). */
export async function readDossier(client: DatabaseClient, incident: Incident): Promise<IncidentDossier> {
  const answer = await readAnswer(client, incident.id);
  const nameOf = await readWardNames(client, new Set(listWards(answer).map((code) => `${incident.editionId}/${code}`)));
  return { coordination: toCoordination(answer, incident, nameOf), history: answer.history };
}
