import type { WardName } from '../domain/boundary';
import type { Incident, LeadTraceStep } from '../domain/incident';
import type { LocateAnswer } from '../domain/locate';
import { formatInstant } from '../format/format-instant';
import { formatCount, formatMetres } from '../format/format-number';
import { formatWardInSentence } from '../format/format-ward-name';
import type { Language } from '../format/language';
import { LOCATE_PHRASES, type LocatePhrases } from './locate-phrases';

type Ownership = Pick<LocateAnswer, 'status' | 'owner' | 'candidates'>;
type Lead = LocateAnswer['lead'];

/** Neighbours named in full before the rest becomes a number. */
const NAMED_NEIGHBOURS = 4;

const findStep = <K extends LeadTraceStep['kind']>(lead: Lead, kind: K) =>
  lead.trace.find((step): step is Extract<LeadTraceStep, { kind: K }> => step.kind === kind);

const namesOf = (wards: readonly WardName[], language: Language): string =>
  wards.map((ward) => formatWardInSentence(ward.name, language)).join(', ');

function formatOwner({ status, owner, candidates }: Ownership, phrases: LocatePhrases, language: Language): string {
  if (owner === null || status === 'outside') return phrases.outside;
  const name = formatWardInSentence(owner.name, language);
  switch (status) {
    case 'inside':
      return phrases.inside(name);
    case 'on_border':
      return phrases.onBorder(namesOf(candidates, language), name);
    case 'overlap':
      return phrases.overlap(namesOf(candidates, language), name);
    case 'gap':
      return phrases.gap(name);
    default:
      return status satisfies never;
  }
}

function formatNeighbours(neighbours: LocateAnswer['neighbours'], phrases: LocatePhrases, language: Language, recorded = false): string | null {
  if (neighbours.length === 0) return null;
  const [distance, all] = recorded ? [phrases.borderDistance, phrases.borders] : [phrases.distance, phrases.neighbours];
  const named = neighbours
    .slice(0, NAMED_NEIGHBOURS)
    .map((ward) => distance(formatWardInSentence(ward.name, language), formatMetres(ward.distanceMetres, language)));
  const rest = neighbours.length - named.length;
  return all(rest > 0 ? [...named, phrases.more(formatCount(rest, language))] : named);
}

function formatZone(zone: { borderZone: boolean; junction: boolean; widthMetres: number; focusName: string | null }, phrases: LocatePhrases, language: Language): string {
  const width = formatMetres(zone.widthMetres, language);
  if (!zone.borderZone) return phrases.notBorderZone(width);
  const parts = [phrases.borderZone(width)];
  if (zone.junction) parts.push(phrases.junction);
  if (zone.focusName !== null) parts.push(phrases.focusArea(zone.focusName));
  return parts.join(', ');
}

/** What made the lead the lead; null where ownership alone did. `when`: how the first detection is worded. */
function formatCause(lead: Lead, language: Language, when: (ward: string) => string): string | null {
  const phrases = LOCATE_PHRASES[language];
  const rule = findStep(lead, 'lead_rule');
  switch (lead.reason) {
    case 'owner':
    case 'outside':
      return null;
    case 'first_detector': {
      const tie = findStep(lead, 'tie');
      return tie === undefined ? when(wardOf(lead, language)) : phrases.tie(namesOf(tie.wards, language));
    }
    case 'no_member_detected':
      return rule === undefined || rule.mayLead === null ? phrases.noMemberDetected : phrases.noEntitledDetected(namesOf(rule.mayLead, language));
    case 'no_agreement':
      return phrases.noAgreement(namesOf(findStep(lead, 'no_cluster')?.pair ?? [], language));
    case 'regulation_owner':
      return rule?.rule === 'standing_unit' ? phrases.noStandingUnit : phrases.regulationOwner;
    case 'standing_unit':
      return phrases.standingUnit;
    case 'decision':
      return phrases.decision;
    case 'handed_over': {
      const from = findStep(lead, 'handed_over')?.from ?? null;
      return phrases.handedOver(from === null ? null : formatWardInSentence(from.name, language));
    }
    default:
      return lead.reason satisfies never;
  }
}

const wardOf = ({ ward }: Lead, language: Language): string => (ward === null ? '' : formatWardInSentence(ward.name, language));

/** Reasons by which the owner leads because it is the owner, and is called so. */
const BY_OWNERSHIP: ReadonlySet<Lead['reason']> = new Set(['no_member_detected', 'no_agreement', 'regulation_owner']);

