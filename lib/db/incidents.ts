import { z } from 'zod';
import type { Incident, IncidentStatus } from '../domain/incident';
import type { Role } from '../domain/role';
import type { Bbox } from '../geo/types';
import { unwrap } from './api-error';
import { createServiceClient, type DatabaseClient } from './clients';
import type { Json } from './database.types';
import { readWardNames } from './editions';
import { incidentRowSchema, listWardKeys, toIncident, type IncidentRow } from './incident-reading';
import { toIncidentRow, type AssessedReport } from './incident-row';
import { instantOf } from './instant-of';

/** Who writes, for the history; null = the server itself. */
export interface Actor {
  readonly userId: string;
  readonly role: Role;
  readonly unitId?: string | undefined;
}

/** What `listIncidents` can be narrowed by; conditions are joined by "and", values of one list by "or". */
export interface IncidentFilter {
  /** First instant. */
  readonly from?: string | undefined;
  /** First instant no longer meant. */
  readonly to?: string | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly statuses?: readonly IncidentStatus[] | undefined;
  /** Owner's codes. */
  readonly wards?: readonly string[] | undefined;
  /** Edition those codes belong to. */
  readonly editionId?: string | undefined;
  readonly cluster?: string | undefined;
  readonly borderZone?: boolean | undefined;
  /** Ward that leads, `editionId/code`. */
  readonly lead?: string | undefined;
  /** Ward that is asked to assist or assists, `editionId/code`. */
  readonly assist?: string | undefined;
  /** Whether it is reported or in progress. */
  readonly open?: boolean | undefined;
  /** Whether an open step of it is past its deadline. */
  readonly overdue?: boolean | undefined;
  readonly bbox?: Bbox | undefined;
  /** Words of the summary or the owner's name, with or without accents; a viewer searches names alone. */
  readonly q?: string | undefined;
}

/** One page of incidents, newest first, and where the next one starts. */
export interface IncidentPage {
  readonly incidents: readonly Incident[];
  /** Opaque; null on the last page. */
  readonly next: string | null;
}

/** Outcome of recording a report. `duplicate`: this id was recorded before, by the same account or with the same content. */
export type RecordResult =
  | { readonly kind: 'created' | 'duplicate'; readonly incident: Incident }
  | { readonly kind: 'conflict'; readonly id: string }
  | { readonly kind: 'invalid'; readonly field: string; readonly reason: string };

const cursorSchema = z.tuple([z.string().regex(/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d/), z.uuid()]);
const encodeCursor = (row: Pick<IncidentRow, 'occurred_at' | 'id'>): string => Buffer.from(JSON.stringify([row.occurred_at, row.id])).toString('base64url');

/** The cursor that goes on after an incident. */
export const cursorAfter = ({ occurredAt, id }: Pick<Incident, 'occurredAt' | 'id'>): string => encodeCursor({ occurred_at: occurredAt, id });

/** The place a cursor stands for; null when it is not one of ours. */
export function parseCursor(cursor: string): { readonly afterAt: string; readonly afterId: string } | null {
  try {
    const [afterAt, afterId] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    const at = new Date(afterAt);
    const year = at.getUTCFullYear();
    return year >= 1900 && year < 2200 ? { afterAt: instantOf(afterAt), afterId } : null;
  } catch {
    return null;
  }
}

async function nameIncidents(client: DatabaseClient, rows: readonly IncidentRow[]): Promise<Incident[]> {
  const nameOf = await readWardNames(client, listWardKeys(rows));
  return rows.map((row) => toIncident(row, nameOf));
}

/**
 * One page of the incidents the client may see, newest first (ties: larger id first).
 *
 * Limits: `limit` 1 to 1,000. A cursor goes on where its page ended, also when incidents were added meanwhile.
 */
export async function listIncidents(client: DatabaseClient, filter: IncidentFilter, limit = 50, cursor?: { readonly afterAt: string; readonly afterId: string }): Promise<IncidentPage> {
  const rows = await requestRows(client, filter, limit + 1, cursor);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    incidents: await nameIncidents(client, page),
    next: rows.length > limit && last !== undefined ? encodeCursor(last) : null,
  };
}

async function requestRows(client: DatabaseClient, filter: IncidentFilter & { id?: string }, size: number, cursor?: { readonly afterAt: string; readonly afterId: string }): Promise<IncidentRow[]> {
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== '')) as Record<string, Json>;
  const answer = await client.rpc('list_incidents', {
    filter: given,
    page_size: size,
    ...(cursor === undefined ? {} : { after_at: cursor.afterAt, after_id: cursor.afterId }),
  });
  return z.array(incidentRowSchema).parse(unwrap('incidents', answer));
}

/** One incident, if the client may see it. */
export async function findIncident(client: DatabaseClient, id: string): Promise<Incident | undefined> {
  const [incident] = await nameIncidents(client, await requestRows(client, { id }, 1));
  return incident;
}

/** Fields of a report by the constraint that refuses them. */
const FIELDS: Readonly<Record<string, string>> = {
  incidents_category_fkey: 'category',
  incidents_edition_id_detected_by_code_fkey: 'detectedBy',
};

const recordedSchema = z.object({ outcome: z.enum(['created', 'duplicate', 'conflict']), id: z.string() });

/**
 * Writes an assessed report, its text, its first detection and its history in one transaction. Sending an id twice makes
 * one incident.
 */
export async function recordIncident(assessed: AssessedReport, actor: Actor | null, service: DatabaseClient = createServiceClient()): Promise<RecordResult> {
  const { data, error } = await service.rpc('record_incident', { payload: { incident: toIncidentRow(assessed), actor: actor as unknown as Json } });
  const refused = Object.entries(FIELDS).find(([constraint]) => error?.message.includes(`"${constraint}"`) === true);
  if (error !== null && refused !== undefined) return { kind: 'invalid', field: refused[1], reason: error.message };
  const { outcome, id } = recordedSchema.parse(unwrap('recording an incident', { data, error }));
  if (outcome === 'conflict') return { kind: 'conflict', id };
  const incident = await findIncident(service, id);
  if (incident === undefined) throw new Error(`incident ${id} was recorded and can not be read`);
  return { kind: outcome, incident };
}
