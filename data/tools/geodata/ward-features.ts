import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import geographiclib from 'geographiclib-geodesic';
import { z } from 'zod';
import { roundGeometry, type SourceFeature } from './feature-file';

/** Kinds of the lowest administrative unit, as written in the edition files. */
const KINDS: Readonly<Record<string, string>> = { 'phường': 'phuong', 'xã': 'xa', 'thị trấn': 'thi_tran', 'đặc khu': 'dac_khu' };

/**
 * Where a ward's outline comes from: `sapnhap-2025` the government map of 2025, `choisy-fitted` the 1:250,000 base
 * fitted into it, `osm-historic` OpenStreetMap (ODbL).
 */
export type LineSource = 'sapnhap-2025' | 'choisy-fitted' | 'osm-historic';

/** Properties of a ward in an edition file, in the order they are written. */
export interface WardProperties {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly provinceCode: string;
  readonly provinceName: string;
  readonly districtName: string | null;
  readonly areaSquareKm: number;
  readonly lineSource: LineSource;
}
export type WardFeature = Feature<Polygon | MultiPolygon, WardProperties>;

const sourceSchema = z.looseObject({
  code: z.string().regex(/^\d{5}$/),
  name: z.string().min(1),
  type: z.string(),
  province_code: z.string(),
  province_name: z.string().optional(),
  district_name: z.string().nullish(),
});

function ringAreaSquareMetres(ring: readonly Position[]): number {
  const polygon = geographiclib.Geodesic.WGS84.Polygon(false);
  for (const [lon, lat] of ring.slice(0, -1)) polygon.AddPoint(lat ?? Number.NaN, lon ?? Number.NaN);
  return Math.abs(polygon.Compute(false, true).area ?? Number.NaN);
}

/** Area of a polygon on the WGS 84 ellipsoid in km², 4 decimals; holes are taken off. */
export function areaSquareKm(geometry: Polygon | MultiPolygon): number {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  let squareMetres = 0;
  for (const rings of polygons) {
    rings.forEach((ring, i) => (squareMetres += i === 0 ? ringAreaSquareMetres(ring) : -ringAreaSquareMetres(ring)));
  }
  return Math.round(squareMetres / 100) / 10_000;
}

/** A source ward in the form of the edition files: known properties only, NFC names, 6 decimals. */
export function toWardFeature(source: SourceFeature, lineSource: LineSource, provinceName?: string): WardFeature {
  const from = sourceSchema.parse(source.properties);
  const kind = KINDS[from.type.normalize('NFC')];
  const geometry = roundGeometry(source.geometry, 6);
  const province = from.province_name ?? provinceName;
  if (province === undefined) throw new Error(`${from.code}: no province`);
  if (kind === undefined) throw new Error(`${from.code}: unknown kind ${from.type}`);
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') throw new Error(`${from.code}: not a polygon`);
  return {
    type: 'Feature',
    properties: {
      code: from.code,
      name: from.name.normalize('NFC'),
      kind,
      provinceCode: from.province_code,
      provinceName: province.normalize('NFC'),
      districtName: from.district_name?.normalize('NFC') ?? null,
      areaSquareKm: areaSquareKm(geometry),
      lineSource,
    },
    geometry,
  };
}

/** Wards sorted by code; throws when a code occurs twice. */
export function sortWards(wards: readonly WardFeature[]): WardFeature[] {
  const sorted = [...wards].sort((a, b) => (a.properties.code < b.properties.code ? -1 : 1));
  sorted.forEach((ward, i) => {
    if (ward.properties.code === sorted[i + 1]?.properties.code) throw new Error(`code ${ward.properties.code} occurs twice`);
  });
  return sorted;
}
