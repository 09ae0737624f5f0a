import { negativeBinomialUpperTail } from './count-tails';
import { adjustBenjaminiHochberg } from './false-discovery';

/** One ward's part in a cluster: its share of the cluster's events, and its own whole count against what it expects. */
export interface WardShare {
  readonly wardCode: string;
  /** Events of the cluster in this ward. */
  readonly inCluster: number;
  /** Events in the *whole* ward in the same time. */
  readonly count: number;
  readonly expected: number;
}

/** Whether a border hides a cluster, and how well. */
export interface HiddenHotspot {
  readonly hidden: boolean;
  readonly clusterP: number;
  /** p of each ward alone, in the order given. */
  readonly wardPs: readonly number[];
  /** log₁₀(smallest ward p) − log₁₀(cluster p); larger = better hidden. */
  readonly concealment: number;
  /** −Σq ln q/ln K over the wards' shares: 1 = split evenly, 0 = all in one ward. */
  readonly evenness: number;
}

/** A cluster's events against what was expected in the same place and time. */
export interface ClusterCount {
  readonly count: number;
  readonly expected: number;
  /**
   * p that already allows for the search that found the cluster, e.g. of a scan. Without it the tail of the count is taken, which
   * holds only for a place chosen beforehand: the best of many places looks significant in any data.
   */
  readonly p?: number | undefined;
}

/** A cluster and every ward it touches. */
export interface HiddenCandidate {
  readonly cluster: ClusterCount;
  readonly wards: readonly WardShare[];
}

/** Below which p a cluster counts, and above which p a ward shows nothing. */
export interface HiddenLevels {
  readonly cluster: number;
  readonly ward: number;
}

/**
 * Tests whether a cluster is significant as a whole while no ward it touches shows anything.
 *
 * Source: own construction (B-15). Accuracy: cluster 14 against 2, wards 24 against 20 each gives 2.93e-8 and 0.2125.
 * Limits: `dispersion` > 0 takes negative binomial tails; a cluster within one ward is never hidden (evenness 0).
 */
export function detectHiddenHotspot({ cluster, wards }: HiddenCandidate, levels: HiddenLevels, dispersion = 0): HiddenHotspot {
  const clusterP = cluster.p ?? negativeBinomialUpperTail(cluster.count, cluster.expected, dispersion);
  const wardPs = wards.map(({ count, expected }) => negativeBinomialUpperTail(count, expected, dispersion));
  const smallest = Math.min(1, ...wardPs);
  const touched = wards.filter(({ inCluster }) => inCluster > 0);
  return {
    hidden: touched.length > 1 && clusterP < levels.cluster && wardPs.every((p) => p > levels.ward),
    clusterP, wardPs,
    concealment: Math.log10(Math.max(smallest, Number.MIN_VALUE)) - Math.log10(Math.max(clusterP, Number.MIN_VALUE)),
    evenness: evennessOf(touched.map(({ inCluster }) => inCluster)),
  };
}

/**
 * The same for several clusters, each p compared after adjustment for the share of false discoveries among them.
 *
 * Source: B-15 with Benjamini & Hochberg (1995). Limits: no cluster gives []; `clusterP` stays as it was before adjustment.
 */
export function detectHiddenHotspots(candidates: readonly HiddenCandidate[], levels: HiddenLevels, dispersion = 0): readonly HiddenHotspot[] {
  const found = candidates.map((candidate) => detectHiddenHotspot(candidate, { ...levels, cluster: Infinity }, dispersion));
  const adjusted = adjustBenjaminiHochberg(found.map(({ clusterP }) => clusterP));
  return found.map((one, k) => ({ ...one, hidden: one.hidden && adjusted[k]! < levels.cluster }));
}

function evennessOf(parts: readonly number[]): number {
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (parts.length < 2 || total === 0) return 0;
  return -parts.reduce((sum, part) => sum + (part / total) * Math.log(part / total), 0) / Math.log(parts.length);
}
