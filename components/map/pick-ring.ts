import { isInRing, listRings, type Corner, type CornerRef, type Ring, type RingRef, type ZoneParts } from '@/lib/view/zone-rings';

type Pixel = readonly [number, number];

/** What a click on an area means: a corner, or a ring by its edge or its inside. */
export type RingPick = { readonly kind: 'corner'; readonly at: CornerRef } | { readonly kind: 'ring'; readonly at: RingRef };

const distance = (a: Pixel, b: Pixel): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

function distanceToEdge(p: Pixel, a: Pixel, b: Pixel): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length2 = dx * dx + dy * dy;
  const share = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length2));
  return distance(p, [a[0] + share * dx, a[1] + share * dy]);
}

const nearestEdge = (p: Pixel, pixels: readonly Pixel[]): number =>
  pixels.slice(1).reduce((least, corner, index) => Math.min(least, distanceToEdge(p, pixels[index] ?? corner, corner)), Infinity);

/** The nearest corner within reach, else the nearest edge within reach, else the innermost ring around the click; null outside. */
export function pickRing(parts: ZoneParts, position: Corner, toPixel: (corner: Corner) => Pixel, reachPixels: number): RingPick | null {
  const click = toPixel(position);
  let corner: { readonly at: CornerRef; readonly far: number } | null = null;
  let edge: { readonly at: RingRef; readonly far: number } | null = null;
  let inner: RingRef | null = null;
  for (const { part, ring, corners } of listRings(parts)) {
    const pixels: readonly Pixel[] = corners.map(toPixel);
    pixels.slice(0, -1).forEach((pixel, index) => {
      const far = distance(click, pixel);
      if (far <= reachPixels && (corner === null || far < corner.far)) corner = { at: { part, ring, corner: index }, far };
    });
    const far = nearestEdge(click, pixels);
    if (far <= reachPixels && (edge === null || far < edge.far)) edge = { at: { part, ring }, far };
    // Holes come after their outline, so the last ring around the click is the innermost.
    if (isInRing(position, corners)) inner = { part, ring };
  }
  return toPick(corner, edge, inner);
}

function toPick(corner: { readonly at: CornerRef } | null, edge: { readonly at: RingRef } | null, inner: RingRef | null): RingPick | null {
  if (corner !== null) return { kind: 'corner', at: corner.at };
  const at = edge?.at ?? inner;
  return at === null ? null : { kind: 'ring', at };
}

/** The corner in which a ring differs from what it was; null when none does, or several do. */
export function findMovedCorner(before: Ring, after: Ring): number | null {
  if (before.length !== after.length) return null;
  const moved = after.slice(0, -1).flatMap(([x, y], index) => (before[index]?.[0] === x && before[index][1] === y ? [] : [index]));
  return moved.length === 1 ? (moved[0] ?? null) : null;
}
