import { buildCells, listNearCells, type PointCells } from './point-cells';
import type { PlanePoints } from './grid-frame';

/** Points by cluster: `labels[i]` is the cluster of point i, numbered from 0 by its first core point; −1 is noise. */
export interface Partition {
  readonly labels: Int32Array;
  readonly count: number;
  /** 1 where a point is a core point. */
  readonly core: Uint8Array;
}

/**
 * DBSCAN: clusters of points that have at least `minPoints` points, themselves counted, within `radiusMetres` (inclusive).
 *
 * Points of one cell of side radius/√2 are all within the radius of each other, so that a full cell needs no search and any
 * number of points at one place costs no more than one.
 * Source: Ester et al. (1996); cells as in Gunawan (2013). A border point near several clusters goes to the one numbered
 * lowest, so that the answer does not depend on chance. Accuracy: core points fall as in R's `dbscan::dbscan`.
 * Limits: no points give no cluster. @throws RangeError for a radius that is not above 0
 */
export function clusterByDensity(points: PlanePoints, radiusMetres: number, minPoints: number): Partition {
  if (!(radiusMetres > 0)) throw new RangeError(`a cluster radius is above 0 m, got ${String(radiusMetres)}`);
  const search: Search = { ...points, cells: buildCells(points, radiusMetres / Math.SQRT2), squared: radiusMetres * radiusMetres };
  const near = listNearCells(search.cells, 2);
  const core = markCores(search, near, minPoints);
  const roots = joinCells(search, near, core);
  const labels = new Int32Array(points.xs.length).fill(-1);
  const numbers = new Map<number, number>();
  for (let i = 0; i < labels.length; i++) {
    if (core[i] === 0) continue;
    const root = findRoot(roots, search.cells.cellOf[i]!);
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    labels[i] = number;
  }
  for (let i = 0; i < labels.length; i++) if (core[i] === 0) labels[i] = lowestNearCore(search, near, core, labels, i);
  return { labels, count: numbers.size, core };
}

interface Search extends PlanePoints {
  readonly cells: PointCells;
  readonly squared: number;
}

const isNear = ({ xs, ys, squared }: Search, i: number, j: number): boolean => (xs[i]! - xs[j]!) ** 2 + (ys[i]! - ys[j]!) ** 2 <= squared;

function markCores(search: Search, near: readonly (readonly number[])[], minPoints: number): Uint8Array {
  const { starts, members } = search.cells;
  const core = new Uint8Array(members.length);
  for (let cell = 0; cell + 1 < starts.length; cell++) {
    const full = starts[cell + 1]! - starts[cell]! >= minPoints;
    for (let at = starts[cell]!; at < starts[cell + 1]!; at++) core[members[at]!] = full || hasEnough(search, near[cell]!, members[at]!, minPoints) ? 1 : 0;
  }
  return core;
}

function hasEnough(search: Search, cells: readonly number[], i: number, minPoints: number): boolean {
  const { starts, members } = search.cells;
  let found = 0;
  for (const cell of cells) {
    for (let at = starts[cell]!; at < starts[cell + 1]!; at++) if (isNear(search, i, members[at]!) && ++found >= minPoints) return true;
  }
  return false;
}

/** Joins cells whose core points are near each other; answers the parent of each cell. */
function joinCells(search: Search, near: readonly (readonly number[])[], core: Uint8Array): Uint32Array {
  const { starts, members } = search.cells;
  const cores = near.map((_, cell) => members.subarray(starts[cell]!, starts[cell + 1]!).filter((i) => core[i] === 1));
  const parents = Uint32Array.from(near, (_, cell) => cell);
  for (let cell = 0; cell < near.length; cell++) {
    for (const other of near[cell]!) {
      if (other <= cell) continue;
      const [a, b] = [findRoot(parents, cell), findRoot(parents, other)];
      if (a !== b && cores[cell]!.some((i) => cores[other]!.some((j) => isNear(search, i, j)))) parents[Math.max(a, b)] = Math.min(a, b);
    }
  }
  return parents;
}

function findRoot(parents: Uint32Array, of: number): number {
  let at = of;
  while (parents[at] !== at) {
    parents[at] = parents[parents[at]!]!;
    at = parents[at]!;
  }
  return at;
}

function lowestNearCore(search: Search, near: readonly (readonly number[])[], core: Uint8Array, labels: Int32Array, i: number): number {
  const { starts, members, cellOf } = search.cells;
  let lowest = -1;
  for (const cell of near[cellOf[i]!]!) {
    for (let at = starts[cell]!; at < starts[cell + 1]!; at++) {
      const j = members[at]!;
      if (core[j] === 1 && (lowest < 0 || labels[j]! < lowest) && isNear(search, i, j)) lowest = labels[j]!;
    }
  }
  return lowest;
}
