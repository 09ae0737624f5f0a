import { z } from 'zod';
import { knownIncidentSchema, openStepSchema, type KnownIncident, type OpenStep } from '../domain/briefing-facts';
import type { Instant } from '../domain/instant';
import { unwrap } from './api-error';
import type { DatabaseClient } from './clients';
import { instantOf } from './instant-of';

/** Up to where facts are known at an instant: incidents by their version, all else by when it was written. */
export interface BriefingKnown {
  readonly version: number;
  readonly groundAt: Instant;
}

/** Up to where facts are known at an instant, once every report that was being written then is visible. */
export async function readBriefingKnown(service: DatabaseClient, asOf: Instant): Promise<BriefingKnown> {
  const { version, ground_at } = z.object({ version: z.number(), ground_at: z.string() }).parse(unwrap('what is known', await service.rpc('briefing_known', { as_of: asOf })));
  return { version, groundAt: instantOf(ground_at) };
}

/** What is asked about some wards of an edition as of an instant. */
export interface BriefingQuestion {
  readonly editionId: string;
  readonly codes: readonly string[];
  readonly asOf: Instant;
  readonly groundAt: Instant;
}

const DAY_MS = 86_400_000;

/** Incidents of some wards in the 24 hours before an instant, as they were known then, the latest first. */
export async function readLastDay(service: DatabaseClient, { editionId, codes, asOf, groundAt }: BriefingQuestion): Promise<KnownIncident[]> {
  const answer = await service.rpc('briefing_incidents', { edition: editionId, codes: [...codes], from_at: new Date(Date.parse(asOf) - DAY_MS).toISOString(), as_of: asOf, ground_at: groundAt });
  return z.array(knownIncidentSchema).parse(unwrap('incidents of a day', answer));
}

/** Steps of the coordination clock that were open in some wards at an instant, the earliest deadline first. */
export async function readOpenSteps(service: DatabaseClient, { editionId, codes, asOf, groundAt }: BriefingQuestion): Promise<OpenStep[]> {
  const answer = await service.rpc('briefing_steps', { edition: editionId, codes: [...codes], as_of: asOf, ground_at: groundAt });
  return z.array(openStepSchema).parse(unwrap('open steps', answer));
}

/** What was written about some incidents, by id. */
export async function readIncidentTexts(service: DatabaseClient, ids: readonly string[]): Promise<Record<string, string>> {
  return z.record(z.string(), z.string()).parse(unwrap('texts of incidents', await service.rpc('briefing_texts', { ids: [...ids] })));
}

/** Name of a province in an edition; the code where it has no ward. */
export async function readProvinceName(service: DatabaseClient, editionId: string, code: string): Promise<string> {
  const rows = unwrap('a province', await service.from('wards').select('province_name').eq('edition_id', editionId).eq('province_code', code).limit(1));
  return rows[0]?.province_name ?? code;
}
