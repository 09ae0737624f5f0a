import type { Incident } from '../domain/incident';
import { dayOf, isInForce, type Day } from '../domain/instant';
import { DEFAULT_DEADLINES, type Deadlines } from '../domain/regulation';
import { findClusterAgreement, type Agreement } from '../rules/agreement';
import type { Detection } from '../rules/decide-lead';
import { listFocusAreaMembers } from '../rules/focus-area';
import { redecideLead, type LeadOverride, type Redecision, type StoredPlace } from '../rules/redecide-lead';
import { nameWard, type EditionBook, type RuleBook } from '../rules/rule-book';
import type { DatabaseClient } from './clients';
import { listClusters } from './clusters';
import { readDossier, type IncidentDossier } from './coordination';
import type { Json } from './database.types';
import { changeIncident, type ChangeResult, type IncidentVerb } from './incident-changes';
import { findIncident, type Actor } from './incidents';

/** What a change is carried out with: the server's own client, and the editions and time zone of the rules. */
export interface ChangeContext {
  readonly service: DatabaseClient;
  readonly rules: RuleBook;
}

/** A change as somebody asks for it. */
export interface WantedChange {
  readonly id: string;
  readonly seenVersion: number | null;
  readonly requestId?: string | undefined;
  readonly change: IncidentVerb;
}

/** How often a new lead is worked out again because the incident changed meanwhile. */
const ATTEMPTS = 5;

/** Carries out a change with the deadlines and, where it moves the lead, the lead that the rules give. */
export async function applyChange(context: ChangeContext, wanted: WantedChange, actor: Actor | null): Promise<ChangeResult> {
  for (let attempt = 1; ; attempt++) {
    const incident = await findIncident(context.service, wanted.id);
    if (incident === undefined) return { kind: 'missing' };
    const book = context.rules.editions.find(({ edition }) => edition.id === incident.editionId);
    if (book === undefined) throw new Error(`incident ${incident.id} lies in edition ${incident.editionId}, which is not loaded`);
    const ward = 'ward' in wanted.change ? wanted.change.ward : undefined;
    if (ward !== undefined && !book.names.has(ward)) return { kind: 'refused', field: 'ward', reason: `there was no ward ${ward} when it occurred` };
    const workedOut = await workOut(context, incident, book, wanted.change);
    const result = await changeIncident({ ...wanted, workedOut }, actor, context.service);
    if (result.kind !== 'stale') return result;
    if (attempt === ATTEMPTS) return { kind: 'conflict' };
  }
}

/** What goes with a change: deadlines in minutes and, where the lead may move, the lead and the version it was worked out on. */
async function workOut(context: ChangeContext, incident: Incident, book: EditionBook, change: IncidentVerb): Promise<Record<string, Json>> {
  const dossier = await readDossier(context.service, incident);
  const agreement = await findAgreementThen(context, incident, dossier.history[0]?.at);
  const minutes: Deadlines = agreement?.regulation.rules.deadlines ?? DEFAULT_DEADLINES;
  if (!movesLead(change)) return { minutes: { ...minutes } };
  const { decision, trace } = redecideLead(storedPlace(incident, agreement, book, dayOf(incident.occurredAt, context.rules.timeZone)), agreement, detectionsAfter(dossier, change), overrideAfter(incident, dossier, change));
  return { minutes: { ...minutes }, computed_on: incident.version, lead: leadColumns(decision, trace) };
}

const movesLead = (change: IncidentVerb): boolean =>
  ['decision', 'withdrawal', 'detection'].includes(change.verb) || (change.verb === 'hand_over' && change.action === 'accept');

const leadColumns = ({ leadCode, reason, assistCodes, onRequestCodes }: Redecision['decision'], trace: Redecision['trace']): Record<string, Json> => ({
  lead_code: leadCode, lead_reason: reason, assist_codes: [...assistCodes], on_request_codes: [...onRequestCodes], lead_trace: trace as unknown as Json[],
});

/** The agreement of the incident's cluster on the day it occurred, as the system knew it when the incident was recorded. */
async function findAgreementThen({ service, rules }: ChangeContext, incident: Incident, recordedAt: string | undefined): Promise<Agreement | null> {
  if (incident.clusterId === null) return null;
  const known = await listClusters(service, recordedAt);
  const cluster = known.find(({ id }) => id === incident.clusterId) ?? rules.clusters.find(({ id }) => id === incident.clusterId);
  const agreement = cluster === undefined ? null : findClusterAgreement(cluster, dayOf(incident.occurredAt, rules.timeZone));
  // The row names the version it was assessed by: the server may have learned of the next one a moment after that was signed.
  const assessedBy = agreement?.cluster.regulations.find(({ version }) => version === incident.regulationVersion);
  return agreement === null || assessedBy === undefined ? agreement : { ...agreement, regulation: assessedBy };
}

function storedPlace(incident: Incident, agreement: Agreement | null, book: EditionBook, day: Day): StoredPlace {
  // An area that was moved keeps its id: its shapes differ by their days.
  const area = agreement?.cluster.focusAreas.find((one) => one.id === incident.focusAreaId && isInForce(one, day));
  return {
    ownership: { status: incident.ownership.status, ownerCode: incident.ownership.owner?.code ?? null },
    neighbours: incident.neighbours, borderZone: incident.borderZone, junction: incident.junction, widthMetres: incident.widthMetres,
    focusAreaId: incident.focusAreaId,
    focusMemberCodes: area === undefined || agreement === null ? [] : listFocusAreaMembers(area, agreement, book.index),
    trace: incident.lead.trace,
    nameOf: (code) => nameWard(book, code),
  };
}

function detectionsAfter({ coordination }: IncidentDossier, change: IncidentVerb): Detection[] {
  const known = coordination.detections.map(({ ward, at, recordedAt }): Detection => ({ wardCode: ward.code, at, notAfter: recordedAt }));
  return change.verb === 'detection' ? [...known, { wardCode: change.ward, at: change.detectedAt }] : known;
}

/** What overrides the rule once the change is made: the newest among a decision in force and the hand-overs accepted. */
function overrideAfter(incident: Incident, { coordination }: IncidentDossier, change: IncidentVerb): LeadOverride | null {
  const now = new Date().toISOString() as Incident['reportedAt'];
  if (change.verb === 'decision') return { kind: 'decision', wardCode: change.ward, at: now };
  const offered = coordination.handOvers.find(({ status }) => status === 'offered');
  if (change.verb === 'hand_over' && offered !== undefined) return { kind: 'handed_over', from: incident.lead.ward?.code ?? null, to: offered.to.code, at: now };
  const decisions = change.verb === 'withdrawal' ? [] : coordination.decisions.filter(({ withdrawnAt }) => withdrawnAt === null);
  const standing: LeadOverride[] = [
    ...decisions.map(({ ward, decidedAt }): LeadOverride => ({ kind: 'decision', wardCode: ward.code, at: decidedAt })),
    ...coordination.handOvers.filter(({ status }) => status === 'accepted').map(({ from, to, answeredAt, offeredAt }): LeadOverride =>
      ({ kind: 'handed_over', from: from?.code ?? null, to: to.code, at: answeredAt ?? offeredAt })),
  ];
  return standing.reduce<LeadOverride | null>((newest, one) => (newest === null || Date.parse(one.at) > Date.parse(newest.at) ? one : newest), null);
}
