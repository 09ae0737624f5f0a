import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { LayerContext, MapLayer } from './layer-context';
import { MAP_COLOURS, clusterTintOf } from './map-colours';

/** How opaque ward borders are from afar, where many lie close together. */
const FAR_LINE_OPACITY = { light: 0.35, dark: 0.45, projector: 0.6 } as const;
const FILL_OPACITY = { light: 0.13, dark: 0.14, projector: 0.24 } as const;

/** A member's cluster colour by ward code; wards of no cluster stay clear. A ward of two clusters takes the first. */
function tintExpression({ clusters, theme }: LayerContext): ExpressionSpecification | string {
  const colours = MAP_COLOURS[theme];
  const seen = new Set<string>();
  const branches = clusters.flatMap((cluster) => {
    const codes = cluster.memberCodes.filter((code) => !seen.has(code));
    codes.forEach((code) => seen.add(code));
    return codes.length === 0 ? [] : [codes, clusterTintOf(colours, cluster.tint)];
  });
  if (branches.length === 0) return 'rgba(0,0,0,0)';
  return ['match', ['get', 'code'], ...branches, 'rgba(0,0,0,0)'] as unknown as ExpressionSpecification;
}

/** Wards of linked clusters, tinted very lightly. The fill is always there (clear when hidden), for it also answers the pointer. */
export const wardFillLayer: MapLayer = {
  id: 'ward-fill',
  titleKey: 'wardFill',
  toggle: null,
  layers: (context) => [
    {
      id: 'ward-fill', type: 'fill', source: 'wards',
      paint: { 'fill-color': tintExpression(context), 'fill-opacity': context.hidden.has('clusters') ? 0 : FILL_OPACITY[context.theme] },
    },
  ],
  legend: ({ clusters, theme, hidden }, { app }) =>
    hidden.has('clusters')
      ? []
      : clusters.map((cluster) => ({
          kind: 'fill', edge: null, opacity: 0.35, colour: clusterTintOf(MAP_COLOURS[theme], cluster.tint),
          // A cluster made up for the demonstration is called so wherever it is shown; some carry it in their name already.
          label: cluster.demonstration && !/minh họa/i.test(cluster.name) ? `${cluster.name} (${app.demonstration})` : cluster.name,
        })),
};

const NO_WARD = '';

/** Ward borders at 1 px and cluster borders at 2.5 px; the ward filtered by gets the selection colour. */
export const wardOutlineLayer: MapLayer = {
  id: 'ward-outline',
  titleKey: 'wardOutline',
  toggle: null,
  layers: ({ theme, hidden, selectedWardCode }) => {
    const colours = MAP_COLOURS[theme];
    return [
      { id: 'ward-outline', type: 'line', source: 'wards', layout: { 'line-join': 'round' },
        paint: { 'line-color': colours.wardBorder, 'line-width': 1, 'line-opacity': ['interpolate', ['linear'], ['zoom'], 9, FAR_LINE_OPACITY[theme], 12, 0.9] } },
      { id: 'cluster-outline', type: 'line', source: 'arcs', filter: ['all', ['get', 'clusterEdge'], ['==', ['get', 'role'], 'band']],
        layout: { 'line-join': 'round', 'line-cap': 'round', visibility: hidden.has('clusters') ? 'none' : 'visible' },
        paint: { 'line-color': colours.clusterBorder, 'line-width': ['interpolate', ['linear'], ['zoom'], 9, 1.2, 12, 2.5] } },
      { id: 'ward-selected', type: 'line', source: 'wards', filter: ['==', ['get', 'code'], selectedWardCode ?? NO_WARD],
        layout: { 'line-join': 'round' }, paint: { 'line-color': colours.selection, 'line-width': 3 } },
    ];
  },
  legend: ({ theme, clusters, hidden }, { legend }) => {
    const colours = MAP_COLOURS[theme];
    const line = (label: string, colour: string, widthPixels: number) => ({ kind: 'line' as const, label, colour, widthPixels, dashed: false });
    const clustersShown = clusters.length > 0 && !hidden.has('clusters');
    return [line(legend.wardBorder, colours.wardBorder, 1), ...(clustersShown ? [line(legend.clusterBorder, colours.clusterBorder, 2.5)] : [])];
  },
};
