import { z } from 'zod';
import type { WardName } from './boundary';
import { instantSchema, type Instant } from './instant';
import { prose } from './prose';

export const PATROL_STATUSES = ['planned', 'done', 'cancelled'] as const;
export type PatrolStatus = (typeof PATROL_STATUSES)[number];
export const BOOKING_STATUSES = ['asked', 'booked', 'declined'] as const;
export type BookingStatus = (typeof BOOKING_STATUSES)[number];

/** Metres from a route within which a border counts as seen, unless the patrol says otherwise. */
export const DEFAULT_REACH_METRES = 50;

/** Which sides of the borders near it a patrol covers: `one_side` is what offenders wait for. */
export type SidesCovered = 'both' | 'one_side' | 'none';

/** One ward's part in a patrol. */
export interface PatrolBooking {
  readonly ward: WardName;
  readonly status: BookingStatus;
  readonly version: number;
  readonly answeredAt: Instant | null;
  readonly note: string | null;
}

/** What one ward walked: a line or an area, drawn or uploaded. */
export interface PatrolTrack {
  readonly id: string;
  readonly ward: WardName;
  readonly source: 'drawn' | 'gpx' | 'geojson';
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly lengthMetres: number;
  readonly geometry: PatrolGeometry;
  readonly recordedAt: Instant;
}

export type PatrolGeometry =
  | { readonly type: 'LineString'; readonly coordinates: readonly (readonly [number, number])[] }
  | { readonly type: 'MultiLineString'; readonly coordinates: readonly (readonly (readonly [number, number])[])[] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly (readonly [number, number])[])[] };

/** One border arc and what a patrol, or a period of patrols, covered of it. Lengths in metres. */
export interface ArcCoverage {
  readonly editionId: string;
  readonly wards: readonly [WardName, WardName];
  readonly lengthMetres: number;
  /** Covered from the side of the first ward, of the second, and from both in the same window. */
  readonly coveredMetres: readonly [number, number];
  readonly bothMetres: number;
  readonly patrols: number;
  readonly lastAt: Instant | null;
  readonly sides: SidesCovered;
}

/** A planned or recorded operation: wards, area, one window for all. */
export interface Patrol {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly editionId: string;
  readonly clusterId: string | null;
  readonly status: PatrolStatus;
  readonly from: Instant;
  readonly to: Instant;
  /** The planned route or area. */
  readonly plan: PatrolGeometry;
  readonly reachMetres: number;
  readonly bookings: readonly PatrolBooking[];
  /** Joint: more than one ward, and every one of them has booked. */
  readonly joint: boolean;
  /** Of the arcs the plan comes near. */
  readonly planned: { readonly sides: SidesCovered; readonly arcs: readonly ArcCoverage[] };
  readonly tracks: readonly PatrolTrack[];
  /** Of the recorded tracks; null before any. */
  readonly done: { readonly sides: SidesCovered; readonly arcs: readonly ArcCoverage[] } | null;
  readonly note: string | null;
}

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const wardCode = z.string().regex(/^\d{5}$/, 'a ward code has five digits');
const line = z.array(position).min(2).max(20_000);
const ring = z.array(position).min(4).max(5_000)
  .refine((given) => given[0]?.[0] === given.at(-1)?.[0] && given[0]?.[1] === given.at(-1)?.[1], 'a ring ends where it began');

/** A route or an area, longitude first. */
export const patrolGeometrySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('LineString'), coordinates: line }),
  z.strictObject({ type: z.literal('MultiLineString'), coordinates: z.array(line).min(1).max(200) }),
  z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1).max(20) }),
]);

/** Longest window of a patrol, in milliseconds. */
const LONGEST_WINDOW_MS = 48 * 3_600_000;

/** Body of `POST /api/patrols`. `wards` are codes in the edition in force at `from`; the sender's own is booked at once. */
export const newPatrolSchema = z
  .strictObject({
    id: z.uuid().optional(),
    name: prose(200),
    clusterId: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/).optional(),
    from: instantSchema,
    to: instantSchema,
    wards: z.array(wardCode).min(1).max(20).refine((given) => new Set(given).size === given.length, 'names a ward twice'),
    plan: patrolGeometrySchema,
    reachMetres: z.number().min(5).max(500).default(DEFAULT_REACH_METRES),
    note: prose(2_000).optional(),
  })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), { path: ['to'], message: 'must come after from' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= LONGEST_WINDOW_MS, { path: ['to'], message: 'a patrol lasts at most 48 hours' });
export type NewPatrol = z.output<typeof newPatrolSchema>;

/** A version as the database counts it: an integer of four bytes. */
const version = z.number().int().min(1).max(2_147_483_647);

/** Body of `PATCH /api/patrols/{id}`. */
export const patrolChangeSchema = z.strictObject({ version, status: z.enum(PATROL_STATUSES), note: prose(2_000).optional() });
/** Body of `POST /api/patrols/{id}/bookings`; `version` is the booking's. */
export const bookingActionSchema = z.strictObject({ ward: wardCode, action: z.enum(['book', 'decline']), version, note: prose(2_000).optional() })
  .refine(({ action, note }) => action !== 'decline' || note !== undefined, { path: ['note'], message: 'a refusal needs its reason' });

/** Another window in which a ward of a patrol is asked or booked already; which patrol that is may not be the reader's business. */
export interface BookingOverlap {
  readonly ward: WardName;
  readonly from: Instant;
  readonly to: Instant;
}

/** Answer of every route about one patrol. */
export interface PatrolPage {
  readonly patrol: Patrol;
  /** Allowed, but somebody should know. */
  readonly warnings: readonly BookingOverlap[];
  readonly permissions: {
    /** May change the status and add a note. */
    readonly change: boolean;
    /** Wards (codes) for which the reader may answer the booking and record tracks. */
    readonly speaksFor: readonly string[];
  };
}
