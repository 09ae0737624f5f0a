import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';

type Coded = Feature<Polygon | MultiPolygon, { readonly code: string }>;

const LON_SCALE = 0.934;
/** Half the width of a cut at its far end, in degrees: about half a metre. */
const HALF_WIDTH = 0.000005;
/** Junctions farther than this from the new outlines (about 500 m) have no gap beside them. */
const FARTHEST = 0.005;

const ringsOf = ({ geometry }: Coded): Position[][] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();

/** Nearest point of a segment and its squared distance, in degrees of latitude. */
function nearestOn(p: Position, a: Position, b: Position): { readonly at: Position; readonly squared: number } {
  const [px = 0, py = 0] = p, [ax = 0, ay = 0] = a, [bx = 0, by = 0] = b;
  const [dx, dy] = [(bx - ax) * LON_SCALE, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * LON_SCALE * dx + (py - ay) * dy) / length));
  const at: Position = [ax + (bx - ax) * t, ay + (by - ay) * t];
  const [ex, ey] = [((at[0] ?? 0) - px) * LON_SCALE, (at[1] ?? 0) - py];
  return { at, squared: ex * ex + ey * ey };
}

function nearestPoint(p: Position, outlines: readonly Position[][]): { readonly at: Position; readonly squared: number } {
  let best = { at: p, squared: Number.POSITIVE_INFINITY };
  for (const ring of outlines) {
    for (let i = 1; i < ring.length; i++) {
      const found = nearestOn(p, ring[i - 1] as Position, ring[i] as Position);
      if (found.squared < best.squared) best = found;
    }
  }
  return best;
}

/** Vertices where at least two kept wards and one replaced ward meet. */
function junctions(wards: readonly Coded[], replaced: ReadonlySet<string>): Position[] {
  const at = new Map<string, { readonly position: Position; readonly codes: Set<string> }>();
  for (const ward of wards) {
    for (const position of ringsOf(ward).flat()) {
      const key = String(position);
      const entry = at.get(key) ?? { position, codes: new Set<string>() };
      entry.codes.add(ward.properties.code);
      at.set(key, entry);
    }
  }
  return [...at.values()]
    .filter(({ codes }) => [...codes].filter((code) => !replaced.has(code)).length >= 2 && [...codes].some((code) => replaced.has(code)))
    .map(({ position }) => position);
}

/** A thin triangle from a junction to the new outline and a little beyond it, so that it cuts a gap in two. */
function cut(from: Position, to: Position): Polygon {
  const [fx = 0, fy = 0] = from, [tx = 0, ty = 0] = to;
  const [dx, dy] = [(tx - fx) * LON_SCALE, ty - fy];
  const length = Math.sqrt(dx * dx + dy * dy);
  const [ux, uy] = [dx / length, dy / length];
  const far = (side: number): Position => [
    tx + (ux * HALF_WIDTH - uy * HALF_WIDTH * side) / LON_SCALE,
    ty + uy * HALF_WIDTH + ux * HALF_WIDTH * side,
  ];
  return { type: 'Polygon', coordinates: [[from, far(-1), far(1), from]] };
}

/**
 * Cuts through the gaps between new outlines and the wards around them, one at each place where two of those wards met the old
 * outline, straight to the nearest point of the new one: there the border of the two goes on.
 */
export function cutGaps(outlines: readonly Coded[], wards: readonly Coded[], replaced: ReadonlySet<string>): Polygon[] {
  const lines = outlines.flatMap(ringsOf);
  return junctions(wards, replaced).flatMap((junction) => {
    const { at, squared } = nearestPoint(junction, lines);
    return squared > 1e-12 && squared < FARTHEST * FARTHEST ? [cut(junction, at)] : [];
  });
}
