import { z } from 'zod';
import type { Day, Instant } from '../domain/instant';
import type { Bbox, LngLat } from '../geo/types';
import { unwrap } from './api-error';
import type { DatabaseClient } from './clients';
import { instantOf } from './instant-of';

/** What is counted of an incident; `ownerKey` is `edition/code`, null when nobody owns it. */
export interface PlacedIncident {
  readonly position: LngLat;
  readonly day: Day;
  readonly category: string;
  readonly borderZone: boolean;
  readonly ownerKey: string | null;
}

const answerSchema = z.object({
  as_of: z.string(), lon: z.array(z.number()), lat: z.array(z.number()), day: z.array(z.string()), category: z.array(z.string()),
  border_zone: z.array(z.boolean()), owner_key: z.array(z.string().nullable()),
});

/** The incidents of a box and of some days (both included, in the deployment's time zone) that the client may see, and as of when. */
export async function listIncidentsInBox(client: DatabaseClient, box: Bbox, from: Day, to: Day, categories?: readonly string[]): Promise<{ readonly asOf: Instant; readonly incidents: readonly PlacedIncident[] }> {
  const answer = await client.rpc('incidents_in_box', { box: [...box], from_day: from, to_day: to, ...(categories === undefined ? {} : { categories: [...categories] }) });
  const { as_of, lon, lat, day, category, border_zone, owner_key } = answerSchema.parse(unwrap('incidents of a box', answer));
  return {
    asOf: instantOf(as_of),
    incidents: lon.map((x, i) => ({ position: [x, lat[i] ?? NaN], day: (day[i] ?? '') as Day, category: category[i] ?? '', borderZone: border_zone[i] === true, ownerKey: owner_key[i] ?? null })),
  };
}
