import { listClosePairs, type ClosePairs, type DistanceMetric } from '../../stats/close-pairs';
import type { AnalysisInput } from '../method';

/** Two incidents at one place lie no farther apart than this, in metres; across a border there can be none. */
export const SAME_PLACE_METRES = 0.5;

/** The incidents that lie in a ward, and the pairs of them that are close in space, but not at one place. */
export interface RepeatPairs {
  readonly pairs: ClosePairs;
  /** Place in the input's points of each. */
  readonly of: Uint32Array;
  readonly wards: Int16Array;
  /** Seconds. */
  readonly times: Float64Array;
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

/** Pairs of incidents of the scope close in space; incidents outside every ward have no side and are left out. */
export function listRepeatPairs({ points }: AnalysisInput, distanceMetres: number, metric: DistanceMetric): RepeatPairs {
  const of = Uint32Array.from(Array.from(points.wards.keys()).filter((i) => points.wards[i]! >= 0));
  const pick = (values: Float64Array): Float64Array => Float64Array.from(of, (i) => values[i]!);
  const [xs, ys] = [pick(points.xs), pick(points.ys)];
  return { pairs: listClosePairs({ xs, ys }, [SAME_PLACE_METRES, distanceMetres], metric), of, wards: Int16Array.from(of, (i) => points.wards[i]!), times: pick(points.times), xs, ys };
}

/** Share of all pairs of times that lie less than `within` apart, 0 to 1: what dealing the times anew gives any pair on average. */
export function shareNearInTime(times: Float64Array, within: number): number {
  const sorted = Float64Array.from(times).sort();
  let near = 0;
  for (let i = 0, first = 0; i < sorted.length; i++) {
    while (sorted[i]! - sorted[first]! >= within) first++;
    near += i - first;
  }
  return sorted.length < 2 ? 0 : near / ((sorted.length * (sorted.length - 1)) / 2);
}

/** Near repeats of two wards across their border. */
export interface WardRepeats {
  readonly wardA: number;
  readonly wardB: number;
  /** Pairs close in space. */
  readonly close: number;
  /** Of them those also close in time, and how many chance would make. */
  readonly observed: number;
  readonly expected: number;
  /** Of the observed those whose earlier incident was in A, in B. */
  readonly fromA: number;
  readonly fromB: number;
}

/**
 * Near repeats across borders by pair of wards, `wardA` < `wardB`, in the order of the wards.
 *
 * The expectation is exact: each pair close in space is close in time with the share of all pairs that are.
 */
export function listWardRepeats({ pairs, wards, times }: RepeatPairs, within: number): WardRepeats[] {
  const share = shareNearInTime(times, within);
  const found = new Map<number, { wardA: number; wardB: number; close: number; observed: number; fromA: number; fromB: number }>();
  for (let k = 0; k < pairs.first.length; k++) {
    const [i, j] = [pairs.first[k]!, pairs.second[k]!];
    if (wards[i] === wards[j]) continue;
    const [wardA, wardB] = [Math.min(wards[i]!, wards[j]!), Math.max(wards[i]!, wards[j]!)];
    const key = wardA * 32_768 + wardB;
    const counts = found.get(key) ?? { wardA, wardB, close: 0, observed: 0, fromA: 0, fromB: 0 };
    found.set(key, counts);
    counts.close++;
    if (Math.abs(times[i]! - times[j]!) >= within) continue;
    counts.observed++;
    if (times[i] !== times[j]) counts[wards[times[i]! < times[j]! ? i : j] === wardA ? 'fromA' : 'fromB']++;
  }
  return [...found.values()].sort((a, b) => a.wardA - b.wardA || a.wardB - b.wardB).map((counts) => ({ ...counts, expected: counts.close * share }));
}

/** The codes of two wards as a value of kind `pair`. */
export const pairCode = ({ wards }: AnalysisInput, a: number, b: number): string => `${wards[a]!.code}/${wards[b]!.code}`;
