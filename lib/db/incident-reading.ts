import { z } from 'zod';
import { INCIDENT_SOURCES, INCIDENT_STATUSES, LEAD_REASONS, type Incident, type LeadTrace } from '../domain/incident';
import type { Instant } from '../domain/instant';
import { CLOCK_STEPS } from '../domain/regulation';
import { instantOf } from './instant-of';
import type { WardNaming } from './editions';

/** A row of `list_incidents` as the API sends it. */
export const incidentRowSchema = z.object({
  id: z.string(),
  version: z.number(),
  category: z.string(),
  occurred_at: z.string(),
  occurred_until: z.string().nullable(),
  lon: z.number(),
  lat: z.number(),
  accuracy_metres: z.number().nullable(),
  status: z.enum(INCIDENT_STATUSES),
  source: z.enum(INCIDENT_SOURCES),
  summary: z.string().nullable(),
  edition_id: z.string(),
  ownership_status: z.enum(['inside', 'on_border', 'overlap', 'gap', 'outside']),
  owner_code: z.string().nullable(),
  candidate_codes: z.array(z.string()),
  neighbours: z.array(z.object({ code: z.string(), distanceMetres: z.number() })),
  border_zone: z.boolean(),
  junction: z.boolean(),
  width_metres: z.number(),
  cluster_id: z.string().nullable(),
  focus_area_id: z.string().nullable(),
  detected_by_code: z.string().nullable(),
  detected_at: z.string().nullable(),
  lead_code: z.string().nullable(),
  lead_reason: z.enum(LEAD_REASONS),
  assist_codes: z.array(z.string()),
  on_request_codes: z.array(z.string()),
  lead_trace: z.array(z.looseObject({ kind: z.string() })),
  reported_at: z.string(),
  reported_by_unit: z.string().nullable(),
  regulation_version: z.number().nullable(),
  lead_confirmed_at: z.string().nullable(),
  resolved_at: z.string().nullable(),
  outcome_returned_at: z.string().nullable(),
  next_due_at: z.string().nullable(),
  next_due_step: z.enum(CLOCK_STEPS).nullable(),
});
export type IncidentRow = z.output<typeof incidentRowSchema>;

/** Wards an incident names, each `editionId/code`. */
export function listWardKeys(rows: readonly IncidentRow[]): Set<string> {
  const codesOf = (row: IncidentRow): (string | null)[] => [
    row.owner_code, row.lead_code, row.detected_by_code, ...row.candidate_codes, ...row.assist_codes, ...row.on_request_codes,
    ...row.neighbours.map(({ code }) => code),
  ];
  return new Set(rows.flatMap((row) => codesOf(row).filter((code) => code !== null).map((code) => `${row.edition_id}/${code}`)));
}

const instantOrNull = (text: string | null): Instant | null => (text === null ? null : instantOf(text));

/** A row as the domain knows it. */
export function toIncident(row: IncidentRow, nameOf: WardNaming): Incident {
  const named = (code: string) => nameOf(row.edition_id, code);
  const namedOrNull = (code: string | null) => (code === null ? null : named(code));
  return {
    id: row.id,
    version: row.version,
    category: row.category,
    occurredAt: instantOf(row.occurred_at),
    occurredUntil: instantOrNull(row.occurred_until),
    position: [row.lon, row.lat],
    accuracyMetres: row.accuracy_metres,
    status: row.status,
    source: row.source,
    summary: row.summary,
    editionId: row.edition_id,
    ownership: { status: row.ownership_status, owner: namedOrNull(row.owner_code), candidates: row.candidate_codes.map(named) },
    neighbours: row.neighbours.map(({ code, distanceMetres }) => ({ ...named(code), distanceMetres })),
    borderZone: row.border_zone,
    junction: row.junction,
    widthMetres: row.width_metres,
    clusterId: row.cluster_id,
    focusAreaId: row.focus_area_id,
    detectedBy: namedOrNull(row.detected_by_code),
    detectedAt: instantOrNull(row.detected_at),
    lead: {
      ward: namedOrNull(row.lead_code),
      reason: row.lead_reason,
      assists: row.assist_codes.map(named),
      onRequest: row.on_request_codes.map(named),
      // Written by buildLeadTrace and by nobody else.
      trace: row.lead_trace as unknown as LeadTrace,
    },
    reportedAt: instantOf(row.reported_at),
    reportedByUnit: row.reported_by_unit,
    regulationVersion: row.regulation_version,
    leadConfirmedAt: instantOrNull(row.lead_confirmed_at),
    resolvedAt: instantOrNull(row.resolved_at),
    outcomeReturnedAt: instantOrNull(row.outcome_returned_at),
    due: row.next_due_at === null || row.next_due_step === null ? null : { step: row.next_due_step, at: instantOf(row.next_due_at) },
  };
}
