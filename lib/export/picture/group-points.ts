import type { Feature, FeatureCollection, Point } from 'geojson';
import Supercluster from 'supercluster';
import type { SourceSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { PointGrouping } from './map-picture';

type Sums = Readonly<Record<string, number>>;

const EXTENT = 8_192;
const TILE_PIXELS = 512;

/** Reads how the live map groups a source. @throws Error when it keeps something else of a group than sums of numbers. */
export function groupingOf(source: string, specification: SourceSpecification | undefined): PointGrouping | null {
  if (specification?.type !== 'geojson' || specification.cluster !== true) return null;
  const { clusterMaxZoom = 17, clusterRadius = 50, clusterProperties = {} } = specification;
  for (const [name, expression] of Object.entries(clusterProperties as Readonly<Record<string, unknown>>)) {
    if (JSON.stringify(expression) !== JSON.stringify(['+', ['get', name]])) throw new Error(`groups of ${source} keep ${name} in a way that pictures do not know`);
  }
  return { source, maxZoom: clusterMaxZoom, radiusPixels: clusterRadius, sums: Object.keys(clusterProperties as Readonly<Record<string, unknown>>) };
}

const sumsOf = (properties: Readonly<Record<string, unknown>>, names: readonly string[]): Sums => Object.fromEntries(names.map((name) => [name, Number(properties[name] ?? 0)]));

/** Points grouped as the live map groups them at a whole zoom; between two, groups are as far apart on the picture. Lone points stay as they are. */
export function groupPoints(points: FeatureCollection, { maxZoom, radiusPixels, sums }: PointGrouping, zoom: number): FeatureCollection {
  const level = Math.min(Math.max(0, Math.floor(zoom)), maxZoom + 1);
  const index = new Supercluster<Readonly<Record<string, unknown>>, Record<string, number>>({
    maxZoom, radius: (radiusPixels * 2 ** (level - Math.min(zoom, maxZoom + 1)) * EXTENT) / TILE_PIXELS, extent: EXTENT,
    map: (properties) => ({ ...sumsOf(properties, sums) }),
    reduce: (all, one) => { for (const name of sums) all[name] = (all[name] ?? 0) + (one[name] ?? 0); },
  });
  const lone = points.features.filter((feature): feature is Feature<Point> => feature.geometry.type === 'Point');
  index.load(lone.map((feature) => ({ ...feature, properties: feature.properties ?? {} })));
  return { type: 'FeatureCollection', features: index.getClusters([-180, -85, 180, 85], level) };
}
