import type { NewIncident } from '../domain/incident';
import { DEFAULT_DEADLINES } from '../domain/regulation';
import type { PointAssessment } from '../rules/assess-point';
import { buildLeadTrace } from '../rules/lead-trace';
import type { Json } from './database.types';

/** What the server worked out about a report, ready to be written with it. */
export interface AssessedReport {
  readonly id: string;
  readonly report: NewIncident;
  readonly assessment: PointAssessment;
  readonly status?: string | undefined;
  /** When it was reported; absent = now. */
  readonly reportedAt?: string | undefined;
  readonly reportedByUnit?: string | undefined;
}

/** The columns that the rules decide. */
function assessedColumns(assessment: PointAssessment): Record<string, Json> {
  const { rules, location, zone, decision } = assessment;
  const agreement = zone.agreement ?? zone.ownerAgreement;
  return {
    edition_id: rules.book.edition.id,
    ownership_status: location.status,
    owner_code: location.ownerCode,
    candidate_codes: [...location.candidates],
    neighbours: zone.neighbours.map(({ code, distanceMetres }) => ({ code, distanceMetres })),
    border_zone: zone.isBorderZone,
    junction: zone.isJunction,
    border_distance_metres: zone.neighbours[0]?.distanceMetres ?? null,
    width_metres: zone.widthMetres,
    cluster_id: agreement?.cluster.id ?? null,
    regulation_version: agreement?.regulation.version ?? null,
    minutes: { ...(agreement?.regulation.rules.deadlines ?? DEFAULT_DEADLINES) },
    focus_area_id: zone.focusArea?.id ?? null,
    lead_code: decision.leadCode,
    lead_reason: decision.reason,
    assist_codes: [...decision.assistCodes],
    on_request_codes: [...decision.onRequestCodes],
    lead_trace: buildLeadTrace(assessment) as unknown as Json[],
  };
}

/** An assessed report as columns of `incidents`, with `minutes` for its deadlines, `summary` for its text and `request` for what the reporter said. */
export function toIncidentRow({ id, report, assessment, status, reportedAt, reportedByUnit }: AssessedReport): Record<string, Json> {
  const { category, occurredAt, occurredUntil, lon, lat, detectedBy, detectedAt, source, summary, accuracyM } = report;
  return {
    id,
    category,
    occurred_at: occurredAt,
    occurred_until: occurredUntil ?? null,
    lon,
    lat,
    accuracy_metres: accuracyM ?? null,
    status: status ?? 'reported',
    source: source ?? 'other',
    detected_by_code: detectedBy ?? null,
    detected_at: detectedAt ?? null,
    reported_at: reportedAt ?? null,
    reported_by_unit: reportedByUnit ?? null,
    ...assessedColumns(assessment),
    summary: summary ?? null,
    request: { category, occurredAt, ...(occurredUntil === undefined ? {} : { occurredUntil }), lon, lat, detectedBy: detectedBy ?? null, detectedAt: detectedAt ?? null, source: source ?? null, summary: summary ?? null, accuracyM: accuracyM ?? null },
  };
}
