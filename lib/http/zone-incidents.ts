import { listIncidentsInArea } from '../db/area-incidents';
import type { DatabaseClient } from '../db/clients';
import { listIncidents, type IncidentFilter, type IncidentPage } from '../db/incidents';
import { findZone } from '../db/zones';
import { buildAreaTest } from '../geo/area-test';
import { boxOf } from '../geo/clean-area';

/** One page of the incidents that match, of all or of those inside a zone; null when the reader sees no such zone. */
export async function listIncidentsOf(client: DatabaseClient, zone: string | undefined, filter: IncidentFilter, limit: number, after?: { readonly afterAt: string; readonly afterId: string }): Promise<IncidentPage | null> {
  if (zone === undefined) return listIncidents(client, filter, limit, after);
  const found = await findZone(client, zone);
  if (found === undefined) return null;
  return listIncidentsInArea(client, filter, { box: boxOf(found.geometry), covers: buildAreaTest(found.geometry) }, limit, after);
}
