import type { Feature, MultiLineString, Position } from 'geojson';

/** A border arc as the server sends it. */
export type ArcFeature = Feature<MultiLineString, { readonly wardA: string; readonly wardB: string; readonly lengthMetres: number }>;

const METRES_PER_DEGREE = 111_195;

/** Nearest point of segment a–b to p in a plane scaled at p's latitude, with the squared planar distance. */
function nearestOnSegment(p: readonly [number, number], a: Position, b: Position, scale: number): readonly [number, number, number] {
  const ax = (a[0]! - p[0]) * scale;
  const ay = a[1]! - p[1];
  const dx = (b[0]! - a[0]!) * scale;
  const dy = b[1]! - a[1]!;
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length2));
  const x = ax + t * dx;
  const y = ay + t * dy;
  return [p[0] + x / scale, p[1] + y, x * x + y * y];
}

/** Arcs by each of the two wards they part. */
export function indexArcs(arcs: readonly ArcFeature[]): ReadonlyMap<string, readonly ArcFeature[]> {
  const index = new Map<string, ArcFeature[]>();
  for (const arc of arcs) {
    for (const code of [arc.properties.wardA, arc.properties.wardB]) {
      const list = index.get(code);
      if (list === undefined) index.set(code, [arc]);
      else list.push(arc);
    }
  }
  return index;
}

/**
 * Where a ward's shared border comes nearest to a position, for drawing a leader line; null when the ward has no arcs.
 *
 * Accuracy: planar at the position's latitude, good to a metre within 1 km; the metres shown come from the server instead.
 */
export function findNearestOnArcs(
  arcs: readonly ArcFeature[],
  position: readonly [number, number],
): { readonly position: readonly [number, number]; readonly distanceMetres: number } | null {
  const scale = Math.cos((position[1] * Math.PI) / 180);
  let best: readonly [number, number, number] | null = null;
  for (const arc of arcs) {
    for (const line of arc.geometry.coordinates) {
      for (let i = 1; i < line.length; i++) {
        const candidate = nearestOnSegment(position, line[i - 1]!, line[i]!, scale);
        if (best === null || candidate[2] < best[2]) best = candidate;
      }
    }
  }
  return best === null ? null : { position: [best[0], best[1]], distanceMetres: Math.sqrt(best[2]) * METRES_PER_DEGREE };
}
