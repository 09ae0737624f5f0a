import type { DatabaseClient } from '../db/clients';
import { countReports, countReviewIncidents, countWork, listIncidentPlaces, readDrugFreeMonths, readRecordsExtent, type CountedIncidents } from '../db/review-counts';
import type { Session } from '../db/session';
import type { Day } from '../domain/instant';
import type { ProgrammeReview, ReportCounts, ReviewPeriod, ReviewRow, ReviewUnit, WorkCounts } from '../domain/programme-review';
import { DRUG_FREE_RULE_VERSION } from '../rules/drug-free';
import { splitReview } from '../rules/review-periods';
import { countStatuses, decideWards, readWardRecords } from './drug-free';
import { codesOf, ownerIn, scopeBox, wardsInSight, type WardScope } from './ward-sight';

/** The visible incidents within the wards of a scope that occurred or were reported on some days; null = no ward is named, all count. */
export async function listCounted(client: DatabaseClient, scope: WardScope, from: Day, to: Day): Promise<CountedIncidents> {
  const { codes } = scope;
  if (codes === null) return null;
  const places = await listIncidentPlaces(client, scopeBox(scope), from, to);
  return places.filter(({ position }) => codes.has(ownerIn(scope, position) ?? '')).map(({ id }) => id);
}

/** Ward keys of a scope for what is stored by ward; null = no ward is named. */
export const keysOf = (scope: WardScope): readonly string[] | null => (scope.codes === null ? null : codesOf(scope).map((code) => `${scope.book.edition.id}/${code}`));

const wardsOf = (scope: WardScope, sight: ReadonlySet<string> | null): WardScope =>
  sight === null ? scope : { ...scope, codes: new Set(codesOf(scope).filter((code) => sight.has(code))) };

function groupCategories(counts: readonly { readonly place: number; readonly category: string; readonly border: boolean; readonly count: number }[], place: number): ReviewRow['incidents'] {
  const groups = new Map<string, { border: number; outside: number }>();
  for (const one of counts) {
    if (one.place !== place) continue;
    const group = groups.get(one.category) ?? { border: 0, outside: 0 };
    group[one.border ? 'border' : 'outside'] += one.count;
    groups.set(one.category, group);
  }
  return [...groups].map(([category, group]) => ({ category, ...group }));
}

interface ReviewSpan {
  readonly from: Day;
  readonly to: Day;
  readonly unit: ReviewUnit;
}

/** A review of a span in one answer: what happened, what became of the reports, what was done, period by period. */
export async function buildReview(client: DatabaseClient, session: Session, scope: WardScope, { from, to, unit }: ReviewSpan, today: Day): Promise<ProgrammeReview> {
  const periods: readonly ReviewPeriod[] = splitReview(from, to, unit);
  const counted = await listCounted(client, scope, from, to);
  const { records, asOf } = await readRecordsExtent(client);
  const months = await readDrugFreeMonths(client);
  const [incidents, reports, work] = [
    await countReviewIncidents(client, periods, counted), await countReports(client, periods, counted), await countWork(client, periods, keysOf(scope), scope.clusterId),
  ];
  const wards = await readWardRecords(wardsOf(scope, await wardsInSight(session, scope.book)), to < today ? to : today);
  const rows = buildReviewRows(periods, { incidents, reports, work }, wards, months, today);
  return {
    from, to, unit, clusterId: scope.clusterId, editionId: scope.book.edition.id, rule: { version: DRUG_FREE_RULE_VERSION, months }, records,
    isPartialSight: session.role === 'officer', rows, asOf,
  };
}

/** What was counted of each period of a review. */
export interface ReviewParts {
  readonly incidents: Parameters<typeof groupCategories>[0];
  readonly reports: readonly ReportCounts[];
  readonly work: readonly WorkCounts[];
}

/** The rows of a review from what was counted of each period, and from the records of its wards. */
export function buildReviewRows(periods: readonly ReviewPeriod[], { incidents, reports, work }: ReviewParts, wards: Parameters<typeof decideWards>[0], months: number, today: Day): ReviewRow[] {
  return periods.flatMap((period, place): ReviewRow[] => {
    const [report, done] = [reports[place], work[place]];
    if (report === undefined || done === undefined) return [];
    const byCategory = groupCategories(incidents, place);
    const on = period.to < today ? period.to : today;
    return [{
      ...period, incidents: byCategory, border: byCategory.reduce((sum, one) => sum + one.border, 0), outside: byCategory.reduce((sum, one) => sum + one.outside, 0),
      reports: report, work: done, drugFree: period.from > today ? null : { ...countStatuses(decideWards(wards, on, months).values()), on },
    }];
  });
}
