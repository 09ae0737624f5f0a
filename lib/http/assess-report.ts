import { getRuleBook } from '../db/rule-book';
import type { Session } from '../db/session';
import type { NewIncident } from '../domain/incident';
import { dayOf } from '../domain/instant';
import { assessPoint, type PointAssessment } from '../rules/assess-point';
import { fieldProblem } from './problem';
import { listSpokenWards } from './spoken-wards';

/** Clocks of phones and server may differ by this much, in milliseconds, before a report counts as from the future. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** How long before it occurred an incident may be said to have been detected, in milliseconds: the time it occurred is often a guess. */
const EARLY_DETECTION_MS = 24 * 3_600_000;

/** The assessment of a report, or the answer that says which field is wrong. */
export type ReportAssessment =
  | { readonly kind: 'assessed'; readonly assessment: PointAssessment }
  | { readonly kind: 'refused'; readonly response: Response };

const refuse = (field: string, message: string): ReportAssessment => ({ kind: 'refused', response: fieldProblem(field, message) });

const IN_FUTURE = 'lies in the future';
const isFuture = (at: string, nowMs: number): boolean => Date.parse(at) > nowMs + CLOCK_TOLERANCE_MS;

/** What is wrong with the instant of a detection of something that occurred at another; null when nothing is. */
export function findDetectionFault(detectedAt: string, occurredAt: string, nowMs: number): string | null {
  if (isFuture(detectedAt, nowMs)) return IN_FUTURE;
  return Date.parse(detectedAt) < Date.parse(occurredAt) - EARLY_DETECTION_MS ? 'lies more than a day before it occurred' : null;
}

/** Checks what a schema can not see (future times, wards of that time) and assesses the report by the rules in force when it occurred. */
export async function assessReport(report: NewIncident, reporter: Session, nowMs: number): Promise<ReportAssessment> {
  if (isFuture(report.occurredAt, nowMs)) return refuse('occurredAt', IN_FUTURE);
  if (report.occurredUntil !== undefined && isFuture(report.occurredUntil, nowMs)) return refuse('occurredUntil', IN_FUTURE);
  if (report.detectedAt !== undefined && report.detectedBy === undefined) return refuse('detectedBy', 'is needed when detectedAt is given');
  const fault = report.detectedAt === undefined ? null : findDetectionFault(report.detectedAt, report.occurredAt, nowMs);
  if (fault !== null) return refuse('detectedAt', fault);
  const detections = report.detectedBy === undefined ? [] : [{ wardCode: report.detectedBy, at: report.detectedAt ?? null }];
  const rules = await getRuleBook();
  const result = assessPoint(rules, { position: [report.lon, report.lat], at: report.occurredAt, detections });
  if (result.kind === 'no_edition') return refuse('occurredAt', 'no boundary edition covers this day');
  const { book } = result.assessment.rules;
  if (report.detectedBy !== undefined && !book.names.has(report.detectedBy)) {
    return refuse('detectedBy', `there was no ward ${report.detectedBy} when it occurred (edition ${book.edition.id})`);
  }
  // The first detector leads: whoever could name any unit as that could give the lead away, or take it.
  const spoken = listSpokenWards(reporter, book.edition, dayOf(new Date(nowMs).toISOString(), rules.timeZone));
  if (report.detectedBy !== undefined && reporter.role === 'officer' && !spoken.includes(report.detectedBy)) {
    return refuse('detectedBy', 'an officer reports what the own unit detected; leave it out when nobody of it did');
  }
  return { kind: 'assessed', assessment: result.assessment };
}
