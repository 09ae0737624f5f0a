import { z } from 'zod';
import { INCIDENT_SOURCES, INCIDENT_STATUSES, LEAD_REASONS, type Incident, type LeadTrace } from '../domain/incident';
import { instantOf } from './instant-of';
import type { WardNaming } from './editions';

/** A row of `list_incidents` as the API sends it. */
export const incidentRowSchema = z.object({
  id: z.string(),
  version: z.number(),
  category: z.string(),
  occurred_at: z.string(),
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

/** A row as the domain knows it. */
export function toIncident(row: IncidentRow, nameOf: WardNaming): Incident {
  const named = (code: string) => nameOf(row.edition_id, code);
  const namedOrNull = (code: string | null) => (code === null ? null : named(code));
  return {
    id: row.id,
    version: row.version,
    category: row.category,
    occurredAt: instantOf(row.occurred_at),
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
    detectedAt: row.detected_at === null ? null : instantOf(row.detected_at),
    lead: {
      ward: namedOrNull(row.lead_code),
      reason: row.lead_reason,
      assists: row.assist_codes.map(named),
      onRequest: row.on_request_codes.map(named),
      // Written by buildLeadTrace and by nobody else.
      trace: row.lead_trace as unknown as LeadTrace,
    },
    reportedAt: instantOf(row.reported_at),
  };
}
