import type { ExpressionSpecification, FilterSpecification, LayerSpecification, SymbolLayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Feature, FeatureCollection, Geometry, Point, Position } from 'geojson';
import { ZONE_KINDS, type Zone, type ZoneGeometry, type ZoneKind, type ZoneStatus } from '../domain/zone';
import type { LayerContext, LegendItem, MapLayer } from './layer-context';
import { MAP_COLOURS, type MapTheme } from './map-colours';
import { STRONG_FONT } from './map-fonts';

/** How a zone is drawn: as its status says, or as an older version beside the one shown. */
export type ZoneDrawState = ZoneStatus | 'before';

/** A zone as a map shows it. */
export interface DrawnZone extends Pick<Zone, 'id' | 'name' | 'kind' | 'geometry'> {
  readonly state: ZoneDrawState;
}

interface ZoneDrawing extends Pick<DrawnZone, 'id' | 'name' | 'kind' | 'state'> {
  /** Chosen zones stand out. */
  readonly chosen: boolean;
}

/** Dark enough for a line on the ground of each theme; apart for colour-blind readers, and by name in the label. */
const KIND_COLOURS: Readonly<Record<MapTheme, Readonly<Record<ZoneKind, string>>>> = {
  light: { hotspot: '#9c4600', watch: '#0a5f73', patrol_area: '#3f6212', other: '#575c66' },
  dark: { hotspot: '#f2a65a', watch: '#62c5db', patrol_area: '#b3d67a', other: '#a9b0bd' },
  projector: { hotspot: '#8a3b00', watch: '#004e61', patrol_area: '#33540a', other: '#44484f' },
};
const FILL_OPACITY = 0.13;
/** The layer that is asked what lies under a click. */
export const ZONE_HIT_LAYER = 'zones-fill';

const outerRingsOf = (geometry: ZoneGeometry): readonly (readonly Position[])[] =>
  geometry.type === 'Polygon' ? geometry.coordinates.slice(0, 1) : geometry.coordinates.flatMap((part) => part.slice(0, 1));

/** Northernmost corner: where the name stands, clear of what lies inside. */
function topOf(geometry: ZoneGeometry): Position {
  let top: Position = [0, -Infinity];
  for (const ring of outerRingsOf(geometry)) for (const corner of ring) if ((corner[1] ?? 0) > (top[1] ?? 0)) top = corner;
  return top[1] === -Infinity ? [0, 0] : [top[0] ?? 0, top[1] ?? 0];
}

/** Zones as areas, and a point for each name. A zone without corners has no name on the map. */
export function buildZoneFeatures(zones: readonly DrawnZone[], chosen: ReadonlySet<string> = new Set()): FeatureCollection<Geometry, ZoneDrawing> {
  const features = zones.flatMap(({ id, name, kind, state, geometry }): Feature<Geometry, ZoneDrawing>[] => {
    const properties = { id, name: name.normalize('NFC'), kind, state, chosen: chosen.has(id) };
    const named: Feature<Point, ZoneDrawing>[] = state === 'before' || outerRingsOf(geometry).length === 0 ? [] : [{ type: 'Feature', properties, geometry: { type: 'Point', coordinates: topOf(geometry) } }];
    return [{ type: 'Feature', properties, geometry }, ...named];
  });
  return { type: 'FeatureCollection', features };
}

const isArea: FilterSpecification = ['==', ['geometry-type'], 'Polygon'];
const inStates = (...states: ZoneDrawState[]): FilterSpecification => ['all', isArea, ['in', ['get', 'state'], ['literal', states]]];
const kindColour = (theme: MapTheme): ExpressionSpecification => {
  const { hotspot, watch, patrol_area: patrolArea, other } = KIND_COLOURS[theme];
  return ['match', ['get', 'kind'], 'hotspot', hotspot, 'watch', watch, 'patrol_area', patrolArea, other];
};
const widthOf = (usual: number): ExpressionSpecification => ['case', ['get', 'chosen'], usual + 1.5, usual];

