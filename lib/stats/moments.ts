/** Mean and standard deviation (divisor n) of some values. */
export interface Moments {
  readonly mean: number;
  /** Exactly 0 where all values are equal. */
  readonly deviation: number;
}

/** Share of the largest value below which a spread is rounding: a constant 0.1 has a mean that is not quite 0.1. */
const ROUNDING = 1e-13;

/** Mean and standard deviation of values; no values give 0 and 0. */
export function momentsOf(values: ArrayLike<number>): Moments {
  const n = values.length;
  if (n === 0) return { mean: 0, deviation: 0 };
  let sum = 0;
  let largest = 0;
  for (let i = 0; i < n; i++) {
    sum += values[i]!;
    largest = Math.max(largest, Math.abs(values[i]!));
  }
  const mean = sum / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (values[i]! - mean) ** 2;
  const deviation = Math.sqrt(squares / n);
  return { mean, deviation: deviation <= ROUNDING * largest ? 0 : deviation };
}
