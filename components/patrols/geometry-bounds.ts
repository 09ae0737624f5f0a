import type { ArcCoverage, PatrolGeometry } from '@/lib/domain/patrol';
import type { ArcFeature } from '@/lib/view/nearest-on-arcs';
import type { Bounds } from '@/components/map/map-controller';

type Position = readonly number[];

function boundsOf(positions: readonly Position[]): Bounds | null {
  if (positions.length === 0) return null;
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [longitude = 0, latitude = 0] of positions) {
    box[0] = Math.min(box[0], longitude);
    box[1] = Math.min(box[1], latitude);
    box[2] = Math.max(box[2], longitude);
    box[3] = Math.max(box[3], latitude);
  }
  return box;
}

/** The box around some routes and areas; null when there are none. */
export function boundsOfGeometries(geometries: readonly PatrolGeometry[]): Bounds | null {
  return boundsOf(geometries.flatMap((geometry) => (geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates)).flat());
}

/** The box around the arcs that a coverage speaks of. */
export function boundsOfCoverage(arcs: readonly ArcFeature[], coverage: readonly ArcCoverage[]): Bounds | null {
  const named = new Set(coverage.map(({ wards }) => wards.map(({ code }) => code).sort().join('/')));
  return boundsOf(arcs.filter(({ properties: { wardA, wardB } }) => named.has([wardA, wardB].sort().join('/'))).flatMap(({ geometry }) => geometry.coordinates.flat()));
}
