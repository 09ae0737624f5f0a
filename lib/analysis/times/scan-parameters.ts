import { z } from 'zod';
import { CENTRE_KINDS } from './scan-centres';

/** Checks the parameters of the space-time scan. */
export const scanSchema = z.strictObject({
  ending: z.enum(['any', 'last']),
  centres: z.enum(CENTRE_KINDS),
  radiusMetres: z.number().min(20).max(5_000),
  durationDays: z.int().min(1).max(366),
  leastEvents: z.int().min(2).max(50),
  permutations: z.int().min(99).max(9_999),
  significance: z.number().min(0.001).max(0.2),
  mostClusters: z.int().min(1).max(20),
});
/** Parameters of the space-time scan. */
export type ScanParameters = z.output<typeof scanSchema>;
