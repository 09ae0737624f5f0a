import type { Exposure } from './border-distance';
import { quantileOf } from './quantile';

/** Relative risk at a signed distance from a border: 1 = as everywhere. */
export interface ProfilePoint {
  readonly metres: number;
  /** Null where there is no exposure nearby. */
  readonly ratio: number | null;
  /** Pointwise 95 %. */
  readonly interval: readonly [number, number] | null;
}

/** Relative risk at several distances, and the bandwidth it was smoothed with. */
export interface DistanceProfile {
  readonly points: readonly ProfilePoint[];
  readonly bandwidthMetres: number;
}

const Z95 = 1.959_963_984_540_054;
/** Share of the exposure that must lie within a kernel for its ratio to mean something. */
const LEAST_SHARE = 1e-6;

const normal = (distance: number, bandwidth: number): number => Math.exp(-0.5 * (distance / bandwidth) ** 2) / (bandwidth * Math.sqrt(2 * Math.PI));

/**
 * Relative risk along the signed distance to a border (+ on one side, − on the other): kernel density of the incidents over
 * that of the exposure.
 *
 * Source: Baddeley et al. (2012), the `ratio` form of R's `rhohat`. Accuracy: within 2 % of its peak of R's, which bins.
 * Limits: no incident gives ratio 0 with interval [0, 0]; no exposure near a distance gives null there.
 * @throws RangeError for a bandwidth that is not above 0
 */
export function profileDistance(distancesMetres: ArrayLike<number>, exposure: Exposure, atMetres: readonly number[], bandwidthMetres: number): DistanceProfile {
  if (!(bandwidthMetres > 0)) throw new RangeError(`a bandwidth is above 0 m, got ${String(bandwidthMetres)}`);
  const n = distancesMetres.length;
  const total = sumOf(exposure.weights);
  const points = atMetres.map((metres): ProfilePoint => {
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      const value = normal(distancesMetres[i]! - metres, bandwidthMetres);
      sum += value;
      squares += value * value;
    }
    let base = 0;
    for (let k = 0; k < exposure.values.length; k++) base += exposure.weights[k]! * normal(exposure.values[k]! - metres, bandwidthMetres);
    if (!(base * bandwidthMetres > LEAST_SHARE * total)) return { metres, ratio: null, interval: null };
    const scale = n === 0 ? 0 : total / (n * base);
    const spread = Z95 * Math.sqrt(squares);
    return { metres, ratio: sum * scale, interval: [Math.max(0, sum - spread) * scale, (sum + spread) * scale] };
  });
  return { points, bandwidthMetres };
}

const sumOf = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, value) => sum + value, 0);

/**
 * How far in metres from the line the risk stays surely above the average, on one side: the zone width that the data propose.
 *
 * Limits: counted outwards from the line without a gap; 0 where the risk at the line itself is not surely raised.
 */
export function findReach({ points }: DistanceProfile, side: 1 | -1): number {
  const outward = points.filter(({ metres }) => metres * side >= 0).sort((a, b) => Math.abs(a.metres) - Math.abs(b.metres));
  const end = outward.findIndex(({ interval }) => interval === null || interval[0] <= 1);
  const raised = end < 0 ? outward : outward.slice(0, end);
  return Math.abs(raised.at(-1)?.metres ?? 0);
}

/** Bandwidth in metres by Silverman's rule, 0.9·min(s, IQR/1.34)·n^(−1/5), as R's `bw.nrd0`; null where nothing spreads. */
export function proposeProfileBandwidth(distancesMetres: readonly number[]): number | null {
  if (distancesMetres.length < 2) return null;
  const ascending = [...distancesMetres].sort((a, b) => a - b);
  const mean = ascending.reduce((sum, value) => sum + value, 0) / ascending.length;
  const deviation = Math.sqrt(ascending.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (ascending.length - 1));
  const range = (quantileOf(ascending, 0.75) - quantileOf(ascending, 0.25)) / 1.34;
  const spread = range > 0 ? Math.min(deviation, range) : deviation;
  return spread > 0 ? 0.9 * spread * ascending.length ** -0.2 : null;
}
