import { z } from 'zod';
import type { WardName } from './boundary';
import { daySchema, instantSchema, type Day, type Instant } from './instant';
import { prose } from './prose';
import type { Role } from './role';

export const DISPUTE_KINDS = ['family', 'neighbours', 'land', 'debt', 'business', 'labour', 'other'] as const;
export type DisputeKind = (typeof DISPUTE_KINDS)[number];

/** Who is in a dispute, as a role towards the others. No list of people is kept anywhere. */
export const PARTY_ROLES = [
  'spouse', 'relative', 'neighbour', 'household', 'tenant', 'landlord', 'trader', 'customer', 'creditor', 'debtor', 'employer', 'worker', 'business', 'resident_group', 'youth_group', 'other',
] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

export const DISPUTE_SOURCES = ['mediation_team', 'neighbourhood_guard', 'resident', 'patrol', 'hotline'] as const;
export type DisputeSource = (typeof DISPUTE_SOURCES)[number];

export const DISPUTE_RISKS = ['high', 'medium', 'low'] as const;
export type DisputeRisk = (typeof DISPUTE_RISKS)[number];

/** `received` → `mediating` → one of the ends; an ended dispute can be opened again. */
export const DISPUTE_STAGES = ['received', 'mediating', 'settled', 'handed_over', 'withdrawn'] as const;
export type DisputeStage = (typeof DISPUTE_STAGES)[number];
export const OPEN_STAGES: readonly DisputeStage[] = ['received', 'mediating'];

export const HAND_OVER_TARGETS = ['ward_police', 'peoples_committee', 'court', 'other'] as const;
export type HandOverTarget = (typeof HAND_OVER_TARGETS)[number];

/** From the ward's steering committee (Ban chỉ đạo 138) up. */
export const ESCALATION_TARGETS = ['steering_committee', 'cluster', 'commander'] as const;
export type EscalationTarget = (typeof ESCALATION_TARGETS)[number];

export const SESSION_OUTCOMES = ['agreed', 'partly', 'not_agreed', 'absent'] as const;
export type SessionOutcome = (typeof SESSION_OUTCOMES)[number];

/** `due_soon`: a third or less of the time is left; `must_escalate`: a cause to escalate that nobody has answered; `escalated`: answered. */
export const DISPUTE_STATES = ['must_escalate', 'due_soon', 'fresh', 'escalated'] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];

const days = z.int().min(1).max(365);
/** When a dispute is due and when it has to be escalated, as data. */
export const disputeRuleSchema = z.strictObject({
  /** Days from intake (or from opening again) to settle, by risk; the last day still counts. */
  days: z.strictObject({ high: days, medium: days, low: days }),
  /** Share of the time left at which it is due soon, 0 to 1. */
  warnShare: z.number().min(0).max(0.9),
  /** Mediation sessions that failed after which it has to be escalated. */
  failedSessions: z.int().min(1).max(10),
  /** Hours that a dispute of high risk may wait for its first session. */
  highRiskSessionHours: z.int().min(1).max(720),
});
export type DisputeRule = z.output<typeof disputeRuleSchema>;

/** A version of the rule, as `GET /api/disputes/rules` lists them, newest first. */
export interface DisputeRuleVersion {
  readonly version: number;
  readonly rule: DisputeRule;
  /** Set by the product, not by a signed document. */
  readonly assumed: boolean;
  readonly recordedAt: Instant;
  readonly recordedByRole: Role | null;
}

/** One mediation session; `heldAt` null while it is planned. */
export interface DisputeSession {
  readonly number: number;
  readonly plannedAt: Instant | null;
  readonly heldAt: Instant | null;
  /** The mediation team: an organisation. */
  readonly team: string;
  readonly outcome: SessionOutcome | null;
  readonly nextStep: string | null;
}

/** That a dispute was brought before somebody higher up, by role and unit. */
export interface DisputeEscalation {
  readonly to: EscalationTarget;
  readonly at: Instant;
  readonly byRole: Role | null;
  readonly byUnit: string | null;
  readonly reason: string | null;
}

/** How many of a role are in a dispute. */
export interface DisputeParty {
  readonly role: PartyRole;
  readonly count: number;
}

/** A dispute as a reader sees it. Never a name of a person. */
export interface Dispute {
  readonly id: string;
  readonly version: number;
  /** The incident it came from; null without one. */
  readonly incidentId: string | null;
  readonly position: readonly [number, number];
  readonly editionId: string;
  readonly ward: WardName;
  readonly kind: DisputeKind;
  readonly parties: readonly DisputeParty[];
  readonly source: DisputeSource;
  readonly risk: DisputeRisk;
  readonly stage: DisputeStage;
  readonly receivedAt: Instant;
  /** Since when its clock runs: the intake, or when it was last opened again. */
  readonly beganAt: Instant;
  /** Last day in time, and the first instant after it. */
  readonly dueDay: Day;
  readonly dueAt: Instant;
  readonly extended: boolean;
  readonly ruleVersion: number;
  readonly rule: DisputeRule;
  readonly handedOverTo: HandOverTarget | null;
  /** Day on which it was settled, handed over or withdrawn; null while open. */
  readonly endedOn: Day | null;
  readonly followUpDay: Day | null;
  readonly sessions: readonly DisputeSession[];
  readonly escalations: readonly DisputeEscalation[];
  /** What it is about, and what it came to, in words without names. */
  readonly description: string | null;
  readonly outcome: string | null;
  readonly changedAt: Instant;
}

const version = z.int().min(1).max(2_147_483_647);
/** A client-made id of a request: sending it twice makes one change. */
const requestId = z.uuid().optional();
const seen = { version, requestId };
const words = prose(2_000);

