import { z } from 'zod';
import type { AnalysisOutcome, UsedData, UsedParameter } from './analysis-result';
import { daySchema, type Instant } from './instant';
import { prose } from './prose';
import type { Role } from './role';

/** The methods by what they ask: where it gathers, when, what the border hides, how places hang together, what a patrol did. */
export const METHOD_GROUPS = {
  hotspots: ['kernel_density', 'getis_ord', 'local_moran', 'density_clusters', 'hierarchical_clusters', 'hot_segments'],
  times: ['space_time_scan', 'emerging_hotspots', 'back_test', 'sensitivity'],
  borders: ['hidden_hotspots', 'corridor_scan', 'border_distance', 'discontinuity', 'border_league', 'ownership_error'],
  relations: ['cross_border_repeat', 'spill_over', 'junction_ranking', 'cluster_design', 'displacement'],
} as const;
export type MethodGroup = keyof typeof METHOD_GROUPS;
export type MethodId = (typeof METHOD_GROUPS)[MethodGroup][number];
export const METHOD_IDS = Object.values(METHOD_GROUPS).flat() as readonly MethodId[];

/** Roles that may run analyses; those that may read them. */
export const MAY_ANALYSE: readonly Role[] = ['analyst', 'admin'];
export const MAY_READ_ANALYSES: readonly Role[] = ['analyst', 'commander', 'admin'];

/** Most wards a scope may name. */
export const MOST_SCOPE_WARDS = 400;
const code = z.string().regex(/^\d{5}$/, 'a ward code has five digits');
const slug = z.string().regex(/^[A-Za-z0-9._-]{1,60}$/, 'letters, digits, ., _ and - only');

/** The union of wards (or the zone) that is looked at, never ward by ward. */
export const scopeAreaSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('province'), provinceCode: z.string().regex(/^\d{2}$/, 'a province code has two digits') }),
  z.strictObject({ kind: z.literal('cluster'), id: slug }),
  z.strictObject({ kind: z.literal('wards'), codes: z.array(code).min(1).max(MOST_SCOPE_WARDS).transform((codes) => [...new Set(codes)].sort()) }),
  z.strictObject({ kind: z.literal('zone'), id: z.uuid() }),
]);
export type ScopeArea = z.output<typeof scopeAreaSchema>;

/** What is looked at: whole days (both included, in the deployment's time zone), kinds (none = all), an area of one edition. */
export const analysisScopeSchema = z
  .strictObject({
    from: daySchema,
    to: daySchema,
    categories: z.array(z.string().regex(/^[a-z0-9_-]{1,40}$/)).max(60).default([]).transform((codes) => [...new Set(codes)].sort()),
    editionId: slug,
    area: scopeAreaSchema,
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'must not be before from' });
export type AnalysisScope = z.output<typeof analysisScopeSchema>;

/** Values of a method's parameters; what is left out is proposed from the data. Checked again by the method itself. */
export const parametersSchema = z.record(z.string().regex(/^[A-Za-z]\w{0,39}$/), z.union([z.number(), z.string().max(200), z.boolean()]));
export type Parameters = z.output<typeof parametersSchema>;

const seed = z.int().min(0).max(0x7fff_ffff);

/** Body of `POST /api/stats/runs`. The same `id` twice makes one run. */
export const newRunSchema = z.strictObject({
  id: z.uuid().optional(),
  method: z.enum(METHOD_IDS),
  scope: analysisScopeSchema,
  parameters: parametersSchema.default({}),
  seed: seed.default(2026),
});
export type NewRun = z.output<typeof newRunSchema>;

/** Body of `PATCH /api/stats/runs/{id}`. */
export const runChangeSchema = z.strictObject({ version: z.int().min(1), name: prose(120).optional(), saved: z.boolean().optional() })
  .refine(({ name, saved }) => name !== undefined || saved !== undefined, 'one of name, saved is needed');
export type RunChange = z.output<typeof runChangeSchema>;

/** Body of `POST /api/stats/runs/{id}/rerun`: on the data as they were known then, or on what is known now. */
export const rerunSchema = z.strictObject({ data: z.enum(['as_then', 'as_now']) });

export const RUN_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type RunState = (typeof RUN_STATES)[number];

/**
 * Why a run failed: its computer was gone three times; outcome or memory past the limit; longer than allowed; a number that is
 * none; parameters that do not fit the data; what it looked at is not there; a fault of the program.
 */
export const RUN_FAILURES = ['interrupted', 'too_large', 'too_long', 'not_finite', 'bad_parameters', 'bad_scope', 'crashed'] as const;

/** One computation: what was asked, on what, and how far it is. */
export interface AnalysisRun {
  readonly id: string;
  readonly version: number;
  readonly method: MethodId;
  readonly methodVersion: number;
  readonly scope: AnalysisScope;
  /** What the analyst set; the rest was proposed from the data, see `used`. */
  readonly parameters: Parameters;
  readonly seed: number;
  readonly state: RunState;
  /** 0 to 1 while it runs. */
  readonly progress: number;
  /** Why it failed, in a code of the common texts; null unless it did. */
  readonly failure: string | null;
  /** Which parameter, or what the program said; for the analyst, not translated. Absent or null without. */
  readonly failureDetail?: string | null;
  /** Instant up to which incidents were known to it; null until the data were read. */
  readonly asOf: Instant | null;
  /** Digest of the incidents looked at, of all inputs, and of the outcome: equal digests mean equal numbers. */
  readonly dataDigest: string | null;
  readonly inputDigest: string | null;
  readonly outcomeDigest: string | null;
  /** The run whose outcome was taken because its inputs are the same; null when it was computed. */
  readonly takenFrom: string | null;
  /** The run that this one repeats. */
  readonly repeats: string | null;
  readonly name: string | null;
  readonly saved: boolean;
  readonly createdByRole: Role;
  readonly isMine: boolean;
  readonly createdAt: Instant;
  readonly finishedAt: Instant | null;
  readonly elapsedMs: number | null;
}

/** A run with its outcome, as `GET /api/stats/runs/{id}` answers. */
export interface AnalysisRunDetail extends AnalysisRun {
  readonly used: { readonly data: UsedData; readonly parameters: readonly UsedParameter[] } | null;
  readonly outcome: AnalysisOutcome | null;
}
