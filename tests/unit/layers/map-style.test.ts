import { validateStyleMin, type LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../lib/format/language';
import type { Basemap, LayerContext } from '../../../lib/layers/layer-context';
import { LAYER_REGISTRY, buildMapStyle, listLegend, listStyleLayers } from '../../../lib/layers/layer-registry';
import { MAP_THEMES } from '../../../lib/layers/map-colours';
import { getMessages } from '../../../lib/messages/get-messages';
import { TOGGLE_LAYERS, type ToggleLayer } from '../../../lib/view/map-view';
import type { ClusterAtDay } from '../../../lib/view/in-force';

const cluster: ClusterAtDay = {
  id: 'hdpv', name: 'Cụm Hoa – Đô – Phúc – Vị', demonstration: false, tint: 7, memberCodes: ['00169', '00157'], leadCode: '00169', widthMetres: 75, arcWidths: [], regulationVersion: 1, focusAreas: [],
};
const basemaps: readonly Basemap[] = [
  { kind: 'builtin' },
  { kind: 'pmtiles', url: '/api/basemap/file' },
  { kind: 'style', style: { version: 8, glyphs: 'https://elsewhere.example/{fontstack}/{range}.pbf', sources: { other: { type: 'vector', url: 'https://elsewhere.example/tiles.json' } }, layers: [{ id: 'ground', type: 'background' }] } },
];
const base: LayerContext = {
  theme: 'light', language: 'vi', basemap: { kind: 'builtin' }, hidden: new Set(), clusters: [cluster], defaultWidthMetres: 100, selectedWardCode: null, fontFaces: { 'Be Vietnam Pro': '/font.woff2' },
  categories: [{ code: 'theft', nameVi: 'Trộm cắp', nameEn: 'Theft', shape: 'circle', colour: '#0072B2', severityWeight: 5, sortOrder: 1 }],
};
const hiddenSets: readonly ReadonlySet<ToggleLayer>[] = [new Set(), ...TOGGLE_LAYERS.map((layer) => new Set([layer])), new Set(TOGGLE_LAYERS)];

/** Every combination of theme, language, ground, switches, clusters, selection and fonts. */
function* contexts(): Generator<LayerContext> {
  for (const theme of MAP_THEMES) for (const language of LANGUAGES) for (const basemap of basemaps) for (const hidden of hiddenSets)
    for (const clusters of [[], [cluster]]) for (const selectedWardCode of [null, '00169']) for (const fontFaces of [null, base.fontFaces])
      yield { ...base, theme, language, basemap, hidden, clusters, selectedWardCode, fontFaces };
}

describe('the map style', () => {
  it('passes the style validator in every state', () => {
    let checked = 0;
    for (const context of contexts()) {
      expect(validateStyleMin(buildMapStyle(context)).map(({ message }) => message)).toEqual([]);
      checked++;
    }
    expect(checked).toBe(3 * 2 * 3 * hiddenSets.length * 2 * 2 * 2);
  });

  it('gives every layer a source that exists and an id of its own', () => {
    for (const context of contexts()) {
      const style = buildMapStyle(context);
      const ids = style.layers.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const layer of style.layers) if ('source' in layer) expect(style.sources).toHaveProperty([layer.source]);
    }
  });

  it('draws from the ground up: paper, water, streets, fills, band, outlines, coverage, focus areas, results, patrols, zones, incidents, selection, labels', () => {
    expect(LAYER_REGISTRY.map(({ id }) => id)).toEqual(['paper', 'water', 'streets', 'ward-fill', 'border-zone', 'ward-outline', 'coverage', 'focus-areas', 'analysis', 'patrols', 'zones', 'models', 'incidents', 'selection', 'labels']);
    const ids = listStyleLayers(base).map(({ id }) => id);
    for (const [below, above] of [['water', 'streets-major'], ['ward-fill', 'border-zone'], ['border-zone', 'ward-outline'], ['focus-areas', 'incidents'], ['incidents', 'selected-point'], ['selected-point', 'ward-names']] as const) {
      expect(ids.indexOf(below)).toBeGreaterThanOrEqual(0);
      expect(ids.indexOf(below)).toBeLessThan(ids.indexOf(above));
    }
  });

  it('asks no other host, and no glyph server, with the shipped ground', () => {
    for (const theme of MAP_THEMES) expect(JSON.stringify(buildMapStyle({ ...base, theme }))).not.toMatch(/https?:|"glyphs"/);
  });

  it('drops the glyph server of a configured style', () => {
    expect(buildMapStyle({ ...base, basemap: basemaps[2] ?? base.basemap })).not.toHaveProperty('glyphs');
  });

  it('keeps Biển Đông, Hoàng Sa and Trường Sa whatever is switched off', () => {
    for (const basemap of basemaps) expect(listStyleLayers({ ...base, basemap, hidden: new Set(TOGGLE_LAYERS) }).map(({ id }) => id)).toContain('sea-names');
  });

  it('draws ward borders at 1 px and cluster borders at 2.5 px from zoom 12', () => {
    const widthOf = (id: string): unknown => (listStyleLayers(base).find((layer): layer is Extract<LayerSpecification, { type: 'line' }> => layer.id === id))?.paint?.['line-width'];
    expect(widthOf('ward-outline')).toBe(1);
    expect(widthOf('cluster-outline')).toEqual(['interpolate', ['linear'], ['zoom'], 9, 1.2, 12, 2.5]);
  });
});

describe('the legend', () => {
  it('names what is drawn with the colours of the paint, in every theme', () => {
    for (const theme of MAP_THEMES) {
      const context = { ...base, theme };
      const paint = JSON.stringify(listStyleLayers(context));
      for (const item of listLegend(context, getMessages('vi'))) {
        if (item.kind === 'fill' || (item.kind === 'line' && item.widthPixels > 0)) expect(paint).toContain(item.colour);
        expect(item.label).toBe(item.label.normalize('NFC'));
      }
    }
  });

  it('says the widths in force and loses what is switched off', () => {
    const labels = (hidden: readonly ToggleLayer[]) => listLegend({ ...base, hidden: new Set(hidden) }, getMessages('vi')).map(({ label }) => label).join('\n');
    expect(labels([])).toContain('(75 m)');
    expect(labels([])).toContain('(100 m)');
    expect(labels(['borderZone', 'clusters'])).not.toMatch(/Vùng giáp ranh (có|chưa)|Cụm Hoa/);
  });
});
