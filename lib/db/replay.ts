import { z } from 'zod';
import { LEAD_REASONS } from '../domain/incident';
import type { Day } from '../domain/instant';
import type { ReplayedIncident } from '../rules/simulation-tally';
import { unwrap } from './api-error';
import type { DatabaseClient } from './clients';

/** Incidents a page: read in about 50 ms, replayed in less than that. */
const PAGE_ROWS = 2_000;

const rowSchema = z.tuple([
  z.string(), z.string(), z.number(), z.number(), z.string().nullable(), z.enum(LEAD_REASONS),
  z.array(z.tuple([z.string(), z.string().nullable()])),
]);

function toReplayed([id, occurredAt, longitude, latitude, leadCode, leadReason, detections]: z.output<typeof rowSchema>): ReplayedIncident {
  return { id, occurredAt, position: [longitude, latitude], leadCode, leadReason, detections: detections.map(([wardCode, at]) => ({ wardCode, at })) };
}

/** The incidents of a period of days (both included) that the client may see, oldest first, page by page, with all their detections. */
export async function* readReplayPages(client: DatabaseClient, from: Day, to: Day): AsyncGenerator<readonly ReplayedIncident[]> {
  let after: { readonly after_at: string; readonly after_id: string } | undefined;
  for (;;) {
    const answer = await client.rpc('replay_incidents', { first_day: from, last_day: to, page_size: PAGE_ROWS, ...after });
    const page = z.array(rowSchema).parse(unwrap('incidents to replay', answer)).map(toReplayed);
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE_ROWS) return;
    after = { after_at: last.occurredAt, after_id: last.id };
  }
}

/** How many incidents of that period the client may see. */
export async function countReplayed(client: DatabaseClient, from: Day, to: Day): Promise<number> {
  return z.number().parse(unwrap('counting incidents to replay', await client.rpc('count_replayed', { first_day: from, last_day: to })));
}
