import { detectHiddenHotspot, type HiddenHotspot } from '../../stats/hidden-hotspot';
import type { BorderCandidate } from './border-candidates';
import type { AnalysisInput } from '../method';

/** A ward that a candidate touches: its whole count in the candidate's days against its own calm time. */
export interface TouchedWard {
  /** Place in the input's wards. */
  readonly ward: number;
  readonly inCluster: number;
  readonly count: number;
  readonly expected: number;
  readonly p: number;
}

/** `hidden`: sure as a whole and silent in every ward; `seen`: sure, and a ward shows it too; `one_ward`: sure, in one ward; `weak`: not sure. */
export const CANDIDATE_KINDS = ['hidden', 'seen', 'one_ward', 'weak'] as const;
export type CandidateKind = (typeof CANDIDATE_KINDS)[number];

/** A candidate against each ward that it touches. */
export interface JudgedCandidate extends BorderCandidate, Pick<HiddenHotspot, 'concealment' | 'evenness'> {
  readonly kind: CandidateKind;
  readonly days: number;
  /** What the calm time at the place leads to expect: (calm count + ½) × days / calm days. */
  readonly expected: number;
  readonly wards: readonly TouchedWard[];
}

/** Below which p a candidate is sure, above which p a ward shows nothing, and ψ of the wards' negative binomial counts (0 = Poisson). */
export interface JudgeLevels {
  readonly cluster: number;
  readonly ward: number;
  readonly dispersion: number;
}

/**
 * Holds a candidate against the whole of each ward that it touches, each with its own calm time.
 *
 * Source: B-15. Limits: the candidate's p comes from the scan and allows for the search, so that the chance of any false call
 * (and with it the expected share of false calls) is at most the level; the scope must hold days outside the candidate's.
 */
export function judgeCandidate({ points, firstDay, lastDay }: AnalysisInput, candidate: BorderCandidate, levels: JudgeLevels): JudgedCandidate {
  const { events, placeEvents, fromDay, toDay } = candidate;
  const days = toDay - fromDay + 1;
  const calmDays = lastDay - firstDay + 1 - days;
  const expect = (calm: number): number => ((calm + 0.5) * days) / calmDays;
  const touched = [...new Set(events.map((event) => points.wards[event]!).filter((ward) => ward >= 0))].sort((a, b) => a - b);
  const shares = touched.map((ward) => {
    let [count, calm] = [0, 0];
    for (let i = 0; i < points.count; i++) {
      if (points.wards[i] !== ward) continue;
      if (points.days[i]! >= fromDay && points.days[i]! <= toDay) count++;
      else calm++;
    }
    return { wardCode: String(ward), inCluster: events.filter((event) => points.wards[event] === ward).length, count, expected: expect(calm) };
  });
  const expected = expect(placeEvents.length - events.length);
  const { hidden, wardPs, concealment, evenness } = detectHiddenHotspot({ cluster: { count: events.length, expected, p: candidate.p }, wards: shares }, levels, levels.dispersion);
  const wards = shares.map(({ inCluster, count, expected: normal }, k): TouchedWard => ({ ward: touched[k]!, inCluster, count, expected: normal, p: wardPs[k]! })).sort((a, b) => b.inCluster - a.inCluster || a.ward - b.ward);
  const kind = hidden ? 'hidden' : candidate.p >= levels.cluster ? 'weak' : touched.length > 1 ? 'seen' : 'one_ward';
  return { ...candidate, kind, days, expected, wards, concealment, evenness };
}

/**
 * ψ of the variance m + ψ·m² of wards' counts in stretches of `days` days of the calm time; null with fewer than four stretches.
 *
 * Source: method of moments over all wards. Limits: a variance below Poisson's gives 0.
 */
export function estimateDispersion({ points, wards, firstDay, lastDay }: AnalysisInput, days: number): number | null {
  const stretches = Math.floor((lastDay - firstDay + 1 - days) / days);
  if (stretches < 4) return null;
  const counts = new Float64Array(wards.length * stretches);
  for (let i = 0; i < points.count; i++) {
    const stretch = Math.floor((lastDay - days - points.days[i]!) / days);
    if (points.wards[i]! >= 0 && stretch >= 0 && stretch < stretches) counts[points.wards[i]! * stretches + stretch]!++;
  }
  let [above, squares] = [0, 0];
  for (let ward = 0; ward < wards.length; ward++) {
    const own = counts.subarray(ward * stretches, (ward + 1) * stretches);
    const mean = own.reduce((sum, count) => sum + count, 0) / stretches;
    above += own.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (stretches - 1) - mean;
    squares += mean * mean;
  }
  return squares === 0 ? 0 : Math.max(0, above / squares);
}
