import { z } from 'zod';
import { daySchema } from './instant';
import { wordsSchema } from './prose';

/** How a regulation finds the lead in the border zone: whoever detected first, the owner, or the cluster's standing unit (cụm trưởng). */
export const LEAD_RULES = ['first_detector', 'owner', 'standing_unit'] as const;
export type LeadRule = (typeof LEAD_RULES)[number];

/** Steps of the coordination clock that can be late, in their order. */
export const CLOCK_STEPS = ['confirm_lead', 'acknowledge_assist', 'hand_over', 'resolve', 'return_outcome'] as const;
export type ClockStep = (typeof CLOCK_STEPS)[number];

/** Minutes allowed for each step, counted from what starts it; null = no deadline. */
export type Deadlines = Readonly<Record<ClockStep, number | null>>;

/** What applies where a regulation says nothing else. */
export const DEFAULT_DEADLINES: Deadlines = { confirm_lead: 30, acknowledge_assist: 15, hand_over: 60, resolve: 4320, return_outcome: 1440 };

const wardCode = z.string().regex(/^\d{5}$/, 'a ward code has five digits');
const widthMetres = z.number().min(0).max(5_000);
/** Half a year: nobody signs a longer deadline for one incident. */
const minutes = z.number().int().min(1).max(263_520).nullable();

/** Schema of the part of a regulation that is data in the column `rules`; what is absent has its default. */
export const regulationRulesSchema = z.strictObject({
  leadRule: z.enum(LEAD_RULES).default('first_detector'),
  /** Members whose detection counts; absent = every member. */
  mayLead: z.array(wardCode).min(1).max(50).nullable().default(null),
  /** Widths that differ from the cluster's on one border arc; the two codes in either order. */
  arcWidths: z.array(z.strictObject({ wards: z.tuple([wardCode, wardCode]), widthMetres })).max(200).default([]),
  deadlines: z.strictObject({
    confirm_lead: minutes.default(DEFAULT_DEADLINES.confirm_lead),
    acknowledge_assist: minutes.default(DEFAULT_DEADLINES.acknowledge_assist),
    hand_over: minutes.default(DEFAULT_DEADLINES.hand_over),
    resolve: minutes.default(DEFAULT_DEADLINES.resolve),
    return_outcome: minutes.default(DEFAULT_DEADLINES.return_outcome),
  }).default(DEFAULT_DEADLINES),
});

/** The signed rules besides the cluster's width. */
export interface RegulationRules {
  readonly leadRule: LeadRule;
  readonly mayLead: readonly string[] | null;
  readonly arcWidths: readonly { readonly wards: readonly [string, string]; readonly widthMetres: number }[];
  readonly deadlines: Deadlines;
}

/** The rules of a regulation that adds nothing to its width. */
export const DEFAULT_RULES: RegulationRules = { leadRule: 'first_detector', mayLead: null, arcWidths: [], deadlines: DEFAULT_DEADLINES };

/** Body of `POST /api/clusters/{id}/regulations`: the next version, in force from a day on. */
export const newRegulationSchema = z.strictObject({
  validFrom: daySchema,
  borderWidthMetres: widthMetres,
  rules: regulationRulesSchema,
  note: wordsSchema(2_000).optional(),
  requestId: z.uuid().optional(),
});
