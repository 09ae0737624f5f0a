import type { PlaneLine } from '../method';

type Corner = PlaneLine[number];

function squaredDistance([x, y]: Corner, [ax, ay]: Corner, [bx, by]: Corner): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return (x - ax - share * dx) ** 2 + (y - ay - share * dy) ** 2;
}

/** A line with the corners left out that lie within `toleranceMetres` of it; its ends stay. Source: Douglas & Peucker (1973). */
export function simplifyLine(line: PlaneLine, toleranceMetres: number): PlaneLine {
  const kept = new Uint8Array(line.length);
  kept[0] = kept[line.length - 1] = 1;
  const open: [number, number][] = [[0, line.length - 1]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [from, to] = next;
    let farthest = from;
    let most = toleranceMetres * toleranceMetres;
    for (let at = from + 1; at < to; at++) {
      const squared = squaredDistance(line[at]!, line[from]!, line[to]!);
      if (squared > most) [farthest, most] = [at, squared];
    }
    if (farthest === from) continue;
    kept[farthest] = 1;
    open.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, at) => kept[at] === 1);
}

function cross(a: Corner, b: Corner, c: Corner): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/** Whether two sides of a closed ring meet elsewhere than at a common corner. Cost grows with the square of the corners. */
export function crossesItself(ring: PlaneLine): boolean {
  const sides = ring.length - 1;
  for (let i = 0; i < sides; i++) {
    const [a, b] = [ring[i]!, ring[i + 1]!];
    for (let j = i + 2; j < sides; j++) {
      if (i === 0 && j === sides - 1) continue;
      const [c, d] = [ring[j]!, ring[j + 1]!];
      if (Math.max(a[0], b[0]) < Math.min(c[0], d[0]) || Math.max(c[0], d[0]) < Math.min(a[0], b[0])) continue;
      if (cross(a, b, c) * cross(a, b, d) <= 0 && cross(c, d, a) * cross(c, d, b) <= 0) return true;
    }
  }
  return false;
}

/**
 * A closed ring with fewer corners, each left out within `toleranceMetres` of what stays; it never begins to cross itself.
 *
 * Limits: a ring that would cross itself, or of which fewer than three corners would stay, is simplified less or not at all.
 */
export function simplifyRing(ring: PlaneLine, toleranceMetres: number): PlaneLine {
  if (ring.length < 5) return ring;
  // Two fixed ends far from each other, or the ring would fold into a line.
  const [x0, y0] = ring[0]!;
  let far = 0;
  let most = -1;
  ring.forEach(([x, y], at) => { if ((x - x0) ** 2 + (y - y0) ** 2 > most) [far, most] = [at, (x - x0) ** 2 + (y - y0) ** 2]; });
  for (let tolerance = toleranceMetres; tolerance > toleranceMetres / 40; tolerance /= 2) {
    const simple = [...simplifyLine(ring.slice(0, far + 1), tolerance).slice(0, -1), ...simplifyLine(ring.slice(far), tolerance)];
    if (simple.length > 3 && !crossesItself(simple)) return simple;
  }
  return ring;
}
