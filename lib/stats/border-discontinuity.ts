import { poissonUpperTail } from './count-tails';
import { normalTwoSided } from './special-functions';

/** Incidents by signed distance to a border (+ in one ward, − in the other), in bins of one width that meet at 0. */
export interface SignedBins {
  readonly binMetres: number;
  /** Bins outwards from the line on each side: counts, and the exposure (area, road length) of each. */
  readonly positive: BinSide;
  readonly negative: BinSide;
}

/** The bins of one side, innermost first. */
export interface BinSide {
  readonly counts: readonly number[];
  readonly exposures: readonly number[];
}

/** A jump of the density at the line, and heaps of incidents right beside it. */
export type Discontinuity =
  | {
    readonly kind: 'estimated';
    /** λ(0⁺) and λ(0⁻), in incidents per unit of exposure. */
    readonly right: number;
    readonly left: number;
    /** τ = λ(0⁺) − λ(0⁻) with its 95 % interval. */
    readonly jump: number;
    readonly interval: readonly [number, number];
    readonly p: number;
    /** P of so many incidents in the innermost bin if the next ones foretell it; small on one side only = snapped positions. */
    readonly heapP: { readonly right: number; readonly left: number };
  }
  | { readonly kind: 'too_few_bins' | 'no_incident' };

const Z95 = 1.959_963_984_540_054;
/** A straight line needs this many bins that have exposure. */
const LEAST_BINS = 3;

/**
 * Whether the density of incidents jumps at a border: local-linear fits of binned counts on each side, met at 0.
 *
 * A jump means different recording, or positions snapped inside a ward, before it means crime.
 * Source: McCrary (2008), Imbens & Lemieux (2008), triangular weights; own construction for heaps (B-18).
 * Accuracy: exact for a density that is a straight line on each side. Limits: bins without exposure are left out; fewer than
 * three a side, or no incident at all, is said; variances are Poisson.
 */
export function testDiscontinuity({ binMetres, positive, negative }: SignedBins): Discontinuity {
  const [right, left] = [fitSide(positive, binMetres, 0), fitSide(negative, binMetres, 0)];
  if (right === null || left === null) return { kind: 'too_few_bins' };
  if ([...positive.counts, ...negative.counts].every((count) => count === 0)) return { kind: 'no_incident' };
  const jump = right.value - left.value;
  const error = Math.sqrt(right.variance + left.variance);
  return {
    kind: 'estimated', right: right.value, left: left.value, jump,
    interval: [jump - Z95 * error, jump + Z95 * error],
    p: error === 0 ? 1 : normalTwoSided(jump / error),
    heapP: { right: heapP(positive, binMetres), left: heapP(negative, binMetres) },
  };
}

interface Fit {
  readonly value: number;
  readonly variance: number;
}

/** Value of the weighted line at `atMetres`, from the bins after the first `skip`; null with too few. */
function fitSide({ counts, exposures }: BinSide, binMetres: number, skip: number, atMetres = 0): Fit | null {
  const reach = counts.length * binMetres;
  const bins = counts.flatMap((count, k) => {
    const exposure = exposures[k] ?? 0;
    const metres = (k + 0.5) * binMetres;
    return k < skip || !(exposure > 0) ? [] : [{ metres: metres - atMetres, rate: count / exposure, exposure, weight: (1 - metres / reach) * exposure }];
  });
  if (bins.length < LEAST_BINS) return null;
  const sum = (f: (bin: (typeof bins)[number]) => number): number => bins.reduce((total, bin) => total + f(bin), 0);
  const [s0, s1, s2] = [sum(({ weight }) => weight), sum(({ weight, metres }) => weight * metres), sum(({ weight, metres }) => weight * metres * metres)];
  const share = ({ weight, metres }: (typeof bins)[number]): number => (weight * (s2 - s1 * metres)) / (s0 * s2 - s1 * s1);
  return { value: sum((bin) => share(bin) * bin.rate), variance: sum((bin) => (share(bin) ** 2 * bin.rate) / bin.exposure) };
}

function heapP(side: BinSide, binMetres: number): number {
  const fit = fitSide(side, binMetres, 1, binMetres / 2);
  const exposure = side.exposures[0] ?? 0;
  if (fit === null || !(exposure > 0)) return 1;
  return poissonUpperTail(side.counts[0] ?? 0, Math.max(0, fit.value) * exposure);
}

/** A border between two wards, by their places in a list of rates. */
export interface WardPair {
  readonly wardA: number;
  readonly wardB: number;
}

/** How unlike the two sides of a border are, and its place from the most unlike on. */
export interface BorderContrast extends WardPair {
  readonly difference: number;
  readonly rank: number;
}

/**
 * Wombling: the difference of the (shrunk) rates on the two sides of each border, largest first.
 *
 * Source: Womble (1951); areal form of Lu & Carlin (2005). Limits: no border gives []; ties keep the borders' order.
 */
export function rankContrasts(rates: ArrayLike<number>, borders: readonly WardPair[]): readonly BorderContrast[] {
  return borders
    .map(({ wardA, wardB }) => ({ wardA, wardB, difference: Math.abs(rates[wardA]! - rates[wardB]!) }))
    .sort((a, b) => b.difference - a.difference)
    .map((border, k) => ({ ...border, rank: k + 1 }));
}
