import type { SymbolLayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection, Point, Polygon, MultiPolygon } from 'geojson';
import { formatShortWardName } from '../format/format-ward-name';
import { focusNames } from './focus-area-layer';
import type { LayerContext, MapLayer } from './layer-context';
import { MAP_COLOURS } from './map-colours';
import { REGULAR_FONT, STRONG_FONT } from './map-fonts';
import { zoneNames } from './zone-layer';

type SymbolLayout = NonNullable<SymbolLayerSpecification['layout']>;

/** What the server says of a ward. */
export interface WardProperties {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly provinceCode?: string;
  readonly provinceName: string;
  readonly districtName: string | null;
  readonly labelLon: number;
  readonly labelLat: number;
}
export type WardCollection = FeatureCollection<Polygon | MultiPolygon, WardProperties>;

/** A name and where it stands; `lead` marks the ward that chairs its cluster. */
interface WardLabel {
  readonly name: string;
  readonly short: string;
  readonly lead: boolean;
}

/** A point for each ward's name, in NFC. */
export function buildWardPoints(wards: WardCollection, leadCodes: ReadonlySet<string>): FeatureCollection<Point, WardLabel> {
  return {
    type: 'FeatureCollection',
    features: wards.features.map(({ properties }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [properties.labelLon, properties.labelLat] },
      properties: { name: properties.name.normalize('NFC'), short: formatShortWardName(properties.name), lead: leadCodes.has(properties.code) },
    })),
  };
}

function streetLabels({ theme, basemap }: LayerContext): ReturnType<MapLayer['layers']> {
  if (basemap.kind === 'style') return [];
  const colours = MAP_COLOURS[theme];
  const paint = { 'text-color': colours.streetLabel, 'text-halo-color': colours.halo, 'text-halo-width': 1.2 };
  const layout: SymbolLayout = {
    'symbol-placement': 'line', 'text-field': ['coalesce', ['get', 'name'], ''], 'text-font': REGULAR_FONT, 'text-size': 11, 'symbol-spacing': 420,
  };
  const source = basemap.kind === 'builtin' ? { source: 'ground-hanoi-roads' } : { source: 'ground', 'source-layer': 'roads' };
  const streets: SymbolLayerSpecification = { id: 'street-names', type: 'symbol', ...source, minzoom: 14.5, layout, paint };
  if (basemap.kind !== 'builtin') return [streets];
  return [streets, { id: 'bridge-names', type: 'symbol', source: 'ground-hanoi-bridges', minzoom: 14.5, layout: { ...layout, 'text-font': STRONG_FONT }, paint }];
}

/** From this zoom on a ward is larger than the screen: its full name stands once in every tile it reaches into. */
const NEAR_ZOOM = 16;

function wardLabels({ theme, clusters }: LayerContext): ReturnType<MapLayer['layers']> {
  const { wardLabel, halo } = MAP_COLOURS[theme];
  const paint = { 'text-color': wardLabel, 'text-halo-color': halo, 'text-halo-width': 1.8 };
  const leadCodes = clusters.flatMap(({ leadCode }) => (leadCode === null ? [] : [leadCode]));
  const flag: SymbolLayout = { 'icon-anchor': 'bottom', 'icon-offset': [0, -9] };
  return [
    {
      id: 'ward-names', type: 'symbol', source: 'ward-points', minzoom: 10.8, maxzoom: NEAR_ZOOM,
      layout: {
        'text-field': ['get', 'short'], 'text-font': STRONG_FONT, 'text-size': ['interpolate', ['linear'], ['zoom'], 11, 11, 14, 14],
        'text-max-width': 8, 'text-padding': 6, 'icon-image': ['case', ['get', 'lead'], 'lead-flag', ''], ...flag,
        'symbol-sort-key': ['case', ['get', 'lead'], 0, 1],
      },
      paint,
    },
    {
      id: 'ward-names-near', type: 'symbol', source: 'wards', minzoom: NEAR_ZOOM,
      layout: {
        'text-field': ['get', 'name'], 'text-font': STRONG_FONT, 'text-size': ['interpolate', ['linear'], ['zoom'], 15, 15, 17, 19],
        'text-max-width': 9, 'text-padding': 40, 'icon-image': ['case', ['in', ['get', 'code'], ['literal', leadCodes]], 'lead-flag', ''], ...flag,
      },
      paint,
    },
  ];
}

function seaLabels({ theme }: LayerContext): ReturnType<MapLayer['layers']> {
  const { seaLabel, halo } = MAP_COLOURS[theme];
  return [
    {
      id: 'sea-names', type: 'symbol', source: 'ground-sea-labels', maxzoom: 11,
      layout: {
        'text-field': ['get', 'name'], 'text-font': STRONG_FONT, 'text-size': ['interpolate', ['linear'], ['zoom'], 2, 11, 6, 15, 9, 18],
        // Wide enough for the name of an archipelago to stand in one line, with the country under it.
        'text-max-width': 12, 'text-letter-spacing': 0.06, 'text-allow-overlap': true, 'text-ignore-placement': true,
      },
      paint: { 'text-color': seaLabel, 'text-halo-color': halo, 'text-halo-width': 1.4 },
    },
  ];
}

/** Names of streets, wards and, whenever the extent reaches them, Biển Đông, Hoàng Sa and Trường Sa (never switched off). */
export const labelLayer: MapLayer = {
  id: 'labels',
  titleKey: 'labels',
  toggle: null,
  layers: (context) => [
    ...(context.hidden.has('labels') ? [] : [...(context.hidden.has('streets') ? [] : streetLabels(context)), ...wardLabels(context)]),
    ...(context.hidden.has('focusAreas') ? [] : [focusNames(context)]),
    ...(context.hidden.has('zones') ? [] : [zoneNames(context)]),
    ...seaLabels(context),
  ],
  legend: ({ theme, clusters, hidden }, { legend }) =>
    hidden.has('labels') || !clusters.some((cluster) => cluster.leadCode !== null)
      ? []
      : [{ kind: 'flag', label: legend.leadWard, colour: MAP_COLOURS[theme].clusterBorder }],
};
