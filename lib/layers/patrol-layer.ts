import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { PatrolGeometry } from '../domain/patrol';
import type { MapLayer } from './layer-context';
import { MAP_COLOURS, type MapTheme } from './map-colours';

/** The routes of a patrol as a map shows them. */
export interface DrawnPatrol {
  readonly plan: PatrolGeometry;
  readonly tracks: readonly { readonly geometry: PatrolGeometry }[];
}

interface PatrolDrawing {
  readonly role: 'plan' | 'track';
}

const TRACK_COLOURS: Readonly<Record<MapTheme, string>> = { light: '#0f6b5c', dark: '#5fd3bd', projector: '#00594b' };

const toGeometry = ({ type, coordinates }: PatrolGeometry): Geometry => ({ type, coordinates: structuredClone(coordinates) }) as unknown as Geometry;

/** Plans as dashed lines, what was walked as full ones. */
export function buildPatrolFeatures(patrols: readonly DrawnPatrol[]): FeatureCollection<Geometry, PatrolDrawing> {
  const feature = (geometry: PatrolGeometry, role: PatrolDrawing['role']): Feature<Geometry, PatrolDrawing> => ({ type: 'Feature', geometry: toGeometry(geometry), properties: { role } });
  return { type: 'FeatureCollection', features: patrols.flatMap(({ plan, tracks }) => [feature(plan, 'plan'), ...tracks.map((track) => feature(track.geometry, 'track'))]) };
}

/** The route planned and the routes walked. */
export const patrolLayer: MapLayer = {
  id: 'patrols',
  titleKey: 'patrols',
  toggle: null,
  layers: ({ theme }): LayerSpecification[] => {
    const { selection, halo } = MAP_COLOURS[theme];
    const round = { 'line-join': 'round', 'line-cap': 'round' } as const;
    return [
      { id: 'patrol-areas', type: 'fill', source: 'patrols', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': ['match', ['get', 'role'], 'track', TRACK_COLOURS[theme], selection], 'fill-opacity': 0.14 } },
      { id: 'patrol-halo', type: 'line', source: 'patrols', layout: round, paint: { 'line-color': halo, 'line-width': 6 } },
      { id: 'patrol-plans', type: 'line', source: 'patrols', filter: ['==', ['get', 'role'], 'plan'], paint: { 'line-color': selection, 'line-width': 2.5, 'line-dasharray': [3, 2] } },
      { id: 'patrol-tracks', type: 'line', source: 'patrols', filter: ['==', ['get', 'role'], 'track'], layout: round, paint: { 'line-color': TRACK_COLOURS[theme], 'line-width': 3 } },
    ];
  },
  legend: ({ theme, overlay }, { patrols }) =>
    overlay !== 'patrol' ? [] : [
      { kind: 'line', label: patrols.track, colour: TRACK_COLOURS[theme], widthPixels: 3, dashed: false },
      { kind: 'line', label: patrols.plan, colour: MAP_COLOURS[theme].selection, widthPixels: 2.5, dashed: true },
    ],
};