/** "Detected first → leads", without who assists; the lead must not be null. */
function formatLeadAlone(lead: Lead, language: Language, when: (ward: string) => string): string {
  const phrases = LOCATE_PHRASES[language];
  const cause = formatCause(lead, language, when);
  const name = wardOf(lead, language);
  if (cause === null) return phrases.ownerLeads(name);
  return `${cause} → ${BY_OWNERSHIP.has(lead.reason) ? phrases.leadsAsOwner(name) : phrases.leads(name)}`;
}

/**
 * Who leads and why, as one clause; `hypothetical` words a detection that has not happened yet.
 *
 * Limits: prose only; the reason itself stays in `lead.reason` and `lead.trace`.
 */
export function formatLead(lead: Lead, language: Language, hypothetical: boolean): string {
  const phrases = LOCATE_PHRASES[language];
  if (lead.ward === null) return phrases.noLead;
  const cluster = findStep(lead, 'cluster');
  return [
    formatLeadAlone(lead, language, hypothetical ? phrases.ifDetects : phrases.detected),
    lead.assists.length === 0 ? '' : `, ${phrases.assist(formatCount(lead.assists.length, language), namesOf(lead.assists, language))}`,
    cluster === undefined ? '' : ` (${phrases.agreement(cluster.regulationVersion, cluster.name)})`,
  ].join('');
}

/** The clauses about the lead of a recorded incident: the detection with its time, how many assist, the regulation by its version. */
function recordedLeadClauses({ lead, occurredAt }: Incident, language: Language): string[] {
  const phrases = LOCATE_PHRASES[language];
  if (lead.ward === null) return [phrases.noLead];
  const { code } = lead.ward;
  const at = lead.trace.find((step) => step.kind === 'detected' && step.ward.code === code);
  const when = (ward: string): string =>
    at?.kind !== 'detected' || at.at === null ? phrases.detected(ward) : phrases.detectedAt(ward, formatTimeBeside(at.at, occurredAt));
  const assists = lead.assists.length === 0 ? '' : `, ${phrases.assistCount(formatCount(lead.assists.length, language))}`;
  const cluster = findStep(lead, 'cluster');
  return [`${formatLeadAlone(lead, language, when)}${assists}`, ...(cluster === undefined ? [] : [phrases.regulation(cluster.regulationVersion)])];
}

/** The time of day, with its date only when that is not the incident's. */
function formatTimeBeside(at: string, occurredAt: string): string {
  const text = formatInstant(at);
  return text.slice(6) === formatInstant(occurredAt).slice(6) ? text.slice(0, 5) : text;
}

/** One sentence about a position: owner, neighbours in metres, border zone or not, who would lead and why. Ward names are short and in NFC. */
export function formatLocate(answer: LocateAnswer, language: Language): string {
  return `${[...placeClauses(answer, language), formatLead(answer.lead, language, true)].join('; ')}.`;
}

/** The first half of that sentence: owner, neighbours, border zone or not; nothing about the lead. */
export function formatPlace(answer: LocateAnswer, language: Language): string {
  return `${placeClauses(answer, language).join('; ')}.`;
}

function placeClauses(answer: LocateAnswer, language: Language): string[] {
  const phrases = LOCATE_PHRASES[language];
  const zone = { ...answer, focusName: answer.focusArea?.name ?? null };
  const neighbours = formatNeighbours(answer.neighbours, phrases, language);
  return [
    formatOwner(answer, phrases, language), ...(neighbours === null ? [] : [neighbours]),
    ...(answer.owner === null ? [] : [formatZone(zone, phrases, language)]),
  ];
}

/**
 * The reasoning behind a recorded incident's lead, as a line to stand beside other facts: small first letter, no full stop.
 *
 * Limits: assisting wards are counted, not named; `incident.lead.assists` names them.
 */
export function formatIncidentSentence(incident: Incident, language: Language): string {
  const phrases = LOCATE_PHRASES[language];
  const zone = { ...incident, focusName: findStep(incident.lead, 'focus_area')?.name ?? null };
  const neighbours = formatNeighbours(incident.neighbours, phrases, language, true);
  const sentence = [
    formatOwner(incident.ownership, phrases, language),
    ...(neighbours === null ? [] : [neighbours]),
    ...(incident.ownership.owner === null ? [] : [formatZone(zone, phrases, language)]),
    ...recordedLeadClauses(incident, language),
  ].join('; ');
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
