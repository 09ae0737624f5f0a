import { prepareIntervalScan, visitIntervals, type IntervalScanQuestion, type PreparedIntervalScan } from './interval-scan-windows';
import type { Progress } from './progress';
import { shuffle, type Random } from './seeded-random';
import { gumbelUpperTail, logLikelihoodRatio } from './space-time-scan';

/** A disc with more events in some days than its place and those days lead to expect. */
export interface IntervalWindow {
  readonly disc: number;
  readonly radiusMetres: number;
  readonly fromDay: number;
  readonly toDay: number;
  readonly count: number;
  readonly expected: number;
  readonly logLikelihoodRatio: number;
  /** Indices of its events. */
  readonly events: readonly number[];
  /** Events of the disc on all days: what the expected number rests on. */
  readonly placeCount: number;
}

/** A window with its Monte Carlo p: (rank among the permutations' maxima)/(R + 1). */
export interface IntervalCluster extends IntervalWindow {
  readonly p: number;
  /** p by a Gumbel distribution fitted to the maxima. */
  readonly gumbelP: number;
}

interface Candidate { disc: number; rank: number; fromDay: number; toDay: number; count: number; expected: number; ratio: number }

/** The strongest window of each disc and first day, strongest first. */
function listCandidates(scan: PreparedIntervalScan): Candidate[] {
  const found: Candidate[] = [];
  let last: Candidate | null = null;
  const { days } = scan.question;
  visitIntervals(scan, days, (disc, rank, fromDay, toDay, count, expected) => {
    const ratio = logLikelihoodRatio(count, expected, days.length);
    if (ratio <= 0) return;
    if (last?.disc !== disc || last.fromDay !== fromDay) found.push((last = { disc, rank, fromDay, toDay, count, expected, ratio }));
    else if (ratio > last.ratio) Object.assign(last, { rank, toDay, count, expected, ratio });
  });
  return found.sort((a, b) => b.ratio - a.ratio || a.count - b.count || a.disc - b.disc || a.fromDay - b.fromDay || a.rank - b.rank);
}

function describeWindow({ discs, days }: IntervalScanQuestion, { disc, rank, fromDay, toDay, count, expected, ratio }: Candidate): IntervalWindow {
  const { events, positions } = discs[disc]!;
  const inside = Array.from(events.subarray(0, rank + 1)).filter((event) => days[event]! >= fromDay && days[event]! <= toDay);
  return { disc, radiusMetres: positions[rank]!, fromDay, toDay, count, expected, logLikelihoodRatio: ratio, events: inside, placeCount: rank + 1 };
}

/** The strongest windows that share no event and do not lie over one another in space and time at once. */
function keepDistinct(question: IntervalScanQuestion, candidates: readonly Candidate[], most: number, isApart: (a: IntervalWindow, b: IntervalWindow) => boolean): IntervalWindow[] {
  const taken = new Set<number>();
  const kept: IntervalWindow[] = [];
  for (const candidate of candidates) {
    if (kept.length >= most) break;
    const window = describeWindow(question, candidate);
    if (window.events.some((event) => taken.has(event)) || !kept.every((other) => other.toDay < window.fromDay || window.toDay < other.fromDay || isApart(other, window))) continue;
    window.events.forEach((event) => taken.add(event));
    kept.push(window);
  }
  return kept;
}

/**
 * The strongest ratio of one dealing of the days. For a count the ratio falls as more is expected, so that the least expected
 * number of each count is all that has to be kept.
 */
function findMaximum(scan: PreparedIntervalScan, days: Int32Array, least: Float64Array): number {
  least.fill(Infinity);
  visitIntervals(scan, days, (_disc, _rank, _from, _to, count, expected) => {
    if (expected < least[count]!) least[count] = expected;
  });
  return least.reduce((maximum, expected, count) => (expected < Infinity ? Math.max(maximum, logLikelihoodRatio(count, expected, days.length)) : maximum), 0);
}

/** Ratios closer than this are the same ratio rounded otherwise. */
const TIE = 1e-9;

/**
 * Space-time permutation scan over discs and intervals of days: expected = events of the disc × events of the days / all;
 * p by dealing the days anew. `isApart` says whether two windows of overlapping days lie in different places.
 *
 * Source: Kulldorff et al. (2005), retrospective (`any`) or prospective (`last`). Accuracy: `last` equals `scanSpaceTime` with
 * every duration, `any` a brute-force scan. Limits: null when it was stopped; no event gives none; secondary clusters are
 * compared with the maxima, which makes their p conservative; without permutations p is 1.
 */
export function scanIntervals(question: IntervalScanQuestion, permutations: number, random: Random, mostClusters: number, isApart: (a: IntervalWindow, b: IntervalWindow) => boolean, progress: Progress = () => true): readonly IntervalCluster[] | null {
  if (question.days.length === 0) return [];
  const scan = prepareIntervalScan(question);
  const clusters = keepDistinct(question, listCandidates(scan), mostClusters, isApart);
  if (clusters.length === 0) return [];
  const maxima = new Float64Array(permutations);
  const dealt = Int32Array.from(question.days);
  const least = new Float64Array(scan.sorted.length + 1);
  for (let round = 0; round < permutations; round++) {
    if (!progress(round / permutations)) return null;
    shuffle(dealt, random);
    maxima[round] = findMaximum(scan, dealt, least);
  }
  return clusters.map((cluster) => {
    const reached = maxima.reduce((count, maximum) => count + (maximum >= cluster.logLikelihoodRatio - TIE ? 1 : 0), 0);
    return { ...cluster, p: (reached + 1) / (permutations + 1), gumbelP: gumbelUpperTail(cluster.logLikelihoodRatio, maxima) };
  });
}
