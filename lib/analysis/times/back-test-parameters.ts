import { z } from 'zod';

/** Checks the parameters of the back-test. */
export const backTestSchema = z.strictObject({
  cellMetres: z.number().min(50).max(2_000),
  areaShare: z.number().min(0.002).max(0.3),
  testWeeks: z.int().min(4).max(104),
  historyWeeks: z.int().min(4).max(260),
  recentWeeks: z.int().min(1).max(26),
  radiusMetres: z.number().min(50).max(5_000),
});
/** Parameters of the back-test. */
export type BackTestParameters = z.output<typeof backTestSchema>;
