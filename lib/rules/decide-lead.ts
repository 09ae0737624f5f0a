import type { LeadReason } from '../domain/incident';
import type { BorderZone } from './border-zone';

/** A unit's detection of an incident: the ward it serves and when; null time = not recorded, after every recorded one. */
export interface Detection {
  readonly wardCode: string;
  readonly at: string | null;
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

/**
 * Decides the lead of an incident by the signed coordination rule.
 *
 * Source: the domain text, "Lead" (rule of the Hoa–Đô–Phúc–Vị regulation, 2023): inside a ward the owner leads; in the
 * border zone of a cluster in force the first detecting member leads and the others near assist without being asked.
 * Limits: a position nobody owns has a lead only where a focus area's member detected the incident first.
 */
export function decideLead(ownerCode: string | null, zone: BorderZone, detections: readonly Detection[]): LeadDecision {
  if (!zone.isBorderZone || (ownerCode === null && zone.agreement === null)) return byOwnership(ownerCode, zone);
  if (zone.agreement === null) return decision(ownerCode, 'no_agreement', [], [...nearCodes(ownerCode, zone), ...askable(zone)]);

  const members = zone.agreement.memberCodes;
  const first = firstDetectors(detections.filter((one) => members.has(one.wardCode)));
  const near = nearCodes(ownerCode, zone);
  const bound = near.filter((code) => members.has(code));
  const unbound = near.filter((code) => !members.has(code));
  if (first.length === 0) return decision(ownerCode, ownerCode === null ? 'outside' : 'no_member_detected', bound, unbound);
  const lead = ownerCode !== null && first.includes(ownerCode) ? ownerCode : (first[0] ?? null);
  return decision(lead, 'first_detector', bound, unbound, first.length > 1 ? first : []);
}

function byOwnership(ownerCode: string | null, zone: BorderZone): LeadDecision {
  if (ownerCode === null) return decision(null, 'outside', [], zone.neighbours.map((one) => one.code));
  return decision(ownerCode, 'owner', [], askable(zone));
}

/** Whom the owner may ask for help by its own agreement. */
function askable(zone: BorderZone): string[] {
  return [...(zone.ownerAgreement?.memberCodes ?? [])];
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
  const instant = ({ at }: Detection): number => (at === null ? Number.POSITIVE_INFINITY : Date.parse(at));
  const earliest = detections.reduce((min, one) => Math.min(min, instant(one)), Number.POSITIVE_INFINITY);
  return [...new Set(detections.filter((one) => instant(one) === earliest).map((one) => one.wardCode))].sort();
}

function decision(
  leadCode: string | null,
  reason: LeadReason,
  assists: readonly string[],
  onRequest: readonly string[],
  tiedCodes: readonly string[] = [],
): LeadDecision {
  const others = (codes: readonly string[]): string[] => [...new Set(codes)].filter((code) => code !== leadCode).sort();
  return { leadCode, reason, assistCodes: others(assists), onRequestCodes: others(onRequest), tiedCodes };
}
