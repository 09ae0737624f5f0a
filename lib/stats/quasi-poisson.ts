import { solveLinear } from './solve-linear';

/** A log-linear model of counts with a free dispersion. */
export interface QuasiPoissonFit {
  readonly coefficients: Float64Array;
  readonly fitted: Float64Array;
  /** Leverage of each count, 0 to 1. */
  readonly leverages: Float64Array;
  /** Pearson's X² over the degrees of freedom, weights included; 0 when there are none left. */
  readonly dispersion: number;
  /** Inverse of X'WX, row by row: times the dispersion, the covariance of the coefficients. */
  readonly inverse: Float64Array;
}

const MOST_ROUNDS = 40;
/** Relative change of the deviance at which the fit stands still. */
const STILL = 1e-10;
/** Keeps means that run to 0 (a season without any count) where weights are still above 0. */
const LEAST_ETA = -23;

const deviance = (counts: ArrayLike<number>, fitted: Float64Array, weights: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < fitted.length; i++) sum += 2 * weights[i]! * ((counts[i]! > 0 ? counts[i]! * Math.log(counts[i]! / fitted[i]!) : 0) - (counts[i]! - fitted[i]!));
  return sum;
};

function invert(matrix: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  for (let column = 0; column < n; column++) {
    const unit = new Float64Array(n);
    unit[column] = 1;
    const answer = solveLinear(matrix.slice(), unit);
    for (let row = 0; row < n; row++) inverse[row * n + column] = answer[row]!;
  }
  return inverse;
}

/** X'WX and X'Wz of the rows. */
function normalEquations(rows: readonly Float64Array[], weights: Float64Array, response: Float64Array | null): { readonly matrix: Float64Array; readonly right: Float64Array } {
  const n = rows[0]!.length;
  const [matrix, right] = [new Float64Array(n * n), new Float64Array(n)];
  rows.forEach((row, i) => {
    for (let a = 0; a < n; a++) {
      const weighted = weights[i]! * row[a]!;
      if (weighted === 0) continue;
      if (response !== null) right[a]! += weighted * response[i]!;
      for (let b = 0; b < n; b++) matrix[a * n + b]! += weighted * row[b]!;
    }
  });
  return { matrix, right };
}

/**
 * Fits log E(count) = row · coefficients by reweighted least squares, each count with a prior weight.
 *
 * Source: McCullagh & Nelder (1989). Accuracy: equals R's `glm(family = quasipoisson)` to 1e-7 where all means are above 0.
 * Limits: null when the rows do not determine the coefficients or 40 rounds do not settle them.
 */
export function fitQuasiPoisson(rows: readonly Float64Array[], counts: ArrayLike<number>, prior: ArrayLike<number>): QuasiPoissonFit | null {
  const size = rows.length;
  const fitted = Float64Array.from({ length: size }, (_, i) => counts[i]! + 0.1);
  const eta = fitted.map(Math.log);
  const [weights, response] = [new Float64Array(size), new Float64Array(size)];
  let [before, coefficients] = [Infinity, new Float64Array(0)];
  for (let round = 0; ; round++) {
    if (round === MOST_ROUNDS) return null;
    for (let i = 0; i < size; i++) {
      weights[i] = prior[i]! * fitted[i]!;
      response[i] = eta[i]! + (counts[i]! - fitted[i]!) / fitted[i]!;
    }
    const { matrix, right } = normalEquations(rows, weights, response);
    try { coefficients = solveLinear(matrix, right) as Float64Array<ArrayBuffer>; } catch { return null; }
    rows.forEach((row, i) => {
      eta[i] = Math.max(LEAST_ETA, dot(row, coefficients));
      fitted[i] = Math.exp(eta[i]!);
    });
    const now = deviance(counts, fitted, prior);
    if (!Number.isFinite(now)) return null;
    if (Math.abs(now - before) < STILL * (Math.abs(now) + 0.1)) break;
    before = now;
  }
  return describeFit(rows, counts, prior, coefficients, fitted);
}

/** Sum of the products of two equally long lists. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function describeFit(rows: readonly Float64Array[], counts: ArrayLike<number>, prior: ArrayLike<number>, coefficients: Float64Array, fitted: Float64Array): QuasiPoissonFit | null {
  const n = coefficients.length;
  const weights = fitted.map((mean, i) => mean * prior[i]!);
  let inverse: Float64Array;
  try { inverse = invert(normalEquations(rows, weights, null).matrix, n); } catch { return null; }
  const leverages = Float64Array.from(rows, (row, i) => weights[i]! * quadratic(row, inverse));
  let chi = 0;
  for (let i = 0; i < fitted.length; i++) chi += (prior[i]! * (counts[i]! - fitted[i]!) ** 2) / fitted[i]!;
  const free = rows.length - n;
  return { coefficients, fitted, leverages, dispersion: free > 0 ? chi / free : 0, inverse };
}

/** row · inverse · row: times the dispersion, the variance of a row's fitted logarithm. */
export function quadratic(row: Float64Array, inverse: Float64Array): number {
  const n = row.length;
  let sum = 0;
  for (let a = 0; a < n; a++) {
    if (row[a] === 0) continue;
    for (let b = 0; b < n; b++) sum += row[a]! * inverse[a * n + b]! * row[b]!;
  }
  return sum;
}
