import { z } from 'zod';
import type { IncidentFilter } from '../db/incidents';
import { INCIDENT_STATUSES } from '../domain/incident';
import { instantSchema } from '../domain/instant';
import { isStorable } from '../domain/prose';

/** A decimal number in a query string; "", "NaN", "1e999" and " 1" are refused. */
const decimal = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$/, 'must be a number')
    .transform(Number)
    .pipe(z.number().min(minimum).max(maximum));

const longitude = decimal(-180, 180);
const latitude = decimal(-90, 90);
const wardCode = z.string().regex(/^\d{5}$/, 'a ward code has five digits');
const wardKey = z.string().regex(/^[\w-]{1,60}\/\d{5}$/, 'a ward is edition/code');
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const code = z.string().regex(/^[\w-]{1,60}$/, 'letters, digits, - and _ only');

/** What `detectedBy` says when no unit has detected anything. */
export const DETECTED_BY_NONE = 'none';

/**
 * Query of `GET /api/locate`. `border` replaces the city's default width, in metres; with `detectedBy` (a ward's code, or
 * `none`) the lead is decided for that detection at `at`, without it as if the owner had detected first.
 */
export const locateQuerySchema = z.strictObject({
  lon: longitude,
  lat: latitude,
  at: instantSchema.optional(),
  border: decimal(0, 5_000).optional(),
  detectedBy: z.union([wardCode, z.literal(DETECTED_BY_NONE)], 'a ward code has five digits; none: nobody detected it').optional(),
});

/** Schema of a bounding box `west,south,east,north` in degrees. */
export const bboxSchema = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.tuple([longitude, latitude, longitude, latitude], 'a bbox is west,south,east,north'))
  .refine(([west, south, east, north]) => west <= east && south <= north, 'west must not exceed east, nor south north');

/** Names of incident-query parameters that may be repeated or comma-separated. */
export const REPEATED_INCIDENT_PARAMETERS = ['category', 'status'];

/** Query of `GET /api/incidents`. A ward is `code` or `edition/code`; `zone` means those inside the zone as it is drawn now. */
export const incidentQuerySchema = z
  .strictObject({
    from: instantSchema.optional(),
    to: instantSchema.optional(),
    category: z.array(code).max(30).optional(),
    ward: z.union([wardCode, wardKey], 'a ward is a code or edition/code').optional(),
    cluster: code.optional(),
    status: z.array(z.enum(INCIDENT_STATUSES)).optional(),
    borderZone: flag.optional(),
    lead: wardKey.optional(),
    assist: wardKey.optional(),
    open: flag.optional(),
    overdue: flag.optional(),
    bbox: bboxSchema.optional(),
    zone: z.uuid().optional(),
    q: z.string().trim().min(1).max(200).refine(isStorable, 'holds characters that nothing can match').optional(),
    cursor: z.string().max(200).optional(),
    limit: decimal(1, 1_000).pipe(z.int()).optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || Date.parse(from) <= Date.parse(to), {
    path: ['to'],
    message: 'must not be before from',
  });

/** Query of `GET /api/work`. `ward`: who has to act, `edition/code`. */
export const workQuerySchema = z.strictObject({ ward: wardKey.optional(), cluster: code.optional(), limit: decimal(1, 1_000).pipe(z.int()).optional() });

/** Query of `GET /api/points`. */
export const pointsQuerySchema = z.strictObject({ since: decimal(0, Number.MAX_SAFE_INTEGER).pipe(z.int()).optional() });

/** Query of `GET /api/stats/owners`. */
export const ownersQuerySchema = z.strictObject({ edition: z.string().regex(/^[A-Za-z0-9._-]{1,60}$/, 'the id of a boundary edition') });

/** Schema of an id in a path. */
export const uuidSchema = z.uuid();

/** A parsed incident query as the database layer takes it. */
export function toIncidentFilter(query: z.output<typeof incidentQuerySchema>): IncidentFilter {
  const [edition, ward] = query.ward?.includes('/') === true ? query.ward.split('/') : [undefined, query.ward];
  return {
    from: query.from, to: query.to, categories: query.category, statuses: query.status, editionId: edition,
    wards: ward === undefined ? undefined : [ward],
    cluster: query.cluster, borderZone: query.borderZone, lead: query.lead, assist: query.assist, open: query.open, overdue: query.overdue, bbox: query.bbox, q: query.q,
  };
}
