import type { LocalMetric } from './ellipsoid';
import type { LngLat } from './types';

/** The share of a–b, 0 to 1, at which it is nearest to a position. */
export function nearestShare(position: LngLat, a: LngLat, b: LngLat, metric: LocalMetric): number {
  const runX = (b[0] - a[0]) * metric.metresPerDegreeEast;
  const runY = (b[1] - a[1]) * metric.metresPerDegreeNorth;
  const x = (position[0] - a[0]) * metric.metresPerDegreeEast;
  const y = (position[1] - a[1]) * metric.metresPerDegreeNorth;
  const share = (x * runX + y * runY) / (runX * runX + runY * runY || 1);
  return Math.max(0, Math.min(1, share));
}

/** The position at a share of a–b; the ends themselves at 0 and 1, to the last bit. */
export function between(a: LngLat, b: LngLat, share: number): LngLat {
  if (share === 0) return a;
  if (share === 1) return b;
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
}

/** Distance in metres in a local metric taken as flat. */
export function flatMetres(a: LngLat, b: LngLat, metric: LocalMetric): number {
  return Math.hypot((a[0] - b[0]) * metric.metresPerDegreeEast, (a[1] - b[1]) * metric.metresPerDegreeNorth);
}

/** Distance in metres from a position to the edge a–b in a local metric taken as flat. */
export function flatMetresToEdge(position: LngLat, a: LngLat, b: LngLat, metric: LocalMetric): number {
  return flatMetres(position, between(a, b, nearestShare(position, a, b, metric)), metric);
}
