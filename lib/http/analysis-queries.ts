import { z } from 'zod';
import { METHOD_IDS, type MethodId } from '../domain/analysis';

const flag = z.enum(['true', 'false', '1', '0'], 'must be true or false').transform((text) => text === 'true' || text === '1');

/** Query of `GET /api/stats/runs`. */
export const runQuerySchema = z.strictObject({
  saved: flag.optional(),
  mine: flag.optional(),
  method: z.enum(METHOD_IDS as readonly [MethodId, ...MethodId[]]).optional(),
  limit: z.string().regex(/^\d{1,3}$/, 'must be a number').transform(Number).pipe(z.int().min(1).max(200)).optional(),
});

/** Query of `GET /api/stats/runs/{id}`. `outcome=0` leaves the outcome out; `format` counts before the Accept header. */
export const runDetailQuerySchema = z.strictObject({
  outcome: flag.optional(),
  format: z.enum(['json', 'geojson', 'csv']).optional(),
  table: z.string().regex(/^\w{1,60}$/, 'letters, digits and _ only').optional(),
});
