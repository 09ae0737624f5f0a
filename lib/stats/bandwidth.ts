import type { PlanePoints } from './grid-frame';
import { momentsOf } from './moments';
import type { Progress } from './progress';

/** A quartic kernel of radius h spreads as far as a normal one of standard deviation h/√8. */
export const RADIUS_PER_SIGMA = Math.sqrt(8);

/** A bandwidth read from the data, or why there is none. */
export type BandwidthChoice =
  | { readonly kind: 'chosen'; readonly sigmaMetres: number; readonly radiusMetres: number; readonly scores: readonly BandwidthScore[] }
  | { readonly kind: 'too_few' | 'one_place' | 'stopped' };

/** A candidate's cross-validated log likelihood a point; larger is better. */
export interface BandwidthScore {
  readonly sigmaMetres: number;
  readonly score: number;
}

const chosen = (sigmaMetres: number, scores: readonly BandwidthScore[] = []): BandwidthChoice => ({ kind: 'chosen', sigmaMetres, radiusMetres: sigmaMetres * RADIUS_PER_SIGMA, scores });

/**
 * Rule-of-thumb bandwidth σ = n^(−1/6)·√(sₓ·sᵧ), in metres: the start when nothing is known.
 *
 * Source: Scott (1992). Accuracy: equals R's `bw.scott(isotropic = TRUE)`. Limits: oversmooths where the points form several
 * clusters; points on a line along an axis take the spread along it.
 */
export function proposeBandwidth({ xs, ys }: PlanePoints): BandwidthChoice {
  const n = xs.length;
  if (n < 2) return { kind: 'too_few' };
  const [x, y] = [momentsOf(xs).deviation, momentsOf(ys).deviation];
  const spread = x === 0 || y === 0 ? Math.max(x, y) : Math.sqrt(x * y);
  return spread === 0 ? { kind: 'one_place' } : chosen(spread * Math.sqrt(n / (n - 1)) * n ** (-1 / 6));
}

/** Candidate bandwidths in metres, evenly spaced on a logarithmic scale. */
export function listBandwidths(fromMetres: number, toMetres: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, k) => fromMetres * (toMetres / fromMetres) ** (count === 1 ? 0 : k / (count - 1)));
}

/** Most points whose density is looked up; beyond that every k-th stands for all, around all others. */
const MOST_EVALUATED = 1_000;

/**
 * Bandwidth in metres under which each point is best foretold by the others: likelihood cross-validation with a normal kernel.
 *
 * Source: Loader (1999), as R's `bw.ppl(edge = FALSE, shortcut = TRUE)`. Accuracy: scores equal R's to 1e-8 up to 1,000 points;
 * beyond, every k-th point stands for all. Limits: no edge correction; other points at exactly the same place are left
 * out with the point itself, or repeated addresses would ask for a bandwidth of 0. @throws RangeError without a candidate above 0
 */
export function chooseBandwidth(points: PlanePoints, candidatesMetres: readonly number[], progress: Progress = () => true): BandwidthChoice {
  if (candidatesMetres.length === 0 || candidatesMetres.some((sigma) => !(sigma > 0))) throw new RangeError(`bandwidths are above 0 m, got ${candidatesMetres.join(', ')}`);
  const { xs, ys } = points;
  if (xs.length < 2) return { kind: 'too_few' };
  if (xs.every((x, i) => x === xs[0] && ys[i] === ys[0])) return { kind: 'one_place' };
  const step = Math.ceil(xs.length / MOST_EVALUATED);
  const totals = new Float64Array(candidatesMetres.length);
  let evaluated = 0;
  for (let i = 0; i < xs.length; i += step) {
    if (!progress(i / xs.length)) return { kind: 'stopped' };
    const squares = squaredDistances(points, i);
    candidatesMetres.forEach((sigma, k) => { totals[k]! += logDensity(squares, sigma); });
    evaluated++;
  }
  const scores = candidatesMetres.map((sigmaMetres, k): BandwidthScore => ({ sigmaMetres, score: totals[k]! / evaluated }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return chosen(best.sigmaMetres, scores);
}

/** Squared distances from a point to all points elsewhere. */
function squaredDistances({ xs, ys }: PlanePoints, i: number): Float64Array {
  const squares = new Float64Array(xs.length);
  let count = 0;
  for (let j = 0; j < xs.length; j++) {
    const square = (xs[j]! - xs[i]!) ** 2 + (ys[j]! - ys[i]!) ** 2;
    if (square > 0) squares[count++] = square;
  }
  return squares.subarray(0, count);
}

/** Logarithm of a sum of normal kernels; taken from the nearest point on, so that a far point does not vanish into log 0. */
function logDensity(squares: Float64Array, sigma: number): number {
  const scale = 1 / (2 * sigma * sigma);
  let nearest = Infinity;
  for (const square of squares) if (square < nearest) nearest = square;
  let sum = 0;
  for (const square of squares) {
    const exponent = (square - nearest) * scale;
    if (exponent < 40) sum += Math.exp(-exponent);
  }
  return Math.log((sum * scale) / Math.PI) - nearest * scale;
}
