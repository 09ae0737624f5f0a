import type { MergeTree } from './spanning-tree';

/** Clusters that split off others of enough points on the way from one cluster of all to single points; cluster 0 holds all. */
export interface CondensedTree {
  /** Parent of each cluster; −1 of the first. A child comes after its parent. */
  readonly parents: Int32Array;
  /** Σ (λ_p − λ_birth) over a cluster's points, λ = 1/distance in metres. */
  readonly stability: Float64Array;
  /** The last cluster that each point was in, and the distance in metres at which it fell out of it. */
  readonly lastCluster: Int32Array;
  readonly fellOutMetres: Float64Array;
}

/** Distances below a millimetre are the same place: they count as one, or a repeated address would have infinite weight. */
const LEAST_METRES = 0.001;
const densityAt = (metres: number): number => 1 / Math.max(LEAST_METRES, metres);

interface Growing {
  readonly parents: number[];
  readonly births: number[];
  readonly stability: number[];
  readonly lastCluster: Int32Array;
  readonly fellOutMetres: Float64Array;
}

/** Drops splits that leave fewer than `leastPoints` on a side: those points fall out of the cluster, the cluster goes on. */
export function condenseTree(tree: MergeTree, leastPoints: number): CondensedTree {
  const growing: Growing = { parents: [-1], births: [0], stability: [0], lastCluster: new Int32Array(tree.points), fellOutMetres: new Float64Array(tree.points) };
  const waiting: { node: number; cluster: number }[] = [];
  if (tree.points > 1) waiting.push({ node: tree.points + tree.lengths.length - 1, cluster: 0 });
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, cluster } = next;
    const metres = tree.lengths[node - tree.points]!;
    const pieces = listPieces(tree, node);
    const large = pieces.filter((piece) => tree.sizes[piece]! >= leastPoints && piece >= tree.points);
    for (const piece of pieces) {
      if (large.length > 1 || !large.includes(piece)) growing.stability[cluster]! += tree.sizes[piece]! * (densityAt(metres) - growing.births[cluster]!);
      if (!large.includes(piece)) dropPoints(tree, piece, cluster, metres, growing);
    }
    // Ties are opened together, so a piece never repeats its parent's distance.
    for (const piece of large) waiting.push({ node: piece, cluster: large.length > 1 ? addCluster(growing, cluster, metres) : cluster });
  }
  return { parents: Int32Array.from(growing.parents), stability: Float64Array.from(growing.stability), lastCluster: growing.lastCluster, fellOutMetres: growing.fellOutMetres };
}

function addCluster({ parents, births, stability }: Growing, parent: number, metres: number): number {
  births.push(densityAt(metres));
  stability.push(0);
  return parents.push(parent) - 1;
}

/** What a node falls into at its own distance: merges of the same distance are opened at once, whatever order they came in. */
function listPieces(tree: MergeTree, node: number): number[] {
  const metres = tree.lengths[node - tree.points]!;
  const pieces: number[] = [];
  const open = [node];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at >= tree.points && tree.lengths[at - tree.points] === metres) open.push(tree.right[at - tree.points]!, tree.left[at - tree.points]!);
    else pieces.push(at);
  }
  return pieces;
}

function dropPoints(tree: MergeTree, piece: number, cluster: number, metres: number, { lastCluster, fellOutMetres }: Growing): void {
  const open = [piece];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at >= tree.points) open.push(tree.right[at - tree.points]!, tree.left[at - tree.points]!);
    else {
      lastCluster[at] = cluster;
      fellOutMetres[at] = metres;
    }
  }
}

/** 1 for each cluster of the choice with the largest total stability, no chosen one inside another; the first is never chosen. */
export function selectClusters({ parents, stability }: CondensedTree): Uint8Array {
  const selected = new Uint8Array(parents.length);
  const below = new Float64Array(parents.length);
  for (let cluster = parents.length - 1; cluster > 0; cluster--) {
    selected[cluster] = stability[cluster]! >= below[cluster]! ? 1 : 0;
    below[parents[cluster]!]! += Math.max(stability[cluster]!, below[cluster]!);
  }
  // A child comes after its parent: what lies inside a chosen cluster is let go from the top down.
  const inside = new Uint8Array(parents.length);
  for (let cluster = 1; cluster < parents.length; cluster++) {
    const parent = parents[cluster]!;
    inside[cluster] = inside[parent] === 1 || selected[parent] === 1 ? 1 : 0;
    if (inside[cluster] === 1) selected[cluster] = 0;
  }
  return selected;
}
