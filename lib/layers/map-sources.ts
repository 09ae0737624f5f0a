import type { SourceSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Basemap } from './layer-context';

/** Ids of the sources whose data the page sets itself. */
export const DATA_SOURCES = ['wards', 'arcs', 'ward-points', 'focus-areas', 'incidents', 'selection', 'coverage', 'patrols', 'analysis', 'analysis-points', 'analysis-finding', 'zones', 'models'] as const;
export type DataSource = (typeof DATA_SOURCES)[number];

/** Names of the shipped ground files that `/api/basemap/{name}.geojson` serves. */
export const BASEMAP_FILES = ['hanoi-roads', 'hanoi-bridges', 'hanoi-water', 'haiphong-sea', 'haiphong-coastline', 'rivers-coarse', 'sea-labels'] as const;

/** Highest zoom at which incidents are still grouped. */
export const GROUP_MAX_ZOOM = 14;
const GROUP_RADIUS_PIXELS = 46;

const empty = { type: 'FeatureCollection' as const, features: [] };

function groundSources(basemap: Basemap): Record<string, SourceSpecification> {
  if (basemap.kind === 'style') return basemap.style.sources;
  const labels: Record<string, SourceSpecification> = { 'ground-sea-labels': { type: 'geojson', data: '/api/basemap/sea-labels.geojson' } };
  if (basemap.kind === 'pmtiles') return { ...labels, ground: { type: 'vector', url: `pmtiles://${basemap.url}` } };
  return Object.fromEntries(
    BASEMAP_FILES.map((name) => [`ground-${name}`, { type: 'geojson' as const, data: `/api/basemap/${name}.geojson`, tolerance: 0.5 }]),
  );
}

/**
 * Every source of the map; those in `DATA_SOURCES` are empty here and filled with `setData`.
 *
 * Arcs stop at zoom 15 and are scaled beyond it: a border-zone band must fit the tile buffer at every zoom.
 */
export function buildSources(basemap: Basemap): Record<string, SourceSpecification> {
  return {
    ...groundSources(basemap),
    ...(basemap.kind === 'style' ? { 'ground-sea-labels': { type: 'geojson', data: '/api/basemap/sea-labels.geojson' } } : {}),
    wards: { type: 'geojson', data: empty, tolerance: 0.4, promoteId: 'code' },
    arcs: { type: 'geojson', data: empty, tolerance: 0.4, maxzoom: 15, buffer: 256 },
    'ward-points': { type: 'geojson', data: empty },
    'focus-areas': { type: 'geojson', data: empty },
    incidents: {
      type: 'geojson', data: empty, cluster: true, clusterMaxZoom: GROUP_MAX_ZOOM, clusterRadius: GROUP_RADIUS_PIXELS,
      clusterProperties: { zone: ['+', ['get', 'zone']], late: ['+', ['get', 'late']] },
    },
    selection: { type: 'geojson', data: empty },
    coverage: { type: 'geojson', data: empty },
    patrols: { type: 'geojson', data: empty },
    analysis: { type: 'geojson', data: empty, tolerance: 0.2 },
    'analysis-points': { type: 'geojson', data: empty },
    'analysis-finding': { type: 'geojson', data: empty },
    zones: { type: 'geojson', data: empty, tolerance: 0.2 },
    models: { type: 'geojson', data: empty },
  };
}
