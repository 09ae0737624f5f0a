import { normalTwoSided } from './special-functions';

/** A trend of a series without a shape: S, its variance under no trend, z with continuity correction, two-sided p. */
export interface TrendTest {
  readonly s: number;
  readonly variance: number;
  readonly z: number;
  readonly p: number;
}

/**
 * Mann–Kendall test with the variance for ties.
 *
 * Source: Mann (1945), Kendall (1975). Accuracy: 3, 5, 4, 7, 8, 8 gives S = 12, variance 27.333, z = 2.104.
 * Limits: a constant series, or fewer than two values, gives z = 0, p = 1.
 */
export function testTrend(values: readonly number[]): TrendTest {
  const n = values.length;
  let s = 0;
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) s += Math.sign(values[j]! - values[i]!);
  const ties = new Map<number, number>();
  for (const value of values) ties.set(value, (ties.get(value) ?? 0) + 1);
  const term = (t: number): number => t * (t - 1) * (2 * t + 5);
  const variance = (term(n) - [...ties.values()].reduce((sum, t) => sum + term(t), 0)) / 18;
  const z = variance > 0 ? (s - Math.sign(s)) / Math.sqrt(variance) : 0;
  return { s, variance, z, p: normalTwoSided(z) };
}
