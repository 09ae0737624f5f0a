import { BORDER_TOLERANCE_METRES, type BorderTopology } from './border-topology';
import { SnapRegister } from './snap-register';
import type { LngLat } from './types';

/** A place where the borders of three or more wards meet; codes sorted. */
export interface Junction {
  readonly position: LngLat;
  readonly wards: readonly string[];
}

/**
 * The junctions of an edition: where arcs of two or more pairs of wards end within the border tolerance of each other.
 *
 * Limits: the position is that of the first arc that ends there, so it is a vertex of the source.
 */
export function listJunctions(topology: BorderTopology): Junction[] {
  const register = new SnapRegister(BORDER_TOLERANCE_METRES);
  const wardsOfNode = new Map<number, Set<string>>();
  for (const { wardA, wardB, lines } of topology.arcs) {
    for (const end of lines.flatMap((line) => [line[0], line.at(-1)])) {
      if (end === undefined) continue;
      const node = register.numberOf(end);
      wardsOfNode.set(node, new Set([...(wardsOfNode.get(node) ?? []), wardA, wardB]));
    }
  }
  return [...wardsOfNode]
    .filter(([, wards]) => wards.size >= 3)
    .map(([node, wards]) => ({ position: register.positions[node] as LngLat, wards: [...wards].sort() }));
}
