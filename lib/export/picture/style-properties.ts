import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';

type Known = Readonly<Record<'paint' | 'layout', readonly string[]>>;

/** The part of the style language that pictures draw: every paint and layout property of every type of layer. */
export const KNOWN_PROPERTIES: Readonly<Partial<Record<LayerSpecification['type'], Known>>> = {
  background: { paint: ['background-color'], layout: [] },
  fill: { paint: ['fill-color', 'fill-opacity'], layout: ['fill-sort-key', 'visibility'] },
  line: { paint: ['line-color', 'line-width', 'line-opacity', 'line-layer-opacity', 'line-dasharray'], layout: ['line-join', 'line-cap', 'line-sort-key', 'visibility'] },
  circle: { paint: ['circle-color', 'circle-radius', 'circle-opacity', 'circle-stroke-color', 'circle-stroke-width'], layout: ['circle-sort-key', 'visibility'] },
  symbol: {
    paint: ['text-color', 'text-halo-color', 'text-halo-width', 'icon-opacity'],
    layout: [
      'symbol-placement', 'symbol-spacing', 'symbol-sort-key', 'visibility',
      'text-field', 'text-font', 'text-size', 'text-max-width', 'text-padding', 'text-letter-spacing', 'text-anchor', 'text-offset',
      'text-variable-anchor', 'text-radial-offset', 'text-allow-overlap', 'text-ignore-placement',
      'icon-image', 'icon-size', 'icon-anchor', 'icon-offset', 'icon-allow-overlap', 'icon-ignore-placement',
    ],
  },
};

/** What a list of layers asks for and a picture would not draw: `layer: property`. */
export function listUnknownProperties(layers: readonly LayerSpecification[]): string[] {
  return layers.flatMap((layer) => {
    const known = KNOWN_PROPERTIES[layer.type];
    if (known === undefined) return [`${layer.id}: ${layer.type}`];
    const { paint = {}, layout = {} } = layer as { readonly paint?: object; readonly layout?: object };
    const unknown = [...Object.keys(paint).filter((name) => !known.paint.includes(name)), ...Object.keys(layout).filter((name) => !known.layout.includes(name))];
    return unknown.map((name) => `${layer.id}: ${name}`);
  });
}
