import type { FeatureCollection, Point } from 'geojson';
import { POINT_FLAGS, STATUS_ORDER, type PointColumns } from '../domain/point-columns';
import { INTL_TAG } from '../format/language';
import { isOverdueAt } from '../view/overdue';
import { GROUP_RING_STEPS, LATE_MARK_IMAGE } from './incident-signs';
import type { MapLayer } from './layer-context';
import { MAP_COLOURS } from './map-colours';
import { STRONG_FONT } from './map-fonts';

/** What an incident's point carries: its row in the columns, its image, and 1 when in the border zone, done, or overdue. */
export interface IncidentPoint {
  readonly row: number;
  readonly category: string;
  readonly zone: 0 | 1;
  readonly done: 0 | 1;
  readonly late: 0 | 1;
}

const RESOLVED = STATUS_ORDER.indexOf('resolved');

/** Points of the chosen rows as they stand at `nowSeconds` (since 1970), for the clustered source. */
export function buildIncidentFeatures(points: PointColumns, rows: Uint32Array, nowSeconds: number): FeatureCollection<Point, IncidentPoint> {
  const features = Array.from(rows, (row) => ({
    type: 'Feature' as const,
    geometry: { type: 'Point' as const, coordinates: [points.longitudes[row] ?? 0, points.latitudes[row] ?? 0] },
    properties: {
      row,
      category: points.dictionaries.categories[points.categories[row] ?? -1] ?? 'other',
      zone: ((points.flags[row] ?? 0) & POINT_FLAGS.borderZone) === 0 ? (0 as const) : (1 as const),
      done: (points.statuses[row] ?? 0) >= RESOLVED ? (1 as const) : (0 as const),
      late: isOverdueAt(points, row, nowSeconds) ? (1 as const) : (0 as const),
    },
  }));
  return { type: 'FeatureCollection', features };
}

/** Incidents: groups with a count and a ring for the border-zone share, single ones by the sign of their category. */
export const incidentLayer: MapLayer = {
  id: 'incidents',
  titleKey: 'incidents',
  toggle: 'incidents',
  layers: ({ theme, language }) => [
    {
      id: 'incidents', type: 'symbol', source: 'incidents', filter: ['!', ['has', 'point_count']],
      layout: {
        'icon-image': ['concat', 'sign-', ['get', 'category'], ['case', ['==', ['get', 'zone'], 1], '-zone', ''], ['case', ['==', ['get', 'done'], 1], '-done', '']],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 10, 0.6, 14, 0.8, 18, 1.15],
        'icon-allow-overlap': true, 'icon-ignore-placement': true,
        'symbol-sort-key': ['+', ['*', 2, ['get', 'late']], ['-', ['get', 'zone'], ['get', 'done']]],
      },
      paint: { 'icon-opacity': ['case', ['==', ['get', 'done'], 1], 0.85, 1] },
    },
    {
      id: 'incident-groups', type: 'symbol', source: 'incidents', filter: ['has', 'point_count'],
      layout: {
        'icon-image': ['concat', 'group-', ['to-string', ['ceil', ['*', GROUP_RING_STEPS, ['/', ['get', 'zone'], ['get', 'point_count']]]]]],
        'icon-size': ['interpolate', ['linear'], ['log10', ['get', 'point_count']], 0.3, 0.62, 1, 0.72, 2, 0.92, 3, 1.18, 4, 1.4],
        'icon-allow-overlap': true, 'icon-ignore-placement': true,
        'text-field': ['number-format', ['get', 'point_count'], { locale: INTL_TAG[language] }],
        'text-font': STRONG_FONT,
        'text-size': ['interpolate', ['linear'], ['log10', ['get', 'point_count']], 0.3, 11, 2, 12.5, 4, 15],
        'text-allow-overlap': true, 'text-ignore-placement': true,
        'symbol-sort-key': ['get', 'point_count'],
      },
      paint: { 'text-color': MAP_COLOURS[theme].groupText },
    },
    {
      id: 'incident-late', type: 'symbol', source: 'incidents', filter: ['>', ['get', 'late'], 0],
      layout: {
        'icon-image': LATE_MARK_IMAGE, 'icon-allow-overlap': true, 'icon-ignore-placement': true,
        'icon-size': ['interpolate', ['linear'], ['zoom'], 10, 0.75, 14, 0.9, 18, 1.1],
        'icon-offset': ['case', ['has', 'point_count'], ['literal', [15, -15]], ['literal', [11, -11]]],
      },
    },
  ],
  legend: ({ theme, categories, hidden }, { legend }) => {
    const colours = MAP_COLOURS[theme];
    const [sample] = categories;
    if (hidden.has('incidents') || sample === undefined) return [];
    const sign = { kind: 'sign' as const, shape: 'circle' as const, colour: colours.streetLabel };
    return [
      { kind: 'group', label: legend.group, disc: colours.groupDisc, rim: colours.groupRim, zone: colours.groupZone },
      { ...sign, label: legend.zoneRing, ring: colours.zoneRing, hollow: false },
      { ...sign, label: legend.done, ring: null, hollow: true },
      { kind: 'late', label: legend.late, colour: colours.late, text: colours.lateText },
    ];
  },
};
