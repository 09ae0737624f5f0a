import { z } from 'zod';
import type { OwnershipStatus } from '../geo/types';
import type { WardName } from './boundary';
import { instantSchema, type Instant } from './instant';

/** Life of an incident as shown on map and lists. */
export const INCIDENT_STATUSES = ['reported', 'in_progress', 'resolved', 'closed'] as const;
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];

/** How an incident came to be known. */
export const INCIDENT_SOURCES = ['patrol', 'hotline', 'resident', 'camera', 'other'] as const;
export type IncidentSource = (typeof INCIDENT_SOURCES)[number];

/** Why the lead is the lead; kept as data. `outside`: no ward owns the point, so nobody leads until someone decides. */
export const LEAD_REASONS = ['owner', 'first_detector', 'no_member_detected', 'no_agreement', 'decision', 'outside'] as const;
export type LeadReason = (typeof LEAD_REASONS)[number];

/** Whether PostgreSQL can keep a text: no zero byte, no half of a surrogate pair. */
export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** Body of `POST /api/incidents`. `detectedBy` is the ward code of the detecting unit, in the edition in force at `occurredAt`. */
export const newIncidentSchema = z.strictObject({
  id: z.uuid().optional(),
  category: z.string().regex(/^[a-z][a-z_]{0,39}$/, 'a category is a code of small letters and _'),
  occurredAt: instantSchema,
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
  detectedBy: z.string().regex(/^\d{5}$/, 'a ward code has five digits').optional(),
  detectedAt: instantSchema.optional(),
  source: z.enum(INCIDENT_SOURCES),
  summary: z
    .string()
    .trim()
    .max(2000)
    .refine(isStorable, 'holds characters that can not be stored')
    .transform((text) => text.normalize('NFC'))
    .optional(),
  accuracyM: z.number().min(0).max(10_000).optional(),
});
export type NewIncident = z.output<typeof newIncidentSchema>;

/** An incident as this product shows it. Names are those of the edition in force when it occurred. */
export interface Incident {
  readonly id: string;
  /** Grows with every change of any incident; the resume point of lists and feeds. */
  readonly version: number;
  readonly category: string;
  readonly occurredAt: Instant;
  readonly position: readonly [number, number];
  readonly accuracyMetres: number | null;
  readonly status: IncidentStatus;
  readonly source: IncidentSource;
  /** Null when there is none or when the reader's role may not read free text. */
  readonly summary: string | null;
  readonly editionId: string;
  readonly ownership: { readonly status: OwnershipStatus; readonly owner: WardName | null; readonly candidates: readonly WardName[] };
  readonly neighbours: readonly (WardName & { readonly distanceMetres: number })[];
  readonly borderZone: boolean;
  readonly junction: boolean;
  readonly widthMetres: number;
  readonly clusterId: string | null;
  readonly focusAreaId: string | null;
  readonly detectedBy: WardName | null;
  readonly detectedAt: Instant | null;
  readonly lead: { readonly ward: WardName | null; readonly reason: LeadReason; readonly assists: readonly WardName[]; readonly onRequest: readonly WardName[]; readonly trace: LeadTrace };
  readonly reportedAt: Instant;
}

/** One step of the reasoning behind a lead, as data; `lib/messages` turns it into a sentence. */
export type LeadTraceStep =
  | { readonly kind: 'owner'; readonly ward: WardName; readonly status: OwnershipStatus }
  | { readonly kind: 'outside' }
  | { readonly kind: 'neighbour'; readonly ward: WardName; readonly distanceMetres: number; readonly widthMetres: number }
  | { readonly kind: 'not_border_zone'; readonly widthMetres: number }
  | { readonly kind: 'focus_area'; readonly id: string; readonly name: string }
  | { readonly kind: 'cluster'; readonly id: string; readonly name: string; readonly regulationVersion: number; readonly widthMetres: number }
  | { readonly kind: 'no_cluster'; readonly pair: readonly WardName[] }
  | { readonly kind: 'detected'; readonly ward: WardName; readonly at: Instant | null; readonly member: boolean }
  | { readonly kind: 'not_detected' }
  | { readonly kind: 'tie'; readonly wards: readonly WardName[]; readonly at: Instant }
  | { readonly kind: 'lead'; readonly ward: WardName | null; readonly reason: LeadReason; readonly assists: number }
  | { readonly kind: 'would_change'; readonly wards: readonly WardName[] };

/** The reasoning behind a lead, in order. */
export type LeadTrace = readonly LeadTraceStep[];
