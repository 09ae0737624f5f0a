import type { LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Messages } from '../messages/messages';
import { analysisLayer } from './analysis-layer';
import { borderZoneLayer } from './border-zone-layer';
import { coverageLayer } from './coverage-layer';
import { focusAreaLayer } from './focus-area-layer';
import { paperLayer, streetsLayer, waterLayer } from './ground-layers';
import { incidentLayer } from './incident-layers';
import { labelLayer } from './label-layers';
import type { LayerContext, LegendItem, MapLayer } from './layer-context';
import { buildSources } from './map-sources';
import { modelLayer } from './model-layer';
import { patrolLayer } from './patrol-layer';
import { selectionLayer } from './selection-layer';
import { zoneLayer } from './zone-layer';
import { wardFillLayer, wardOutlineLayer } from './ward-layers';

/** Every map layer from the ground up: this order is the draw order. */
export const LAYER_REGISTRY: readonly MapLayer[] = [
  paperLayer, waterLayer, streetsLayer, wardFillLayer, borderZoneLayer, wardOutlineLayer, coverageLayer, focusAreaLayer, analysisLayer, patrolLayer, zoneLayer, modelLayer, incidentLayer, selectionLayer, labelLayer,
];

const isShown = (layer: MapLayer, context: LayerContext): boolean => layer.toggle === null || !context.hidden.has(layer.toggle);

/** The layers of the style in draw order; a hidden one is absent. */
export function listStyleLayers(context: LayerContext): LayerSpecification[] {
  return LAYER_REGISTRY.filter((layer) => isShown(layer, context)).flatMap((layer) => layer.layers(context));
}

/** The whole map style for a context; sources whose data the page sets are empty. No glyph server: text is drawn from font files. */
export function buildMapStyle(context: LayerContext): StyleSpecification {
  const { basemap, fontFaces } = context;
  const sprite = basemap.kind === 'style' ? basemap.style.sprite : undefined;
  return {
    version: 8,
    ...(sprite === undefined ? {} : { sprite }),
    ...(fontFaces === null ? {} : { 'font-faces': fontFaces }),
    sources: buildSources(basemap),
    layers: listStyleLayers(context),
  };
}

/** Legend lines of what is drawn: a result first, for it is what the page is about, then top layer first. */
export function listLegend(context: LayerContext, messages: Messages): LegendItem[] {
  const order = [analysisLayer, ...[...LAYER_REGISTRY].reverse().filter((layer) => layer !== analysisLayer)];
  return order.filter((layer) => isShown(layer, context)).flatMap((layer) => layer.legend(context, messages));
}
