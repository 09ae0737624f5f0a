import { z } from 'zod';
import type { Day } from '../domain/instant';
import { programmeDaySchema } from '../domain/programme';
import { REVIEW_UNITS, type ReviewUnit } from '../domain/programme-review';
import { countDays } from '../domain/zone-bins';

/** Query of `GET /api/programmes/drug-free`; without a day it is today. */
export const drugFreeQuerySchema = z.strictObject({ day: programmeDaySchema.optional() });

/** Longest span of a review by unit, in days: at most 20 years, and 120 months or quarters. */
const LONGEST: Readonly<Record<ReviewUnit, number>> = { month: 3_700, quarter: 7_320, year: 7_320, reporting_year: 7_320 };

/** The unit that a span's length suggests. */
const suggestUnit = (days: number): ReviewUnit => (days <= 400 ? 'month' : days <= 1_100 ? 'quarter' : 'year');

/** Query of `GET /api/programmes/review`; both days are included. */
export const reviewQuerySchema = z.strictObject({
  from: programmeDaySchema,
  to: programmeDaySchema,
  unit: z.enum(REVIEW_UNITS).optional(),
  cluster: z.string().regex(/^[\w-]{1,60}$/, 'letters, digits, - and _ only').optional(),
}).refine(({ from, to }) => from <= to, { path: ['to'], message: 'must not be before from' })
  .transform(({ unit, ...rest }): { from: Day; to: Day; cluster?: string | undefined; unit: ReviewUnit } => ({ ...rest, unit: unit ?? suggestUnit(countDays(rest.from, rest.to)) }))
  .refine(({ from, to, unit }) => countDays(from, to) <= LONGEST[unit], { path: ['to'], message: 'the span is too long: 20 years at most, 10 by month' });

/** Query of `GET /api/commendations`. */
export const commendationQuerySchema = z.strictObject({ programme: z.uuid().optional() });
