import { z } from 'zod';
import { daySchema } from '../domain/instant';
import { ZONE_KINDS, ZONE_STATUSES } from '../domain/zone';
import { bboxSchema } from './queries';

/** Names of zone-query parameters that may be repeated or comma-separated. */
export const REPEATED_ZONE_PARAMETERS = ['status', 'kind'];

const edition = z.string().regex(/^[A-Za-z0-9._-]{1,60}$/, 'the id of a boundary edition');

/** Query of `GET /api/zones`. A ward is `code` or `edition/code`. */
export const zoneQuerySchema = z.strictObject({
  status: z.array(z.enum(ZONE_STATUSES)).optional(),
  kind: z.array(z.enum(ZONE_KINDS)).optional(),
  edition: edition.optional(),
  ward: z.string().regex(/^([A-Za-z0-9._-]{1,60}\/)?\d{5}$/, 'a ward is a code or edition/code').optional(),
  day: daySchema.optional(),
  bbox: bboxSchema.optional(),
  limit: z.string().regex(/^\d{1,4}$/, 'must be a number').transform(Number).pipe(z.int().min(1).max(1_000)).optional(),
});

/** Longest period that is counted, in days: the one before it is counted as well. */
const LONGEST_PERIOD_DAYS = 3_700;
const DAY_MS = 86_400_000;

/** Query of `GET /api/zones/{id}/counts`; both days are included. `unit` is the width of the bins, by default what the period's length suggests. */
export const zoneCountsQuerySchema = z.strictObject({
  from: daySchema,
  to: daySchema,
  category: z.array(z.string().regex(/^[\w-]{1,60}$/, 'letters, digits, - and _ only')).max(30).optional(),
  unit: z.enum(['week', 'month']).optional(),
}).refine(({ from, to }) => from <= to, { path: ['to'], message: 'must not be before from' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < LONGEST_PERIOD_DAYS * DAY_MS, { path: ['to'], message: `a period has at most ${String(LONGEST_PERIOD_DAYS)} days` })
  .refine(({ from }) => from >= '1920-01-01', { path: ['from'], message: 'must not be before 1920' });

/**
 * Query of `POST /api/zones/imports`; without `store=1` nothing is stored. `validFrom`, `kind`: of the drafts that are made.
 *
 * The same `id` twice makes them once; without one, the same content does.
 */
export const zoneImportQuerySchema = z.strictObject({
  id: z.uuid().optional(),
  edition,
  file: z.string().trim().normalize('NFC').min(1).max(200).default('(?)'),
  store: z.literal('1').optional(),
  validFrom: daySchema.optional(),
  kind: z.enum(ZONE_KINDS).default('other'),
});
