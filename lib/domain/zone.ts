import { z } from 'zod';
import type { MultiPolygon, Polygon } from 'geojson';
import { MOST_CORNERS } from '../geo/most-corners';
import type { WardName } from './boundary';
import { daySchema, type Day, type Instant } from './instant';
import { prose } from './prose';
import type { Role } from './role';

export const ZONE_KINDS = ['hotspot', 'watch', 'patrol_area', 'other'] as const;
export type ZoneKind = (typeof ZONE_KINDS)[number];
/** `draft` is seen by analysts, commanders and administrators only; `closed` is kept and no longer worked on. */
export const ZONE_STATUSES = ['draft', 'active', 'closed'] as const;
export type ZoneStatus = (typeof ZONE_STATUSES)[number];

export type ZoneGeometry = Polygon | MultiPolygon;
/** Roles that may draw. */
export const MAY_DRAW_ZONES: readonly Role[] = ['analyst', 'admin'];

/** Most corners of a zone, all rings together. */
export const MOST_ZONE_CORNERS = MOST_CORNERS;
const position = z.tuple([z.number().min(-180).max(180), z.number().min(-85).max(85)]);
const ring = z.array(position).min(4).max(MOST_ZONE_CORNERS + 1);
const rings = z.array(ring).min(1).max(200);
export const zoneGeometrySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Polygon'), coordinates: rings }),
  z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(rings).min(1).max(200) }),
]);

/** Where a zone comes from. */
export const zoneOriginSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('drawn') }),
  z.strictObject({ kind: z.literal('imported'), format: z.enum(['geojson', 'kml']) }),
  z.strictObject({ kind: z.literal('finding'), run: z.uuid(), finding: z.string().regex(/^[\w.-]{1,60}$/) }),
  z.strictObject({ kind: z.literal('split'), zone: z.uuid(), version: z.int().min(1) }),
  z.strictObject({ kind: z.literal('merged'), zones: z.array(z.uuid()).min(2).max(20) }),
]);
export type ZoneOrigin = z.output<typeof zoneOriginSchema>;

const validity = { validFrom: daySchema, validTo: daySchema.nullable() };
const ordered = ({ validFrom, validTo }: { validFrom?: Day | undefined; validTo?: Day | null | undefined }): boolean =>
  validFrom === undefined || validTo === undefined || validTo === null || validFrom <= validTo;
const DATES = { path: ['validTo'], message: 'must not be before validFrom' };

/** Body of `POST /api/zones`. */
export const newZoneSchema = z.strictObject({
  id: z.uuid().optional(),
  name: prose(120),
  kind: z.enum(ZONE_KINDS),
  status: z.enum(ZONE_STATUSES).default('draft'),
  geometry: zoneGeometrySchema,
  editionId: z.string().regex(/^[A-Za-z0-9._-]{1,60}$/),
  ...validity,
  evidence: prose(4_000).nullable().default(null),
  origin: zoneOriginSchema.default({ kind: 'drawn' }),
}).refine(ordered, DATES);
export type NewZone = z.output<typeof newZoneSchema>;

/** Body of `PATCH /api/zones/{id}`: what changes, and the version the editor saw. */
export const zoneChangeSchema = z.strictObject({
  version: z.int().min(1),
  name: prose(120).optional(),
  kind: z.enum(ZONE_KINDS).optional(),
  status: z.enum(ZONE_STATUSES).optional(),
  geometry: zoneGeometrySchema.optional(),
  validFrom: daySchema.optional(),
  validTo: daySchema.nullable().optional(),
  evidence: prose(4_000).nullable().optional(),
  remark: prose(1_000).optional(),
}).refine(ordered, DATES);
export type ZoneChange = z.output<typeof zoneChangeSchema>;

/** A hotspot zone as a reader sees it. */
export interface Zone {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly kind: ZoneKind;
  readonly status: ZoneStatus;
  readonly geometry: ZoneGeometry;
  readonly editionId: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  /** Null for a reader who may see no free text. */
  readonly evidence: string | null;
  readonly origin: ZoneOrigin;
  readonly areaSquareMetres: number;
  /** Wards it touches, largest share first; shares of the zone's area, 0 to 1 (they need not add up to 1). */
  readonly wards: readonly { readonly ward: WardName; readonly areaShare: number }[];
  readonly drawnByRole: Role;
  readonly isMine: boolean;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
}

