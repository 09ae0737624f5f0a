import { solveLinear } from './solve-linear';

/**
 * The reference value that tells best between two means of a Poisson count: k = (μ₁ − μ₀)/ln(μ₁/μ₀).
 *
 * Source: Lucas (1985). @throws RangeError unless 0 < inControl < outOfControl
 */
export function cusumReference(inControl: number, outOfControl: number): number {
  if (!(inControl > 0) || !(outOfControl > inControl)) throw new RangeError(`a CUSUM needs 0 < in control < out of control, got ${String(inControl)} and ${String(outOfControl)}`);
  return (outOfControl - inControl) / Math.log(outOfControl / inControl);
}

/** A CUSUM on a lattice: the sum moves in steps of 1/`steps`; `reference` and `limit` count such steps. It alarms above the limit. */
export interface CusumDesign {
  readonly steps: number;
  readonly reference: number;
  readonly limit: number;
}

/** The sum over time, in counts, and for each time how many counts ago it was 0 last (0 = it is 0 now): when the change began. */
export interface CusumPath {
  readonly sums: Float64Array;
  readonly sinceZero: Int32Array;
}

/** C_t = max(0, C_{t−1} + y_t − k) from 0, with the reference value of a design. Source: Lucas (1985). */
export function cusumPath(counts: ArrayLike<number>, { steps, reference }: Pick<CusumDesign, 'steps' | 'reference'>): CusumPath {
  const sums = new Float64Array(counts.length);
  const sinceZero = new Int32Array(counts.length);
  let [sum, since] = [0, 0];
  for (let t = 0; t < counts.length; t++) {
    sum = Math.max(0, sum + steps * counts[t]! - reference);
    since = sum === 0 ? 0 : since + 1;
    sums[t] = sum / steps;
    sinceZero[t] = since;
  }
  return { sums, sinceZero };
}

/**
 * Average run length, in counts, until a CUSUM from 0 alarms, for counts with the given masses (`countMasses`).
 *
 * Source: Brook & Evans (1972), exact on the lattice. Accuracy: equals `spc::pois.cusum.arl` to 1e-8 relative.
 */
export function cusumRunLength(masses: Float64Array, { steps, reference, limit }: CusumDesign): number {
  const n = limit + 1;
  const matrix = new Float64Array(n * n);
  for (let from = 0; from < n; from++) {
    matrix[from * n + from] = 1;
    for (let y = 0; y < masses.length; y++) {
      const to = Math.max(0, from + steps * y - reference);
      if (to > limit) break;
      matrix[from * n + to]! -= masses[y]!;
    }
  }
  return solveLinear(matrix, new Float64Array(n).fill(1))[0]!;
}

/** Highest limit that is tried, in steps of the lattice. */
const MOST_STEPS = 1_200;

/**
 * The lowest limit, in steps, whose average run length is at least the wanted one; null when none up to 1,200 steps is.
 *
 * Accuracy: equals `spc::pois.cusum.crit` without randomisation.
 */
export function cusumLimit(masses: Float64Array, design: Pick<CusumDesign, 'steps' | 'reference'>, runLength: number): number | null {
  const isEnough = (limit: number): boolean => cusumRunLength(masses, { ...design, limit }) >= runLength;
  let [low, high] = [0, 8];
  while (!isEnough(high)) {
    low = high;
    high *= 2;
    if (high > MOST_STEPS) return null;
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return low === 0 && isEnough(0) ? 0 : high;
}
