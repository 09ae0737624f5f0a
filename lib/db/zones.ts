import { z } from 'zod';
import type { Day } from '../domain/instant';
import type { Zone, ZoneHistoryEntry, ZoneKind, ZoneStatus, ZoneVersion } from '../domain/zone';
import type { Bbox } from '../geo/types';
import { unwrap } from './api-error';
import type { DatabaseClient } from './clients';
import type { Json } from './database.types';
import { readWardNames } from './editions';
import { instantOf } from './instant-of';
import { toZone, toZoneVersion, zoneRowSchema, zoneVersionRowSchema } from './zone-reading';

/** What `listZones` can be narrowed by; conditions are joined by "and", values of one list by "or". */
export interface ZoneFilter {
  readonly ids?: readonly string[] | undefined;
  readonly statuses?: readonly ZoneStatus[] | undefined;
  readonly kinds?: readonly ZoneKind[] | undefined;
  readonly edition?: string | undefined;
  /** Code of a ward it touches. */
  readonly ward?: string | undefined;
  /** Day on which it is valid. */
  readonly day?: Day | undefined;
  readonly bbox?: Bbox | undefined;
}

/** The zones that the client may see, last changed first, at most `limit`. */
export async function listZones(client: DatabaseClient, filter: ZoneFilter, limit: number): Promise<Zone[]> {
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as Record<string, Json>;
  const rows = z.array(zoneRowSchema).parse(unwrap('zones', await client.rpc('list_zones', { filter: given, page_size: limit })));
  const nameOf = await readWardNames(client, new Set(rows.flatMap(({ edition_id, wards }) => wards.map(({ code }) => `${edition_id}/${code}`))));
  return rows.map((row) => toZone(row, nameOf));
}

/** One zone, if the client may see it. */
export async function findZone(client: DatabaseClient, id: string): Promise<Zone | undefined> {
  return (await listZones(client, { ids: [id.toLowerCase()] }, 1))[0];
}

/** Every version of a zone that the client may see, oldest first. */
export async function listZoneVersions(client: DatabaseClient, { id, editionId }: Pick<Zone, 'id' | 'editionId'>): Promise<ZoneVersion[]> {
  const rows = z.array(zoneVersionRowSchema).parse(unwrap('versions of a zone', await client.rpc('zone_versions_of', { zone: id })));
  const nameOf = await readWardNames(client, new Set(rows.flatMap(({ wards }) => wards.map(({ code }) => `${editionId}/${code}`))));
  return rows.map((row) => toZoneVersion(row, editionId, nameOf));
}

/** The history of a zone, oldest first; empty for a viewer. */
export async function listZoneHistory(client: DatabaseClient, id: string): Promise<ZoneHistoryEntry[]> {
  const rows = unwrap('history of a zone', await client.from('zone_history').select('id, at, actor_role, actor_unit, kind, before, after').eq('zone_id', id).order('id'));
  return rows.map(({ id: entry, at, actor_role, actor_unit, kind, before, after }) => ({
    id: entry, at: instantOf(at), actorRole: actor_role, actorUnit: actor_unit, kind, before, after,
  }));
}

/** Whether the client may read a finding of a run. */
export async function isFinding(client: DatabaseClient, run: string, finding: string): Promise<boolean> {
  const { data, error } = await client.from('analysis_runs').select('id').eq('id', run)
    .contains('outcome', { findings: [{ id: finding }] } as unknown as string).limit(1);
  return unwrap('a finding', { data, error }).length > 0;
}
