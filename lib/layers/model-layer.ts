import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Feature, FeatureCollection, Point } from 'geojson';
import type { PreventionModel } from '../domain/prevention-model';
import type { MapLayer } from './layer-context';
import { MAP_COLOURS, type MapTheme } from './map-colours';
import { STRONG_FONT } from './map-fonts';

/** Apart from every category of incident by its ring and by the name beside it. */
const COLOURS: Readonly<Record<MapTheme, string>> = { light: '#1f5f3a', dark: '#8fd6a8', projector: '#0f4a2a' };

/** A model as a map shows it. */
export type DrawnModel = Pick<PreventionModel, 'id' | 'name' | 'position' | 'from' | 'to'>;

interface ModelDrawing {
  readonly id: string;
  readonly name: string;
  readonly chosen: boolean;
  /** In force on the day shown. */
  readonly current: boolean;
}

/** Named models as points; those that have ended are hollow. */
export function buildModelFeatures(models: readonly DrawnModel[], day: string, chosen: string | null): FeatureCollection<Point, ModelDrawing> {
  return {
    type: 'FeatureCollection',
    features: models.map(({ id, name, position, from, to }): Feature<Point, ModelDrawing> => ({
      type: 'Feature', properties: { id, name: name.normalize('NFC'), chosen: id === chosen, current: from <= day && (to === null || day <= to) },
      geometry: { type: 'Point', coordinates: [...position] },
    })),
  };
}

/** Named models of prevention. */
export const modelLayer: MapLayer = {
  id: 'models',
  titleKey: 'models',
  toggle: null,
  layers: ({ theme }): LayerSpecification[] => {
    const { halo } = MAP_COLOURS[theme];
    return [
      {
        id: 'models-points', type: 'circle', source: 'models',
        paint: {
          'circle-radius': ['case', ['get', 'chosen'], 9, 6.5], 'circle-color': ['case', ['get', 'current'], COLOURS[theme], halo],
          'circle-stroke-color': ['case', ['get', 'current'], halo, COLOURS[theme]], 'circle-stroke-width': 2,
        },
      },
      {
        id: 'models-names', type: 'symbol', source: 'models', minzoom: 11,
        layout: { 'text-field': ['get', 'name'], 'text-font': STRONG_FONT, 'text-size': 12, 'text-anchor': 'top', 'text-offset': [0, 0.8], 'text-max-width': 10 },
        paint: { 'text-color': COLOURS[theme], 'text-halo-color': halo, 'text-halo-width': 2 },
      },
    ];
  },
  legend: ({ theme, models = false }, { programmes }) =>
    (models ? [{ kind: 'sign', label: programmes.models.legend, shape: 'circle', colour: COLOURS[theme], ring: null, hollow: false }] : []),
};
