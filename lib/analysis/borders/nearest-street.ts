import type { ScopeStreet } from '../method';

/** Name of the nearest street that has one, within `reachMetres` of a position in metres; null without one. */
export function findStreetName(streets: readonly ScopeStreet[], x: number, y: number, reachMetres: number): string | null {
  let best: string | null = null;
  let least = reachMetres;
  for (const { name, line } of streets) {
    if (name === null) continue;
    for (let i = 1; i < line.length; i++) {
      const [[x1, y1], [x2, y2]] = [line[i - 1]!, line[i]!];
      if (Math.min(x1, x2) - least > x || Math.max(x1, x2) + least < x || Math.min(y1, y2) - least > y || Math.max(y1, y2) + least < y) continue;
      const squared = (x2 - x1) ** 2 + (y2 - y1) ** 2;
      const part = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / squared));
      const distance = Math.hypot(x - x1 - part * (x2 - x1), y - y1 - part * (y2 - y1));
      if (distance < least) [least, best] = [distance, name];
    }
  }
  return best;
}
