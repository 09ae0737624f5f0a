import type { MultiPolygon, Polygon, Position } from 'geojson';
import { boxOf, isSliver } from './clean-area';
import { boxesMeet, commonArea } from './clip-areas';
import { areaOf, polygonsOf } from './ellipsoid-area';
import type { Bbox, WardPolygon } from './types';

/** A ward that an area touches, and which share (0 to 1) of the area lies in it. */
export interface AreaShare {
  readonly code: string;
  readonly share: number;
}

const boxes = new WeakMap<WardPolygon, Bbox>();

/** The wards whose boxes meet that of an area. Boxes are kept as long as their wards are. */
export function listWardsNear(area: Polygon | MultiPolygon, wards: readonly WardPolygon[]): WardPolygon[] {
  const box = boxOf(area);
  return wards.filter((ward) => {
    const known = boxes.get(ward) ?? boxOf(ward.geometry);
    boxes.set(ward, known);
    return boxesMeet(box, known);
  });
}

/** The polygons of an area that are more than the difference between two drawings of one line, and those that are not. */
export function sortOutSlivers(area: Polygon | MultiPolygon | null): { readonly solid: Position[][][]; readonly slivers: Position[][][] } {
  const parts = area === null ? [] : polygonsOf(area);
  return { solid: parts.filter((one) => !isSliver(one)), slivers: parts.filter(isSliver) };
}

/**
 * Which share of an area lies in which ward, largest first (ties: smallest code).
 *
 * Limits: a ward that is touched by less than 1 m², or by strips thinner than 10 cm, is not touched: zones are drawn along borders.
 * The shares add up to less than 1 where part of the area lies in no ward, to more where wards overlap; each is at most 1.
 */
export function listAreaShares(area: Polygon | MultiPolygon, wards: readonly WardPolygon[]): AreaShare[] {
  const whole = areaOf(area);
  return listWardsNear(area, wards).flatMap(({ code, geometry }): AreaShare[] => {
    const { solid } = sortOutSlivers(commonArea(area, geometry));
    return solid.length === 0 ? [] : [{ code, share: Math.min(1, areaOf({ type: 'MultiPolygon', coordinates: solid }) / whole) }];
  }).sort((a, b) => b.share - a.share || (a.code < b.code ? -1 : 1));
}
