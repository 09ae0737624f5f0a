import { readFileSync } from 'node:fs';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { BoundaryEdition, Cluster, Regulation } from '../../lib/domain/boundary';
import type { Category } from '../../lib/domain/category';
import type { Day } from '../../lib/domain/instant';
import { DEFAULT_RULES } from '../../lib/domain/regulation';
import type { PictureOptions } from '../../lib/export/picture/picture-options';
import { collectSurroundings, type MapSurroundings } from '../../lib/export/picture/map-surroundings';
import { buildBorderTopology } from '../../lib/geo/border-topology';
import { findInterior } from '../../lib/geo/interior-position';
import type { WardPolygon } from '../../lib/geo/types';

const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8')) as T;

/** The shipped clusters as the database hands them over. */
export const shippedClusters = read<Cluster[]>('clusters/clusters.json').map((cluster): Cluster => ({
  ...cluster, regulations: cluster.regulations.map((one): Regulation => ({ ...one, rules: { ...DEFAULT_RULES, ...(one as Partial<Regulation>).rules } })),
}));

export const shippedCategories = read<Category[]>('categories.json');

const largestRings = (geometry: Polygon | MultiPolygon) => (geometry.type === 'Polygon' ? geometry.coordinates : [...geometry.coordinates].sort((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0))[0] ?? []);

const keptWards = new Map<string, { edition: BoundaryEdition; wards: (WardPolygon & { labelPosition: readonly [number, number] })[]; arcs: ReturnType<typeof buildBorderTopology>['arcs'] }>();

/** Wards and arcs of a shipped edition, made once. */
export function shippedEdition(id: string) {
  const known = keptWards.get(id);
  if (known !== undefined) return known;
  const wards = read<FeatureCollection<Polygon | MultiPolygon, { code: string; name: string }>>(`editions/${id}/wards.geojson`).features
    .map(({ properties, geometry }) => ({ code: properties.code, name: properties.name, geometry, labelPosition: findInterior(largestRings(geometry)) ?? ([0, 0] as const) }));
  const made = { edition: read<BoundaryEdition>(`editions/${id}/edition.json`), wards, arcs: buildBorderTopology(wards).arcs };
  keptWards.set(id, made);
  return made;
}

/** The shipped data around a map on a day. */
export const shippedSurroundings = (id: string, day: string): MapSurroundings =>
  collectSurroundings({ ...shippedEdition(id), day: day as Day, clusters: shippedClusters, defaultWidthMetres: 100, categories: shippedCategories });

/** Options of a slide's picture at 1,920 × 1,080, in light colours, unless told otherwise. */
export const pictureOptions = (change: Partial<PictureOptions> = {}): PictureOptions => ({
  widthPixels: 1_920, heightPixels: 1_080, dpi: 96, projected: true, theme: 'light', language: 'vi', title: null, mark: null, asOf: null, notes: [], ...change,
});
