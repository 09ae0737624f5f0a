import { z } from 'zod';
import { daySchema } from '../../domain/instant';

/** Complete parameters of the method `displacement`. */
export const displacementSchema = z.strictObject({
  treated: z.enum(['patrol', 'zone', 'circle']),
  patrol: z.string().max(60),
  zone: z.string().max(60),
  longitude: z.number().min(-180).max(180),
  latitude: z.number().min(-85).max(85),
  radiusMetres: z.number().min(50).max(5_000),
  ward: z.string().regex(/^(\d{5})?$/),
  date: daySchema,
  periodDays: z.int().min(7).max(365),
  buffer: z.enum(['facing', 'ring']),
  corridorMetres: z.number().min(0).max(2_000),
  ringMetres: z.number().min(20).max(2_000),
  control: z.enum(['matched', 'circle']),
  controls: z.int().min(1).max(10),
  controlLongitude: z.number().min(-180).max(180),
  controlLatitude: z.number().min(-85).max(85),
  controlRadiusMetres: z.number().min(50).max(5_000),
  placeboStepDays: z.int().min(1).max(91),
});
/** Where, when, and beside what a patrol is evaluated. */
export type DisplacementParameters = z.output<typeof displacementSchema>;
