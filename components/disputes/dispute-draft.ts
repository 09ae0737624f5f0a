import { PARTY_ROLES, type DisputeKind, type DisputeRisk, type DisputeSource, type NewDispute, type PartyRole } from '@/lib/domain/dispute';
import { parseLocalInput } from '@/lib/format/format-instant';
import { parseCoordinates } from '@/lib/view/parse-coordinates';

/** A dispute as it is being written. */
export interface DisputeDraft {
  readonly place: string;
  readonly kind: DisputeKind;
  readonly parties: readonly { readonly role: PartyRole; readonly count: string }[];
  readonly source: DisputeSource;
  /** `YYYY-MM-DDTHH:mm` in Viet Nam's time. */
  readonly received: string;
  readonly risk: DisputeRisk;
  readonly description: string;
}

/** An empty draft, received at a moment. */
export const startDispute = (received: string): DisputeDraft =>
  ({ place: '', kind: 'neighbours', parties: [{ role: 'neighbour', count: '2' }], source: 'mediation_team', received, risk: 'medium', description: '' });

/** The first role that is not in use yet, for one more party. */
export function nextRole(parties: DisputeDraft['parties']): PartyRole | null {
  return PARTY_ROLES.find((role) => !parties.some((one) => one.role === role)) ?? null;
}

export type DisputeFault = 'place' | 'parties' | 'received';

const countOf = (text: string): number => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN);

/** What a draft lacks; the place of an incident is its own. */
export function listDisputeFaults({ place, parties, received }: DisputeDraft, incident: string | null): ReadonlySet<DisputeFault> {
  const counts = parties.map(({ count }) => countOf(count));
  const isSound = counts.every((count) => count >= 1 && count <= 200) && counts.reduce((sum, count) => sum + count, 0) >= 2 && new Set(parties.map(({ role }) => role)).size === parties.length;
  return new Set<DisputeFault>([
    ...(incident === null && parseCoordinates(place) === null ? ['place' as const] : []), ...(isSound ? [] : ['parties' as const]), ...(parseLocalInput(received) === null ? ['received' as const] : []),
  ]);
}

/** The request of a draft without faults. */
export function toNewDispute({ place, kind, parties, source, received, risk, description }: DisputeDraft, incident: string | null, id: string): Partial<NewDispute> {
  const [lon, lat] = parseCoordinates(place) ?? [];
  const receivedAt = parseLocalInput(received);
  return {
    id, kind, source, risk, parties: parties.map(({ role, count }) => ({ role, count: countOf(count) })), ...(receivedAt === null ? {} : { receivedAt }),
    ...(incident !== null ? { incidentId: incident } : lon === undefined || lat === undefined ? {} : { lon, lat }), ...(description.trim() === '' ? {} : { description: description.trim() }),
  };
}
