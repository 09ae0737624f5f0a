import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Feature, FeatureCollection, Geometry, MultiPolygon, Point, Polygon } from 'geojson';
import { TONES, type Finding, type ResultFeature, type Tone } from '../domain/analysis-result';
import { CALM_LINE_PIXELS, DOT_PIXELS, FILL_OPACITY, LINE_PIXELS, TONE_COLOURS } from './analysis-tones';
import type { AnalysisLegendLine, LayerContext, LegendItem, MapLayer } from './layer-context';
import { MAP_COLOURS, type MapTheme } from './map-colours';

/** What a drawn feature carries: its place among the features of the result, its tone, and how it is drawn. */
export interface AnalysisDrawing {
  readonly index: number;
  readonly tone: Tone;
  readonly drawn: ResultFeature['drawn'];
}

/** The features of a result for the source `analysis`; later ones lie on top. */
export function buildAnalysisFeatures(features: readonly ResultFeature[]): FeatureCollection<Geometry, AnalysisDrawing> {
  return {
    type: 'FeatureCollection',
    features: features.map(({ geometry, tone, drawn }, index): Feature<Geometry, AnalysisDrawing> => ({ type: 'Feature', geometry, properties: { index, tone, drawn } })),
  };
}

/** Positions of the incidents that were looked at, as one light source: pairs of degrees, longitude first. */
export function buildScopePoints(positions: readonly (readonly [number, number])[]): FeatureCollection<Point, null> {
  return { type: 'FeatureCollection', features: positions.map((position) => ({ type: 'Feature', geometry: { type: 'Point', coordinates: [...position] }, properties: null })) };
}

/** The chosen finding's outline; nothing when none is chosen. */
export function buildFindingFeature(finding: Finding | null): FeatureCollection<Polygon | MultiPolygon, null> {
  return { type: 'FeatureCollection', features: finding === null ? [] : [{ type: 'Feature', geometry: finding.geometry, properties: null }] };
}

const colourOf = (theme: MapTheme): ExpressionSpecification =>
  ['match', ['get', 'tone'], ...TONES.flatMap((tone) => [tone, TONE_COLOURS[theme][tone]]), TONE_COLOURS[theme].calm] as unknown as ExpressionSpecification;
const isDrawn = (drawn: ResultFeature['drawn']): FilterSpecification => ['==', ['get', 'drawn'], drawn];
const widthOf = (pixels: number, more = 0): ExpressionSpecification => ['case', ['==', ['get', 'tone'], 'calm'], CALM_LINE_PIXELS + more, pixels + more];
const ROUND = { 'line-join': 'round', 'line-cap': 'round' } as const;

function resultLayers({ theme }: LayerContext): LayerSpecification[] {
  const colour = colourOf(theme);
  const { halo } = MAP_COLOURS[theme];
  const withHalo = (drawn: 'outline' | 'line'): LayerSpecification[] => [
    { id: `analysis-${drawn}-halo`, type: 'line', source: 'analysis', filter: isDrawn(drawn), layout: ROUND, paint: { 'line-color': halo, 'line-width': drawn === 'line' ? widthOf(LINE_PIXELS.line, 3) : LINE_PIXELS[drawn] + 3 } },
    { id: `analysis-${drawn}`, type: 'line', source: 'analysis', filter: isDrawn(drawn), layout: ROUND, paint: { 'line-color': colour, 'line-width': drawn === 'line' ? widthOf(LINE_PIXELS.line) : LINE_PIXELS[drawn] } },
  ];
  return [
    { id: 'analysis-fill', type: 'fill', source: 'analysis', filter: isDrawn('fill'), layout: { 'fill-sort-key': ['get', 'index'] }, paint: { 'fill-color': colour, 'fill-opacity': FILL_OPACITY[theme] } },
    { id: 'analysis-points', type: 'circle', source: 'analysis-points', paint: { 'circle-color': MAP_COLOURS[theme].wardLabel, 'circle-radius': ['interpolate', ['linear'], ['zoom'], 10, 1, 14, 2.2, 17, 4], 'circle-opacity': ['interpolate', ['linear'], ['zoom'], 10, 0.25, 15, 0.55] } },
    ...withHalo('outline'),
    { id: 'analysis-dashed', type: 'line', source: 'analysis', filter: isDrawn('dashed'), paint: { 'line-color': colour, 'line-width': LINE_PIXELS.dashed, 'line-dasharray': [2.5, 1.8] } },
    ...withHalo('line'),
    { id: 'analysis-dot', type: 'circle', source: 'analysis', filter: isDrawn('dot'), layout: { 'circle-sort-key': ['get', 'index'] }, paint: { 'circle-color': colour, 'circle-radius': DOT_PIXELS, 'circle-stroke-color': halo, 'circle-stroke-width': 1.5 } },
    { id: 'analysis-finding-halo', type: 'line', source: 'analysis-finding', layout: ROUND, paint: { 'line-color': halo, 'line-width': 8 } },
    { id: 'analysis-finding', type: 'line', source: 'analysis-finding', layout: ROUND, paint: { 'line-color': MAP_COLOURS[theme].selection, 'line-width': 4 } },
  ];
}

/** Layers that answer a tap on the result, the topmost first. */
export const ANALYSIS_HIT_LAYERS = ['analysis-dot', 'analysis-line', 'analysis-dashed', 'analysis-outline', 'analysis-fill'] as const;

/** The legend's line for a tone, with the colour, width and opacity of the paint. */
export function toLegendItem({ tone, drawn, label }: AnalysisLegendLine, theme: MapTheme): LegendItem {
  const colour = TONE_COLOURS[theme][tone];
  switch (drawn) {
    case 'fill':
      return { kind: 'fill', label, colour, opacity: FILL_OPACITY[theme], edge: null };
    case 'outline':
    case 'line':
    case 'dashed':
      return { kind: 'line', label, colour, widthPixels: drawn === 'line' && tone === 'calm' ? CALM_LINE_PIXELS : LINE_PIXELS[drawn], dashed: drawn === 'dashed' };
    case 'dot':
      return { kind: 'sign', label, shape: 'circle', colour, ring: null, hollow: false };
    default:
      return drawn satisfies never;
  }
}

/** The result of an analysis: isobands and cells, then the incidents looked at, then outlines, lines, dots, and the chosen finding. */
export const analysisLayer: MapLayer = {
  id: 'analysis',
  titleKey: 'analysis',
  toggle: null,
  layers: resultLayers,
  legend: ({ theme, analysis }, { analysis: words }) =>
    analysis === undefined ? [] : [
      ...analysis.map((line) => toLegendItem(line, theme)),
      { kind: 'sign', label: words.legend.incidents, shape: 'circle', colour: MAP_COLOURS[theme].wardLabel, ring: null, hollow: false },
    ],
};
