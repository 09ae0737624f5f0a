import type { Position } from 'geojson';
import { localMetric } from '../ellipsoid';
import type { WardPolygon } from '../types';
import { listPolygons } from '../ward-edges';
import type { QualityIssue, QualityKind } from './quality-report';
import { toLngLat } from './read-wards';

/** Rings of less than this area in square metres are lines or points. */
const LEAST_RING_SQUARE_METRES = 0.01;

/** Faults of single rings: coordinates off the globe, open, too short, without area. A ward with any can not be used. */
export function checkRings(ward: WardPolygon): QualityIssue[] {
  return listPolygons(ward).flatMap((rings) => rings.flatMap((ring) => checkRing(ward.code, ring)));
}

function checkRing(code: string, ring: readonly Position[]): QualityIssue[] {
  const bad = ring.find((position) => !isOnGlobe(position));
  if (bad !== undefined) return [fault('bad_coordinate', code, toLngLat(bad) ?? toLngLat(ring.find(isOnGlobe)), `[${bad}]`)];
  const at = toLngLat(ring[0]);
  if (ring.length < 4) return [fault('short_ring', code, at, `${ring.length} positions, at least 4 are needed`)];
  const last = ring.at(-1);
  if (ring[0]?.[0] !== last?.[0] || ring[0]?.[1] !== last?.[1]) return [fault('open_ring', code, at, 'first and last position differ')];
  if (ringSquareMetres(ring) < LEAST_RING_SQUARE_METRES) return [fault('zero_area', code, at, 'the ring has no area')];
  return [];
}

function isOnGlobe([longitude, latitude]: Position): boolean {
  return (
    Number.isFinite(longitude) &&
    Number.isFinite(latitude) &&
    Math.abs(longitude as number) <= 180 &&
    Math.abs(latitude as number) <= 90
  );
}

/** Area of a ring in square metres, in the metric of its first position taken as flat. */
export function ringSquareMetres(ring: readonly Position[]): number {
  const [originX = 0, originY = 0] = ring[0] ?? [];
  const metric = localMetric(Math.max(-89, Math.min(89, originY)));
  let doubled = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1] ?? [];
    const [bx = 0, by = 0] = ring[i] ?? [];
    doubled += (ax - originX) * (by - originY) - (bx - originX) * (ay - originY);
  }
  return (Math.abs(doubled) / 2) * metric.metresPerDegreeEast * metric.metresPerDegreeNorth;
}

function fault(kind: QualityKind, code: string, position: QualityIssue['position'], message: string): QualityIssue {
  return { kind, severity: 'refuse', codes: [code], position, size: null, message };
}
