import { EdgeGrid } from './edge-grid';
import { localMetric, type LocalMetric } from './ellipsoid';
import { between, flatMetresToEdge, nearestShare } from './flat';
import type { LngLat } from './types';
import { findSides, type WardEdges } from './ward-edges';

/** Facing of a piece with no ward on its other side. */
export const NO_FACING = -1;

/** A stretch of one ward's outline, part of one edge, with the ward on its other side (a number, or `NO_FACING`). */
export interface BorderPiece {
  readonly from: LngLat;
  readonly to: LngLat;
  readonly facing: number;
}

/** Finds what each edge of the outlines faces. */
export class BorderMatcher {
  private readonly grid: EdgeGrid;
  private readonly twins: ReadonlyMap<string, readonly number[]>;
  private readonly sideOfEdge: Int8Array;

  constructor(
    private readonly outlines: WardEdges,
    private readonly toleranceMetres: number,
  ) {
    this.grid = new EdgeGrid(outlines, toleranceMetres);
    this.twins = groupByEnds(outlines);
    this.sideOfEdge = findSides(outlines);
  }

  /**
   * Cuts an edge where the vertices of other wards lie on it (a T-junction) and says what each stretch faces.
   *
   * An edge with the very same two ends in one other ward faces that ward. Otherwise a stretch faces the ward whose outline
   * is within the tolerance of both its ends and its middle; of several, the closest, then the smallest code. Either way
   * the two wards must lie on different sides: the far side of a spike thinner than the tolerance faces nobody.
   */
  listPieces(edge: number): BorderPiece[] {
    const from = this.vertex(edge);
    const to = this.vertex(edge + 1);
    const twin = this.findTwin(edge);
    if (twin !== undefined) return [{ from, to, facing: twin }];
    const metric = localMetric(from[1]);
    const candidates = this.listCandidates(edge, metric);
    if (candidates.length === 0) return [{ from, to, facing: NO_FACING }];
    const cuts = this.listCuts(edge, candidates, metric);
    return cuts.slice(1).map((share, i) => {
      const start = between(from, to, cuts[i] as number);
      const end = between(from, to, share);
      return { from: start, to: end, facing: this.facingOf(start, end, candidates, metric) };
    });
  }

  private vertex(vertex: number): LngLat {
    const { coordinates } = this.outlines;
    return [coordinates[2 * vertex] as number, coordinates[2 * vertex + 1] as number];
  }

  private findTwin(edge: number): number | undefined {
    const { wardOfEdge } = this.outlines;
    const twins = (this.twins.get(endsKey(this.outlines, edge)) ?? []).filter((twin) => this.isOpposite(edge, twin));
    const wards = new Set(twins.map((twin) => wardOfEdge[twin] as number));
    return wards.size === 1 ? wards.values().next().value : undefined;
  }

  /** Edges of other wards that come within the tolerance of an edge. */
  private listCandidates(edge: number, metric: LocalMetric): number[] {
    const found = new Set<number>();
    for (const other of this.grid.listNearEdge(edge)) {
      if (this.isOpposite(edge, other) && this.edgesAreNear(edge, other, metric)) found.add(other);
    }
    return [...found];
  }

  /** Whether another ward's edge runs the other way, both taken with their ward on the left. */
  private isOpposite(edge: number, other: number): boolean {
    const { coordinates, wardOfEdge } = this.outlines;
    if (wardOfEdge[other] === wardOfEdge[edge]) return false;
    const runOf = (e: number, axis: number): number =>
      (coordinates[2 * e + 2 + axis] as number) - (coordinates[2 * e + axis] as number);
    const alongside = runOf(edge, 0) * runOf(other, 0) + runOf(edge, 1) * runOf(other, 1);
    return alongside * (this.sideOfEdge[edge] as number) * (this.sideOfEdge[other] as number) < 0;
  }

  /** Two edges that run alongside have an end of one near the other; those that merely cross do not matter here. */
  private edgesAreNear(edge: number, other: number, metric: LocalMetric): boolean {
    return (
      this.distanceToEdge(this.vertex(other), edge, metric) <= this.toleranceMetres ||
      this.distanceToEdge(this.vertex(other + 1), edge, metric) <= this.toleranceMetres ||
      this.distanceToEdge(this.vertex(edge), other, metric) <= this.toleranceMetres ||
      this.distanceToEdge(this.vertex(edge + 1), other, metric) <= this.toleranceMetres
    );
  }

  private distanceToEdge(position: LngLat, edge: number, metric: LocalMetric): number {
    return flatMetresToEdge(position, this.vertex(edge), this.vertex(edge + 1), metric);
  }

  /** Shares of the edge, from 0 to 1, at which the ends of the candidates lie on it. */
  private listCuts(edge: number, candidates: readonly number[], metric: LocalMetric): number[] {
    const from = this.vertex(edge);
    const to = this.vertex(edge + 1);
    const shares = new Set([0, 1]);
    for (const vertex of candidates.flatMap((candidate) => [candidate, candidate + 1])) {
      if (this.distanceToEdge(this.vertex(vertex), edge, metric) > this.toleranceMetres) continue;
      shares.add(nearestShare(this.vertex(vertex), from, to, metric));
    }
    return [...shares].sort((a, b) => a - b);
  }

  private facingOf(from: LngLat, to: LngLat, candidates: readonly number[], metric: LocalMetric): number {
    const probes = [from, between(from, to, 0.5), to];
    let facing = NO_FACING;
    let least = this.toleranceMetres;
    const wards = [...new Set(candidates.map((edge) => this.outlines.wardOfEdge[edge] as number))].sort((a, b) => a - b);
    for (const ward of wards) {
      const edges = candidates.filter((edge) => this.outlines.wardOfEdge[edge] === ward);
      const worst = Math.max(...probes.map((p) => Math.min(...edges.map((edge) => this.distanceToEdge(p, edge, metric)))));
      if (worst < least || (worst === least && facing === NO_FACING)) {
        facing = ward;
        least = worst;
      }
    }
    return facing;
  }
}

function groupByEnds(outlines: WardEdges): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const edge of outlines.edges) {
    const key = endsKey(outlines, edge);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [edge]);
    else group.push(edge);
  }
  return groups;
}

/** The same for both directions of an edge. */
function endsKey({ coordinates }: WardEdges, edge: number): string {
  const a = `${coordinates[2 * edge]},${coordinates[2 * edge + 1]}`;
  const b = `${coordinates[2 * edge + 2]},${coordinates[2 * edge + 3]}`;
  return a < b ? `${a};${b}` : `${b};${a}`;
}
