import { z } from 'zod';
import type { WardName } from './boundary';
import type { Day, Instant } from './instant';
import { programmeDaySchema, wardKeySchema } from './programme';
import { prose } from './prose';
import type { Role } from './role';

/**
 * What a criterion is computed from: each a part of a whole, of steps that a ward had to take. None is a count of incidents, so that
 * a ward is never ranked on how much happens in it.
 *
 * Source: the steps are told in the migration of score quantities (`private.score_steps`).
 */
export const SCORE_FORMULAS = [
  'confirm_in_time', 'resolve_in_time', 'return_in_time', 'outcomes_returned', 'assist_in_time', 'assists_accepted', 'hand_over_in_time', 'disputes_in_time', 'joint_patrols', 'tasks_in_time',
] as const;
export type ScoreFormula = (typeof SCORE_FORMULAS)[number];

/** Roles that see every score, write criteria, periods and points; officers see their own cluster's table, viewers nothing. */
export const MAY_WRITE_SCORES: readonly Role[] = ['analyst', 'commander', 'admin'];
/** Roles that close a period. */
export const MAY_CLOSE_SCORES: readonly Role[] = ['commander', 'admin'];
/** Roles with a page of scores. */
export const MAY_SEE_SCORES: readonly Role[] = ['officer', ...MAY_WRITE_SCORES];

const id = z.uuid().transform((text) => text.toLowerCase());
const version = z.int().min(1).max(2_147_483_647);
const weight = z.number().positive().max(1_000);
const criterionId = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'small letters, digits and _');
const common = { id: criterionId, name: prose(200), weight };

/** One criterion. `full`: the share that earns all points; `least`: fewer records than this say too little; `outOf`: the most that can be given by hand. */
export const scoreCriterionSchema = z.discriminatedUnion('source', [
  z.strictObject({ ...common, source: z.literal('records'), formula: z.enum(SCORE_FORMULAS), full: z.number().positive().max(1).default(1), least: z.int().min(1).max(1_000).default(1) }),
  z.strictObject({ ...common, source: z.literal('manual'), outOf: z.number().positive().max(1_000) }),
]);
export type ScoreCriterion = z.output<typeof scoreCriterionSchema>;

const criteria = z.array(scoreCriterionSchema).min(1).max(20)
  .refine((given) => new Set(given.map((one) => one.id)).size === given.length, 'two criteria have one id')
  .refine((given) => {
    const formulas = given.flatMap((one) => (one.source === 'records' ? [one.formula] : []));
    return new Set(formulas).size === formulas.length;
  }, 'counts one quantity twice');

const setFields = {
  name: prose(300), basisNumber: prose(120).nullable().default(null), basisDate: programmeDaySchema.nullable().default(null), criteria,
  /** Share of the weight that must have figures before a total is told. */
  leastShare: z.number().min(0).max(1).default(0.5),
};
/** Body of `POST /api/scores/sets`. */
export const newScoreSetSchema = z.strictObject({ id: id.optional(), ...setFields });
export type NewScoreSet = z.output<typeof newScoreSetSchema>;
/** Body of `PUT /api/scores/sets/{id}`: the next version; `version` is the newest that the sender saw. */
export const scoreSetVersionSchema = z.strictObject({ version, ...setFields });

const LONGEST_DAYS = 2 * 366;
interface Span { readonly from?: Day | undefined; readonly to?: Day | undefined }
const inOrder = ({ from, to }: Span): boolean => from === undefined || to === undefined || from <= to;
const isShort = ({ from, to }: Span): boolean => from === undefined || to === undefined || Date.parse(to) - Date.parse(from) < LONGEST_DAYS * 86_400_000;
const ORDER = { path: ['to'], message: 'must not be before from' };
const LENGTH = { path: ['to'], message: 'a period lasts two years at most' };

/** Body of `POST /api/scores`. */
export const newScorePeriodSchema = z.strictObject({
  id: id.optional(), name: prose(300), setId: id, setVersion: version, scope: z.enum(['city', 'cluster']),
  clusterId: z.string().regex(/^[\w-]{1,60}$/, 'letters, digits, - and _ only').nullable().default(null), from: programmeDaySchema, to: programmeDaySchema,
}).refine(inOrder, ORDER).refine(isShort, LENGTH)
  .refine(({ scope, clusterId }) => (scope === 'cluster') === (clusterId !== null), { path: ['clusterId'], message: 'is named with scope cluster, and only then' });
