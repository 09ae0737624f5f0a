import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { buildPicture } from '../../../lib/export/picture/build-picture';
import { KNOWN_PROPERTIES, listUnknownProperties } from '../../../lib/export/picture/style-properties';
import { drawMapSvg } from '../../../lib/export/picture/draw-map-svg';
import { groupingOf } from '../../../lib/export/picture/group-points';
import type { LayerContext } from '../../../lib/layers/layer-context';
import { listStyleLayers } from '../../../lib/layers/layer-registry';
import { MAP_THEMES } from '../../../lib/layers/map-colours';
import { buildSources } from '../../../lib/layers/map-sources';
import { TOGGLE_LAYERS } from '../../../lib/view/map-view';
import { pictureOptions, shippedCategories, shippedSurroundings } from '../../helpers/picture-surroundings';

/** What a picture does not draw, and why. Anything else that the style names has to be drawn. */
const LIVE_ONLY_SOURCES: Readonly<Record<string, string>> = {};

const surroundings = shippedSurroundings('hn-hp-2025', '2026-10-28');
const contextOf = (theme: (typeof MAP_THEMES)[number], hidden: LayerContext['hidden']): LayerContext => ({
  theme, language: 'vi', basemap: { kind: 'builtin' }, hidden, clusters: surroundings.clusters, defaultWidthMetres: 100, categories: shippedCategories, selectedWardCode: '00008', fontFaces: null,
});

describe('the style language of pictures', () => {
  it('knows every property that any layer uses, in every theme and whatever is switched off', () => {
    for (const theme of MAP_THEMES) for (const hidden of [new Set<never>(), ...TOGGLE_LAYERS.map((one) => new Set([one]))]) {
      expect(listUnknownProperties(listStyleLayers(contextOf(theme, hidden)))).toEqual([]);
    }
  });

  it('names a property or a kind of layer that it does not know', () => {
    const layer = { id: 'x', type: 'line', source: 'arcs', paint: { 'line-gap-width': 2, 'line-color': '#000000' }, layout: { 'line-miter-limit': 2 } } as const satisfies LayerSpecification;
    expect(listUnknownProperties([layer, { id: 'y', type: 'heatmap', source: 'incidents' }])).toEqual(['x: line-gap-width', 'x: line-miter-limit', 'y: heatmap']);
    expect(Object.keys(KNOWN_PROPERTIES)).toEqual(['background', 'fill', 'line', 'circle', 'symbol']);
  });

  it('has data for every source of the style', () => {
    const { sources } = buildPicture({ place: [105.79, 21.03, 105.81, 21.05] }, surroundings, pictureOptions());
    const wanted = Object.keys(buildSources({ kind: 'builtin' })).filter((name) => !(name in LIVE_ONLY_SOURCES));
    expect(Object.keys(sources).sort()).toEqual(wanted.sort());
  });

  it('draws every layer that has something to draw at some zoom', () => {
    const square: [number, number][] = [[105.803, 21.037], [105.809, 21.037], [105.809, 21.042], [105.803, 21.042], [105.803, 21.037]];
    const polygon = { type: 'Polygon' as const, coordinates: [square] };
    const line = { type: 'LineString' as const, coordinates: square };
    const point = { type: 'Point' as const, coordinates: square[0]! };
    const at = square[0]!;
    const content = {
      points: ([[0, 0], [0.0001, 0], [0.003, 0.003]] as const).map(([x, y]) => ({ position: [at[0] + x, at[1] + y] as const, category: 'theft', borderZone: true, resolved: false, late: true })),
      features: (['fill', 'outline', 'line', 'dashed'] as const).map((drawn) => ({ geometry: drawn === 'line' ? line : polygon, tone: 'hot99' as const, drawn })).concat([{ geometry: point as never, tone: 'hot99', drawn: 'dot' as never }]),
      legend: [], scopePositions: [at],
      finding: { id: 'f', rank: 1, geometry: polygon, incidents: [], count: 1, expected: null, p: null, told: { code: 'x', values: {} } },
      zones: (['active', 'draft', 'closed', 'before'] as const).map((state) => ({ id: state, name: 'Vùng', kind: 'hotspot' as const, geometry: polygon, state })),
      patrols: [{ plan: polygon, tracks: [{ geometry: line }] } as never],
      coverage: surroundings.arcs.map(({ properties: { wardA, wardB } }, i) => ({ wards: [{ code: wardA, name: '' }, { code: wardB, name: '' }], sides: (['both', 'one_side', 'none'] as const)[i % 3] }) as never),
      models: [{ id: 'm', name: 'Mô hình', position: at, from: '2020-01-01', to: null } as never],
      selection: { point: at, pinned: true, leaders: [{ to: square[2]!, label: '30 m' }], incident: at }, selectedWardCode: '00008',
    };
    const drawn = new Set<string>();
    for (const [bbox, grouped] of [[[105.79, 21.03, 105.82, 21.05], false], [[105.79, 21.03, 105.82, 21.05], true], [[105.805, 21.0385, 105.8075, 21.0405], false], [[105.84, 21.02, 105.87, 21.04], false], [[105.817, 21.09, 105.824, 21.096], false], [[106.6, 20.7, 107, 20.9], false], [[100, 6, 118, 24], false]] as const) {
      for (const [, id] of drawMapSvg(buildPicture({ ...content, place: bbox }, surroundings, { ...pictureOptions(), grouped })).matchAll(/data-layer="([^"]+)"/g)) drawn.add(id!);
    }
    const all = listStyleLayers(contextOf('light', new Set())).map(({ id }) => id);
    expect(all.filter((id) => !drawn.has(id))).toEqual([]);
  });

  it('groups points only by what it can add up', () => {
    expect(groupingOf('incidents', buildSources({ kind: 'builtin' })['incidents'])).toMatchObject({ sums: ['zone', 'late'], radiusPixels: 46 });
    expect(() => groupingOf('s', { type: 'geojson', data: '', cluster: true, clusterProperties: { worst: ['max', ['get', 'worst']] } })).toThrow(/worst/);
  });
});
