import { drawNormalPair, type Random } from './seeded-random';
import { normalCdf } from './special-functions';

/** Probability of the owner below which an owner counts as ambiguous. */
export const AMBIGUOUS_BELOW = 0.95;

/**
 * Probability that a position measured `distanceMetres` inside a straight border really lies on that side (negative: on the
 * other), when the error of each coordinate is normal with `sigmaMetres`.
 *
 * Source: the error across the line is N(0, σ²). Accuracy: 10 m with σ 5, 10, 25 m gives 0.977, 0.841, 0.655.
 * Limits: σ = 0 gives 1, 0, or ½ on the line.
 */
export function probabilityOfSide(distanceMetres: number, sigmaMetres: number): number {
  if (sigmaMetres === 0) return distanceMetres > 0 ? 1 : distanceMetres < 0 ? 0 : 0.5;
  return normalCdf(distanceMetres / sigmaMetres);
}

/** A possible owner of a measured position and how probable it is; null = no ward. */
export interface OwnerProbability<Owner> {
  readonly owner: Owner | null;
  readonly probability: number;
}

/** Who may own a position, most probable first. */
export interface OwnershipUnderError<Owner> {
  readonly owners: readonly OwnerProbability<Owner>[];
  /** True below 95 % for the most probable owner. */
  readonly ambiguous: boolean;
  /** Largest standard error that drawing leaves in a probability. */
  readonly standardError: number;
}

/**
 * Probability of each owner of a measured position when the error of each coordinate is normal: the share of a Gaussian disc
 * that lies in each ward.
 *
 * Source: Monte Carlo (B-20). Accuracy: ½/√draws at worst; on a straight border it tends to `probabilityOfSide`.
 * Limits: σ = 0 asks once and is certain; equally probable owners keep the order in which they were met.
 */
export function estimateOwners<Owner>(x: number, y: number, sigmaMetres: number, findOwner: (x: number, y: number) => Owner | null, random: Random, draws = 1_000): OwnershipUnderError<Owner> {
  const rounds = sigmaMetres === 0 ? 1 : draws;
  const counts = new Map<Owner | null, number>();
  for (let round = 0; round < rounds; round++) {
    const [east, north] = sigmaMetres === 0 ? [0, 0] : drawNormalPair(random);
    const owner = findOwner(x + sigmaMetres * east, y + sigmaMetres * north);
    counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  const owners = [...counts].map(([owner, count]) => ({ owner, probability: count / rounds })).sort((a, b) => b.probability - a.probability);
  const best = owners[0]?.probability ?? 0;
  return { owners, ambiguous: best < AMBIGUOUS_BELOW, standardError: sigmaMetres === 0 ? 0 : Math.sqrt(Math.max(...owners.map(({ probability: p }) => p * (1 - p))) / rounds) };
}
