import { BorderMatcher, NO_FACING } from '../border-pieces';
import { localMetric } from '../ellipsoid';
import { between, flatMetres } from '../flat';
import type { LngLat } from '../types';
import { findSides, type WardEdges } from '../ward-edges';

/** A short stretch of a ward's outline that no other ward's outline runs along, looked at in its middle. */
export interface OpenStretch {
  readonly ward: number;
  readonly ring: number;
  readonly from: LngLat;
  readonly to: LngLat;
  readonly middle: LngLat;
  readonly lengthMetres: number;
  /** Unit vector in metres pointing out of the ward. */
  readonly outwardEast: number;
  readonly outwardNorth: number;
}

/** Longest stretch in metres that one look stands for. */
const STRETCH_METRES = 25;

/** Every stretch of outline with no ward matched on its other side, ring by ring in order. */
export function listOpenStretches(outlines: WardEdges, toleranceMetres: number): OpenStretch[] {
  const matcher = new BorderMatcher(outlines, toleranceMetres);
  const sides = findSides(outlines);
  const stretches: OpenStretch[] = [];
  let ring = 0;
  outlines.edges.forEach((edge, i) => {
    if (i > 0 && outlines.edges[i - 1] !== edge - 1) ring++;
    for (const piece of matcher.listPieces(edge)) {
      if (piece.facing !== NO_FACING) continue;
      const ward = outlines.wardOfEdge[edge] as number;
      stretches.push(...cutUp(ward, ring, piece.from, piece.to, sides[edge] as number));
    }
  });
  return stretches;
}

function cutUp(ward: number, ring: number, from: LngLat, to: LngLat, side: number): OpenStretch[] {
  const metric = localMetric(from[1]);
  const wholeMetres = flatMetres(from, to, metric);
  if (wholeMetres === 0) return [];
  const count = Math.ceil(wholeMetres / STRETCH_METRES);
  const runEast = ((to[0] - from[0]) * metric.metresPerDegreeEast) / wholeMetres;
  const runNorth = ((to[1] - from[1]) * metric.metresPerDegreeNorth) / wholeMetres;
  return Array.from({ length: count }, (_, i) => ({
    ward,
    ring,
    from: between(from, to, i / count),
    to: between(from, to, (i + 1) / count),
    middle: between(from, to, (i + 0.5) / count),
    lengthMetres: wholeMetres / count,
    outwardEast: side * runNorth, // the ward on the left: out is to the right of the run
    outwardNorth: side * -runEast,
  }));
}
