import { z } from 'zod';
import type { WardName } from './boundary';
import { daySchema, type Day, type Instant } from './instant';
import { prose } from './prose';
import type { Role } from './role';

export const PROGRAMME_SCOPES = ['city', 'cluster', 'wards'] as const;
export type ProgrammeScope = (typeof PROGRAMME_SCOPES)[number];
/** `draft` is seen by those who write programmes; `closed` is kept as it is. */
export const PROGRAMME_STATUSES = ['draft', 'active', 'closed'] as const;
export type ProgrammeStatus = (typeof PROGRAMME_STATUSES)[number];
export const INDICATOR_DIRECTIONS = ['up', 'down', 'keep'] as const;
export type IndicatorDirection = (typeof INDICATOR_DIRECTIONS)[number];
/** What an indicator can be computed from, over the programme's days up to today and within its scope. */
export const INDICATOR_FORMULAS = [
  'border_incidents', 'category_incidents', 'leads_in_time', 'outcomes_returned', 'joint_patrols', 'patrols', 'zones_closed', 'drug_free_wards',
] as const;
export type IndicatorFormula = (typeof INDICATOR_FORMULAS)[number];
/** Formulas whose value is a percentage. */
export const PERCENT_FORMULAS: readonly IndicatorFormula[] = ['leads_in_time', 'outcomes_returned'];

/** Roles that write programmes, models and commendations; officers report on the tasks of their own ward. */
export const MAY_WRITE_PROGRAMMES: readonly Role[] = ['analyst', 'commander', 'admin'];

export const wardKeySchema = z.string().regex(/^[a-z0-9._-]{1,40}\/\d{5}$/, 'a ward is edition/code');
const id = z.uuid().transform((text) => text.toLowerCase());
const wards = z.array(wardKeySchema).max(400).refine((keys) => new Set(keys).size === keys.length, 'names a ward twice');
const note = prose(4_000).nullable().default(null);
const code = z.string().regex(/^[a-z][a-z_]{0,39}$/, 'a category is a code of small letters and _');
/** A day of a programme; the registers do not go further back. */
export const programmeDaySchema = daySchema.refine((day) => day >= '1990-01-01' && day <= '2199-12-31', 'must lie between 1990 and 2199');

const LONGEST_DAYS = 20 * 366;
const inOrder = ({ from, to }: { readonly from?: Day | undefined; readonly to?: Day | undefined }): boolean => from === undefined || to === undefined || from <= to;
const isShort = ({ from, to }: { readonly from?: Day | undefined; readonly to?: Day | undefined }): boolean =>
  from === undefined || to === undefined || Date.parse(to) - Date.parse(from) < LONGEST_DAYS * 86_400_000;
const ORDER = { path: ['to'], message: 'must not be before from' };
const LENGTH = { path: ['to'], message: 'a programme lasts 20 years at most' };

const programmeFields = {
  name: prose(300),
  basisNumber: prose(120).nullable(),
  basisDate: programmeDaySchema.nullable(),
  scope: z.enum(PROGRAMME_SCOPES),
  clusterId: z.string().regex(/^[\w-]{1,60}$/, 'letters, digits, - and _ only').nullable(),
  wards,
  from: programmeDaySchema,
  to: programmeDaySchema,
};

/** Body of `POST /api/programmes`. */
export const newProgrammeSchema = z.strictObject({
  id: id.optional(),
  ...programmeFields,
  basisNumber: programmeFields.basisNumber.default(null),
  basisDate: programmeFields.basisDate.default(null),
  clusterId: programmeFields.clusterId.default(null),
  wards: wards.default([]),
  status: z.enum(['draft', 'active']).default('draft'),
  note,
}).refine(inOrder, ORDER).refine(isShort, LENGTH)
  .refine(({ scope, clusterId }) => (scope === 'cluster') === (clusterId !== null), { path: ['clusterId'], message: 'is named with scope cluster, and only then' })
  .refine(({ scope, wards: named }) => (scope === 'wards') === (named.length > 0), { path: ['wards'], message: 'are named with scope wards, and only then' })
  .refine(({ wards: named }) => new Set(named.map((key) => key.split('/')[0])).size <= 1, { path: ['wards'], message: 'are of one edition' });
export type NewProgramme = z.output<typeof newProgrammeSchema>;

const change = { version: z.int().min(1), note: prose(4_000).optional() };

/** Body of `PATCH /api/programmes/{id}`; the scope stays what it is. */
export const programmeChangeSchema = z.strictObject({
  ...change,
  name: programmeFields.name.optional(),
  basisNumber: programmeFields.basisNumber.optional(),
  basisDate: programmeFields.basisDate.optional(),
  from: programmeFields.from.optional(),
  to: programmeFields.to.optional(),
  status: z.enum(PROGRAMME_STATUSES).optional(),
}).refine(inOrder, ORDER).refine(isShort, LENGTH);
export type ProgrammeChange = z.output<typeof programmeChangeSchema>;

const place = z.int().min(1).max(999);
const progress = z.int().min(0).max(100);

/** Body of `POST /api/programmes/{id}/tasks`. */
export const newTaskSchema = z.strictObject({
  id: id.optional(), place, title: prose(500), owners: wards.default([]), due: programmeDaySchema, progress: progress.default(0), note,
});
export type NewTask = z.output<typeof newTaskSchema>;

