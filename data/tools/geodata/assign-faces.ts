import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';

/** A piece of ground with the codes of all outlines that cover it. */
export type Face = Feature<Polygon | MultiPolygon, { readonly codes: readonly string[] }>;
type Assigned = Feature<Polygon | MultiPolygon, { readonly code: string }>;

const segmentsOf = ({ geometry }: Face): [Position, Position][] => {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  return rings.flatMap((ring) => ring.slice(1).map((b, i): [Position, Position] => [ring[i] as Position, b]));
};

/** The same for both directions of a segment, so that two faces find each other. */
const keyOf = (a: Position, b: Position): string => (String(a) < String(b) ? `${a}|${b}` : `${b}|${a}`);

const lengthOf = (a: Position, b: Position): number => {
  const [east, north] = [((b[0] ?? 0) - (a[0] ?? 0)) * 0.934, (b[1] ?? 0) - (a[1] ?? 0)];
  return Math.sqrt(east * east + north * north);
};

/** The ward a face belongs to at once: one of the new outlines before any other; null where only old outlines were. */
function ownerOf(codes: readonly string[], first: ReadonlySet<string>): string | null {
  const wards = codes.filter((code) => /^\d{5}$/.test(code)).sort();
  return wards.find((code) => first.has(code)) ?? wards[0] ?? null;
}

/** Length shared with each ward around a face, the new outlines left out: they are complete. */
function sharedLengths(face: Face, owners: readonly (string | null)[], facesAt: ReadonlyMap<string, number[]>, first: ReadonlySet<string>): Map<string, number> {
  const lengths = new Map<string, number>();
  for (const [a, b] of segmentsOf(face)) {
    for (const i of facesAt.get(keyOf(a, b)) ?? []) {
      const owner = owners[i];
      if (typeof owner === 'string' && !first.has(owner)) lengths.set(owner, (lengths.get(owner) ?? 0) + lengthOf(a, b));
    }
  }
  return lengths;
}

const longest = (lengths: ReadonlyMap<string, number>): string | null =>
  [...lengths].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;

/**
 * Gives each face to a ward: covered by a new outline, to that; else to the ward that covers it; a gap to the ward with which
 * it shares the longest line. Faces that touch only other gaps wait for the next round.
 * @throws when a gap touches no ward at all.
 */
export function assignFaces(faces: readonly Face[], first: ReadonlySet<string>): Assigned[] {
  const owners = faces.map((face) => ownerOf(face.properties.codes, first));
  const facesAt = new Map<string, number[]>();
  faces.forEach((face, i) => {
    for (const [a, b] of segmentsOf(face)) facesAt.set(keyOf(a, b), [...(facesAt.get(keyOf(a, b)) ?? []), i]);
  });
  for (let open = -1; open !== 0; ) {
    const found = faces.map((face, i) => owners[i] ?? longest(sharedLengths(face, owners, facesAt, first)));
    const left = found.filter((owner) => owner === null).length;
    if (left === open) throw new Error(`${left} gaps touch no ward`);
    owners.splice(0, owners.length, ...found);
    open = left;
  }
  return faces.map((face, i) => ({ type: 'Feature', properties: { code: owners[i] ?? '' }, geometry: face.geometry }));
}
