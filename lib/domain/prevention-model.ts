import { z } from 'zod';
import type { WardName } from './boundary';
import type { Day } from './instant';
import { programmeDaySchema, wardKeySchema } from './programme';
import { prose } from './prose';

export const MODEL_KINDS = ['three_keep_four', 'self_managed_agency', 'school', 'hospital', 'residential_area', 'joint_patrol_team', 'other'] as const;
export type ModelKind = (typeof MODEL_KINDS)[number];
export const COMMENDATION_LEVELS = ['ward', 'city', 'ministry', 'other'] as const;
export type CommendationLevel = (typeof COMMENDATION_LEVELS)[number];

const id = z.uuid().transform((text) => text.toLowerCase());
const inOrder = ({ from, to }: { readonly from?: Day | undefined; readonly to?: Day | null | undefined }): boolean =>
  from === undefined || to === undefined || to === null || from <= to;
const ORDER = { path: ['to'], message: 'must not be before from' };

const modelFields = {
  kind: z.enum(MODEL_KINDS), name: prose(200), place: prose(200),
  lon: z.number().min(-180).max(180), lat: z.number().min(-90).max(90),
  from: programmeDaySchema, to: programmeDaySchema.nullable(),
};

/** Body of `POST /api/models`: a named model at a place, never a person. */
export const newModelSchema = z.strictObject({
  id: id.optional(), ...modelFields, to: modelFields.to.default(null), programmeId: id.nullable().default(null), note: prose(4_000).nullable().default(null),
}).refine(inOrder, ORDER);
export type NewModel = z.output<typeof newModelSchema>;

/** Body of `PATCH /api/models/{id}`. */
export const modelChangeSchema = z.strictObject({
  version: z.int().min(1), kind: modelFields.kind.optional(), name: modelFields.name.optional(), place: modelFields.place.optional(),
  lon: modelFields.lon.optional(), lat: modelFields.lat.optional(), from: modelFields.from.optional(), to: modelFields.to.optional(), note: prose(4_000).optional(),
}).refine(inOrder, ORDER)
  .refine(({ lon, lat }) => (lon === undefined) === (lat === undefined), { path: ['lat'], message: 'comes together with lon' });
export type ModelChange = z.output<typeof modelChangeSchema>;

/** A named model as a reader sees it; `ward`: whose it is, in the edition in force on its first day. */
export interface PreventionModel {
  readonly id: string;
  readonly version: number;
  readonly kind: ModelKind;
  readonly name: string;
  readonly place: string;
  readonly position: readonly [number, number];
  readonly ward: WardName & { readonly editionId: string };
  readonly from: Day;
  readonly to: Day | null;
  readonly programmeId: string | null;
  readonly assumed: boolean;
  readonly note: string | null;
}

const count = z.int().min(0).max(100_000);

/** Body of `POST /api/commendations`: how many collectives and individuals one decision commends, no names. */
export const newCommendationSchema = z.strictObject({
  id: id.optional(), level: z.enum(COMMENDATION_LEVELS), ward: wardKeySchema.nullable().default(null), decisionNumber: prose(120).nullable().default(null),
  decisionDate: programmeDaySchema, collectives: count, individuals: count, programmeId: id.nullable().default(null), note: prose(4_000).nullable().default(null),
}).refine(({ collectives, individuals }) => collectives + individuals > 0, { path: ['collectives'], message: 'somebody must be commended' })
  .refine(({ level, ward }) => level === 'ward' || ward === null, { path: ['ward'], message: 'is named with level ward only' });
export type NewCommendation = z.output<typeof newCommendationSchema>;

/** Body of `PATCH /api/commendations/{id}`: a correction; the history keeps what stood there before. */
export const commendationChangeSchema = z.strictObject({
  version: z.int().min(1), decisionNumber: prose(120).nullable().optional(), decisionDate: programmeDaySchema.optional(),
  collectives: count.optional(), individuals: count.optional(), note: prose(4_000).optional(),
});
export type CommendationChange = z.output<typeof commendationChangeSchema>;

/** A decision to commend, as counts. */
export interface Commendation {
  readonly id: string;
  readonly version: number;
  readonly level: CommendationLevel;
  readonly ward: (WardName & { readonly editionId: string }) | null;
  readonly decisionNumber: string | null;
  readonly decisionDate: Day;
  readonly collectives: number;
  readonly individuals: number;
  readonly programmeId: string | null;
  readonly assumed: boolean;
  readonly note: string | null;
}
