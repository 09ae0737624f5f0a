import type { Position } from 'geojson';
import type { LngLat } from './types';

/**
 * A position inside a polygon (outer ring and holes), away from its outline as far as a look at one parallel tells; null for one
 * without area.
 *
 * The parallel is chosen between the latitudes of two corners that lie farthest apart, so that it runs through no corner.
 */
export function findInterior(rings: readonly Position[][]): LngLat | null {
  const latitudes = [...new Set(rings.flat().map(([, y]) => y as number))].sort((a, b) => a - b);
  let [widest, latitude] = [0, NaN];
  for (let i = 1; i < latitudes.length; i++) {
    const [low, high] = [latitudes[i - 1]!, latitudes[i]!];
    if (high - low > widest) [widest, latitude] = [high - low, (low + high) / 2];
  }
  const crossings = rings.flatMap((ring) => crossingsOf(ring, latitude)).sort((a, b) => a - b);
  let [gap, longitude] = [0, NaN];
  for (let i = 1; i < crossings.length; i += 2) {
    const [from, to] = [crossings[i - 1]!, crossings[i]!];
    if (to - from > gap) [gap, longitude] = [to - from, (from + to) / 2];
  }
  return Number.isFinite(longitude) ? [longitude, latitude] : null;
}

function crossingsOf(ring: readonly Position[], latitude: number): number[] {
  const found: number[] = [];
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as [number, number];
    const [bx, by] = ring[i] as [number, number];
    if (ay > latitude !== by > latitude) found.push(ax + ((latitude - ay) / (by - ay)) * (bx - ax));
  }
  return found;
}
