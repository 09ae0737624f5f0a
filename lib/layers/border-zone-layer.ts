import type { Feature, FeatureCollection, MultiLineString } from 'geojson';
import { formatMetres } from '../format/format-number';
import { findArcWidth, findSharedCluster, type ClusterAtDay } from '../view/in-force';
import type { ArcFeature } from '../view/nearest-on-arcs';
import type { LayerContext, MapLayer } from './layer-context';
import { MAP_COLOURS } from './map-colours';
import { pixelsPerMetreAtZoom0, widthInMetres } from './width-in-metres';

/** What an arc carries for drawing. `order`: edges below bands, agreed above default, so that bands merge into one shape. */
export interface ArcDrawing {
  readonly role: 'edge' | 'band';
  readonly agreed: boolean;
  readonly order: number;
  /** Width of the whole band, both sides, in pixels at zoom 0. */
  readonly pixelsAtZoom0: number;
  readonly widthMetres: number;
  /** The two wards do not belong to the same cluster, and at least one belongs to one. */
  readonly clusterEdge: boolean;
}

const firstLatitude = (arc: ArcFeature): number => arc.geometry.coordinates[0]?.[0]?.[1] ?? 0;

/**
 * Arcs with the width of their border zone on a day, each as a band and a slightly wider edge.
 *
 * The width is the border's own or the cluster's when both wards share one in force, else the default; it counts on each side of the border.
 */
export function buildArcFeatures(
  arcs: readonly ArcFeature[],
  clusters: readonly ClusterAtDay[],
  defaultWidthMetres: number,
): FeatureCollection<MultiLineString, ArcDrawing> {
  const memberships = new Set(clusters.flatMap((cluster) => cluster.memberCodes));
  const features = arcs.flatMap((arc): Feature<MultiLineString, ArcDrawing>[] => {
    const { wardA, wardB } = arc.properties;
    const shared = findSharedCluster(clusters, wardA, wardB);
    const widthMetres = shared === undefined ? defaultWidthMetres : findArcWidth(shared, wardA, wardB);
    const drawing = {
      agreed: shared !== undefined, widthMetres,
      pixelsAtZoom0: 2 * widthMetres * pixelsPerMetreAtZoom0(firstLatitude(arc)),
      clusterEdge: shared === undefined && (memberships.has(wardA) || memberships.has(wardB)),
    };
    return (['edge', 'band'] as const).map((role) => ({
      type: 'Feature',
      geometry: arc.geometry,
      properties: { ...drawing, role, order: (role === 'band' ? 2 : 0) + (drawing.agreed ? 1 : 0) },
    }));
  });
  return { type: 'FeatureCollection', features };
}

/** Below this zoom a band of 100 m is thinner than the border line itself. */
const BAND_MIN_ZOOM = 11;
const OPACITY = { light: 0.3, dark: 0.42, projector: 0.45 } as const;

function bandLayers({ theme }: LayerContext): ReturnType<MapLayer['layers']> {
  const colours = MAP_COLOURS[theme];
  return [
    {
      id: 'border-zone', type: 'line', source: 'arcs', minzoom: BAND_MIN_ZOOM,
      layout: { 'line-join': 'round', 'line-cap': 'round', 'line-sort-key': ['get', 'order'] },
      paint: {
        'line-color': [
          'case',
          ['==', ['get', 'role'], 'edge'], ['case', ['get', 'agreed'], colours.bandAgreedEdge, colours.bandDefaultEdge],
          ['case', ['get', 'agreed'], colours.bandAgreed, colours.bandDefault],
        ],
        'line-width': widthInMetres('pixelsAtZoom0', ['case', ['==', ['get', 'role'], 'edge'], 2.5, 0]),
        // The whole layer is made translucent at once: single translucent lines would darken at every bend and junction.
        'line-layer-opacity': ['interpolate', ['linear'], ['zoom'], BAND_MIN_ZOOM, 0, 12, OPACITY[theme], 14.5, OPACITY[theme], 17, OPACITY[theme] * 0.6],
      },
    },
  ];
}

/** The band on both sides of every shared border within which two wards must agree who leads. */
export const borderZoneLayer: MapLayer = {
  id: 'border-zone',
  titleKey: 'borderZone',
  toggle: 'borderZone',
  layers: bandLayers,
  legend: ({ theme, clusters, defaultWidthMetres, language }, { legend }) => {
    const colours = MAP_COLOURS[theme];
    const widths = [...new Set(clusters.flatMap((cluster) => [cluster.widthMetres, ...cluster.arcWidths.map((one) => one.widthMetres)]))].sort((a, b) => a - b);
    const agreedWidths = widths.map((width) => formatMetres(width, language)).join(', ');
    const item = (label: string, colour: string, edge: string) => ({ kind: 'fill' as const, label, colour, opacity: OPACITY[theme], edge });
    return [
      ...(widths.length > 0 ? [item(`${legend.bandAgreed} (${agreedWidths})`, colours.bandAgreed, colours.bandAgreedEdge)] : []),
      item(`${legend.bandDefault} (${formatMetres(defaultWidthMetres, language)})`, colours.bandDefault, colours.bandDefaultEdge),
    ];
  },
};
