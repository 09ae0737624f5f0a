import type { ArcIndex } from './arc-index';
import type { ScopePoints } from '../method';

/** Where on a border a position comes closest to it. */
export interface ArcPlace {
  /** Place of the border in the index's arcs, and of its run in the index's runs. */
  readonly arc: number;
  readonly run: number;
  /** Metres from the arc's begin over its lines. */
  readonly alongMetres: number;
  readonly distanceMetres: number;
}

/** Metres from a piece's begin and from the piece itself to a position. */
function measurePiece({ ends, lengths }: ArcIndex, piece: number, x: number, y: number): { readonly part: number; readonly distanceMetres: number } {
  const [x1, y1, x2, y2] = [ends[4 * piece]!, ends[4 * piece + 1]!, ends[4 * piece + 2]!, ends[4 * piece + 3]!];
  const part = Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / lengths[piece]! ** 2));
  return { part, distanceMetres: Math.hypot(x - x1 - part * (x2 - x1), y - y1 - part * (y2 - y1)) };
}

/** The nearest place on each border within `reachMetres` of a position, in the order of the arcs; runs of one arc count as borders of their own when `byRun`. */
export function listArcPlaces(index: ArcIndex, x: number, y: number, reachMetres: number, byRun = false): ArcPlace[] {
  const { tree, arcOf, runOf, begins, lengths } = index;
  if (tree === null) return [];
  const best = new Map<number, ArcPlace>();
  for (const piece of tree.search(x - reachMetres, y - reachMetres, x + reachMetres, y + reachMetres)) {
    const { part, distanceMetres } = measurePiece(index, piece, x, y);
    if (distanceMetres > reachMetres) continue;
    const place: ArcPlace = { arc: arcOf[piece]!, run: runOf[piece]!, alongMetres: begins[piece]! + part * lengths[piece]!, distanceMetres };
    const key = byRun ? place.run : place.arc;
    const known = best.get(key);
    if (known === undefined || isNearer(place, known)) best.set(key, place);
  }
  return [...best.values()].sort((a, b) => a.arc - b.arc || a.run - b.run);
}

/** Nearer, or as near and of an earlier arc, or of that arc and nearer its begin: one answer whatever the order of the search. */
const isNearer = (a: ArcPlace, b: ArcPlace): boolean =>
  a.distanceMetres !== b.distanceMetres ? a.distanceMetres < b.distanceMetres : a.arc !== b.arc ? a.arc < b.arc : a.alongMetres < b.alongMetres;

/**
 * The nearest place on a border within `reachMetres` of a position, of those borders that `accepts` names; null without one.
 *
 * Accuracy: equals a search through every piece; of equally near borders the first.
 */
export function findNearestArc(index: ArcIndex, x: number, y: number, reachMetres: number, accepts: (arc: number) => boolean = () => true): ArcPlace | null {
  // The piece whose box is nearest is near: nothing farther than it can be the answer.
  const piece = index.tree?.neighbors(x, y, 1, reachMetres, (one) => accepts(index.arcOf[one]!))[0];
  if (piece === undefined) return null;
  const reach = Math.min(reachMetres, measurePiece(index, piece, x, y).distanceMetres * (1 + 1e-9));
  let nearest: ArcPlace | null = null;
  for (const place of listArcPlaces(index, x, y, reach)) if (accepts(place.arc) && (nearest === null || isNearer(place, nearest))) nearest = place;
  return nearest;
}

/** Incidents by the nearest border of their ward; one entry an incident. */
export interface PlacedOnArcs {
  /** Place of the border in the index's arcs; −1 where none of its ward's lies within reach. */
  readonly arcs: Int32Array;
  /** Metres from the arc's begin; NaN without a border. */
  readonly alongs: Float64Array;
  /** Metres from the border: above 0 in its wardA, below 0 in its wardB; NaN without a border. */
  readonly signed: Float64Array;
}

/**
 * Places incidents on the nearest shared border of their own ward.
 *
 * Accuracy: as of `findNearestArc`. Limits: an incident outside every ward of the area has no border.
 */
export function placeOnArcs(index: ArcIndex, points: Pick<ScopePoints, 'count' | 'xs' | 'ys' | 'wards'>, reachMetres: number): PlacedOnArcs {
  const placed = { arcs: new Int32Array(points.count).fill(-1), alongs: new Float64Array(points.count).fill(NaN), signed: new Float64Array(points.count).fill(NaN) };
  for (let i = 0; i < points.count; i++) {
    const ward = points.wards[i]!;
    const place = ward < 0 ? null : findNearestArc(index, points.xs[i]!, points.ys[i]!, reachMetres, (arc) => index.arcs[arc]!.wardA === ward || index.arcs[arc]!.wardB === ward);
    if (place === null) continue;
    placed.arcs[i] = place.arc;
    placed.alongs[i] = place.alongMetres;
    placed.signed[i] = index.arcs[place.arc]!.wardA === ward ? place.distanceMetres : -place.distanceMetres;
  }
  return placed;
}
