import { solveLinear } from './solve-linear';

/** Z_t = λ·y_t + (1 − λ)·Z_{t−1} from the mean in control. Source: Borror, Champ & Rigdon (1998). */
export function ewmaPath(counts: ArrayLike<number>, weight: number, mean: number): Float64Array {
  const path = new Float64Array(counts.length);
  let value = mean;
  for (let t = 0; t < counts.length; t++) path[t] = value = weight * counts[t]! + (1 - weight) * value;
  return path;
}

/** Spread of an EWMA of counts of the given variance in the long run: √(λ·variance/(2 − λ)). */
export const ewmaSpread = (weight: number, variance: number): number => Math.sqrt((weight * variance) / (2 - weight));

/** Limits of an EWMA; it alarms outside of `[lower, upper]`. */
export interface EwmaLimits {
  readonly weight: number;
  readonly lower: number;
  readonly upper: number;
}

/** States of the Markov chain that stands for the EWMA; an odd number. */
const STATES = 101;

/**
 * Average run length, in counts, of an EWMA that begins at `start`, for counts with the given masses.
 *
 * Source: Borror, Champ & Rigdon (1998), a Markov chain of middles of equal intervals. Accuracy: equals `spc::pois.ewma.arl` of the
 * classic design with as many states to 1e-8 relative, save where a value falls on the line between two intervals; with 401 states
 * lengths differ by up to 5 %: the number of states is part of what is stated.
 */
export function ewmaRunLength(masses: Float64Array, { weight, lower, upper }: EwmaLimits, start: number, states = STATES): number {
  const width = (upper - lower) / states;
  const matrix = new Float64Array(states * states);
  for (let from = 0; from < states; from++) {
    matrix[from * states + from]! += 1;
    const kept = (1 - weight) * (lower + (from + 0.5) * width);
    for (let y = 0; y < masses.length; y++) {
      const to = Math.ceil((weight * y + kept - lower) / width) - 1;
      if (to >= states) break;
      if (to >= 0) matrix[from * states + to]! -= masses[y]!;
    }
  }
  const lengths = solveLinear(matrix, new Float64Array(states).fill(1));
  return lengths[Math.min(states - 1, Math.max(0, Math.ceil((start - lower) / width) - 1))]!;
}

/**
 * How many spreads above the mean the upper limit of an EWMA must lie so that the run length is at least the wanted one; it
 * never alarms for few: the lower limit is where the EWMA of zeros alone goes. Null when 60 spreads are not enough.
 *
 * Accuracy: 1e-3 spreads.
 */
export function ewmaLimitFactor(masses: Float64Array, { weight, mean, variance }: { readonly weight: number; readonly mean: number; readonly variance: number }, runLength: number): number | null {
  const spread = ewmaSpread(weight, variance);
  // A hair below 0, so that the value 0 itself lies in the first interval.
  const isEnough = (factor: number): boolean => ewmaRunLength(masses, { weight, lower: -1e-9, upper: mean + factor * spread }, mean) >= runLength;
  let [low, high] = [0.5, 60];
  if (!isEnough(high)) return null;
  while (high - low > 1e-3) {
    const middle = (low + high) / 2;
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
