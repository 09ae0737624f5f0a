import { binomialTwoSided } from '../../stats/count-tails';
import { adjustBenjaminiHochberg } from '../../stats/false-discovery';
import type { WardRepeats } from './near-repeats';

/** Fewer steps than this can not show a direction at 5 %, however one-sided they are: 2·½⁵ is above it. */
export const LEAST_STEPS = 6;

/** Near repeats of two wards and where they lead: the ward from which more of them set out. */
export interface StepsBetween extends WardRepeats {
  readonly from: number;
  readonly to: number;
  readonly forth: number;
  readonly back: number;
  /** Exact two-sided binomial test against ½; null where no step has a direction. */
  readonly p: number | null;
  /** The same over all pairs of wards that could show one (Benjamini–Hochberg); null for those with too few steps. */
  readonly adjusted: number | null;
}

/**
 * Direction of the near repeats of each pair of wards: the surest first, then by repeats above chance.
 *
 * Source: binomial test (B-8x); pairs that can not reach 5 % are left out of the correction, as in Tarone (1990), Gilbert (2005).
 */
export function listSteps(repeats: readonly WardRepeats[]): StepsBetween[] {
  const testable = repeats.filter(({ fromA, fromB }) => fromA + fromB >= LEAST_STEPS);
  const ps = testable.map(({ fromA, fromB }) => binomialTwoSided(fromA, fromA + fromB, 0.5));
  const adjusted = new Map(testable.map((pair, k) => [pair, adjustBenjaminiHochberg(ps)[k]!]));
  return repeats
    .map((pair): StepsBetween => {
      const { wardA, wardB, fromA, fromB } = pair;
      const [from, to, forth, back] = fromB > fromA ? [wardB, wardA, fromB, fromA] : [wardA, wardB, fromA, fromB];
      return { ...pair, from, to, forth, back, p: fromA + fromB === 0 ? null : binomialTwoSided(fromA, fromA + fromB, 0.5), adjusted: adjusted.get(pair) ?? null };
    })
    .sort((a, b) => Number(isDirected(b)) - Number(isDirected(a)) || (isDirected(a) ? a.adjusted! - b.adjusted! : 0) || b.observed - b.expected - (a.observed - a.expected));
}

/** Whether the repeats of two wards lead one way beyond chance, at 5 % over all pairs. */
export const isDirected = ({ adjusted }: Pick<StepsBetween, 'adjusted'>): boolean => adjusted !== null && adjusted < 0.05;
