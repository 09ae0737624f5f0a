import { z } from 'zod';
import type { Cluster, WardName } from './boundary';
import { daySchema, type Day, type Instant } from './instant';
import { prose } from './prose';

/** Days before the end of its term at which a cluster warns. */
export const TERM_WARNING_DAYS = 60;

/** A duty desk: a unit and its number, no person. */
export interface DutyDesk {
  readonly unitId: string;
  readonly unitName: string;
  readonly ward: WardName;
  readonly phone: string | null;
}

/** The signed record of a rotation of the standing unit, numbered within its cluster. */
export interface LeadHandOver {
  readonly id: number;
  readonly number: number;
  readonly from: WardName | null;
  readonly to: WardName;
  /** First day of the new standing unit. */
  readonly effectiveFrom: Day;
  readonly recordedAt: Instant;
  /** What was handed over, as counted when it was recorded. */
  readonly facts: { readonly openIncidents: number; readonly openAssists: number; readonly overdue: number; readonly plannedPatrols: number; readonly regulationVersion: number | null };
  readonly remarks: string | null;
}

/** A note exchanged between members. */
export interface ClusterNote {
  readonly id: string;
  readonly at: Instant;
  readonly unitName: string | null;
  readonly role: string;
  readonly body: string;
  /** An incident or a patrol it is about. */
  readonly incidentId: string | null;
}

/** Where a cluster stands in its term on a day. */
export interface TermState {
  readonly state: 'not_yet' | 'in_force' | 'ending' | 'lapsed';
  /** Days until it begins or ends; null for an open end. */
  readonly days: number | null;
}

/** `GET /api/clusters/{id}`. */
export interface ClusterPage {
  readonly cluster: Cluster;
  readonly members: readonly (WardName & { readonly from: Day | null; readonly to: Day | null })[];
  readonly leads: readonly (WardName & { readonly from: Day | null; readonly to: Day | null })[];
  readonly term: TermState;
  readonly provenance: { readonly sourceVi?: string | undefined; readonly sourceEn?: string | undefined; readonly noteVi?: string | undefined; readonly noteEn?: string | undefined; readonly assumed?: readonly string[] | undefined };
  readonly desks: readonly DutyDesk[];
  readonly handOvers: readonly LeadHandOver[];
  readonly counts: { readonly open: number; readonly overdue: number; readonly openAssists: number; readonly last28Days: number; readonly previous28Days: number };
  readonly asOf: Instant;
  readonly mayEdit: boolean;
  readonly mayWriteNotes: boolean;
}

const requestId = z.uuid().optional();
const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const ring = z.array(position).min(4).max(2_000)
  .refine((given) => given[0]?.[0] === given.at(-1)?.[0] && given[0]?.[1] === given.at(-1)?.[1], 'a ring ends where it began');

/** A focus area's shape. */
export const focusShapeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('circle'), centre: position, radiusMetres: z.number().min(1).max(5_000) }),
  z.strictObject({ kind: z.literal('polygon'), coordinates: z.array(ring).min(1).max(20) }),
]);

/** Body of `POST /api/clusters/{id}/leads`: the next standing unit, from a day on. */
export const rotationSchema = z.strictObject({ wardCode: z.string().regex(/^\d{5}$/), from: daySchema, remarks: prose(4_000).optional(), requestId });
/** Body of `PATCH /api/clusters/{id}`: another end of the term. */
export const termSchema = z.strictObject({ termTo: daySchema.nullable(), requestId });
/** Body of `POST /api/clusters/{id}/focus-areas`, and of `PUT …/focus-areas/{fid}`. */
export const focusAreaSchema = z.strictObject({ name: prose(200), shape: focusShapeSchema, from: daySchema.nullable().default(null), to: daySchema.nullable().default(null) });
/** Body of `POST /api/clusters/{id}/notes`. */
export const newNoteSchema = z.strictObject({ id: z.uuid().optional(), body: prose(4_000), incidentId: z.uuid().optional() });
/** Body of `PATCH /api/units/{id}`. */
export const deskSchema = z.strictObject({ dutyDeskPhone: z.string().regex(/^[0-9+ ().-]{3,30}$/, 'digits, spaces and + ( ) . - only').nullable() });
