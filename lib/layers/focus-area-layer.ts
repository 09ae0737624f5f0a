import type { SymbolLayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Feature, FeatureCollection, Point, Polygon } from 'geojson';
import type { FocusArea } from '../domain/boundary';
import type { LayerContext, MapLayer } from './layer-context';
import { MAP_COLOURS } from './map-colours';
import { STRONG_FONT } from './map-fonts';

const METRES_PER_DEGREE = 111_195;
const CIRCLE_STEPS = 96;

/** A circle as a closed ring of 96 corners, first corner north. Accuracy: on a sphere, within 0.6 % of the radius. */
export function buildCircleRing([longitude, latitude]: readonly [number, number], radiusMetres: number): [number, number][] {
  const dy = radiusMetres / METRES_PER_DEGREE;
  const dx = dy / Math.cos((latitude * Math.PI) / 180);
  return Array.from({ length: CIRCLE_STEPS + 1 }, (_, step) => {
    const angle = ((step % CIRCLE_STEPS) / CIRCLE_STEPS) * 2 * Math.PI;
    return [longitude + dx * Math.sin(angle), latitude + dy * Math.cos(angle)];
  });
}

const ringsOf = ({ shape }: FocusArea): [number, number][][] =>
  shape.kind === 'circle'
    ? [buildCircleRing(shape.centre, shape.radiusMetres)]
    : shape.coordinates.map((ring) => ring.map(([x, y]): [number, number] => [x, y]));

/** Northernmost vertex of an area: where its name stands, clear of what lies inside. */
const topOf = (rings: readonly (readonly [number, number])[][]): [number, number] =>
  [...(rings[0]?.reduce((best, vertex) => (vertex[1] > best[1] ? vertex : best)) ?? [0, 0])] as [number, number];

/**
 * Focus areas as polygons, and a point for each name.
 *
 * Accuracy: circles are drawn with 96 corners on a sphere, within 0.6 % of the radius; the server decides what lies inside.
 */
export function buildFocusFeatures(areas: readonly FocusArea[]): FeatureCollection<Polygon | Point, { readonly name: string }> {
  const features = areas.flatMap((area): Feature<Polygon | Point, { readonly name: string }>[] => {
    const rings = ringsOf(area);
    const properties = { name: area.name.normalize('NFC') };
    return [
      { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: rings } },
      { type: 'Feature', properties, geometry: { type: 'Point', coordinates: topOf(rings) } },
    ];
  });
  return { type: 'FeatureCollection', features };
}

/** Names of focus areas; the label layer draws them, above the incidents that gather there. */
export function focusNames({ theme }: LayerContext): SymbolLayerSpecification {
  const { focusRing, halo } = MAP_COLOURS[theme];
  return {
    id: 'focus-area-names', type: 'symbol', source: 'focus-areas', minzoom: 13, filter: ['==', ['geometry-type'], 'Point'],
    layout: { 'text-field': ['get', 'name'], 'text-font': STRONG_FONT, 'text-size': 13, 'text-anchor': 'bottom', 'text-offset': [0, -0.4], 'text-allow-overlap': true },
    paint: { 'text-color': focusRing, 'text-halo-color': halo, 'text-halo-width': 2 },
  };
}

/** Focus areas of clusters: a dashed ring; the name comes with the labels. */
export const focusAreaLayer: MapLayer = {
  id: 'focus-areas',
  titleKey: 'focusAreas',
  toggle: 'focusAreas',
  layers: ({ theme }) => {
    const { focusRing } = MAP_COLOURS[theme];
    return [
      { id: 'focus-areas', type: 'line', source: 'focus-areas', minzoom: 11, filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'line-color': focusRing, 'line-width': 2, 'line-dasharray': [2.5, 2] } },
    ];
  },
  legend: ({ theme }, { legend }) => [{ kind: 'line', label: legend.focusArea, colour: MAP_COLOURS[theme].focusRing, widthPixels: 2, dashed: true }],
};
