import { z } from 'zod';

/** Complete parameters of the method `cluster_design`. */
export const clusterDesignSchema = z.strictObject({
  graph: z.enum(['near_repeats', 'border_incidents']),
  widthMetres: z.number().min(20).max(500),
  distanceMetres: z.number().min(20).max(500),
  days: z.int().min(1).max(60),
});
/** What links two wards, and how near. */
export type ClusterDesignParameters = z.output<typeof clusterDesignSchema>;
