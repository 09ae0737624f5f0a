import { rewind } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';
import { BORDER_TOLERANCE_METRES } from '../border-topology';
import { EdgeGrid } from '../edge-grid';
import { findOwner } from '../locate-ward';
import type { WardPolygon } from '../types';
import { buildWardIndex } from '../ward-index';
import { checkCrossings } from './check-crossings';
import { checkGaps } from './check-gaps';
import { checkOverlaps, type CoveredStretch } from './check-overlaps';
import { checkRings } from './check-rings';
import { checkSlivers, SLIVER_WIDTH_METRES } from './check-slivers';
import { listOpenStretches, type OpenStretch } from './list-open-stretches';
import { buildReport, type QualityIssue, type QualityReport } from './quality-report';
import { readWards } from './read-wards';

/**
 * Judges whether an edition can be used: a GeoJSON FeatureCollection (properties `code`, `name`) or a list of `WardPolygon`.
 *
 * Refused: features without code or polygon, codes used twice, broken or self-crossing rings, slivers between wards (strips
 * under 10 m wide, ten times as long), overlaps above 1 ha. Warned of: missing names, smaller overlaps, gaps, the mouths of
 * notches, crossings that pinch off under 20 m².
 * Limits: the borders between wards are only looked at when codes and rings are sound; wards far apart are no gap.
 */
export function checkEdition(input: unknown): QualityReport {
  const { wards, issues } = readWards(input);
  const faults = [...issues, ...wards.flatMap(checkRings)];
  if (faults.some(({ severity }) => severity === 'refuse')) return buildReport(wards.length, faults);
  return buildReport(wards.length, [...faults, ...checkBetween(wards)]);
}

/** Faults between wards, and of whole outlines. */
function checkBetween(asGiven: readonly WardPolygon[]): QualityIssue[] {
  const index = buildWardIndex(asGiven.map(windLeft));
  const { wards, outlines } = index;
  const grid = new EdgeGrid(outlines, SLIVER_WIDTH_METRES);
  const free: OpenStretch[] = [];
  const covered: CoveredStretch[] = [];
  for (const stretch of listOpenStretches(outlines, BORDER_TOLERANCE_METRES)) {
    const own = wards[stretch.ward] as WardPolygon;
    const coveringCode = findOwner(index, stretch.middle).candidates.find((code) => code !== own.code);
    if (coveringCode === undefined) free.push(stretch);
    else covered.push({ stretch, coveringWard: index.numberOfCode.get(coveringCode) as number });
  }
  return [
    ...checkCrossings(wards, outlines, grid),
    ...checkOverlaps(wards, covered),
    ...checkSlivers(wards, outlines, grid, free),
    ...checkGaps(wards, free),
  ];
}

/** The ward with its outer rings wound to the left and its holes to the right, so that the ward lies on the left of every edge. */
function windLeft(ward: WardPolygon): WardPolygon {
  return { ...ward, geometry: rewind(ward.geometry) as Polygon | MultiPolygon };
}
