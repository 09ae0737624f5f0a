import { findBand, type ClosePairs } from './close-pairs';
import type { Progress } from './progress';
import { shuffle, type Random } from './seeded-random';

/** One combination of a distance band and a time band. */
export interface KnoxCell {
  readonly observed: number;
  /** Mean over the permutations. */
  readonly expected: number;
  /** Observed over expected; null when nothing was expected. */
  readonly ratio: number | null;
  /** (#{permutations ≥ observed} + 1)/(R + 1). */
  readonly p: number;
}

/** A test of near repeats: `cells[distanceBand][timeBand]`. */
export interface KnoxTest {
  readonly cells: readonly (readonly KnoxCell[])[];
  readonly permutations: number;
}

/** Counts pairs by distance and time band; times in any unit, bands `[a, b)`. */
function countPairs({ first, second, band }: ClosePairs, times: Float64Array, timeEdges: readonly number[], counts: Float64Array, keep: Uint8Array | null): void {
  counts.fill(0);
  const bands = timeEdges.length - 1;
  const limit = timeEdges[bands] ?? 0;
  for (let k = 0; k < band.length; k++) {
    if (keep !== null && keep[k] === 0) continue;
    const apart = Math.abs(times[first[k]!]! - times[second[k]!]!);
    // Most pairs lie farther apart in time than any band: they are done with one comparison.
    if (apart >= limit) continue;
    const timeBand = findBand(timeEdges, apart);
    if (timeBand >= 0) counts[band[k]! * bands + timeBand]!++;
  }
}

/**
 * Knox test over bands: are there more pairs close in space and time than if the times were dealt out anew?
 *
 * Source: Knox (1964); Johnson et al. (2007) for bands and the ratio. `keep` restricts it to some pairs (1 = counted), e.g.
 * those across a border; permuting times keeps places and wards.
 * Accuracy: the observed count equals R's `surveillance::knox`. Limits: null when it was stopped; no pair gives zeros and p = 1.
 */
export function testNearRepeat(
  pairs: ClosePairs, distanceBands: number, times: Float64Array, timeEdges: readonly number[],
  permutations: number, random: Random, keep: Uint8Array | null = null, progress: Progress = () => true,
): KnoxTest | null {
  const size = distanceBands * (timeEdges.length - 1);
  const observed = new Float64Array(size);
  countPairs(pairs, times, timeEdges, observed, keep);
  const dealt = Float64Array.from(times);
  const counts = new Float64Array(size);
  const sums = new Float64Array(size);
  const reached = new Float64Array(size);
  for (let round = 0; round < permutations; round++) {
    if (!progress(round / permutations)) return null;
    shuffle(dealt, random);
    countPairs(pairs, dealt, timeEdges, counts, keep);
    for (let cell = 0; cell < size; cell++) {
      sums[cell]! += counts[cell]!;
      if (counts[cell]! >= observed[cell]!) reached[cell]!++;
    }
  }
  return { permutations, cells: shapeCells(observed, sums, reached, distanceBands, permutations) };
}

function shapeCells(observed: Float64Array, sums: Float64Array, reached: Float64Array, distanceBands: number, permutations: number): KnoxCell[][] {
  const timeBands = observed.length / distanceBands;
  return Array.from({ length: distanceBands }, (_, d) => Array.from({ length: timeBands }, (__, t): KnoxCell => {
    const cell = d * timeBands + t;
    const expected = permutations === 0 ? 0 : sums[cell]! / permutations;
    return { observed: observed[cell]!, expected, ratio: expected === 0 ? null : observed[cell]! / expected, p: (reached[cell]! + 1) / (permutations + 1) };
  }));
}
