import { z } from 'zod';
import type { Day, Instant } from '../domain/instant';
import type { ReportCounts, ReviewPeriod, WorkCounts } from '../domain/programme-review';
import type { Bbox, LngLat } from '../geo/types';
import { unwrap } from './api-error';
import type { DatabaseClient } from './clients';
import type { Json } from './database.types';
import { instantOf } from './instant-of';

/** Incidents that count; null = all that the client may see. */
export type CountedIncidents = readonly string[] | null;

const periodsOf = (periods: readonly Pick<ReviewPeriod, 'from' | 'to'>[]): Json => periods.map(({ from, to }) => ({ from, to }));
const only = (ids: CountedIncidents): { readonly only_ids?: string[] } => (ids === null ? {} : { only_ids: [...ids] });

const placesSchema = z.object({ id: z.array(z.string()), lon: z.array(z.number()), lat: z.array(z.number()), day: z.array(z.string()) });

/** The visible incidents of a box that occurred or were reported on some days, oldest first. */
export async function listIncidentPlaces(client: DatabaseClient, box: Bbox, from: Day, to: Day, categories?: readonly string[]): Promise<readonly { readonly id: string; readonly position: LngLat; readonly day: Day }[]> {
  const answer = await client.rpc('incident_places', { box: [...box], from_day: from, to_day: to, ...(categories === undefined ? {} : { categories: [...categories] }) });
  const { id, lon, lat, day } = placesSchema.parse(unwrap('places of incidents', answer));
  return id.map((one, i) => ({ id: one, position: [lon[i] ?? NaN, lat[i] ?? NaN], day: (day[i] ?? '') as Day }));
}

const incidentSchema = z.object({ place: z.number(), category: z.string(), border: z.boolean(), count: z.number() });

/** Incidents by period (its place in the list), category and border zone, by when they occurred. */
export async function countReviewIncidents(client: DatabaseClient, periods: readonly Pick<ReviewPeriod, 'from' | 'to'>[], ids: CountedIncidents): Promise<readonly z.output<typeof incidentSchema>[]> {
  return z.array(incidentSchema).parse(unwrap('incidents of a review', await client.rpc('review_incidents', { periods: periodsOf(periods), ...only(ids) })));
}

const n = z.number();
const reportSchema = z.object({
  place: n, received: n, from_people: n, handled: n, returned: n, people_handled: n, people_returned: n, resolved_with_time: n,
  confirm_due: n, confirmed_in_time: n, resolve_due: n, resolved_in_time: n, return_due: n, returned_in_time: n,
});

/** Reports by period of their reception, and what became of them; one for each period. */
export async function countReports(client: DatabaseClient, periods: readonly Pick<ReviewPeriod, 'from' | 'to'>[], ids: CountedIncidents): Promise<readonly ReportCounts[]> {
  return toReports(unwrap('reports of a review', await client.rpc('review_reports', { periods: periodsOf(periods), ...only(ids) })));
}

const toReports = (answer: unknown): readonly ReportCounts[] =>
  z.array(reportSchema).parse(answer).map((row) => ({
    received: row.received, fromPeople: row.from_people, handled: row.handled, returned: row.returned, peopleHandled: row.people_handled, peopleReturned: row.people_returned,
    resolvedWithTime: row.resolved_with_time, confirmDue: row.confirm_due, confirmedInTime: row.confirmed_in_time, resolveDue: row.resolve_due,
    resolvedInTime: row.resolved_in_time, returnDue: row.return_due, returnedInTime: row.returned_in_time,
  }));

/** The same as it was known at an instant; with the server's own rights. */
export async function countReportsAt(service: DatabaseClient, { asOf, groundAt }: ReviewKnown, periods: readonly Pick<ReviewPeriod, 'from' | 'to'>[], ids: CountedIncidents): Promise<readonly ReportCounts[]> {
  return toReports(unwrap('reports as they were known', await service.rpc('briefing_reports', { periods: periodsOf(periods), as_of: asOf, ground_at: groundAt, ...only(ids) })));
}

/** Up to when a review is known: instants by `asOf`, all that was written by `groundAt`. */
interface ReviewKnown { readonly asOf: Instant; readonly groundAt: Instant }

const workSchema = z.object({
  joint_patrols: n, single_patrols: n, zones_opened: n, zones_closed: n, models: n, collectives: n, individuals: n, tasks_done: n, tasks_due: n,
});

/** What was done by period; `wards`: of these wards (`edition/code`) and that cluster, null = all. */
export async function countWork(client: DatabaseClient, periods: readonly Pick<ReviewPeriod, 'from' | 'to'>[], wards: readonly string[] | null, cluster: string | null): Promise<readonly WorkCounts[]> {
  const answer = await client.rpc('review_work', { periods: periodsOf(periods), ...(wards === null ? {} : { keys: [...wards] }), ...(cluster === null ? {} : { cluster }) });
  return toWork(unwrap('work of a review', answer));
}

/** The same as it was known at an instant; with the server's own rights. */
export async function countWorkAt(service: DatabaseClient, { asOf, groundAt }: ReviewKnown, periods: readonly Pick<ReviewPeriod, 'from' | 'to'>[], wards: readonly string[] | null, cluster: string | null): Promise<readonly WorkCounts[]> {
  const answer = await service.rpc('briefing_work', { periods: periodsOf(periods), as_of: asOf, ground_at: groundAt, ...(wards === null ? {} : { keys: [...wards] }), ...(cluster === null ? {} : { cluster }) });
  return toWork(unwrap('work as it was known', answer));
}

const toWork = (answer: unknown): readonly WorkCounts[] =>
  z.array(workSchema).parse(answer).map((row) => ({
    jointPatrols: row.joint_patrols, singlePatrols: row.single_patrols, zonesOpened: row.zones_opened, zonesClosed: row.zones_closed, models: row.models,
    collectives: row.collectives, individuals: row.individuals, tasksDone: row.tasks_done, tasksDue: row.tasks_due,
  }));

const extentSchema = z.object({ from: z.string().nullable(), to: z.string().nullable(), as_of: z.string() });

/** Days between which there are incidents that the client may see, null without any; and the database's clock. */
export async function readRecordsExtent(client: DatabaseClient): Promise<{ readonly records: { readonly from: Day; readonly to: Day } | null; readonly asOf: Instant }> {
  const { from, to, as_of } = extentSchema.parse(unwrap('extent of the records', await client.rpc('records_extent')));
  return { records: from === null || to === null ? null : { from: from as Day, to: to as Day }, asOf: instantOf(as_of) };
}

const monthsSchema = z.int().min(1).max(120);

/** Months without a drug incident after which a ward counts as free of drugs, as the installation sets it; 12 when it says nothing usable. */
export async function readDrugFreeMonths(client: DatabaseClient): Promise<number> {
  const rows = unwrap('a setting', await client.from('settings').select('value').eq('key', 'drug_free_months'));
  return monthsSchema.catch(12).parse(rows[0]?.value);
}
