import { z } from 'zod';
import type { CoveredArc } from '../geo/arc-coverage';
import { DISPUTE_KINDS, DISPUTE_RISKS, DISPUTE_STAGES } from './dispute';
import { instantSchema, type Day, type Instant } from './instant';
import type { BookingStatus, PatrolGeometry, PatrolStatus } from './patrol';
import { PROGRAMME_STATUSES } from './programme';
import { CLOCK_STEPS } from './regulation';

const position = z.tuple([z.number(), z.number()]);
const instant = z.string().transform((text) => new Date(text).toISOString()).pipe(instantSchema);

/** An incident as a briefing knew it at its as-of instant: where, whose, who led and helped. */
export const knownIncidentSchema = z.object({
  id: z.string(), category: z.string(), occurredAt: instant, position, owner: z.string().nullable(), neighbour: z.string().nullable(),
  borderZone: z.boolean(), junction: z.boolean(), lead: z.string().nullable(), leadReason: z.string(), isConfirmed: z.boolean(), assists: z.array(z.string()), resolved: z.boolean(),
});
export type KnownIncident = z.output<typeof knownIncidentSchema>;

/** A step of the coordination clock that was open at the as-of instant. */
export const openStepSchema = z.object({
  kind: z.enum([...CLOCK_STEPS, 'finish_assist']), incidentId: z.string(), category: z.string(), position, borderZone: z.boolean(),
  ward: z.string().nullable(), lead: z.string().nullable(), since: instant, dueAt: instant.nullable(),
});
export type OpenStep = z.output<typeof openStepSchema>;

/** A patrol as a briefing knew it: its plan, what the wards had answered, and the tracks recorded by then. */
export interface KnownPatrol {
  readonly id: string;
  readonly name: string;
  readonly editionId: string;
  readonly status: PatrolStatus;
  readonly from: Instant;
  readonly to: Instant;
  readonly reachMetres: number;
  readonly plan: PatrolGeometry;
  /** Of the borders near the plan. */
  readonly planned: readonly CoveredArc[];
  readonly wards: readonly { readonly code: string; readonly status: BookingStatus }[];
  readonly tracks: readonly { readonly ward: string; readonly at: Instant; readonly geometry: PatrolGeometry; readonly coverage: readonly CoveredArc[] }[];
}

const day = z.string().transform((text) => text as Day);

/** A dispute as it stood: where, of what kind, at which stage, by when; never a word of it. `ward` is `edition/code`. */
export const knownDisputeSchema = z.object({
  ward: z.string(), kind: z.enum(DISPUTE_KINDS), risk: z.enum(DISPUTE_RISKS), stage: z.enum(DISPUTE_STAGES), received: instant, due: instant, dueDay: day, ended: day.nullable(),
});
export type KnownDispute = z.output<typeof knownDisputeSchema>;

/** A programme with its tasks as they were. */
export const knownProgrammeSchema = z.object({
  name: z.string(), status: z.enum(PROGRAMME_STATUSES), from: day, to: day,
  tasks: z.array(z.object({ title: z.string(), due: day, progress: z.number(), done: day.nullable(), owners: z.array(z.string()) })),
});
export type KnownProgramme = z.output<typeof knownProgrammeSchema>;
