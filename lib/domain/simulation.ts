import { z } from 'zod';
import type { WardName } from './boundary';
import { LEAD_REASONS, type LeadReason } from './incident';
import { daySchema, type Day, type Instant } from './instant';
import { LEAD_RULES } from './regulation';

const widthMetres = z.number().min(0).max(5_000);

/** What the simulator changes; what is absent stays as it was signed. `widthMetres` replaces the widths of single arcs too. */
const ruleChangeSchema = z
  .strictObject({ widthMetres: widthMetres.optional(), leadRule: z.enum(LEAD_RULES).optional(), defaultWidthMetres: widthMetres.optional() })
  .refine((change) => Object.values(change).some((value) => value !== undefined), 'one of widthMetres, leadRule, defaultWidthMetres is needed');

/** Body of `POST /api/rules/simulations`: a period of whole days, both included, one cluster or all, and the change to try. */
export const simulationRequestSchema = z
  .strictObject({
    from: daySchema,
    to: daySchema,
    cluster: z.string().regex(/^[\w-]{1,60}$/, 'letters, digits, - and _ only').optional(),
    change: ruleChangeSchema,
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'must not be before from' })
  .refine(({ cluster, change }) => cluster === undefined || change.defaultWidthMetres === undefined, {
    path: ['change', 'defaultWidthMetres'], message: 'belongs to the city, not to a cluster',
  });
export type SimulationRequest = z.output<typeof simulationRequestSchema>;
export type RuleChange = SimulationRequest['change'];

/** A ward and the edition its code belongs to. */
const simulatedWardSchema = z.object({ editionId: z.string(), code: z.string(), name: z.string() });
export type SimulatedWard = WardName & { readonly editionId: string };

/** How many incidents have each reason; every reason is there. */
const reasonCountsSchema = z.record(z.enum(LEAD_REASONS), z.number());
export type ReasonCounts = Readonly<Record<LeadReason, number>>;

/**
 * What a change of rule would have done to a past period. "Before" is the rule in force at the time, replayed; "after" the
 * changed one. Decisions of commanders and hand-overs are no part of the rule and are left out of both.
 */
export interface SimulationResult {
  readonly period: { readonly from: Day; readonly to: Day };
  readonly cluster: string | null;
  readonly change: RuleChange;
  readonly asOf: Instant;
  /** Incidents replayed: those of the period that the chosen cluster, or anybody, has to do with before or after. */
  readonly incidents: number;
  readonly inZoneBefore: number;
  readonly inZoneAfter: number;
  /** Incidents whose lead is another ward after than before. */
  readonly moved: number;
  readonly movedIds: readonly string[];
  /** Between whom: most incidents first; `ids` are those behind `count`. Null: nobody leads. */
  readonly byPair: readonly { readonly from: SimulatedWard | null; readonly to: SimulatedWard | null; readonly count: number; readonly ids: readonly string[] }[];
  readonly byReason: { readonly before: ReasonCounts; readonly after: ReasonCounts };
  /** Leads of each ward, most before first. */
  readonly perWard: readonly { readonly ward: SimulatedWard; readonly before: number; readonly after: number }[];
  /** Incidents in a zone before or after of which no detection is known: no rule about detecting can move those. */
  readonly unknown: number;
  /** Days no boundary edition covers: not replayed, not among `incidents`. */
  readonly withoutEdition: number;
  /** Incidents whose recorded lead differs from "before": by a decision or a hand-over, or because the rules are known better now. */
  readonly recordedDiffers: { readonly byOverride: number; readonly otherwise: number };
}

const wardOrNull = simulatedWardSchema.nullable();

/** Schema of a line of the answer: progress from 0 to 1, at last the result, or that the server broke off. */
export const simulationLineSchema = z.union([
  z.object({ progress: z.number().min(0).max(1) }),
  z.object({
    result: z.object({
      period: z.object({ from: daySchema, to: daySchema }), cluster: z.string().nullable(), change: ruleChangeSchema,
      asOf: z.string().transform((text) => text as Instant),
      incidents: z.number(), inZoneBefore: z.number(), inZoneAfter: z.number(), moved: z.number(), movedIds: z.array(z.string()),
      byPair: z.array(z.object({ from: wardOrNull, to: wardOrNull, count: z.number(), ids: z.array(z.string()) })),
      byReason: z.object({ before: reasonCountsSchema, after: reasonCountsSchema }),
      perWard: z.array(z.object({ ward: simulatedWardSchema, before: z.number(), after: z.number() })),
      unknown: z.number(), withoutEdition: z.number(), recordedDiffers: z.object({ byOverride: z.number(), otherwise: z.number() }),
    }),
  }),
  z.object({ failed: z.string() }),
]);
export type SimulationLine = { readonly progress: number } | { readonly result: SimulationResult } | { readonly failed: string };
