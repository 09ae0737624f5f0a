import { findCommunities, type Link } from './communities';

/** Near repeats between two wards (numbers), and how many chance would make. */
export interface WardLink {
  readonly wardA: number;
  readonly wardB: number;
  readonly observed: number;
  readonly expected: number;
}

/** A present agreement: the wards that signed it. */
export interface PresentCluster {
  readonly id: string;
  readonly wards: readonly number[];
}

/** How much of what its wards share with others an agreement covers. */
export interface ClusterScore {
  readonly id: string;
  /** Near repeats above chance among its wards, and between them and wards outside. */
  readonly inside: number;
  readonly leaving: number;
  /** inside/(inside + leaving); null where its wards share nothing with anyone. */
  readonly heldShare: number | null;
  /** Nothing happens between its wards that chance would not bring. */
  readonly idle: boolean;
}

/** Which wards ought to sign with which, and what the present agreements hold. */
export interface ClusterDesign {
  /** Groups of at least two wards, by their first ward. */
  readonly proposed: readonly (readonly number[])[];
  readonly modularity: number;
  readonly present: readonly ClusterScore[];
  /** Links above chance that no agreement covers, strongest first. */
  readonly uncovered: readonly (WardLink & { readonly excess: number })[];
}

/**
 * Proposes clusters of wards from the near repeats across their borders, and scores the present ones by the same links.
 *
 * Source: communities by modularity over the excess of observed over expected pairs; own construction (capability 20).
 * Limits: links at or below chance count 0; without any link above chance nothing is proposed and every cluster is idle.
 */
export function designClusters(wards: number, links: readonly WardLink[], present: readonly PresentCluster[]): ClusterDesign {
  const strong = links.map((link) => ({ ...link, excess: link.observed - link.expected })).filter(({ excess, wardA, wardB }) => excess > 0 && wardA !== wardB);
  const graph = strong.map(({ wardA, wardB, excess }): Link => ({ a: wardA, b: wardB, weight: excess }));
  const { labels, count, modularity } = findCommunities(wards, graph);
  const groups = Array.from({ length: count }, (): number[] => []);
  labels.forEach((group, ward) => groups[group]!.push(ward));
  const covers = ({ wards: members }: PresentCluster, { a, b }: Link): boolean => members.includes(a) && members.includes(b);
  return {
    proposed: groups.filter((group) => group.length > 1), modularity,
    present: present.map((cluster) => scoreCluster(cluster, graph)),
    uncovered: strong.filter((_, k) => !present.some((cluster) => covers(cluster, graph[k]!))).sort((x, y) => y.excess - x.excess),
  };
}

function scoreCluster({ id, wards }: PresentCluster, links: readonly Link[]): ClusterScore {
  const members = new Set(wards);
  let inside = 0;
  let leaving = 0;
  for (const { a, b, weight } of links) {
    const ends = (members.has(a) ? 1 : 0) + (members.has(b) ? 1 : 0);
    if (ends === 2) inside += weight;
    else if (ends === 1) leaving += weight;
  }
  return { id, inside, leaving, heldShare: inside + leaving === 0 ? null : inside / (inside + leaving), idle: inside === 0 };
}
