/** Vertices may move a line by this much. */
const TOLERANCE_PIXELS = 0.5;

/**
 * A line without the vertices that change it by less than half a pixel (Douglas and Peucker), its ends kept.
 *
 * Limits: a ring smaller than that is left with its ends alone.
 */
export function thinLine(xy: Float64Array): number[] {
  const last = xy.length / 2 - 1;
  if (last < 2) return [...xy];
  const keeps = new Uint8Array(last + 1);
  keeps[0] = keeps[last] = 1;
  const spans: number[] = [0, last];
  while (spans.length > 0) {
    const to = spans.pop() ?? 0;
    const from = spans.pop() ?? 0;
    const farthest = farthestFrom(xy, from, to);
    if (farthest < 0) continue;
    keeps[farthest] = 1;
    spans.push(from, farthest, farthest, to);
  }
  const kept: number[] = [];
  for (let i = 0; i <= last; i++) if (keeps[i] === 1) kept.push(xy[2 * i] ?? 0, xy[2 * i + 1] ?? 0);
  return kept;
}

/** The vertex between two others that lies farthest from the segment between them; -1 when none lies beyond the tolerance. */
function farthestFrom(xy: Float64Array, from: number, to: number): number {
  const [ax, ay] = [xy[2 * from] ?? 0, xy[2 * from + 1] ?? 0];
  const [dx, dy] = [(xy[2 * to] ?? 0) - ax, (xy[2 * to + 1] ?? 0) - ay];
  const length2 = dx * dx + dy * dy;
  let worst = TOLERANCE_PIXELS * TOLERANCE_PIXELS;
  let found = -1;
  for (let i = from + 1; i < to; i++) {
    const [px, py] = [(xy[2 * i] ?? 0) - ax, (xy[2 * i + 1] ?? 0) - ay];
    const share = length2 === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length2));
    const [ex, ey] = [px - share * dx, py - share * dy];
    const distance2 = ex * ex + ey * ey;
    if (distance2 > worst) {
      worst = distance2;
      found = i;
    }
  }
  return found;
}
