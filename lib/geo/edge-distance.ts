import type { LocalMetric } from './ellipsoid';

/**
 * Square of the least distance in square metres from a place to the edges of a chain, in a local metric taken as flat.
 *
 * The vertices of the chain are `numbers[from]` up to, not including, `numbers[to]`: degrees east and north, like the place,
 * from whatever origin. Edges are straight in longitude and latitude, as GeoJSON defines them.
 */
export function squaredChainMetres(
  numbers: Float64Array | Float32Array,
  from: number,
  to: number,
  east: number,
  north: number,
  metric: LocalMetric,
): number {
  const { metresPerDegreeEast, metresPerDegreeNorth } = metric;
  let nearest = Infinity;
  let startX = ((numbers[from] as number) - east) * metresPerDegreeEast;
  let startY = ((numbers[from + 1] as number) - north) * metresPerDegreeNorth;
  for (let at = from + 2; at < to; at += 2) {
    const endX = ((numbers[at] as number) - east) * metresPerDegreeEast;
    const endY = ((numbers[at + 1] as number) - north) * metresPerDegreeNorth;
    const runX = endX - startX;
    const runY = endY - startY;
    // Without branches, which would be guessed wrong half of the time; the least number keeps an edge of no length from 0 / 0.
    const along = -(startX * runX + startY * runY) / (runX * runX + runY * runY + Number.MIN_VALUE);
    const share = Math.max(0, Math.min(1, along));
    const x = startX + share * runX;
    const y = startY + share * runY;
    nearest = Math.min(nearest, x * x + y * y);
    startX = endX;
    startY = endY;
  }
  return nearest;
}
