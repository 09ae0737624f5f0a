import type { LeadReason } from '../domain/incident';
import type { Agreement } from './agreement';
import type { BorderZone } from './border-zone';

/** A unit's detection of an incident: the ward it serves and when. */
export interface Detection {
  readonly wardCode: string;
  /** Null: nobody said when. */
  readonly at: string | null;
  /** Where nobody said when: the instant at which it was known at the latest. Without it such a detection comes after every timed one. */
  readonly notAfter?: string;
}

/** Who leads an incident, why, and who else takes part. Codes sorted, the lead never among them. */
export interface LeadDecision {
  readonly leadCode: string | null;
  readonly reason: LeadReason;
  /** Wards that assist without being asked. */
  readonly assistCodes: readonly string[];
  /** Wards that assist when the lead asks. */
  readonly onRequestCodes: readonly string[];
  /** Members that detected at the very same instant, when that had to be settled. */
  readonly tiedCodes: readonly string[];
}

/** The wards that take part whoever leads, the lead's own not yet taken out. */
interface Roster {
  readonly bound: readonly string[];
  readonly asked: readonly string[];
}

/**
 * Decides the lead of an incident by the signed coordination rule.
 *
 * Source: the domain text, "Lead" (rule of the Hoa–Đô–Phúc–Vị regulation, 2023): inside a ward the owner leads; in the
 * border zone of a cluster in force the first detecting member leads and the others near assist without being asked. A
 * regulation may let the owner or the standing unit lead there instead, or count the detections of some members only.
 * Limits: a position nobody owns has a lead only in a focus area: its first detecting member, or its standing unit.
 */
export function decideLead(ownerCode: string | null, zone: BorderZone, detections: readonly Detection[]): LeadDecision {
  const roster = rosterOf(ownerCode, zone);
  if (!zone.isBorderZone || (ownerCode === null && zone.agreement === null)) {
    return decision(ownerCode, ownerCode === null ? 'outside' : 'owner', roster);
  }
  if (zone.agreement === null) return decision(ownerCode, 'no_agreement', roster);
  return byRegulation(ownerCode, zone.agreement, roster, detections);
}

/**
 * The decision that puts another ward in the lead, by a commander's word or a hand-over between wards.
 *
 * Limits: whoever would lead by the rule assists as one of those near, or on request when it is not near.
 */
export function overrideLead(ownerCode: string | null, zone: BorderZone, byRule: LeadDecision, leadCode: string, reason: 'decision' | 'handed_over'): LeadDecision {
  const { bound, asked } = rosterOf(ownerCode, zone);
  const replaced = byRule.leadCode === null ? [] : [byRule.leadCode];
  return { ...decision(leadCode, reason, { bound, asked: [...asked, ...replaced] }), tiedCodes: byRule.tiedCodes };
}

function byRegulation(ownerCode: string | null, agreement: Agreement, roster: Roster, detections: readonly Detection[]): LeadDecision {
  switch (agreement.regulation.rules.leadRule) {
    case 'first_detector': return byDetection(ownerCode, agreement, roster, detections);
    case 'owner': return byOwner(ownerCode, roster);
    case 'standing_unit': {
      const chair = agreement.leadWardCode;
      // A chair that has left the cluster speaks for it no more; without one the cluster is back at the owner.
      if (chair === null || !agreement.memberCodes.has(chair)) return byOwner(ownerCode, roster);
      return decision(chair, 'standing_unit', roster);
    }
    default: return agreement.regulation.rules.leadRule satisfies never;
  }
}

function byOwner(ownerCode: string | null, roster: Roster): LeadDecision {
  return decision(ownerCode, ownerCode === null ? 'outside' : 'regulation_owner', roster);
}

function byDetection(ownerCode: string | null, agreement: Agreement, roster: Roster, detections: readonly Detection[]): LeadDecision {
  const first = firstDetectors(detections.filter((one) => doesCount(agreement, one.wardCode)));
  if (first.length === 0) return decision(ownerCode, ownerCode === null ? 'outside' : 'no_member_detected', roster);
  const lead = ownerCode !== null && first.includes(ownerCode) ? ownerCode : (first[0] ?? null);
  return { ...decision(lead, 'first_detector', roster), tiedCodes: first.length > 1 ? first : [] };
}

/** Whether a ward's detection can give it the lead: a member that the regulation lets lead. */
function doesCount({ memberCodes, regulation }: Agreement, wardCode: string): boolean {
  return memberCodes.has(wardCode) && (regulation.rules.mayLead?.includes(wardCode) ?? true);
}

/** Who assists of itself and whom the lead may ask: near members are bound, everybody else near or signed may be asked. */
function rosterOf(ownerCode: string | null, zone: BorderZone): Roster {
  const own = [...(zone.ownerAgreement?.memberCodes ?? [])];
  const near = nearCodes(ownerCode, zone);
  if (!zone.isBorderZone) return { bound: [], asked: ownerCode === null ? near : own };
  const members = zone.agreement?.memberCodes;
  if (members === undefined) return { bound: [], asked: ownerCode === null ? near : [...near, ...own] };
  return { bound: near.filter((code) => members.has(code)), asked: near.filter((code) => !members.has(code)) };
}

/** The wards near the position: owner, neighbours within the width, members that touch its focus area. */
function nearCodes(ownerCode: string | null, zone: BorderZone): string[] {
  const codes = new Set(zone.neighbours.map((one) => one.code));
  for (const code of zone.focusArea?.memberCodes ?? []) codes.add(code);
  if (ownerCode !== null) codes.add(ownerCode);
  return [...codes];
}

/** The wards of the earliest detection, smallest code first; several when they detected at the same instant. */
function firstDetectors(detections: readonly Detection[]): string[] {
  const instant = ({ at, notAfter }: Detection): number => {
    const latest = at ?? notAfter;
    return latest === undefined ? Number.POSITIVE_INFINITY : Date.parse(latest);
  };
  const earliest = detections.reduce((min, one) => Math.min(min, instant(one)), Number.POSITIVE_INFINITY);
  return [...new Set(detections.filter((one) => instant(one) === earliest).map((one) => one.wardCode))].sort();
}

function decision(leadCode: string | null, reason: LeadReason, { bound, asked }: Roster): LeadDecision {
  const others = (codes: readonly string[]): string[] => [...new Set(codes)].filter((code) => code !== leadCode).sort();
  return {
    leadCode, reason, assistCodes: others(bound),
    onRequestCodes: others(asked.filter((code) => !bound.includes(code))), tiedCodes: [],
  };
}
