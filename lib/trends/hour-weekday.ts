import type { PointColumns } from '../domain/point-columns';
import { addAoristicWeight } from '../stats/aoristic';

/** Viet Nam's clocks are 7 hours ahead of UTC all year round. */
const OFFSET_SECONDS = 7 * 3_600;

/** Incidents by hour of the week. */
export interface HourGrid {
  /** 168 weights: Monday from 00:00 first; a day's hours stand together. */
  readonly weights: Float64Array;
  readonly total: number;
  /** How many of them occurred within a span of more than one hour or a known end, and were spread over it. */
  readonly uncertain: number;
}

/**
 * Rows of a half-open span of time by hour and weekday in Viet Nam; one that occurred within a span is spread over the hours of it.
 *
 * Source: Ratcliffe (2002) for the weights. Accuracy: the weights add up to `total` within rounding.
 */
export function countHours(points: PointColumns, rows: Uint32Array, fromSeconds: number, untilSeconds: number): HourGrid {
  const weights = new Float64Array(168);
  let total = 0;
  let uncertain = 0;
  for (const row of rows) {
    const at = points.occurredAt[row]!;
    if (at < fromSeconds || at >= untilSeconds) continue;
    const until = points.occurredUntil[row]!;
    total++;
    if (until !== 0) uncertain++;
    addAoristicWeight(weights, at, until === 0 ? null : until, OFFSET_SECONDS);
  }
  return { weights, total, uncertain };
}

/**
 * Upper bounds of up to five classes for shading weights, ascending; the last is the largest weight.
 *
 * Limits: equal steps from 0; none when nothing is there.
 */
export function listHourClasses(weights: Float64Array): readonly number[] {
  const most = weights.reduce((a, b) => Math.max(a, b), 0);
  if (most === 0) return [];
  const classes = Math.min(5, Math.max(1, Math.ceil(most)));
  return Array.from({ length: classes }, (_, i) => (most * (i + 1)) / classes);
}

/** Class of a weight: 0 for nothing, else 1 to the number of classes. */
export const classOfHour = (weight: number, classes: readonly number[]): number => (weight <= 0 ? 0 : classes.findIndex((bound) => weight <= bound * (1 + 1e-12)) + 1);
