import type { WardName } from '../domain/boundary';
import type { Incident, LeadTraceStep } from '../domain/incident';
import type { LocateAnswer } from '../domain/locate';
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

function formatNeighbours(neighbours: LocateAnswer['neighbours'], phrases: LocatePhrases, language: Language): string | null {
  if (neighbours.length === 0) return null;
  const named = neighbours
    .slice(0, NAMED_NEIGHBOURS)
    .map((ward) => phrases.distance(formatWardInSentence(ward.name, language), formatMetres(ward.distanceMetres, language)));
  const rest = neighbours.length - named.length;
  return phrases.neighbours(rest > 0 ? [...named, phrases.more(formatCount(rest, language))] : named);
}

function formatZone(zone: { borderZone: boolean; junction: boolean; widthMetres: number; focusName: string | null }, phrases: LocatePhrases, language: Language): string {
  const width = formatMetres(zone.widthMetres, language);
  if (!zone.borderZone) return phrases.notBorderZone(width);
  const parts = [phrases.borderZone(width)];
  if (zone.junction) parts.push(phrases.junction);
  if (zone.focusName !== null) parts.push(phrases.focusArea(zone.focusName));
  return parts.join(', ');
}

function formatAgreement(lead: Lead, phrases: LocatePhrases): string {
  const cluster = findStep(lead, 'cluster');
  return cluster === undefined ? '' : ` (${phrases.agreement(cluster.regulationVersion, cluster.name)})`;
}

/**
 * Who leads and why, as one clause; `hypothetical` words a detection that has not happened yet.
 *
 * Limits: prose only; the reason itself stays in `lead.reason` and `lead.trace`.
 */
export function formatLead(lead: Lead, language: Language, hypothetical: boolean): string {
  const phrases = LOCATE_PHRASES[language];
  if (lead.ward === null) return phrases.noLead;
  const name = formatWardInSentence(lead.ward.name, language);
  const assists = lead.assists.length === 0 ? '' : `, ${phrases.assist(formatCount(lead.assists.length, language), namesOf(lead.assists, language))}`;
  switch (lead.reason) {
    case 'owner':
      return phrases.ownerLeads(name);
    case 'first_detector': {
      const tie = findStep(lead, 'tie');
      const cause = tie === undefined ? (hypothetical ? phrases.ifDetects(name) : phrases.detected(name)) : phrases.tie(namesOf(tie.wards, language));
      return `${cause} → ${phrases.leads(name)}${assists}${formatAgreement(lead, phrases)}`;
    }
    case 'no_member_detected':
      return `${phrases.noMemberDetected} → ${phrases.leadsAsOwner(name)}${assists}${formatAgreement(lead, phrases)}`;
    case 'no_agreement': {
      const pair = findStep(lead, 'no_cluster')?.pair ?? [];
      return `${phrases.noAgreement(namesOf(pair, language))} → ${phrases.leadsAsOwner(name)}`;
    }
    case 'decision':
      return `${phrases.decision} → ${phrases.leads(name)}${assists}`;
    case 'outside':
      return phrases.noLead;
    default:
      return lead.reason satisfies never;
  }
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

/** The same sentence for a recorded incident: what was, not what would be. */
export function formatIncidentSentence(incident: Incident, language: Language): string {
  const phrases = LOCATE_PHRASES[language];
  const zone = { ...incident, focusName: findStep(incident.lead, 'focus_area')?.name ?? null };
  const parts = [
    formatOwner(incident.ownership, phrases, language),
    formatNeighbours(incident.neighbours, phrases, language),
    incident.ownership.owner === null ? null : formatZone(zone, phrases, language),
    formatLead(incident.lead, language, false),
  ];
  return `${parts.filter((part) => part !== null).join('; ')}.`;
}
