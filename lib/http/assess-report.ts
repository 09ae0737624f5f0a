import { getRuleBook } from '../db/rule-book';
import type { Session } from '../db/session';
import type { NewIncident } from '../domain/incident';
import { assessPoint, type PointAssessment } from '../rules/assess-point';
import { fieldProblem } from './problem';

/** Clocks of phones and server may differ by this much, in milliseconds, before a report counts as from the future. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** How long before it occurred an incident may be said to have been detected, in milliseconds: the time it occurred is often a guess. */
const EARLY_DETECTION_MS = 24 * 3_600_000;

/** The assessment of a report, or the answer that says which field is wrong. */
export type ReportAssessment =
  | { readonly kind: 'assessed'; readonly assessment: PointAssessment }
  | { readonly kind: 'refused'; readonly response: Response };

const refuse = (field: string, message: string): ReportAssessment => ({ kind: 'refused', response: fieldProblem(field, message) });

/** Checks what a schema can not see (future times, wards of that time) and assesses the report by the rules in force when it occurred. */
export async function assessReport(report: NewIncident, reporter: Session, nowMs: number): Promise<ReportAssessment> {
  for (const field of ['occurredAt', 'detectedAt'] as const) {
    const at = report[field];
    if (at !== undefined && Date.parse(at) > nowMs + CLOCK_TOLERANCE_MS) return refuse(field, 'lies in the future');
  }
  if (report.detectedAt !== undefined && report.detectedBy === undefined) return refuse('detectedBy', 'is needed when detectedAt is given');
  if (report.detectedAt !== undefined && Date.parse(report.detectedAt) < Date.parse(report.occurredAt) - EARLY_DETECTION_MS) {
    return refuse('detectedAt', 'lies more than a day before it occurred');
  }
  const detections = report.detectedBy === undefined ? [] : [{ wardCode: report.detectedBy, at: report.detectedAt ?? null }];
  const result = assessPoint(await getRuleBook(), { position: [report.lon, report.lat], at: report.occurredAt, detections });
  if (result.kind === 'no_edition') return refuse('occurredAt', 'no boundary edition covers this day');
  const { book } = result.assessment.rules;
  if (report.detectedBy !== undefined && !book.names.has(report.detectedBy)) {
    return refuse('detectedBy', `there was no ward ${report.detectedBy} when it occurred (edition ${book.edition.id})`);
  }
  if (report.detectedBy !== undefined && !maySpeakFor(reporter, book.edition.id, report.detectedBy)) {
    return refuse('detectedBy', 'an officer reports what the own unit detected; leave it out when nobody of it did');
  }
  return { kind: 'assessed', assessment: result.assessment };
}

/** The first detector leads: whoever could name any unit as that could give the lead away, or take it. */
function maySpeakFor({ role, units }: Session, editionId: string, wardCode: string): boolean {
  return role !== 'officer' || units.some(({ wards }) => wards.some((ward) => ward.editionId === editionId && ward.code === wardCode));
}
