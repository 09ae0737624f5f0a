import type { Position } from 'geojson';
import { signedRingArea } from './ellipsoid-area';

type Edge = readonly [Position, Position];

/** A network of edges that meet in their ends only: half-edge 2i runs along edge i, 2i + 1 back. */
interface Network {
  readonly from: Position[];
  /** The half-edge that follows each one round the face on its left. */
  readonly next: Int32Array;
}

const headingOf = ([x, y]: Position, [tx, ty]: Position): number => Math.atan2(ty! - y!, tx! - x!);

function buildNetwork(edges: readonly Edge[]): Network {
  const from = edges.flatMap(([a, b]) => [a, b]);
  const leaving = new Map<string, number[]>();
  from.forEach((position, half) => leaving.set(position.join(), [...(leaving.get(position.join()) ?? []), half]));
  const next = new Int32Array(from.length);
  for (const halves of leaving.values()) {
    halves.sort((a, b) => headingOf(from[a]!, from[a ^ 1]!) - headingOf(from[b]!, from[b ^ 1]!));
    // Who arrives goes on along the first edge to the right of the one it came by: that keeps the face on its left.
    halves.forEach((half, i) => { next[half ^ 1] = halves.at(i - 1)!; });
  }
  return { from, next };
}

/** The rounds of half-edges, each round once; and of each half-edge the number of its round. */
function listRounds({ from, next }: Network): { readonly rounds: number[][]; readonly roundOf: Int32Array } {
  const roundOf = new Int32Array(from.length).fill(-1);
  const rounds: number[][] = [];
  for (let start = 0; start < from.length; start++) {
    if (roundOf[start] !== -1) continue;
    const round: number[] = [];
    for (let half = start; roundOf[half] === -1; half = next[half]!) {
      roundOf[half] = rounds.length;
      round.push(half);
    }
    rounds.push(round);
  }
  return { rounds, roundOf };
}

/** Edges with a face on either side: without ends that hang in the air and bridges between what would fall apart. */
function dropLooseEdges(edges: readonly Edge[]): Edge[] {
  const { roundOf } = listRounds(buildNetwork(edges));
  return edges.filter((_, i) => roundOf[2 * i] !== roundOf[2 * i + 1]);
}

/**
 * The faces into which edges divide the plane, each as its outer ring and its holes; the endless one is left out.
 *
 * Limits: edges must meet in equal ends only, and none may be given twice. Rings may touch themselves in a corner.
 */
export function traceFaces(edges: readonly Edge[]): Position[][][] {
  const network = buildNetwork(dropLooseEdges(edges));
  const rings = listRounds(network).rounds.map((round) => [...round, round[0]!].map((half) => network.from[half]!));
  const measured = rings.map((ring) => ({ ring, area: signedRingArea(ring) }));
  const faces = measured.filter(({ area }) => area > 0).sort((a, b) => a.area - b.area).map(({ ring }) => [ring]);
  for (const { ring } of measured.filter(({ area }) => area < 0)) {
    const corners = new Set(ring.map((one) => one.join()));
    // The smallest face round it that is not made of its own edges.
    faces.find(([outer]) => !outer!.some((one) => corners.has(one.join())) && isRoundPosition(outer!, ring[0]!))?.push(ring);
  }
  return faces;
}

function isRoundPosition(ring: readonly Position[], [x, y]: Position): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as [number, number];
    const [bx, by] = ring[i] as [number, number];
    if (ay > y! !== by > y! && x! < ax + ((y! - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}