/** One version of a zone, whole, as `GET /api/zones/{id}/versions` lists them, oldest first. */
export interface ZoneVersion extends Pick<Zone, 'version' | 'name' | 'kind' | 'status' | 'geometry' | 'validFrom' | 'validTo' | 'areaSquareMetres' | 'wards' | 'evidence' | 'changedAt'> {
  readonly changedByRole: Role | null;
  readonly changedByUnit: string | null;
  /** What was said with the change; null for a reader who may see no free text. */
  readonly remark: string | null;
}

/** One entry of a zone's history, oldest first; never free text, never a geometry. Empty for viewers. */
export interface ZoneHistoryEntry {
  readonly id: number;
  readonly at: Instant;
  readonly actorRole: string | null;
  readonly actorUnit: string | null;
  readonly kind: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Answer of every route about one zone. */
export interface ZonePage {
  readonly id: string;
  readonly zone: Zone;
  readonly permissions: { readonly change: boolean };
  readonly history: readonly ZoneHistoryEntry[];
}

/** Body of `POST /api/zones/{id}/split`: along a line, or into its wards; names of the parts, largest first. */
export const zoneSplitSchema = z.strictObject({
  version: z.int().min(1),
  line: z.array(position).min(2).max(1_000).optional(),
  by: z.literal('wards').optional(),
  names: z.array(prose(120)).max(400).optional(),
  remark: prose(1_000).optional(),
}).refine(({ line, by }) => (line === undefined) !== (by === undefined), { path: ['line'], message: 'either a line or by: wards is needed, not both' });
export type ZoneSplit = z.output<typeof zoneSplitSchema>;

/** Body of `POST /api/zones/merge`. */
export const zoneMergeSchema = z.strictObject({
  zones: z.array(z.strictObject({ id: z.uuid(), version: z.int().min(1) })).min(2).max(20)
    .refine((zones) => new Set(zones.map(({ id }) => id.toLowerCase())).size === zones.length, 'names a zone twice'),
  name: prose(120),
  remark: prose(1_000).optional(),
});
export type ZoneMerge = z.output<typeof zoneMergeSchema>;

/** Answer of `POST /api/zones/imports`: what the file holds, feature by feature; with `store=1` the drafts made of it. */
export interface ZoneImport {
  readonly file: string;
  readonly features: readonly ({ readonly place: number; readonly name: string | null } & (
    | { readonly kind: 'ok'; readonly geometry: ZoneGeometry; readonly areaSquareMetres: number; readonly wards: Zone['wards'] }
    | { readonly kind: 'fault'; readonly reason: string }))[];
  readonly stored: readonly Zone[];
}

/** Counts inside a zone over a period, as `GET /api/zones/{id}/counts?from&to&category` answers. */
export interface ZoneCounts {
  readonly from: Day;
  readonly to: Day;
  readonly total: number;
  readonly inBorderZone: number;
  readonly perCategory: readonly { readonly category: string; readonly count: number }[];
  /** By the owner as it was decided then, so the edition can be an older one than the zone's; null = nobody's. */
  readonly perWard: readonly { readonly ward: WardName | null; readonly editionId: string | null; readonly count: number }[];
  /** By week that begins on Monday, or by month, without holes. */
  readonly bins: { readonly unit: 'week' | 'month'; readonly starts: readonly Day[]; readonly counts: readonly number[] };
  /** The same length of time just before: exact comparison of the two rates; null when there was nothing in either. */
  readonly before: { readonly from: Day; readonly to: Day; readonly total: number; readonly ratio: number | null; readonly low: number | null; readonly high: number | null; readonly p: number } | null;
  /** Borders near the zone, nearest first: metres from the zone's edge (0 = it crosses). */
  readonly borders: readonly { readonly wards: readonly [WardName, WardName]; readonly distanceMetres: number }[];
  readonly asOf: Instant;
}
