import type { WardName } from '../domain/boundary';
import type { IncidentStatus } from '../domain/incident';
import type { Instant } from '../domain/instant';
import { unwrap } from './api-error';
import type { DatabaseClient } from './clients';
import { readWardNames } from './editions';
import { instantOf } from './instant-of';

/** An incident in one line. */
export interface ShortIncident {
  readonly id: string;
  readonly category: string;
  readonly occurredAt: Instant;
  readonly position: readonly [number, number];
  readonly status: IncidentStatus;
  readonly borderZone: boolean;
  readonly editionId: string;
  readonly owner: WardName | null;
}

/** Ids asked for at once: they travel in an address. */
const CHUNK = 100;

/** Those of some incidents that the client may see, newest first. */
export async function listShortIncidents(client: DatabaseClient, ids: readonly string[]): Promise<ShortIncident[]> {
  const chunks = Array.from({ length: Math.ceil(ids.length / CHUNK) }, (_, place) => ids.slice(place * CHUNK, (place + 1) * CHUNK));
  const rows = [];
  for (const chunk of chunks) {
    rows.push(...unwrap('incidents of a finding', await client.from('incidents')
      .select('id, category, occurred_at, lon, lat, status, border_zone, edition_id, owner_code').in('id', chunk)));
  }
  const nameOf = await readWardNames(client, new Set(rows.flatMap((row) => (row.owner_code === null ? [] : [`${row.edition_id}/${row.owner_code}`]))));
  return rows.map((row): ShortIncident => ({
    id: row.id, category: row.category, occurredAt: instantOf(row.occurred_at), position: [row.lon, row.lat],
    // The table's check admits nothing else.
    status: row.status as IncidentStatus,
    borderZone: row.border_zone, editionId: row.edition_id, owner: row.owner_code === null ? null : nameOf(row.edition_id, row.owner_code),
  })).sort((a, b) => (a.occurredAt < b.occurredAt ? 1 : a.occurredAt > b.occurredAt ? -1 : a.id < b.id ? 1 : -1));
}
