import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { LayerContext, MapLayer } from './layer-context';
import { MAP_COLOURS } from './map-colours';
import { REGULAR_FONT } from './map-fonts';

const noLegend = (): [] => [];

/** The land: one quiet colour, or the ground of a configured style. */
export const paperLayer: MapLayer = {
  id: 'paper',
  titleKey: 'paper',
  toggle: null,
  layers: ({ theme, basemap }) =>
    basemap.kind === 'style'
      ? basemap.style.layers
      : [{ id: 'paper', type: 'background', paint: { 'background-color': MAP_COLOURS[theme].paper } }],
  legend: noLegend,
};

function builtinWater({ theme }: LayerContext): LayerSpecification[] {
  const { water, waterLine } = MAP_COLOURS[theme];
  return [
    // The open data end at a box around Hải Phòng, whose edges would show from farther away.
    { id: 'sea', type: 'fill', source: 'ground-haiphong-sea', minzoom: 9, paint: { 'fill-color': water } },
    { id: 'water', type: 'fill', source: 'ground-hanoi-water', paint: { 'fill-color': water } },
    { id: 'rivers', type: 'line', source: 'ground-rivers-coarse', maxzoom: 12, paint: { 'line-color': waterLine, 'line-width': 1.2 } },
    { id: 'coastline', type: 'line', source: 'ground-haiphong-coastline', paint: { 'line-color': waterLine, 'line-width': 1.2 } },
    {
      id: 'water-labels', type: 'symbol', source: 'ground-hanoi-water', minzoom: 14,
      layout: { 'text-field': ['coalesce', ['get', 'name'], ''], 'text-font': REGULAR_FONT, 'text-size': 11 },
      paint: { 'text-color': MAP_COLOURS[theme].seaLabel, 'text-halo-color': water, 'text-halo-width': 1 },
    },
  ];
}

/** Rivers, lakes and coast. */
export const waterLayer: MapLayer = {
  id: 'water',
  titleKey: 'water',
  toggle: null,
  layers: (context) => {
    if (context.basemap.kind === 'style') return [];
    if (context.basemap.kind === 'builtin') return builtinWater(context);
    const { water } = MAP_COLOURS[context.theme];
    return [{ id: 'water', type: 'fill', source: 'ground', 'source-layer': 'water', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': water } }];
  },
  legend: noLegend,
};

/** Line width in pixels growing with zoom; `scale` is 1 for a main street. */
const streetWidth = (scale: number): ExpressionSpecification =>
  ['interpolate', ['exponential', 1.6], ['zoom'], 10, 0.5 * scale, 14, 2 * scale, 18, 14 * scale];

const isMajor = (property: string): ExpressionSpecification => ['in', ['get', property], ['literal', ['motorway', 'trunk', 'primary', 'highway', 'major_road']]];
const isMinor = (property: string): ExpressionSpecification => ['!', isMajor(property)];

function builtinStreets({ theme }: LayerContext): LayerSpecification[] {
  const colours = MAP_COLOURS[theme];
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const;
  return [
    { id: 'streets-minor', type: 'line', source: 'ground-hanoi-roads', minzoom: 11, layout: round, filter: isMinor('class'),
      paint: { 'line-color': colours.streetMinor, 'line-width': streetWidth(0.75) } },
    { id: 'streets-major', type: 'line', source: 'ground-hanoi-roads', layout: round, filter: isMajor('class'),
      paint: { 'line-color': colours.streetMajor, 'line-width': streetWidth(1.15) } },
    { id: 'bridges', type: 'line', source: 'ground-hanoi-bridges', minzoom: 12,
      paint: { 'line-color': colours.bridge, 'line-width': streetWidth(0.9) } },
  ];
}

function tiledStreets({ theme }: LayerContext): LayerSpecification[] {
  const colours = MAP_COLOURS[theme];
  const source = { source: 'ground', 'source-layer': 'roads' } as const;
  return [
    { id: 'streets-minor', type: 'line', ...source, minzoom: 12, filter: isMinor('kind'),
      paint: { 'line-color': colours.streetMinor, 'line-width': streetWidth(0.7) } },
    { id: 'streets-major', type: 'line', ...source, filter: isMajor('kind'),
      paint: { 'line-color': colours.streetMajor, 'line-width': streetWidth(1.1) } },
  ];
}

/** Streets and bridges, thin. */
export const streetsLayer: MapLayer = {
  id: 'streets',
  titleKey: 'streets',
  toggle: 'streets',
  layers: (context) => {
    if (context.basemap.kind === 'style') return [];
    return context.basemap.kind === 'builtin' ? builtinStreets(context) : tiledStreets(context);
  },
  legend: noLegend,
};
