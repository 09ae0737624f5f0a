import { z } from 'zod';
import type { WardName } from './boundary';
import { INCIDENT_STATUSES } from './incident';
import { instantSchema, type Instant } from './instant';
import { prose } from './prose';
import type { ClockStep } from './regulation';

/** Why a ward assists: as a matter of course in the border zone (rule 2), or because the lead asked (rule 1). */
export const ASSIST_BASES = ['automatic', 'request'] as const;
export type AssistBasis = (typeof ASSIST_BASES)[number];

/** Life of one ward's assistance with one incident. `cancelled`: no longer needed, e.g. because that ward leads now. */
export const ASSIST_STATUSES = ['asked', 'accepted', 'declined', 'finished', 'cancelled'] as const;
export type AssistStatus = (typeof ASSIST_STATUSES)[number];

/** One ward's assistance with an incident; at most one a ward. */
export interface Assist {
  readonly ward: WardName;
  readonly basis: AssistBasis;
  readonly status: AssistStatus;
  /** The incident's version at this assist's last change: what an answer compares with. */
  readonly version: number;
  readonly askedAt: Instant;
  readonly answeredAt: Instant | null;
  readonly finishedAt: Instant | null;
  /** Deadline of the answer; null when none is set. */
  readonly dueAt: Instant | null;
  /** Why it was asked, declined or how it ended; null without one or for a reader who may not read free text. */
  readonly note: string | null;
}

export const HAND_OVER_STATUSES = ['offered', 'accepted', 'declined', 'withdrawn'] as const;
export type HandOverStatus = (typeof HAND_OVER_STATUSES)[number];

/** An offer of the lead to hand an incident to another ward; at most one is open. */
export interface HandOver {
  readonly from: WardName | null;
  readonly to: WardName;
  readonly status: HandOverStatus;
  readonly version: number;
  readonly offeredAt: Instant;
  readonly answeredAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly reason: string | null;
  readonly answer: string | null;
}

/** A commander's decision about the lead. */
export interface LeadDecisionRecord {
  readonly ward: WardName;
  readonly decidedAt: Instant;
  readonly withdrawnAt: Instant | null;
  readonly reason: string | null;
  readonly withdrawalReason: string | null;
}

/** One timed step as it stands; `doneAt` null while it is open, `dueAt` null when it has no deadline. */
export interface ClockReading {
  readonly step: ClockStep;
  /** Who has to take the step; null when nobody leads. */
  readonly ward: WardName | null;
  readonly startedAt: Instant;
  readonly dueAt: Instant | null;
  readonly doneAt: Instant | null;
}

/** Everything about an incident beyond the incident itself. Part of `GET /api/incidents/{id}`. */
export interface Coordination {
  readonly detections: readonly { readonly ward: WardName; readonly at: Instant | null; readonly recordedAt: Instant }[];
  readonly assists: readonly Assist[];
  readonly handOvers: readonly HandOver[];
  readonly decisions: readonly LeadDecisionRecord[];
  readonly clock: readonly ClockReading[];
  /** What came of it; null while open or for a reader who may not read free text. */
  readonly outcome: string | null;
}

/** What the reader may do with an incident now; the buttons of its page. The server checks again. */
export interface IncidentPermissions {
  readonly confirmLead: boolean;
  readonly changeStatus: boolean;
  readonly decideLead: boolean;
  readonly setDeadlines: boolean;
  readonly returnOutcome: boolean;
  readonly askAssist: boolean;
  readonly offerHandOver: boolean;
  /** Wards (codes, in the incident's edition) for which the reader may answer assists and hand-overs or report a detection. */
  readonly speaksFor: readonly string[];
  readonly addDetection: 'own' | 'any' | 'no';
}

const version = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const wardCode = z.string().regex(/^\d{5}$/, 'a ward code has five digits');
/** A client-made id of a request: sending it twice makes one transition. */
const requestId = z.uuid().optional();

/** Body of `PATCH /api/incidents/{id}`: the version the sender saw, and exactly one change. */
export const incidentChangeSchema = z
  .strictObject({
    version,
    requestId,
    status: z.enum(INCIDENT_STATUSES).optional(),
    /** Needed when the status becomes `resolved`; may be corrected later. */
    outcome: prose(2_000).optional(),
    confirmLead: z.literal(true).optional(),
    /** A commander's decision. */
    lead: z.strictObject({ ward: wardCode, reason: prose(2_000) }).optional(),
    withdrawDecision: z.strictObject({ reason: prose(2_000) }).optional(),
    deadlines: z.strictObject({ confirm_lead: instantSchema.optional(), resolve: instantSchema.optional() })
      .refine((given) => Object.values(given).some((one) => one !== undefined), 'names no step').optional(),
    outcomeReturned: z.literal(true).optional(),
  })
  .superRefine((change, context) => {
    const { status, outcome, confirmLead, lead, withdrawDecision, deadlines, outcomeReturned } = change;
    const changes = [status ?? outcome, confirmLead, lead, withdrawDecision, deadlines, outcomeReturned].filter((one) => one !== undefined).length;
    if (changes !== 1) context.addIssue({ code: 'custom', path: [], message: 'exactly one of status, outcome, confirmLead, lead, withdrawDecision, deadlines, outcomeReturned is needed' });
    if (status === 'resolved' && outcome === undefined) context.addIssue({ code: 'custom', path: ['outcome'], message: 'is needed to resolve an incident' });
  });
export type IncidentChange = z.output<typeof incidentChangeSchema>;

/** Body of `POST /api/incidents/{id}/assists`. `version`: the incident's to ask, the assist's own to answer. */
export const assistActionSchema = z
  .strictObject({ action: z.enum(['ask', 'accept', 'decline', 'finish', 'cancel']), ward: wardCode, version, requestId, note: prose(2_000).optional() })
  .refine(({ action, note }) => action !== 'decline' || note !== undefined, { path: ['note'], message: 'a refusal needs its reason' });
export type AssistAction = z.output<typeof assistActionSchema>;

/** Body of `POST /api/incidents/{id}/hand-overs`. `version`: the incident's to offer, the hand-over's own to answer. */
export const handOverActionSchema = z
  .strictObject({ action: z.enum(['offer', 'accept', 'decline', 'withdraw']), ward: wardCode.optional(), version, requestId, note: prose(2_000).optional() })
  .refine(({ action, ward }) => (action === 'offer') === (ward !== undefined), { path: ['ward'], message: 'is needed to offer, and only then' })
  .refine(({ action, note }) => (action !== 'offer' && action !== 'decline') || note !== undefined, { path: ['note'], message: 'needs its reason' });
export type HandOverAction = z.output<typeof handOverActionSchema>;

/** Body of `POST /api/incidents/{id}/detections`: a report, perhaps late, that a ward detected the incident at an instant. */
export const newDetectionSchema = z.strictObject({ detectedBy: wardCode, detectedAt: instantSchema, requestId });
export type NewDetection = z.output<typeof newDetectionSchema>;

/** What waits for somebody: one open step of one incident. `GET /api/work`. */
export interface WorkItem {
  readonly kind: ClockStep | 'finish_assist';
  readonly incidentId: string;
  /** The incident's version. */
  readonly version: number;
  readonly category: string;
  readonly occurredAt: Instant;
  readonly position: readonly [number, number];
  readonly editionId: string;
  readonly clusterId: string | null;
  readonly borderZone: boolean;
  /** Who has to act; null when nobody leads. */
  readonly ward: WardName | null;
  readonly lead: WardName | null;
  readonly since: Instant;
  readonly dueAt: Instant | null;
}
