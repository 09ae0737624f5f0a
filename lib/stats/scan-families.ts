import { indexPoints } from './close-pairs';
import type { PlanePoints } from './grid-frame';
import type { ScanFamily } from './scan-windows';

/** An event (its index) and how far along a line it lies, in metres. */
export interface PlacedEvent {
  readonly event: number;
  readonly metres: number;
}

/** The stretches of one border arc: its events within the corridor's width, which the caller chose, by their place along it. */
export function buildLineFamily(id: string, placed: readonly PlacedEvent[], longestMetres: number): ScanFamily {
  const sorted = [...placed].sort((a, b) => a.metres - b.metres || a.event - b.event);
  return { id, kind: 'line', events: Uint32Array.from(sorted, ({ event }) => event), positions: Float64Array.from(sorted, ({ metres }) => metres), reachMetres: longestMetres };
}

/** The discs around each centre (a tri-point, a point on a border), out to `largestMetres`. */
export function buildDiscFamilies(points: PlanePoints, centres: readonly { readonly id: string; readonly x: number; readonly y: number }[], largestMetres: number): readonly ScanFamily[] {
  const index = points.xs.length === 0 ? null : indexPoints(points);
  return centres.map(({ id, x, y }) => {
    const inside = index?.within(x, y, largestMetres) ?? [];
    const placed = inside.map((event): PlacedEvent => ({ event, metres: Math.hypot(points.xs[event]! - x, points.ys[event]! - y) }));
    return { ...buildLineFamily(id, placed, largestMetres), kind: 'disc' as const };
  });
}