export type NewScorePeriod = z.output<typeof newScorePeriodSchema>;

/** Body of `PATCH /api/scores/{id}`; the scope stays what it is. */
export const scorePeriodChangeSchema = z.strictObject({
  version, name: prose(300).optional(), setVersion: version.optional(), from: programmeDaySchema.optional(), to: programmeDaySchema.optional(),
}).refine(inOrder, ORDER).refine(isShort, LENGTH);
export type ScorePeriodChange = z.output<typeof scorePeriodChangeSchema>;

/** Body of `POST /api/scores/{id}/close`. */
export const scoreCloseSchema = z.strictObject({ version });

/** Body of `POST /api/scores/{id}/entries`: points given by hand, always with what they rest on. A correction names the entry it takes the place of. */
export const newScoreEntrySchema = z.strictObject({
  id: id.optional(), criterion: criterionId, ward: wardKeySchema, value: z.number().min(0).max(1_000), basis: prose(4_000), supersedes: id.nullable().default(null),
});
export type NewScoreEntry = z.output<typeof newScoreEntrySchema>;

/** One version of a set of criteria. */
export interface ScoreSet {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly basisNumber: string | null;
  readonly basisDate: Day | null;
  readonly criteria: readonly ScoreCriterion[];
  readonly leastShare: number;
  readonly assumed: boolean;
  readonly recordedAt: Instant;
  readonly recordedByRole: string | null;
}

/** A period whose wards are scored. */
export interface ScorePeriod {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly setId: string;
  readonly setVersion: number;
  readonly scope: 'city' | 'cluster';
  readonly clusterId: string | null;
  readonly editionId: string;
  readonly from: Day;
  readonly to: Day;
  readonly status: 'open' | 'closed';
  readonly closedAt: Instant | null;
  readonly closedByRole: string | null;
  readonly assumed: boolean;
}

/** `no_data`: nothing to compute it from; `too_few`: fewer records than the criterion asks for; `not_given`: no points by hand yet. None of them is zero. */
export type CriterionState = 'scored' | 'no_data' | 'too_few' | 'not_given';

/** One criterion of one ward. */
export interface CriterionScore {
  readonly id: string;
  readonly state: CriterionState;
  /** How many of how many; of points by hand, how many of the most. */
  readonly part: number;
  readonly whole: number;
  /** 0 to 100; null unless scored. */
  readonly points: number | null;
  /** What it weighs in this ward's total, 0 to 1, once the weights of what has no figures are shared out; null unless scored. */
  readonly share: number | null;
}

/** The score of one ward. */
export interface WardScore {
  readonly ward: WardName & { readonly editionId: string };
  /** 0 to 100; null when too little of the weight has figures. */
  readonly total: number | null;
  /** Part of the weight that has figures, 0 to 1. */
  readonly weightShare: number;
  /** In the order of the criteria. */
  readonly criteria: readonly CriterionScore[];
}

/** Points given by hand; `isCurrent` unless a later entry took its place. */
export interface ScoreEntry {
  readonly id: string;
  readonly criterion: string;
  readonly wardKey: string;
  readonly value: number;
  readonly outOf: number;
  readonly basis: string | null;
  readonly supersedes: string | null;
  readonly isCurrent: boolean;
  readonly enteredAt: Instant;
  readonly enteredByRole: string | null;
}

/** A record behind a figure: a step that was to be taken; `counted`: it was taken as it should. `parent`: the programme of a task. */
export interface ScoreRecord {
  readonly formula: ScoreFormula;
  readonly kind: 'incident' | 'dispute' | 'patrol' | 'task';
  readonly id: string;
  readonly parent: string | null;
  readonly at: Instant;
  readonly due: Instant | null;
  readonly done: Instant | null;
  readonly counted: boolean;
}

/** One entry of the history of a period, oldest first; never free text. */
export interface ScoreHistoryEntry {
  readonly id: number;
  readonly at: Instant;
  readonly subject: 'set' | 'period' | 'entry';
  readonly kind: 'made' | 'changed' | 'closed' | 'refused';
  readonly actorRole: string | null;
  readonly actorUnit: string | null;
  readonly before: unknown;
  readonly after: unknown;
}
