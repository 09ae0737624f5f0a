import { AMBIGUOUS_BELOW } from '../../stats/ownership-probability';
import { spreadGaussianDisc } from '../../stats/gaussian-disc';
import type { Progress } from '../../stats/progress';
import type { ArcIndex } from '../plane/arc-index';
import type { AnalysisInput } from '../method';
import { shareOwners } from './owner-walk';
import { placeOnArcs } from '../plane/place-on-arcs';

/** An incident near enough to a border for its owner to be in question. */
export interface NearOwner {
  /** Place in the input's points. */
  readonly incident: number;
  /** Place of its nearest border in the index's arcs, metres from it. */
  readonly arc: number;
  readonly distanceMetres: number;
  readonly sigmaMetres: number;
  /** Probability that its ward is the right one; the likeliest other ward and its probability (−1 and 0 where there is none). */
  readonly probability: number;
  readonly other: number;
  readonly otherProbability: number;
  readonly ambiguous: boolean;
}

/** Places that an error is spread over. */
const PLACES = 1_000;
/** Beyond so many standard deviations the owner is certain to 0.00003. */
const CERTAIN_SIGMAS = 4;

/** Accuracy of an incident's location in metres; `fallback` where nobody said. An accuracy of 0 is believed. */
export const sigmaOf = ({ points }: Pick<AnalysisInput, 'points'>, incident: number, fallback: number): number => (Number.isNaN(points.accuracies[incident]!) ? fallback : points.accuracies[incident]!);

/** Incidents whose owner is in question, by time; null when it was stopped. */
export function listNearOwners(input: AnalysisInput, index: ArcIndex, fallback: number, progress: Progress): readonly NearOwner[] | null {
  const { points } = input;
  const sigmas = Float64Array.from({ length: points.count }, (_, i) => sigmaOf(input, i, fallback));
  const widest = sigmas.reduce((most, sigma) => Math.max(most, sigma), 0);
  const { arcs, signed } = placeOnArcs(index, points, Math.max(1, CERTAIN_SIGMAS * widest));
  const disc = spreadGaussianDisc(PLACES);
  const found: NearOwner[] = [];
  for (let incident = 0; incident < points.count; incident++) {
    if (incident % 100 === 0 && !progress(incident / points.count)) return null;
    const [arc, sigmaMetres, distanceMetres] = [arcs[incident]!, sigmas[incident]!, Math.abs(signed[incident]!)];
    if (arc < 0 || sigmaMetres === 0 || distanceMetres > CERTAIN_SIGMAS * sigmaMetres) continue;
    const ward = points.wards[incident]!;
    const shares = shareOwners(index, points.xs[incident]!, points.ys[incident]!, ward, sigmaMetres, disc);
    const probability = Math.min(1, shares.get(ward) ?? 0);
    const [other, otherProbability] = [...shares].filter(([one]) => one !== ward).sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [-1, 0];
    found.push({ incident, arc, distanceMetres, sigmaMetres, probability, other, otherProbability, ambiguous: probability < AMBIGUOUS_BELOW });
  }
  return found;
}
