import { computeWeightedDifference, type BeforeAfter, type DisplacementCounts, type WeightedDifference } from './displacement';

/** The days (any whole or broken numbers) of the incidents in each area that is compared. */
export interface DatedAreas {
  readonly target: ArrayLike<number>;
  readonly buffer: ArrayLike<number>;
  readonly control: ArrayLike<number>;
  readonly bufferControl?: ArrayLike<number> | undefined;
}

function countSides(days: ArrayLike<number>, day: number, periodDays: number): BeforeAfter {
  const within = (from: number, until: number): number => Array.from(days).filter((at) => at >= from && at < until).length;
  return { before: within(day - periodDays, day), after: within(day, day + periodDays) };
}

/** Counts of equal periods before and from a day on: [day − n, day) and [day, day + n). */
export function countAround({ target, buffer, control, bufferControl }: DatedAreas, day: number, periodDays: number): DisplacementCounts {
  const count = (days: ArrayLike<number>): BeforeAfter => countSides(days, day, periodDays);
  return { target: count(target), buffer: count(buffer), control: count(control), ...(bufferControl === undefined ? {} : { bufferControl: count(bufferControl) }) };
}

/** The difference at the real date beside those at dates on which nothing was done. */
export interface PlaceboTest {
  readonly real: WeightedDifference;
  readonly placebos: readonly (WeightedDifference & { readonly day: number })[];
  /** Share of the dates, the real one among them, with a difference at least as low. */
  readonly rank: number;
}

/**
 * Computes the difference at the date of a patrol and at placebo dates: how far do they swing when nothing is done?
 *
 * Limits: placebo dates whose later period reaches into the patrol's are left out; none left gives rank 1.
 */
export function testPlacebos(areas: DatedAreas, day: number, placeboDays: readonly number[], periodDays: number): PlaceboTest {
  const real = computeWeightedDifference(countAround(areas, day, periodDays));
  const placebos = placeboDays
    .filter((placebo) => placebo + periodDays <= day)
    .map((placebo) => ({ day: placebo, ...computeWeightedDifference(countAround(areas, placebo, periodDays)) }));
  return { real, placebos, rank: rankAmongPlacebos(real.estimate, placebos.map(({ estimate }) => estimate)) };
}

/**
 * Share of dates, the real one among them, with a difference at least as low as the real one: small = not an everyday swing.
 *
 * Limits: no placebo date gives 1.
 */
export function rankAmongPlacebos(estimate: number, placebos: readonly number[]): number {
  return (placebos.filter((placebo) => placebo <= estimate).length + 1) / (placebos.length + 1);
}

/** A segment that could serve as control, and how unlike the treated one it was beforehand. */
export interface MatchedControl {
  readonly candidate: number;
  /** Root mean square difference of the square roots of the counts: 0 = alike, about 0.7 = as chance makes two alike segments differ. */
  readonly distance: number;
}

/**
 * The candidate segments whose counts by period before the patrol are most like those of the treated one, nearest first.
 *
 * Source: matching on the past, on square roots, which makes the chance of small and large counts alike (own construction).
 * Limits: the caller leaves out segments near the treated one; equal distances keep the candidates' order.
 */
export function matchControls(treated: readonly number[], candidates: readonly (readonly number[])[], most: number): readonly MatchedControl[] {
  return candidates
    .map((counts, candidate): MatchedControl => {
      const squares = treated.reduce((sum, count, k) => sum + (Math.sqrt(count) - Math.sqrt(counts[k] ?? 0)) ** 2, 0);
      return { candidate, distance: treated.length === 0 ? 0 : Math.sqrt(squares / treated.length) };
    })
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most);
}