/** Parties by role, each role once, 2 to 200 of them in all. */
const parties = z.array(z.strictObject({ role: z.enum(PARTY_ROLES), count: z.int().min(1).max(200) })).min(1).max(8)
  .refine((given) => new Set(given.map(({ role }) => role)).size === given.length, 'names a role twice')
  .refine((given) => given.reduce((sum, { count }) => sum + count, 0) >= 2, 'a dispute has at least two parties');

/** Body of `POST /api/disputes`: a place, or an incident whose place it is. */
export const newDisputeSchema = z.strictObject({
  id: z.uuid().optional(),
  incidentId: z.uuid().optional(),
  lon: z.number().min(-180).max(180).optional(),
  lat: z.number().min(-85).max(85).optional(),
  kind: z.enum(DISPUTE_KINDS),
  parties,
  source: z.enum(DISPUTE_SOURCES),
  receivedAt: instantSchema,
  risk: z.enum(DISPUTE_RISKS),
  description: words.optional(),
}).superRefine(({ incidentId, lon, lat }, context) => {
  if (incidentId !== undefined && (lon ?? lat) !== undefined) context.addIssue({ code: 'custom', path: ['incidentId'], message: 'has its own place: leave lon and lat out' });
  if (incidentId === undefined && lon === undefined) context.addIssue({ code: 'custom', path: ['lon'], message: 'is needed without an incident' });
  if (incidentId === undefined && lat === undefined) context.addIssue({ code: 'custom', path: ['lat'], message: 'is needed without an incident' });
});
export type NewDispute = z.output<typeof newDisputeSchema>;

/** Body of `PATCH /api/disputes/{id}`: what changes; `withdraw` ends it with its reason and goes alone. */
export const disputeChangeSchema = z.strictObject({
  ...seen,
  kind: z.enum(DISPUTE_KINDS).optional(),
  parties: parties.optional(),
  risk: z.enum(DISPUTE_RISKS).optional(),
  followUpDay: daySchema.nullable().optional(),
  note: words.optional(),
  withdraw: z.strictObject({ reason: words }).optional(),
}).superRefine(({ withdraw, version: _version, requestId: _requestId, ...rest }, context) => {
  const others = Object.values(rest).filter((one) => one !== undefined).length;
  if (withdraw !== undefined && others > 0) context.addIssue({ code: 'custom', path: ['withdraw'], message: 'goes alone' });
  if (withdraw === undefined && others === 0) context.addIssue({ code: 'custom', path: [], message: 'changes nothing' });
});
export type DisputeChange = z.output<typeof disputeChangeSchema>;

/** Body of `POST /api/disputes/{id}/sessions`: plans one, or records how one went (`number`: a planned one). */
export const disputeSessionSchema = z.discriminatedUnion('action', [
  z.strictObject({ ...seen, action: z.literal('plan'), plannedAt: instantSchema, team: prose(200) }),
  z.strictObject({ ...seen, action: z.literal('hold'), number: z.int().min(1).max(1_000).optional(), heldAt: instantSchema, team: prose(200).optional(), outcome: z.enum(SESSION_OUTCOMES), nextStep: words.optional() })
    .refine(({ number, team }) => number !== undefined || team !== undefined, { path: ['team'], message: 'is needed for a session that was not planned' }),
]);
export type DisputeSessionChange = z.output<typeof disputeSessionSchema>;

/** Body of `POST /api/disputes/{id}/escalations`. */
export const disputeEscalationSchema = z.strictObject({ ...seen, to: z.enum(ESCALATION_TARGETS), reason: words });
/** Body of `POST /api/disputes/{id}/settle`. */
export const disputeSettleSchema = z.strictObject({ ...seen, settledOn: daySchema, outcome: words, followUpDay: daySchema.optional() })
  .refine(({ settledOn, followUpDay }) => followUpDay === undefined || followUpDay > settledOn, { path: ['followUpDay'], message: 'must come after settledOn' });
/** Body of `POST /api/disputes/{id}/hand-over`. */
export const disputeHandOverSchema = z.strictObject({ ...seen, to: z.enum(HAND_OVER_TARGETS), reason: words });
/** Body of `POST /api/disputes/{id}/reopen`. */
export const disputeReopenSchema = z.strictObject({ ...seen, reason: words });
/** Body of `POST /api/disputes/{id}/extend`: a later last day, with its written reason. */
export const disputeExtendSchema = z.strictObject({ ...seen, dueDay: daySchema, reason: words });

/** Body of `PUT /api/disputes/rules`; `version` is the newest that the sender saw. */
export const newDisputeRuleSchema = z.strictObject({ version, rule: disputeRuleSchema });

/** What can be done with a dispute. */
export const DISPUTE_ACTIONS = ['change', 'session', 'escalate', 'settle', 'hand_over', 'withdraw', 'reopen', 'extend'] as const;
export type DisputeAction = (typeof DISPUTE_ACTIONS)[number];

/** One entry of a dispute's history; the words that went with it in `remark`. */
export interface DisputeHistoryEntry {
  readonly id: number;
  readonly at: Instant;
  readonly actorRole: string | null;
  readonly actorUnit: string | null;
  readonly kind: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly remark: string | null;
}

/** Answer of every route about one dispute. */
export interface DisputePage {
  readonly id: string;
  readonly dispute: Dispute;
  /** What the reader may do with it as it stands; the server checks again. */
  readonly permissions: Readonly<Record<DisputeAction, boolean>>;
  readonly history: readonly DisputeHistoryEntry[];
}

/** Answer of `GET /api/disputes/counts`. */
export type DisputeCounts = Readonly<Record<DisputeStage, number>>;
