import { listIncidentsInBox, type PlacedIncident } from '../db/box-incidents';
import { createServiceClient, type DatabaseClient } from '../db/clients';
import { listIncidentPlaces, readDrugFreeMonths, readRecordsExtent } from '../db/review-counts';
import type { Session } from '../db/session';
import type { Day } from '../domain/instant';
import type { DrugFreeAnswer, DrugFreeCounts, WardDrugStatus } from '../domain/programme-review';
import { decideDrugFree, drugFreeWindowFrom, DRUG_FREE_RULE_VERSION } from '../rules/drug-free';
import { nameWard, type RuleBook } from '../rules/rule-book';
import { bookOn, codesOf, ownerIn, scopeBox, wardsInSight, type WardScope } from './ward-sight';

const DRUGS = 'drugs';
const FIRST_DAY = '1900-01-01' as Day;

/** What the records of a ward say: the days of its drug incidents, and of its earliest record of any kind. */
export interface WardRecords {
  readonly drugDays: Day[];
  recordsFrom: Day | null;
}

/**
 * The records of the wards of a scope up to a day, by where the incidents lie in its edition.
 *
 * Read with the server's own rights: a status worked out from what an officer may see would call free what he can not see.
 */
export async function readWardRecords(scope: WardScope, to: Day, service: DatabaseClient = createServiceClient()): Promise<ReadonlyMap<string, WardRecords>> {
  return tallyWardRecords(scope, (await listIncidentsInBox(service, scopeBox(scope), FIRST_DAY, to)).incidents);
}

/** The records of the wards of a scope out of incidents of any place and order. */
export function tallyWardRecords(scope: WardScope, incidents: Iterable<Pick<PlacedIncident, 'position' | 'day' | 'category'>>): ReadonlyMap<string, WardRecords> {
  const records = new Map<string, WardRecords>(codesOf(scope).map((code) => [code, { drugDays: [], recordsFrom: null }]));
  for (const { position, day, category } of incidents) {
    const owner = ownerIn(scope, position);
    const ward = owner === null ? undefined : records.get(owner);
    if (ward === undefined) continue;
    if (ward.recordsFrom === null || day < ward.recordsFrom) ward.recordsFrom = day;
    if (category === DRUGS) ward.drugDays.push(day);
  }
  return records;
}

/** Status of each ward of some records on a day. */
export const decideWards = (records: ReadonlyMap<string, WardRecords>, day: Day, months: number): ReadonlyMap<string, WardDrugStatus> =>
  new Map([...records].map(([code, { drugDays, recordsFrom }]) => [code, decideDrugFree(day, months, drugDays, recordsFrom)]));

/** How many wards have each status. */
export function countStatuses(statuses: Iterable<WardDrugStatus>): DrugFreeCounts {
  const counts = { free: 0, not_free: 0, not_known: 0 };
  for (const { status } of statuses) counts[status] += 1;
  return counts;
}

/** Drug incidents of some days that the reader may see, by ward, newest first. */
async function listBreaking(client: DatabaseClient, scope: WardScope, from: Day, to: Day): Promise<ReadonlyMap<string, { readonly id: string; readonly day: Day }[]>> {
  const breaking = new Map<string, { readonly id: string; readonly day: Day }[]>();
  for (const { id, position, day } of await listIncidentPlaces(client, scopeBox(scope), from, to, [DRUGS])) {
    const owner = ownerIn(scope, position);
    // A report of these days of something older is no incident of these days.
    if (owner !== null && day >= from && day <= to) breaking.set(owner, [{ id, day }, ...(breaking.get(owner) ?? [])]);
  }
  return breaking;
}

/** Which wards of today's edition count as free of drugs on a day, as far as the reader may know of them. */
export async function findDrugFree(client: DatabaseClient, session: Session, rules: RuleBook, day: Day, today: Day): Promise<DrugFreeAnswer> {
  const book = bookOn(rules, today);
  const scope: WardScope = { book, codes: await wardsInSight(session, book), clusterId: null };
  const [months, { asOf }] = [await readDrugFreeMonths(client), await readRecordsExtent(client)];
  const windowFrom = drugFreeWindowFrom(day, months);
  const statuses = decideWards(await readWardRecords(scope, day), day, months);
  const breaking = await listBreaking(client, scope, windowFrom, day);
  return {
    day, editionId: book.edition.id, rule: { version: DRUG_FREE_RULE_VERSION, months, windowFrom }, counts: countStatuses(statuses.values()), asOf,
    wards: [...statuses].map(([code, status]) => ({ ...status, ward: nameWard(book, code), breaking: breaking.get(code) ?? [] }))
      .sort((a, b) => (a.ward.code < b.ward.code ? -1 : 1)),
  };
}
