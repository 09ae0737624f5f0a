import { momentsOf } from './moments';
import { shuffle, type Random } from './seeded-random';
import { prepareScan, visitWindows, type PreparedScan, type ScanQuestion } from './scan-windows';
import type { Progress } from './progress';

/** A stretch or disc with more recent events than its place and the time lead to expect. */
export interface ScanWindow {
  readonly familyId: string;
  readonly fromMetres: number;
  readonly toMetres: number;
  readonly durationDays: number;
  readonly count: number;
  readonly expected: number;
  readonly logLikelihoodRatio: number;
  /** Indices of the recent events in it. */
  readonly events: readonly number[];
}

/** A window with its Monte Carlo p: (rank among the permutations' maxima)/(R + 1). */
export interface ScanCluster extends ScanWindow {
  readonly p: number;
  /** p by a Gumbel distribution fitted to the maxima: for recurrence intervals beyond what R permutations resolve. */
  readonly gumbelP: number;
}

/**
 * Log likelihood ratio of c events in a window where μ of C were expected; 0 unless c > μ.
 *
 * Source: Kulldorff (1997). Accuracy: c = 14, μ = 2, C = 100 gives 16.009.
 */
export function logLikelihoodRatio(c: number, mean: number, total: number): number {
  if (c <= mean) return 0;
  return c * Math.log(c / mean) + (c === total ? 0 : (total - c) * Math.log((total - c) / (total - mean)));
}

function findMaximum(scan: PreparedScan, days: Int32Array): number {
  let maximum = 0;
  for (const duration of scan.question.durationsDays) {
    visitWindows(scan, days, duration, (_family, _from, _to, count, mean) => {
      const ratio = logLikelihoodRatio(count, mean, days.length);
      if (ratio > maximum) maximum = ratio;
    });
  }
  return maximum;
}

/** A window before its events are listed. */
interface Candidate {
  readonly family: number;
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly expected: number;
  readonly durationDays: number;
  readonly ratio: number;
}

/** Most candidates kept at a time: beyond that the weaker half goes, which no reader would have asked for. */
const MOST_CANDIDATES = 200_000;
const byStrength = (a: Candidate, b: Candidate): number => b.ratio - a.ratio || a.count - b.count || a.durationDays - b.durationDays || a.family - b.family || a.from - b.from;

function listCandidates(scan: PreparedScan): Candidate[] {
  const { days, durationsDays } = scan.question;
  const found: Candidate[] = [];
  for (const durationDays of durationsDays) {
    visitWindows(scan, days, durationDays, (family, from, to, count, expected) => {
      const ratio = logLikelihoodRatio(count, expected, days.length);
      if (ratio <= 0) return;
      found.push({ family, from, to, count, expected, durationDays, ratio });
      if (found.length > MOST_CANDIDATES) found.sort(byStrength).splice(MOST_CANDIDATES / 2);
    });
  }
  return found.sort(byStrength);
}

function describeWindow({ families, days, lastDay }: ScanQuestion, { family, from, to, count, expected, durationDays, ratio }: Candidate): ScanWindow {
  const { id, kind, positions, events } = families[family]!;
  const inside = Array.from(events.subarray(from, to + 1)).filter((event) => days[event]! > lastDay - durationDays && days[event]! <= lastDay);
  return { familyId: id, fromMetres: kind === 'disc' ? 0 : positions[from]!, toMetres: positions[to]!, durationDays, count, expected, logLikelihoodRatio: ratio, events: inside };
}

/** The strongest windows that share no recent event, strongest first. */
function keepDistinct(question: ScanQuestion, candidates: readonly Candidate[], most: number): ScanWindow[] {
  const taken = new Set<number>();
  const kept: ScanWindow[] = [];
  for (const candidate of candidates) {
    if (kept.length >= most) break;
    const window = describeWindow(question, candidate);
    if (window.events.some((event) => taken.has(event))) continue;
    window.events.forEach((event) => taken.add(event));
    kept.push(window);
  }
  return kept;
}

/**
 * Prospective space-time permutation scan: expected = events of the place × events of the time / all; p by dealing the days anew.
 *
 * Source: Kulldorff et al. (2005). Accuracy: equals a brute-force scan over every pair of events on one straight border.
 * Limits: null when it was stopped; no recent event gives none; secondary clusters are compared with the maxima, which makes
 * their p conservative.
 */
export function scanSpaceTime(question: ScanQuestion, permutations: number, random: Random, mostClusters = 20, progress: Progress = () => true): readonly ScanCluster[] | null {
  const scan = prepareScan(question);
  const clusters = keepDistinct(question, listCandidates(scan), mostClusters);
  if (clusters.length === 0) return [];
  const maxima = new Float64Array(permutations);
  const dealt = Int32Array.from(question.days);
  for (let round = 0; round < permutations; round++) {
    if (!progress(round / permutations)) return null;
    shuffle(dealt, random);
    maxima[round] = findMaximum(scan, dealt);
  }
  return clusters.map((cluster) => {
    const reached = maxima.reduce((count, maximum) => count + (maximum >= cluster.logLikelihoodRatio - TIE ? 1 : 0), 0);
    return { ...cluster, p: (reached + 1) / (permutations + 1), gumbelP: gumbelUpperTail(cluster.logLikelihoodRatio, maxima) };
  });
}

/** Ratios closer than this are the same ratio rounded otherwise. */
const TIE = 1e-9;
const EULER = 0.577_215_664_901_532_9;

/**
 * P(X ≥ x) of the Gumbel distribution with the mean and spread of simulated maxima.
 *
 * Source: Abrams, Kleinman & Kulldorff (2010): by moments. Limits: fewer than two different maxima give 1.
 */
export function gumbelUpperTail(x: number, maxima: ArrayLike<number>): number {
  const { mean, deviation } = momentsOf(maxima);
  if (deviation === 0) return 1;
  const scale = (deviation * Math.sqrt(6)) / Math.PI;
  return -Math.expm1(-Math.exp(-(x - (mean - EULER * scale)) / scale));
}

/** Days between chance clusters as strong as one of this p, when the scan is run every `intervalDays`. */
export const recurrenceIntervalDays = (p: number, intervalDays: number): number => intervalDays / p;
