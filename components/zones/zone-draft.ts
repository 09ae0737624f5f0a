import { daySchema, type Day } from '@/lib/domain/instant';
import type { Zone, ZoneGeometry, ZoneKind, ZoneStatus } from '@/lib/domain/zone';

/** A zone as it is being written. */
export interface ZoneDraft {
  readonly name: string;
  readonly kind: ZoneKind;
  readonly status: ZoneStatus;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
  readonly evidence: string;
  readonly remark: string;
}

/** What can be wrong with a draft before it is sent. */
export type ZoneFault = 'missingName' | 'missingFrom' | 'order' | 'missingShape';

/** The draft of a new zone, or of one that exists. */
export function toZoneDraft(zone: Zone | null, today: Day): ZoneDraft {
  if (zone === null) return { name: '', kind: 'hotspot', status: 'draft', validFrom: today, validTo: null, evidence: '', remark: '' };
  const { name, kind, status, validFrom, validTo, evidence } = zone;
  return { name, kind, status, validFrom, validTo, evidence: evidence ?? '', remark: '' };
}

/** What is wrong with a draft; nothing when it can be sent. */
export function listZoneFaults({ name, validFrom, validTo }: ZoneDraft, geometry: ZoneGeometry | null): ReadonlySet<ZoneFault> {
  return new Set<ZoneFault>([
    ...(name.trim() === '' ? (['missingName'] as const) : []), ...(validFrom === null ? (['missingFrom'] as const) : []),
    ...(validFrom !== null && validTo !== null && validTo < validFrom ? (['order'] as const) : []), ...(geometry === null ? (['missingShape'] as const) : []),
  ]);
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Body of `POST /api/zones`. */
export function toNewZone(draft: ZoneDraft, geometry: ZoneGeometry, editionId: string, id: string) {
  const { name, kind, status, validFrom, validTo, evidence } = draft;
  return { id, name: name.trim(), kind, status, geometry, editionId, validFrom, validTo, evidence: orNull(evidence) };
}

/** Body of `PATCH /api/zones/{id}`: only what differs from what the editor saw. */
export function toZoneChange(draft: ZoneDraft, geometry: ZoneGeometry, seen: Zone) {
  const { name, kind, status, validFrom, validTo, evidence, remark } = draft;
  const isSame = JSON.stringify(geometry) === JSON.stringify(seen.geometry);
  return {
    version: seen.version,
    ...(name.trim() === seen.name ? {} : { name: name.trim() }), ...(kind === seen.kind ? {} : { kind }), ...(status === seen.status ? {} : { status }),
    ...(validFrom === null || validFrom === seen.validFrom ? {} : { validFrom }), ...(validTo === seen.validTo ? {} : { validTo }),
    ...(orNull(evidence) === seen.evidence ? {} : { evidence: orNull(evidence) }), ...(isSame ? {} : { geometry }), ...(remark.trim() === '' ? {} : { remark: remark.trim() }),
  };
}

/** A day of a text; null when it is none. */
export function readDay(text: string | null): Day | null {
  const parsed = daySchema.safeParse(text);
  return parsed.success ? parsed.data : null;
}
