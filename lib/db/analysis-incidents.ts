import { z } from 'zod';
import type { RawIncident } from '../analysis/build-input';
import type { AnalysisScope } from '../domain/analysis';
import { unwrap } from './api-error';
import type { DatabaseClient } from './clients';

/** Incidents a page; the API answers with about 10 MB. */
const PAGE_ROWS = 50_000;

const pageSchema = z.object({
  version: z.number(),
  at: z.string(),
  next: z.tuple([z.string(), z.string()]).nullable(),
  // Columns of one query are equally long; checking each of a million values would take longer than reading them.
  id: z.custom<string[]>(Array.isArray), lon: z.custom<number[]>(Array.isArray), lat: z.custom<number[]>(Array.isArray),
  occurred_at: z.custom<number[]>(Array.isArray), category: z.custom<string[]>(Array.isArray), edition: z.custom<string[]>(Array.isArray),
  owner: z.custom<(string | null)[]>(Array.isArray), accuracy: z.custom<(number | null)[]>(Array.isArray),
});
type Page = z.output<typeof pageSchema>;

function* rowsOf(page: Page): Generator<RawIncident> {
  for (const [place, id] of page.id.entries()) {
    yield {
      id, longitude: page.lon[place] as number, latitude: page.lat[place] as number, occurredAt: page.occurred_at[place] as number,
      category: page.category[place] as string, editionId: page.edition[place] as string, ownerCode: page.owner[place] ?? null,
      accuracyMetres: page.accuracy[place] ?? null,
    };
  }
}

/** The incidents of a scope's days and kinds, of any place, and up to which version and moment they were known. */
export interface KnownIncidents {
  readonly incidents: readonly RawIncident[];
  readonly version: number;
  readonly at: string;
}

/**
 * Reads the incidents of a scope that were recorded up to a version; null = up to now, and says which version that is.
 *
 * Every page is cut at the same version, so that what is reported meanwhile is in none of them. `reportedUntil` leaves out what occurred
 * or was reported after an instant.
 */
export async function readKnownIncidents(service: DatabaseClient, { from, to, categories }: Pick<AnalysisScope, 'from' | 'to' | 'categories'>, knownVersion: number | null, reportedUntil?: string): Promise<KnownIncidents> {
  const incidents: RawIncident[] = [];
  let version = knownVersion;
  let at: string | null = null;
  let after: readonly [string, string] | null = null;
  for (;;) {
    const page: Page = pageSchema.parse(unwrap('incidents of an analysis', await service.rpc('analysis_incidents', {
      first_day: from, last_day: to, categories: [...categories], page_size: PAGE_ROWS,
      ...(version === null ? {} : { known_version: version }), ...(after === null ? {} : { after_at: after[0], after_id: after[1] }),
      ...(reportedUntil === undefined ? {} : { reported_until: reportedUntil }),
    })));
    for (const row of rowsOf(page)) incidents.push(row);
    version ??= page.version;
    at ??= page.at;
    if (page.id.length < PAGE_ROWS || page.next === null) return { incidents, version, at };
    after = page.next;
  }
}