/** Names of zones; the label layer draws them, above the incidents. */
export function zoneNames({ theme }: LayerContext): SymbolLayerSpecification {
  return {
    id: 'zone-names', type: 'symbol', source: 'zones', minzoom: 12, filter: ['==', ['geometry-type'], 'Point'],
    layout: { 'text-field': ['get', 'name'], 'text-font': STRONG_FONT, 'text-size': 13, 'text-anchor': 'bottom', 'text-offset': [0, -0.4], 'text-max-width': 12, 'symbol-sort-key': ['case', ['get', 'chosen'], 0, 1] },
    paint: { 'text-color': kindColour(theme), 'text-halo-color': MAP_COLOURS[theme].halo, 'text-halo-width': 2 },
  };
}

function listLegendItems({ theme, zones = [] }: LayerContext, { kinds, draftLine, closedLine, beforeLine }: { readonly kinds: Readonly<Record<ZoneKind, string>>; readonly draftLine: string; readonly closedLine: string; readonly beforeLine: string }): LegendItem[] {
  const states = new Set(zones.map(({ state }) => state));
  const present = ZONE_KINDS.filter((kind) => zones.some((zone) => zone.kind === kind));
  const { other } = KIND_COLOURS[theme];
  return [
    ...present.map((kind): LegendItem => ({ kind: 'fill', label: kinds[kind], colour: KIND_COLOURS[theme][kind], opacity: FILL_OPACITY, edge: KIND_COLOURS[theme][kind] })),
    ...(states.has('draft') ? [{ kind: 'line' as const, label: draftLine, colour: other, widthPixels: 2.5, dashed: true }] : []),
    ...(states.has('closed') ? [{ kind: 'line' as const, label: closedLine, colour: other, widthPixels: 1, dashed: false }] : []),
    ...(states.has('before') ? [{ kind: 'line' as const, label: beforeLine, colour: MAP_COLOURS[theme].selection, widthPixels: 2, dashed: true }] : []),
  ];
}

/** Zones by kind (colour) and status (full, dashed for a draft, thin for a closed one). */
export const zoneLayer: MapLayer = {
  id: 'zones',
  titleKey: 'zones',
  toggle: 'zones',
  layers: ({ theme }): LayerSpecification[] => {
    const colour = kindColour(theme);
    const { halo, selection } = MAP_COLOURS[theme];
    const round = { 'line-join': 'round', 'line-cap': 'round' } as const;
    return [
      { id: ZONE_HIT_LAYER, type: 'fill', source: 'zones', filter: inStates('active', 'draft'), paint: { 'fill-color': colour, 'fill-opacity': ['case', ['get', 'chosen'], FILL_OPACITY + 0.1, FILL_OPACITY] } },
      { id: 'zones-halo', type: 'line', source: 'zones', filter: isArea, layout: round, paint: { 'line-color': halo, 'line-width': widthOf(4.5), 'line-opacity': 0.7 } },
      { id: 'zones-active', type: 'line', source: 'zones', filter: inStates('active'), layout: round, paint: { 'line-color': colour, 'line-width': widthOf(2.5) } },
      { id: 'zones-draft', type: 'line', source: 'zones', filter: inStates('draft'), paint: { 'line-color': colour, 'line-width': widthOf(2.5), 'line-dasharray': [3, 2] } },
      { id: 'zones-closed', type: 'line', source: 'zones', filter: inStates('closed'), layout: round, paint: { 'line-color': colour, 'line-width': widthOf(1), 'line-opacity': 0.8 } },
      { id: 'zones-before', type: 'line', source: 'zones', filter: inStates('before'), paint: { 'line-color': selection, 'line-width': 2, 'line-dasharray': [1.5, 1.5] } },
    ];
  },
  legend: (context, { zones }) => listLegendItems(context, zones.legend),
};
