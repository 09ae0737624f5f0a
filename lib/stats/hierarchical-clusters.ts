import { condenseTree, selectClusters, type CondensedTree } from './condensed-tree';
import type { PlanePoints } from './grid-frame';
import { nearestDistances } from './neighbour-distances';
import type { Progress } from './progress';
import { buildMergeTree, buildSpanningTree, type SpanningTree } from './spanning-tree';

/** Most points; beyond, n² steps take too long for someone who waits. */
export const MOST_HIERARCHY_POINTS = 20_000;

/** Clusters of whatever density the data has, and how far each point is from belonging to one. */
export type HierarchicalClusters =
  | {
    readonly kind: 'clustered';
    /** Cluster of each point, numbered from 0 by its first point; −1 is noise. */
    readonly labels: Int32Array;
    readonly count: number;
    /** 0 = as dense as its cluster ever gets, towards 1 = an outlier. */
    readonly outlierScores: Float64Array;
  }
  | { readonly kind: 'too_few' | 'too_many' | 'stopped' };

/**
 * HDBSCAN*: clusters that last longest as the density threshold rises, with GLOSH outlier scores; `minPoints`, itself counted,
 * is both the neighbourhood and the smallest cluster.
 *
 * Source: Campello, Moulavi & Sander (2013); GLOSH: Campello et al. (2015). Accuracy: partition and scores (to 1e-9) of R's
 * `dbscan::hdbscan`, but for bridge points: a point whose shortest edge is as long as the gap between two clusters belongs to
 * neither here, to one of them there (at most 3 % of the fixture). Tied distances are opened together, so that the answer
 * does not depend on the order.
 * Limits: from `minPoints` to 20,000 points; all of them as one cluster is no answer (count 0); places within 1 mm count as one.
 */
export function clusterByHierarchy(points: PlanePoints, minPoints: number, progress: Progress = () => true): HierarchicalClusters {
  const n = points.xs.length;
  if (n < minPoints || n < 2) return { kind: 'too_few' };
  if (n > MOST_HIERARCHY_POINTS) return { kind: 'too_many' };
  const core = minPoints < 2 ? new Float64Array(n) : nearestDistances(points, minPoints - 1);
  const tree = buildSpanningTree(points, core, progress);
  if (tree === null) return { kind: 'stopped' };
  const condensed = condenseTree(buildMergeTree(tree, n), Math.max(2, minPoints));
  return { kind: 'clustered', ...labelPoints(condensed), outlierScores: scoreOutliers(condensed, shortestEdges(tree, n)) };
}

function labelPoints(tree: CondensedTree): { labels: Int32Array; count: number } {
  const selected = selectClusters(tree);
  const chosen = Int32Array.from(tree.parents);
  tree.parents.forEach((parent, cluster) => { chosen[cluster] = selected[cluster] === 1 ? cluster : parent < 0 ? -1 : chosen[parent]!; });
  const numbers = new Map<number, number>();
  const labels = tree.lastCluster.map((last) => {
    const cluster = chosen[last]!;
    if (cluster < 0) return -1;
    const number = numbers.get(cluster) ?? numbers.size;
    numbers.set(cluster, number);
    return number;
  });
  return { labels, count: numbers.size };
}

/** 1 − ε_min/ε: ε where the point stands alone, ε_min where the last two points of its last cluster, or of those within it, part. */
function scoreOutliers({ parents, lastCluster }: CondensedTree, alone: Float64Array): Float64Array {
  const least = new Float64Array(parents.length).fill(Infinity);
  lastCluster.forEach((cluster, i) => { least[cluster] = Math.min(least[cluster]!, alone[i]!); });
  for (let cluster = parents.length - 1; cluster > 0; cluster--) least[parents[cluster]!] = Math.min(least[parents[cluster]!]!, least[cluster]!);
  return Float64Array.from(lastCluster, (cluster, i) => (alone[i]! > 0 ? 1 - least[cluster]! / alone[i]! : 0));
}

/** Distance in metres below which each point stands alone: its shortest edge. */
function shortestEdges({ from, to, lengths }: SpanningTree, points: number): Float64Array {
  const shortest = new Float64Array(points).fill(Infinity);
  lengths.forEach((length, k) => {
    shortest[from[k]!] = Math.min(shortest[from[k]!]!, length);
    shortest[to[k]!] = Math.min(shortest[to[k]!]!, length);
  });
  return shortest;
}
