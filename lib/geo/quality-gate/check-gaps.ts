import { pointOnFeature, polygon } from '@turf/turf';
import { BORDER_TOLERANCE_METRES } from '../border-topology';
import { shortDistanceMetres } from '../ellipsoid';
import { SnapRegister } from '../snap-register';
import type { LngLat, WardPolygon } from '../types';
import { ringSquareMetres } from './check-rings';
import { LEAST_SLIVER_SQUARE_METRES, SLIVER_WIDTH_METRES } from './check-slivers';
import type { OpenStretch } from './list-open-stretches';
import type { QualityIssue } from './quality-report';

/**
 * Areas enclosed by wards that no ward covers: open stretches that close up, running with the empty side within.
 *
 * They are warned of and no more: another town may lie within a city (Norridge in Chicago, 8 km²), and a position in a gap is
 * answered `gap` or `outside`, honestly.
 * Limits: where outlines cross without a common vertex the ring of stretches is broken and the gap goes unreported; such an
 * edition has overlaps too. Narrow gaps are left to the slivers.
 */
export function checkGaps(wards: readonly WardPolygon[], free: readonly OpenStretch[]): QualityIssue[] {
  return traceRings(free)
    .filter((ring) => windsRight(ring.map(({ from }) => from)))
    .map((ring) => gapOf(wards, ring))
    .filter((issue) => issue !== undefined);
}

/** Follows the stretches from end to start until each ring closes; those that lead nowhere are dropped. */
function traceRings(free: readonly OpenStretch[]): OpenStretch[][] {
  const register = new SnapRegister(BORDER_TOLERANCE_METRES);
  const unused = new Map<number, OpenStretch[]>();
  for (const stretch of free) {
    const node = register.numberOf(stretch.from);
    const leaving = unused.get(node);
    if (leaving === undefined) unused.set(node, [stretch]);
    else leaving.push(stretch);
  }
  const rings: OpenStretch[][] = [];
  for (const [start, leaving] of unused) {
    while (leaving.length > 0) {
      const ring = followFrom(start, unused, register);
      if (ring !== undefined) rings.push(ring);
    }
  }
  return rings;
}

function followFrom(start: number, unused: Map<number, OpenStretch[]>, register: SnapRegister): OpenStretch[] | undefined {
  const ring: OpenStretch[] = [];
  for (let node = start; ; ) {
    const next = unused.get(node)?.pop();
    if (next === undefined) return undefined;
    ring.push(next);
    node = register.numberOf(next.to);
    if (node === start) return ring;
  }
}

function windsRight(positions: readonly LngLat[]): boolean {
  const [originX, originY] = positions[0] as LngLat;
  let doubled = 0;
  positions.forEach(([ax, ay], i) => {
    const [bx, by] = positions[(i + 1) % positions.length] as LngLat;
    doubled += (ax - originX) * (by - originY) - (bx - originX) * (ay - originY);
  });
  return doubled < 0;
}

function gapOf(wards: readonly WardPolygon[], stretches: readonly OpenStretch[]): QualityIssue | undefined {
  const ring = stretches.map(({ from }) => [...from]);
  const closed = [...ring, ring[0] as number[]];
  if (closed.length < 4) return undefined;
  const squareMetres = ringSquareMetres(closed);
  const perimeterMetres = stretches.reduce((sum, { from, to }) => sum + shortDistanceMetres(from, to), 0);
  const widthMetres = (2 * squareMetres) / perimeterMetres;
  if (squareMetres < LEAST_SLIVER_SQUARE_METRES || widthMetres < SLIVER_WIDTH_METRES) return undefined;
  const [longitude, latitude] = pointOnFeature(polygon([closed])).geometry.coordinates as [number, number];
  const codes = new Set(stretches.map(({ ward }) => (wards[ward] as WardPolygon).code));
  return {
    kind: 'gap',
    severity: 'warn',
    codes: [...codes].sort(),
    position: [longitude, latitude],
    size: { value: squareMetres, unit: 'm2' },
    message: `${squareMetres.toFixed(0)} m² in no ward`,
  };
}
