import { area, bboxClip, feature, featureCollection, intersect, multiPolygon, pointOnFeature, polygon } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import type { Bbox, LngLat, WardPolygon } from '../types';
import type { OpenStretch } from './list-open-stretches';
import type { QualityIssue } from './quality-report';

/** Overlaps up to this many square metres are warned of and no more: each position in them is answered, with both wards. */
export const USABLE_OVERLAP_SQUARE_METRES = 10_000;
/** Overlaps smaller than this many square metres are rounding. */
const LEAST_OVERLAP_SQUARE_METRES = 20;
/** Pairs whose overlap is measured; beyond, an edition is past saving and the rest go without a size. */
const MAX_MEASURED_PAIRS = 300;
const MARGIN_DEGREES = 1e-5;

/** A stretch of one ward's outline inside another ward. */
export interface CoveredStretch {
  readonly stretch: OpenStretch;
  readonly coveringWard: number;
}

/** Areas that two wards both cover, one issue for each pair, found from the stretches of outline inside another ward. */
export function checkOverlaps(wards: readonly WardPolygon[], covered: readonly CoveredStretch[]): QualityIssue[] {
  const issues: QualityIssue[] = [];
  let measured = 0;
  for (const stretches of groupByPair(covered).values()) {
    const issue = measured++ < MAX_MEASURED_PAIRS ? measureOverlap(wards, stretches) : unmeasured(wards, stretches);
    if (issue !== undefined) issues.push(issue);
  }
  return issues;
}

function groupByPair(covered: readonly CoveredStretch[]): Map<string, CoveredStretch[]> {
  const pairs = new Map<string, CoveredStretch[]>();
  for (const item of covered) {
    const key = [item.stretch.ward, item.coveringWard].sort((a, b) => a - b).join('+');
    pairs.set(key, [...(pairs.get(key) ?? []), item]);
  }
  return pairs;
}

/** The outline of an overlap is made of the covered stretches of both wards, so it lies in their common box. */
function measureOverlap(wards: readonly WardPolygon[], stretches: readonly CoveredStretch[]): QualityIssue | undefined {
  const box = boxOf(stretches.flatMap(({ stretch }) => [stretch.from, stretch.to]));
  const clipped = wardsOf(wards, stretches).map((ward) => clipToBox(ward, box));
  const common = clipped.every(({ geometry }) => geometry.coordinates.length > 0) ? intersect(featureCollection(clipped)) : null;
  if (common === null) return undefined;
  const squareMetres = area(common);
  if (squareMetres < LEAST_OVERLAP_SQUARE_METRES) return undefined;
  const [longitude, latitude] = pointOnFeature(largestPart(common)).geometry.coordinates as [number, number];
  return {
    kind: 'overlap',
    severity: squareMetres > USABLE_OVERLAP_SQUARE_METRES ? 'refuse' : 'warn',
    codes: wardsOf(wards, stretches).map(({ code }) => code),
    position: [longitude, latitude],
    size: { value: squareMetres, unit: 'm2' },
    message: `${squareMetres.toFixed(0)} m² in two wards`,
  };
}

function unmeasured(wards: readonly WardPolygon[], stretches: readonly CoveredStretch[]): QualityIssue {
  return {
    kind: 'overlap',
    severity: 'refuse',
    codes: wardsOf(wards, stretches).map(({ code }) => code),
    position: stretches[0]?.stretch.middle ?? null,
    size: null,
    message: `one of more than ${MAX_MEASURED_PAIRS} overlapping pairs, not measured`,
  };
}

function wardsOf(wards: readonly WardPolygon[], [first]: readonly CoveredStretch[]): WardPolygon[] {
  if (first === undefined) return [];
  return [first.stretch.ward, first.coveringWard].sort((a, b) => a - b).map((ward) => wards[ward] as WardPolygon);
}

function boxOf(positions: readonly LngLat[]): Bbox {
  const longitudes = positions.map(([longitude]) => longitude);
  const latitudes = positions.map(([, latitude]) => latitude);
  return [
    Math.min(...longitudes) - MARGIN_DEGREES,
    Math.min(...latitudes) - MARGIN_DEGREES,
    Math.max(...longitudes) + MARGIN_DEGREES,
    Math.max(...latitudes) + MARGIN_DEGREES,
  ];
}

/** The part of a ward inside a box; clipping may leave rings of too few positions, which are dropped. */
function clipToBox(ward: WardPolygon, box: Bbox): Feature<MultiPolygon> {
  const { geometry } = bboxClip(feature(ward.geometry), [...box]);
  const parts = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as Position[][][];
  const isRing = (ring: readonly Position[]): boolean => ring.length >= 4;
  return multiPolygon(parts.filter(([outer]) => outer !== undefined && isRing(outer)).map((rings) => rings.filter(isRing)));
}

function largestPart(common: Feature<Polygon | MultiPolygon>): Feature<Polygon> {
  const { geometry } = common;
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return parts.map((rings) => polygon(rings)).reduce((a, b) => (area(b) > area(a) ? b : a));
}