/** Body of `PATCH /api/programmes/{id}/tasks/{task}`; officers of an owner change `progress` and say a `note`, nothing else. */
export const taskChangeSchema = z.strictObject({
  ...change, place: place.optional(), title: prose(500).optional(), owners: wards.optional(), due: programmeDaySchema.optional(), progress: progress.optional(),
});
export type TaskChange = z.output<typeof taskChangeSchema>;

const value = z.number().min(-1e12).max(1e12);

/** Body of `POST /api/programmes/{id}/indicators`. `task`: whose owners enter values. `addsUp`: entered values of several periods are summed; else the latest counts. */
export const newIndicatorSchema = z.strictObject({
  id: id.optional(), place, name: prose(300), unitOfMeasure: prose(60), direction: z.enum(INDICATOR_DIRECTIONS), target: value.nullable().default(null),
  source: z.enum(['records', 'entered']), formula: z.enum(INDICATOR_FORMULAS).nullable().default(null), categories: z.array(code).max(30).default([]),
  addsUp: z.boolean().default(true), task: id.nullable().default(null), note,
}).refine(({ source, formula }) => (source === 'records') === (formula !== null), { path: ['formula'], message: 'is named with source records, and only then' })
  .refine(({ formula, categories }) => (formula === 'category_incidents') === (categories.length > 0), { path: ['categories'], message: 'are named with formula category_incidents, and only then' });
export type NewIndicator = z.output<typeof newIndicatorSchema>;

/** Body of `PATCH /api/programmes/indicators/{id}`: how it is named and judged. What it counts stays, or earlier values would mean something else. */
export const indicatorChangeSchema = z.strictObject({
  ...change, place: place.optional(), name: prose(300).optional(), unitOfMeasure: prose(60).optional(), direction: z.enum(INDICATOR_DIRECTIONS).optional(), target: value.nullable().optional(),
});
export type IndicatorChange = z.output<typeof indicatorChangeSchema>;

/** Body of `POST /api/programmes/indicators/{id}/entries`; `basis`: what the value rests on. A correction names the entry it takes the place of. */
export const newEntrySchema = z.strictObject({
  id: id.optional(), from: programmeDaySchema, to: programmeDaySchema, value, supersedes: id.nullable().default(null), basis: note,
}).refine(inOrder, ORDER);
export type NewEntry = z.output<typeof newEntrySchema>;

/** Where a task stands: `late` = not done and its day is over. */
export type TaskState = 'not_started' | 'in_progress' | 'done' | 'late';

/** A task as a reader sees it. */
export interface ProgrammeTask {
  readonly id: string;
  readonly version: number;
  readonly place: number;
  readonly title: string;
  readonly owners: readonly (WardName & { readonly editionId: string })[];
  readonly due: Day;
  readonly progress: number;
  readonly state: TaskState;
  /** Null while it is not done. */
  readonly doneOn: Day | null;
  readonly note: string | null;
  /** Whether the reader may report progress. */
  readonly mayReport: boolean;
}

/** A value that was entered; `isCurrent` unless a later entry took its place. */
export interface IndicatorEntry {
  readonly id: string;
  readonly from: Day;
  readonly to: Day;
  readonly value: number;
  readonly basis: string | null;
  readonly supersedes: string | null;
  readonly isCurrent: boolean;
  readonly enteredAt: Instant;
  readonly enteredByRole: Role;
}

/** An indicator with its value now; null = there is nothing to compute it from. */
export interface ProgrammeIndicator {
  readonly id: string;
  readonly version: number;
  readonly place: number;
  readonly name: string;
  readonly unitOfMeasure: string;
  readonly direction: IndicatorDirection;
  readonly target: number | null;
  readonly source: 'records' | 'entered';
  readonly formula: IndicatorFormula | null;
  readonly categories: readonly string[];
  readonly addsUp: boolean;
  readonly task: string | null;
  readonly value: number | null;
  /** Of a share: how many of how many. */
  readonly counted: { readonly part: number; readonly whole: number } | null;
  /** Null without a target or a value. */
  readonly isMet: boolean | null;
  /** Oldest first; none of an indicator computed from records. */
  readonly entries: readonly IndicatorEntry[];
  readonly note: string | null;
  readonly mayEnter: boolean;
}

/** How far a programme is. Shares 0 to 1. */
export interface ProgrammeProgress {
  readonly tasks: number;
  readonly done: number;
  readonly late: number;
  /** Mean of the tasks' progress; null without tasks. */
  readonly share: number | null;
  /** Part of its days that is over. */
  readonly timeShare: number;
}

/** A programme in the list. */
export interface Programme {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly basisNumber: string | null;
  readonly basisDate: Day | null;
  readonly scope: ProgrammeScope;
  readonly clusterId: string | null;
  readonly wards: readonly (WardName & { readonly editionId: string })[];
  readonly from: Day;
  readonly to: Day;
  readonly status: ProgrammeStatus;
  /** Made up for the demonstration. */
  readonly assumed: boolean;
  readonly note: string | null;
  readonly progress: ProgrammeProgress;
  readonly changedAt: Instant;
}

/** One entry of the history of a programme and its parts, oldest first; never free text. */
export interface ProgrammeHistoryEntry {
  readonly id: number;
  readonly at: Instant;
  readonly subject: 'programme' | 'task' | 'indicator' | 'entry' | 'model' | 'commendation';
  readonly subjectId: string;
  readonly kind: 'made' | 'changed' | 'refused';
  readonly actorRole: string | null;
  readonly actorUnit: string | null;
  readonly before: unknown;
  readonly after: unknown;
}
