import type { ZoneGeometry } from '../domain/zone';

/** Longitude first, degrees. */
export type Corner = readonly [number, number];
/** A closed ring: its first corner again at its end. */
export type Ring = readonly Corner[];
/** Parts of a zone, each an outline followed by its holes. */
export type ZoneParts = readonly (readonly Ring[])[];

/** One ring of a zone; ring 0 of a part is its outline. */
export interface RingRef {
  readonly part: number;
  readonly ring: number;
}
/** One corner of a ring, counted from its first. */
export interface CornerRef extends RingRef {
  readonly corner: number;
}

/** Fewest positions of a closed ring: three corners and the first again. */
const LEAST_POSITIONS = 4;

/** The parts of a geometry. */
export function toZoneParts(geometry: ZoneGeometry): ZoneParts {
  const coordinates = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return coordinates.map((part) => part.map((ring) => ring.map(([x = 0, y = 0]): Corner => [x, y])));
}

/** The geometry of some parts: a Polygon for one, a MultiPolygon for several; null for none. */
export function toZoneGeometry(parts: ZoneParts): ZoneGeometry | null {
  const coordinates = parts.map((part) => part.map((ring) => ring.map(([x, y]): [number, number] => [x, y])));
  const [first] = coordinates;
  if (first === undefined) return null;
  return coordinates.length === 1 ? { type: 'Polygon', coordinates: first } : { type: 'MultiPolygon', coordinates };
}

/** Every ring of the parts with where it stands, outlines before their holes. */
export function listRings(parts: ZoneParts): readonly (RingRef & { readonly corners: Ring })[] {
  return parts.flatMap((rings, part) => rings.map((corners, ring) => ({ part, ring, corners })));
}

/** How many corners the parts have; the closing position of a ring is not one. */
export function countCorners(parts: ZoneParts): number {
  return listRings(parts).reduce((sum, { corners }) => sum + Math.max(0, corners.length - 1), 0);
}

/** Whether a position lies inside a ring (even-odd); on the ring itself either answer may come. */
export function isInRing([x, y]: Corner, ring: Ring): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[j]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

const liesWithin = (inner: Ring, outer: Ring): boolean => inner.every((corner) => isInRing(corner, outer)) && !outer.some((corner) => isInRing(corner, inner));

/** The parts with one more part. */
export function addPart(parts: ZoneParts, ring: Ring): ZoneParts {
  return [...parts, [ring]];
}

/**
 * The parts with a hole cut into the one that holds it; null when the ring lies in no part, or touches another hole.
 *
 * Limits: judged by the corners alone; the server refuses rings whose edges cross.
 */
export function addHole(parts: ZoneParts, hole: Ring): ZoneParts | null {
  const at = parts.findIndex(([outline]) => outline !== undefined && liesWithin(hole, outline));
  const part = parts[at];
  if (part === undefined) return null;
  const meets = part.slice(1).some((other) => other.some((corner) => isInRing(corner, hole)) || hole.some((corner) => isInRing(corner, other)));
  return meets ? null : parts.map((rings, index) => (index === at ? [...rings, hole] : rings));
}

/** The parts with another ring in a place. */
export function replaceRing(parts: ZoneParts, { part, ring }: RingRef, corners: Ring): ZoneParts {
  return parts.map((rings, i) => (i === part ? rings.map((old, j) => (j === ring ? corners : old)) : rings));
}

/** The parts without a ring; without an outline its holes go too. */
export function deleteRing(parts: ZoneParts, { part, ring }: RingRef): ZoneParts {
  return ring === 0 ? parts.filter((_, i) => i !== part) : parts.map((rings, i) => (i === part ? rings.filter((_, j) => j !== ring) : rings));
}

/** The parts without a corner; null when its ring would have fewer than three. */
export function deleteCorner(parts: ZoneParts, { corner, ...ref }: CornerRef): ZoneParts | null {
  const old = parts[ref.part]?.[ref.ring];
  if (old === undefined || corner < 0 || corner >= old.length - 1 || old.length <= LEAST_POSITIONS) return null;
  const kept = old.slice(0, -1).filter((_, index) => index !== corner);
  return replaceRing(parts, ref, [...kept, kept[0]!]);
}

/** The box around the parts, `[west, south, east, north]` in degrees; null without corners. */
export function boundsOfParts(parts: ZoneParts): readonly [number, number, number, number] | null {
  const corners = listRings(parts).flatMap((one) => one.corners);
  if (corners.length === 0) return null;
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of corners) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}
