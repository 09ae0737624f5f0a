/** An undirected link between two nodes; above 0. */
export interface Link {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** Groups of nodes: `labels[node]`, numbered from 0 by their first node. */
export interface Communities {
  readonly labels: Int32Array;
  readonly count: number;
  readonly modularity: number;
}

/** Gain under which moving a node is rounding. */
const LEAST_GAIN = 1e-12;

/**
 * Groups of nodes that are linked more with each other than their links in all would lead to expect.
 *
 * Source: Blondel et al. (2008), nodes always visited in their order and ties to the lowest group, so that the answer is
 * always the same. Limits: a local optimum; nodes without links stay alone; no link at all gives modularity 0.
 */
export function findCommunities(nodes: number, links: readonly Link[]): Communities {
  let labels = Int32Array.from({ length: nodes }, (_, node) => node);
  let level: readonly Link[] = links;
  let size = nodes;
  for (;;) {
    const moved = moveNodes(size, level);
    const groups = renumber(moved);
    labels = labels.map((label) => groups.labels[label]!);
    if (groups.count === size) break;
    level = level.map(({ a, b, weight }) => ({ a: groups.labels[a]!, b: groups.labels[b]!, weight }));
    size = groups.count;
  }
  const { labels: named, count } = renumber(labels);
  return { labels: named, count, modularity: computeModularity(nodes, links, named) };
}

function renumber(labels: Int32Array): { labels: Int32Array; count: number } {
  const numbers = new Map<number, number>();
  const named = labels.map((label) => {
    const number = numbers.get(label) ?? numbers.size;
    numbers.set(label, number);
    return number;
  });
  return { labels: named, count: numbers.size };
}

/** Moves each node to the neighbouring group that raises modularity most, until none moves. */
function moveNodes(nodes: number, links: readonly Link[]): Int32Array {
  const labels = Int32Array.from({ length: nodes }, (_, node) => node);
  const near = Array.from({ length: nodes }, () => new Map<number, number>());
  const degrees = new Float64Array(nodes);
  let total = 0;
  for (const { a, b, weight } of links) {
    degrees[a]! += weight;
    degrees[b]! += weight;
    total += weight;
    if (a === b) continue;
    near[a]!.set(b, (near[a]!.get(b) ?? 0) + weight);
    near[b]!.set(a, (near[b]!.get(a) ?? 0) + weight);
  }
  const sums = Float64Array.from(degrees);
  for (let changed = total > 0; changed;) {
    changed = false;
    for (let node = 0; node < nodes; node++) {
      const from = labels[node]!;
      sums[from]! -= degrees[node]!;
      const to = bestGroup(near[node]!, labels, sums, degrees[node]! / (2 * total), from);
      sums[to]! += degrees[node]!;
      labels[node] = to;
      if (to !== from) changed = true;
    }
  }
  return labels;
}

function bestGroup(near: ReadonlyMap<number, number>, labels: Int32Array, sums: Float64Array, pull: number, from: number): number {
  const ties = new Map<number, number>([[from, 0]]);
  for (const [other, weight] of near) ties.set(labels[other]!, (ties.get(labels[other]!) ?? 0) + weight);
  let best = from;
  let gain = ties.get(from)! - sums[from]! * pull;
  for (const [group, weight] of [...ties].sort(([a], [b]) => a - b)) {
    const value = weight - sums[group]! * pull;
    if (value > gain + LEAST_GAIN) [best, gain] = [group, value];
  }
  return best;
}

/** Share of the links within groups above what the nodes' links in all lead to expect, −½ to 1. Source: Newman & Girvan (2004). */
export function computeModularity(nodes: number, links: readonly Link[], labels: ArrayLike<number>): number {
  const degrees = new Float64Array(nodes);
  let total = 0;
  let inside = 0;
  for (const { a, b, weight } of links) {
    degrees[labels[a]!]! += weight;
    degrees[labels[b]!]! += weight;
    total += weight;
    if (labels[a] === labels[b]) inside += weight;
  }
  return total === 0 ? 0 : inside / total - degrees.reduce((sum, degree) => sum + (degree / (2 * total)) ** 2, 0);
}
