import { z } from 'zod';
import type { WorkItem } from '../domain/coordination';
import { CLOCK_STEPS } from '../domain/regulation';
import { unwrap } from './api-error';
import type { DatabaseClient } from './clients';
import { readWardNames } from './editions';
import { instantOf } from './instant-of';

const at = z.string().transform((text) => instantOf(text));
const rowSchema = z.object({
  kind: z.enum([...CLOCK_STEPS, 'finish_assist']),
  incidentId: z.string(), version: z.number(), category: z.string(), occurredAt: at, lon: z.number(), lat: z.number(),
  editionId: z.string(), clusterId: z.string().nullable(), borderZone: z.boolean(),
  ward: z.string().nullable(), lead: z.string().nullable(), since: at, dueAt: at.nullable(),
});

/** What a work list can be narrowed by. */
export interface WorkFilter {
  /** Who has to act, `editionId/code` each; absent = anybody. */
  readonly wards?: readonly string[] | undefined;
  readonly cluster?: string | undefined;
}

/** Open steps that the client may see, the earliest deadline first, those without one last; at most `limit`. */
export async function listWork(client: DatabaseClient, { wards, cluster }: WorkFilter, limit: number): Promise<{ items: WorkItem[]; truncated: boolean }> {
  const filter = { ...(wards === undefined ? {} : { wards: [...wards] }), ...(cluster === undefined ? {} : { cluster }) };
  const rows = z.array(rowSchema).parse(unwrap('work', await client.rpc('work_items', { filter, page_size: limit + 1 })));
  const nameOf = await readWardNames(client, new Set(rows.flatMap(({ editionId, ward, lead }) => [ward, lead].filter((code) => code !== null).map((code) => `${editionId}/${code}`))));
  const items = rows.slice(0, limit).map(({ lon, lat, ward, lead, ...row }): WorkItem => ({
    ...row,
    position: [lon, lat],
    ward: ward === null ? null : nameOf(row.editionId, ward),
    lead: lead === null ? null : nameOf(row.editionId, lead),
  }));
  return { items, truncated: rows.length > limit };
}
