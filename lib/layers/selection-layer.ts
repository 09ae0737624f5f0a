import type { Feature, FeatureCollection, LineString, Point } from 'geojson';
import type { MapLayer } from './layer-context';
import { MAP_COLOURS } from './map-colours';
import { STRONG_FONT } from './map-fonts';

/** A leader line from a position to a neighbour's border with what is written at its end. */
export interface Leader {
  readonly to: readonly [number, number];
  readonly label: string;
}

/** What is marked: a pinned or hovered point with its leaders, and the selected incident. */
export interface Selection {
  readonly point: readonly [number, number] | null;
  readonly pinned: boolean;
  readonly leaders: readonly Leader[];
  readonly incident: readonly [number, number] | null;
}

interface SelectionProperties {
  readonly role: 'point' | 'leader' | 'leader-end' | 'incident';
  readonly label: string;
  readonly pinned: boolean;
}

const NO_SELECTION: Selection = { point: null, pinned: false, leaders: [], incident: null };

/** Features of a selection. */
export function buildSelectionFeatures(selection: Selection = NO_SELECTION): FeatureCollection<Point | LineString, SelectionProperties> {
  const { point, pinned, leaders, incident } = selection;
  const at = (position: readonly [number, number], role: SelectionProperties['role'], label = ''): Feature<Point, SelectionProperties> => ({
    type: 'Feature', geometry: { type: 'Point', coordinates: [...position] }, properties: { role, label, pinned },
  });
  const features: Feature<Point | LineString, SelectionProperties>[] = [];
  if (point !== null) {
    for (const leader of leaders) {
      const geometry: LineString = { type: 'LineString', coordinates: [[...point], [...leader.to]] };
      features.push({ type: 'Feature', geometry, properties: { role: 'leader', label: '', pinned } }, at(leader.to, 'leader-end', leader.label));
    }
    features.push(at(point, 'point'));
  }
  if (incident !== null) features.push(at(incident, 'incident'));
  return { type: 'FeatureCollection', features };
}

/** The pinned or hovered point, its leader lines to the neighbours' borders, and a ring around the selected incident. */
export const selectionLayer: MapLayer = {
  id: 'selection',
  titleKey: 'selection',
  toggle: null,
  layers: ({ theme }) => {
    const { selection, halo, wardLabel } = MAP_COLOURS[theme];
    const clear = 'rgba(0,0,0,0)';
    return [
      { id: 'leaders-halo', type: 'line', source: 'selection', filter: ['==', ['get', 'role'], 'leader'], paint: { 'line-color': halo, 'line-width': 4 } },
      { id: 'leaders', type: 'line', source: 'selection', filter: ['==', ['get', 'role'], 'leader'], paint: { 'line-color': wardLabel, 'line-width': 1.5 } },
      { id: 'leader-ends', type: 'circle', source: 'selection', filter: ['==', ['get', 'role'], 'leader-end'],
        paint: { 'circle-radius': 3, 'circle-color': wardLabel, 'circle-stroke-color': halo, 'circle-stroke-width': 1 } },
      { id: 'selected-point', type: 'circle', source: 'selection', filter: ['==', ['get', 'role'], 'point'],
        paint: { 'circle-radius': ['case', ['get', 'pinned'], 6, 4], 'circle-color': ['case', ['get', 'pinned'], selection, wardLabel], 'circle-stroke-color': halo, 'circle-stroke-width': 2 } },
      { id: 'selected-incident', type: 'circle', source: 'selection', filter: ['==', ['get', 'role'], 'incident'],
        paint: { 'circle-radius': 16, 'circle-color': clear, 'circle-stroke-color': selection, 'circle-stroke-width': 3 } },
      { id: 'leader-labels', type: 'symbol', source: 'selection', filter: ['==', ['get', 'role'], 'leader-end'],
        layout: { 'text-field': ['get', 'label'], 'text-font': STRONG_FONT, 'text-size': 12, 'text-variable-anchor': ['left', 'right', 'top', 'bottom'], 'text-radial-offset': 0.6, 'text-allow-overlap': true },
        paint: { 'text-color': wardLabel, 'text-halo-color': halo, 'text-halo-width': 2 } },
    ];
  },
  legend: () => [],
};
