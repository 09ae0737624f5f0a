import { z } from 'zod';
import type { OwnershipStatus } from '../geo/types';
import type { WardName } from './boundary';
import { instantSchema, type Instant } from './instant';
import { wordsSchema } from './prose';
import type { ClockStep, LeadRule } from './regulation';

/** Life of an incident as shown on map and lists. */
export const INCIDENT_STATUSES = ['reported', 'in_progress', 'resolved', 'closed'] as const;
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];

/** How an incident came to be known. */
export const INCIDENT_SOURCES = ['patrol', 'hotline', 'resident', 'camera', 'other'] as const;
export type IncidentSource = (typeof INCIDENT_SOURCES)[number];

/**
 * Why the lead is the lead; kept as data. `outside`: no ward owns the point, so nobody leads until someone decides;
 * `regulation_owner`, `standing_unit`: border zone of a cluster whose regulation lets the owner, or its standing unit, lead;
 * `handed_over`: the wards agreed on another lead. The order is that of the codes in the point columns: append only.
 */
export const LEAD_REASONS = [
  'owner', 'first_detector', 'no_member_detected', 'no_agreement', 'decision', 'outside', 'regulation_owner', 'standing_unit', 'handed_over',
] as const;
export type LeadReason = (typeof LEAD_REASONS)[number];

/** The longest span, in days, within which an incident may be said to have occurred. */
export const LONGEST_SPAN_DAYS = 31;

/** What is wrong with the end of a span that began at another instant; null when nothing is. */
export function findSpanFault(occurredAt: string, occurredUntil: string): 'before' | 'long' | null {
  const ms = Date.parse(occurredUntil) - Date.parse(occurredAt);
  return ms < 0 ? 'before' : ms > LONGEST_SPAN_DAYS * 86_400_000 ? 'long' : null;
}

/** Body of `POST /api/incidents`. `detectedBy` is the ward code of the detecting unit, in the edition in force at `occurredAt`. */
export const newIncidentSchema = z.strictObject({
  id: z.uuid().optional(),
  category: z.string().regex(/^[a-z][a-z_]{0,39}$/, 'a category is a code of small letters and _'),
  occurredAt: instantSchema,
  /** End of the span in which it occurred, which began at `occurredAt`; absent when the instant is known. */
  occurredUntil: instantSchema.optional(),
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
  detectedBy: z.string().regex(/^\d{5}$/, 'a ward code has five digits').optional(),
  detectedAt: instantSchema.optional(),
  source: z.enum(INCIDENT_SOURCES),
  summary: wordsSchema(2000).optional(),
  accuracyM: z.number().min(0).max(10_000).optional(),
}).superRefine(({ occurredAt, occurredUntil }, issues) => {
  const fault = occurredUntil === undefined ? null : findSpanFault(occurredAt, occurredUntil);
  if (fault !== null) issues.addIssue({ code: 'custom', path: ['occurredUntil'], message: fault === 'before' ? 'lies before occurredAt' : `lies more than ${String(LONGEST_SPAN_DAYS)} days after occurredAt` });
});
export type NewIncident = z.output<typeof newIncidentSchema>;

/** An incident as this product shows it. Names are those of the edition in force when it occurred. */
export interface Incident {
  readonly id: string;
  /** Grows with every change of any incident; the resume point of lists and feeds. */
  readonly version: number;
  readonly category: string;
  readonly occurredAt: Instant;
  /** End of the span in which it occurred; null when the instant is known. */
  readonly occurredUntil: Instant | null;
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
  /** Unit that reported it; null for an import or an account without a unit. */
  readonly reportedByUnit: string | null;
  /** Version of the cluster's regulation that applied when it occurred; null without one. */
  readonly regulationVersion: number | null;
  /** When the lead said that it leads; null until then. */
  readonly leadConfirmedAt: Instant | null;
  readonly resolvedAt: Instant | null;
  /** When the outcome was reported back to whoever reported it. */
  readonly outcomeReturnedAt: Instant | null;
  /** The earliest deadline among the open steps, and its step; null when nothing is open or nothing is timed. Overdue when it has passed. */
  readonly due: { readonly step: ClockStep; readonly at: Instant } | null;
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
  | { readonly kind: 'lead_rule'; readonly rule: LeadRule; readonly mayLead: readonly WardName[] | null }
  | { readonly kind: 'decision'; readonly ward: WardName; readonly at: Instant }
  | { readonly kind: 'handed_over'; readonly from: WardName | null; readonly ward: WardName; readonly at: Instant }
  | { readonly kind: 'lead'; readonly ward: WardName | null; readonly reason: LeadReason; readonly assists: number }
  | { readonly kind: 'would_change'; readonly wards: readonly WardName[] };

/** The reasoning behind a lead, in order. */
export type LeadTrace = readonly LeadTraceStep[];
