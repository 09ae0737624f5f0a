import type { FeatureCollection } from 'geojson';
import type { Incident } from '../domain/incident';
import { writeCsvField } from './csv-field';

/** Columns of an exported incident, in order. */
const COLUMNS: readonly (readonly [name: string, value: (one: Incident) => string | number | boolean | null])[] = [
  ['id', (one) => one.id],
  ['category', (one) => one.category],
  ['occurred_at', (one) => one.occurredAt],
  ['lon', (one) => one.position[0]],
  ['lat', (one) => one.position[1]],
  ['accuracy_m', (one) => one.accuracyMetres],
  ['status', (one) => one.status],
  ['source', (one) => one.source],
  ['edition', (one) => one.editionId],
  ['ward', (one) => one.ownership.owner?.code ?? null],
  ['ward_name', (one) => one.ownership.owner?.name ?? null],
  ['ownership', (one) => one.ownership.status],
  ['border_zone', (one) => one.borderZone],
  ['neighbours', (one) => one.neighbours.map((near) => near.code).join(';')],
  ['cluster', (one) => one.clusterId],
  ['lead', (one) => one.lead.ward?.code ?? null],
  ['lead_name', (one) => one.lead.ward?.name ?? null],
  ['lead_reason', (one) => one.lead.reason],
  ['detected_by', (one) => one.detectedBy?.code ?? null],
  ['detected_at', (one) => one.detectedAt],
  ['reported_at', (one) => one.reportedAt],
  ['regulation_version', (one) => one.regulationVersion],
  ['lead_confirmed_at', (one) => one.leadConfirmedAt],
  ['resolved_at', (one) => one.resolvedAt],
  ['outcome_returned_at', (one) => one.outcomeReturnedAt],
  ['due_step', (one) => one.due?.step ?? null],
  ['due_at', (one) => one.due?.at ?? null],
  ['summary', (one) => one.summary],
  ['occurred_until', (one) => one.occurredUntil],
];

/** Incidents as CSV (RFC 4180, UTF-8, header line first). */
export function writeIncidentCsv(incidents: readonly Incident[]): string {
  const lines = incidents.map((one) => COLUMNS.map(([, value]) => writeCsvField(value(one))).join(','));
  return [COLUMNS.map(([name]) => name).join(','), ...lines, ''].join('\r\n');
}

/** Incidents as a GeoJSON FeatureCollection of points (RFC 7946). */
export function buildIncidentCollection(incidents: readonly Incident[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: incidents.map((one) => ({
      type: 'Feature',
      id: one.id,
      geometry: { type: 'Point', coordinates: [...one.position] },
      properties: Object.fromEntries(COLUMNS.map(([name, value]) => [name, value(one)])),
    })),
  };
}
