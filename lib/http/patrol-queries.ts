import { z } from 'zod';
import { instantSchema } from '../domain/instant';
import { PATROL_STATUSES } from '../domain/patrol';

const cluster = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'small letters, digits and - only');
const period = { from: instantSchema.optional(), to: instantSchema.optional() };
const inOrder = ({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean => from === undefined || to === undefined || Date.parse(from) < Date.parse(to);

/** Query of `GET /api/patrols`. */
export const patrolQuerySchema = z.strictObject({
  cluster: cluster.optional(),
  ...period,
  status: z.enum(PATROL_STATUSES).optional(),
  limit: z.string().regex(/^\d{1,3}$/, 'must be a number').transform(Number).pipe(z.int().min(1).max(200)).optional(),
}).refine(inOrder, { path: ['to'], message: 'must come after from' });

/** Longest period of a coverage, in milliseconds. */
const LONGEST_PERIOD_MS = 400 * 86_400_000;

/** Query of `GET /api/patrols/coverage`. */
export const coverageQuerySchema = z.strictObject({
  edition: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,39}$/, 'the id of a boundary edition'),
  from: instantSchema,
  to: instantSchema,
  cluster: cluster.optional(),
}).refine(inOrder, { path: ['to'], message: 'must come after from' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= LONGEST_PERIOD_MS, { path: ['to'], message: 'a period has at most 400 days' });

/** Query of `POST /api/patrols/{id}/tracks`; `source=drawn` says that the geometry was drawn on the map, not recorded. */
export const trackQuerySchema = z.strictObject({
  ward: z.string().regex(/^\d{5}$/, 'a ward code has five digits'),
  startedAt: instantSchema.optional(),
  endedAt: instantSchema.optional(),
  source: z.literal('drawn').optional(),
});
