import { join } from 'node:path';
import { booleanPointInPolygon } from '@turf/turf';
import type { Feature, Position } from 'geojson';
import { formatFeatureCollection, readFeatures, roundGeometry, writeText, type SourceFeature } from './feature-file';

/** What a basemap feature keeps: the name drawn beside it (if any) and the class that decides how it is drawn. */
interface BasemapProperties {
  readonly name?: string;
  readonly class: string;
}

interface BasemapSpec {
  readonly from: string;
  readonly to: string;
  readonly decimals: number;
  readonly keep: (feature: SourceFeature) => BasemapProperties | null;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value.normalize('NFC') : undefined);

/** Name and class, the name left out when there is none. */
function named(name: unknown, className: unknown): BasemapProperties {
  const text = textOf(name);
  return { ...(text === undefined ? {} : { name: text }), class: textOf(className) ?? 'other' };
}

/** The source names the districts in English; in Vietnamese Thanh Trì was a huyện, the other twelve were quận. */
function districtName(feature: SourceFeature): BasemapProperties | null {
  if (feature.properties.level !== 'district') return null;
  const name = String(feature.properties.name).replace(/ District$/, '');
  return named(`${name === 'Thanh Trì' ? 'Huyện' : 'Quận'} ${name}`, 'district');
}

const SPECS: readonly BasemapSpec[] = [
  { from: 'hanoi-roads', to: 'hanoi-roads', decimals: 5, keep: (f) => named(f.properties.name, f.properties.highway) },
  { from: 'hanoi-bridges', to: 'hanoi-bridges', decimals: 6, keep: (f) => named(f.properties.name, f.properties.highway) },
  { from: 'hanoi-water-osm', to: 'hanoi-water', decimals: 6, keep: (f) => named(f.properties.name, f.properties.kind) },
  { from: 'hanoi-districts-pre2025-osm', to: 'hanoi-districts-pre2025', decimals: 5, keep: districtName },
  { from: 'rivers-gshhg-coarse', to: 'rivers-coarse', decimals: 4, keep: () => named(undefined, 'river') },
  { from: 'haiphong-coastline-gshhg', to: 'haiphong-coastline', decimals: 5, keep: () => named(undefined, 'coastline') },
];

/** Names of the sea and the archipelagos; the points say where the name stands, not where anything begins or ends. */
const SEA_LABELS: readonly (readonly [name: string, className: string, lon: number, lat: number])[] = [
  ['Biển Đông', 'sea', 113.2, 13.4],
  ['Quần đảo Hoàng Sa (Việt Nam)', 'archipelago', 112.0, 16.5],
  ['Quần đảo Trường Sa (Việt Nam)', 'archipelago', 114.2, 9.6],
  ['Vịnh Bắc Bộ', 'gulf', 107.75, 19.9],
];

function convert(spec: BasemapSpec, sourceFolder: string): Feature[] {
  return readFeatures(join(sourceFolder, 'context', `${spec.from}.geojson`)).flatMap((feature): Feature[] => {
    const properties = spec.keep(feature);
    const geometry = roundGeometry(feature.geometry, spec.decimals);
    return properties === null || geometry === null ? [] : [{ type: 'Feature', properties: { ...properties }, geometry }];
  });
}

const isClosed = (line: readonly Position[]): boolean => {
  const [first, last] = [line[0], line.at(-1)];
  return first !== undefined && first[0] === last?.[0] && first[1] === last?.[1];
};

/**
 * The sea off Hải Phòng as one polygon with the islands as holes: the coastline file holds one open line, the mainland from
 * the south edge of its box to the north edge, and closed ones, the islands; the box's east side closes the sea.
 */
function seaPolygon(coastline: readonly Feature[]): Feature {
  const lines = coastline.map(({ geometry }) => (geometry.type === 'LineString' ? geometry.coordinates : []));
  const mainland = lines.filter((line) => !isClosed(line));
  const [line] = mainland;
  const [start, end] = [line?.[0], line?.at(-1)];
  if (mainland.length !== 1 || line === undefined || !start || !end) throw new Error(`${mainland.length} open coastlines, expected 1`);
  const east = lines.flat().reduce((most, position) => Math.max(most, position[0] ?? most), -180);
  const outer: Position[] = [...line, [east, end[1] ?? 0], [east, start[1] ?? 0], start];
  const sea = { type: 'Polygon' as const, coordinates: [outer] };
  // Closed lines inland are islands in rivers: no holes of the sea.
  const islands = lines.filter((ring) => isClosed(ring) && ring.every((position) => booleanPointInPolygon(position, sea)));
  const polygon = { type: 'Polygon' as const, coordinates: [outer, ...islands] };
  const geometry = roundGeometry(polygon, 4);
  if (geometry === null) throw new Error('the sea vanished in rounding');
  return { type: 'Feature', properties: { class: 'sea' }, geometry };
}

const seaLabels = (): Feature[] =>
  SEA_LABELS.map(([name, className, lon, lat]) => ({
    type: 'Feature',
    properties: { name: name.normalize('NFC'), class: className },
    geometry: { type: 'Point', coordinates: [lon, lat] },
  }));

/** Writes the basemap layers and returns the number of features by file. */
export function importBasemap(sourceFolder: string, dataFolder: string): Record<string, number> {
  const layers = SPECS.map((spec) => [spec.to, convert(spec, sourceFolder)] as const);
  const coastline = layers.find(([name]) => name === 'haiphong-coastline')?.[1] ?? [];
  const all = [...layers, ['haiphong-sea', [seaPolygon(coastline)]] as const, ['sea-labels', seaLabels()] as const];
  for (const [name, features] of all) {
    writeText(join(dataFolder, 'basemap', `${name}.geojson`), formatFeatureCollection(features));
  }
  return Object.fromEntries(all.map(([name, features]) => [name, features.length]));
}
