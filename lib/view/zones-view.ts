import { ZONE_KINDS, ZONE_STATUSES, type Zone, type ZoneKind, type ZoneStatus } from '../domain/zone';

/** What the list of zones is narrowed by; null keeps all. */
export interface ZonesView {
  readonly status: ZoneStatus | null;
  readonly kind: ZoneKind | null;
}

/** The view an address names; what does not parse keeps all. */
export function readZonesView(params: URLSearchParams): ZonesView {
  return { status: ZONE_STATUSES.find((one) => one === params.get('status')) ?? null, kind: ZONE_KINDS.find((one) => one === params.get('kind')) ?? null };
}

/** The search string that `readZonesView` reads back. */
export function writeZonesView({ status, kind }: ZonesView): string {
  return new URLSearchParams({ ...(status === null ? {} : { status }), ...(kind === null ? {} : { kind }) }).toString();
}

const RANK: Readonly<Record<ZoneStatus, number>> = { active: 0, draft: 1, closed: 2 };

/** Zones that a view keeps: those in force first, then drafts, then closed ones, each newest change first. */
export function listShownZones(zones: readonly Zone[], { status, kind }: ZonesView): readonly Zone[] {
  return zones.filter((zone) => (status === null || zone.status === status) && (kind === null || zone.kind === kind))
    .sort((a, b) => RANK[a.status] - RANK[b.status] || (a.changedAt < b.changedAt ? 1 : a.changedAt > b.changedAt ? -1 : 0));
}
