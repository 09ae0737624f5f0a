import { z } from 'zod';
import { SENSITIVITY_BASES } from './sensitivity-settings';

/** Which incidents are looked at. */
export const SENSITIVITY_INCIDENTS = ['all', 'border_zone'] as const;

/** Checks the parameters of the sensitivity panel. */
export const sensitivitySchema = z.strictObject({
  method: z.enum(SENSITIVITY_BASES),
  incidents: z.enum(SENSITIVITY_INCIDENTS),
  sizeMetres: z.number().min(20).max(5_000),
  range: z.number().min(1.1).max(3),
  topShare: z.number().min(0.02).max(0.5),
  significance: z.number().min(0.001).max(0.2),
  leastPoints: z.int().min(2).max(100),
});
/** Parameters of the sensitivity panel. */
export type SensitivityParameters = z.output<typeof sensitivitySchema>;
