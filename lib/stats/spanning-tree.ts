import type { PlanePoints } from './grid-frame';
import type { Progress } from './progress';

/** Edges that join all points, shortest first. */
export interface SpanningTree {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly lengths: Float64Array;
}

/**
 * Shortest tree over all points under the mutual reachability distance max(core(a), core(b), d(a, b)), in metres.
 *
 * Source: Prim (1957). Limits: n² steps; null when it was stopped; fewer than two points give no edge. Equal lengths are
 * taken in the points' order, so that the answer is always the same.
 */
export function buildSpanningTree({ xs, ys }: PlanePoints, core: Float64Array, progress: Progress = () => true): SpanningTree | null {
  const n = xs.length;
  const edges = { from: new Uint32Array(Math.max(0, n - 1)), to: new Uint32Array(Math.max(0, n - 1)), lengths: new Float64Array(Math.max(0, n - 1)) };
  const best = new Float64Array(n).fill(Infinity);
  const nearest = new Uint32Array(n);
  const waiting = Uint32Array.from({ length: n }, (_, i) => i);
  let current = 0;
  let left = n;
  for (let step = 0; step + 1 < n; step++) {
    if (step % 256 === 0 && !progress(step / n)) return null;
    left = removeFrom(waiting, left, current);
    let next = waiting[0]!;
    for (let at = 0; at < left; at++) {
      const i = waiting[at]!;
      const dx = xs[i]! - xs[current]!;
      const dy = ys[i]! - ys[current]!;
      const length = Math.max(core[i]!, core[current]!, Math.sqrt(dx * dx + dy * dy));
      if (length < best[i]!) {
        best[i] = length;
        nearest[i] = current;
      }
      if (best[i]! < best[next]! || (best[i] === best[next] && i < next)) next = i;
    }
    edges.from[step] = nearest[next]!;
    edges.to[step] = next;
    edges.lengths[step] = best[next]!;
    current = next;
  }
  return sortEdges(edges);
}

/** Takes a point out of the first `left` of a list by moving the last one into its place; answers how many remain. */
function removeFrom(waiting: Uint32Array, left: number, point: number): number {
  const at = waiting.subarray(0, left).indexOf(point);
  waiting[at] = waiting[left - 1]!;
  return left - 1;
}

function sortEdges({ from, to, lengths }: SpanningTree): SpanningTree {
  const order = Uint32Array.from(lengths, (_, k) => k).sort((a, b) => lengths[a]! - lengths[b]! || a - b);
  return { from: Uint32Array.from(order, (k) => from[k]!), to: Uint32Array.from(order, (k) => to[k]!), lengths: Float64Array.from(order, (k) => lengths[k]!) };
}

/** A hierarchy of merges: nodes 0 … n − 1 are points, node n + k the k-th merge. */
export interface MergeTree {
  readonly points: number;
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  /** Points below each node. */
  readonly sizes: Uint32Array;
  readonly lengths: Float64Array;
}

/** Joins points along a spanning tree, shortest edge first. */
export function buildMergeTree(tree: SpanningTree, points: number): MergeTree {
  const merges = tree.lengths.length;
  const merged: MergeTree = { points, left: new Uint32Array(merges), right: new Uint32Array(merges), sizes: new Uint32Array(points + merges).fill(1, 0, points), lengths: tree.lengths };
  const top = Uint32Array.from({ length: points + merges }, (_, node) => node);
  const find = (node: number): number => {
    let at = node;
    while (top[at] !== at) at = top[at] = top[top[at]!]!;
    return at;
  };
  for (let k = 0; k < merges; k++) {
    const [a, b] = [find(tree.from[k]!), find(tree.to[k]!)];
    merged.left[k] = a;
    merged.right[k] = b;
    merged.sizes[points + k] = merged.sizes[a]! + merged.sizes[b]!;
    top[a] = top[b] = points + k;
  }
  return merged;
}
