import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { TONES, type ResultFeature, type Tone } from '../../../lib/domain/analysis-result';
import { ANALYSIS_HIT_LAYERS, analysisLayer, buildAnalysisFeatures, buildFindingFeature, toLegendItem } from '../../../lib/layers/analysis-layer';
import { TONE_COLOURS } from '../../../lib/layers/analysis-tones';
import type { LayerContext } from '../../../lib/layers/layer-context';
import { buildMapStyle, listLegend, listStyleLayers } from '../../../lib/layers/layer-registry';
import { MAP_COLOURS, MAP_THEMES, SCREEN_THEMES, type MapTheme } from '../../../lib/layers/map-colours';
import { getMessages } from '../../../lib/messages/get-messages';

const DRAWN: readonly ResultFeature['drawn'][] = ['fill', 'outline', 'line', 'dashed', 'dot'];
const contextOf = (theme: MapTheme): LayerContext => ({
  theme, language: 'vi', basemap: { kind: 'builtin' }, hidden: new Set(), clusters: [], defaultWidthMetres: 100, selectedWardCode: null, fontFaces: null, categories: [],
  analysis: TONES.flatMap((tone) => DRAWN.map((drawn) => ({ tone, drawn, label: `${tone} ${drawn}` }))),
});

/** WCAG 2 relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => { const c = parseInt(colour.slice(at, at + 2), 16) / 255; return c <= 0.040_45 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
const contrast = (a: string, b: string): number => { const [x, y] = [luminance(a), luminance(b)].sort((m, n) => n - m); return (x! + 0.05) / (y! + 0.05); };
const family = (theme: MapTheme, ...tones: Tone[]): number[] => tones.map((tone) => luminance(TONE_COLOURS[theme][tone]));
const isRising = (values: number[]): boolean => values.every((value, i) => i === 0 || value > values[i - 1]!);

describe('the layer of a result', () => {
  it.each(MAP_THEMES)('passes the style validator, above the ward outlines and below the incidents: %s', (theme) => {
    expect(validateStyleMin(buildMapStyle(contextOf(theme)))).toEqual([]);
    const ids = listStyleLayers(contextOf(theme)).map(({ id }) => id);
    for (const id of analysisLayer.layers(contextOf(theme)).map((layer) => layer.id)) {
      expect(ids.indexOf(id)).toBeGreaterThan(ids.indexOf('ward-outline'));
      expect(ids.indexOf(id)).toBeLessThan(ids.indexOf('incidents'));
    }
    for (const id of ANALYSIS_HIT_LAYERS) expect(ids).toContain(id);
  });

  it('draws every tone and every way of drawing, each feature under its place', () => {
    const layers = JSON.stringify(analysisLayer.layers(contextOf('light')));
    for (const tone of TONES) expect(layers).toContain(TONE_COLOURS.light[tone]);
    for (const drawn of DRAWN) expect(layers).toContain(`["==",["get","drawn"],"${drawn}"]`);
    const point = { type: 'Point' as const, coordinates: [105.8, 21] };
    expect(buildAnalysisFeatures([{ geometry: point, tone: 'calm', drawn: 'dot' }, { geometry: point, tone: 'alarm', drawn: 'dot' }]).features.map(({ properties }) => [properties.index, properties.tone])).toEqual([[0, 'calm'], [1, 'alarm']]);
    expect(buildFindingFeature(null).features).toEqual([]);
  });

  it('explains itself with the colours, widths and opacity of the paint', () => {
    const legend = listLegend(contextOf('dark'), getMessages('vi'));
    for (const tone of TONES) for (const drawn of DRAWN) {
      const item = toLegendItem({ tone, drawn, label: `${tone} ${drawn}` }, 'dark');
      expect(legend).toContainEqual(item);
      expect(item).toMatchObject({ colour: TONE_COLOURS.dark[tone], kind: drawn === 'fill' ? 'fill' : drawn === 'dot' ? 'sign' : 'line' });
    }
  });
});

describe('the tones', () => {
  const HEAT: Tone[] = ['heat1', 'heat2', 'heat3', 'heat4', 'heat5', 'heat6', 'heat7'];
  it('read in greyscale: more heat, and more confidence, is farther from the paper', () => {
    expect(isRising(family('light', ...HEAT).reverse())).toBe(true);
    expect(isRising(family('dark', ...HEAT))).toBe(true);
    for (const side of ['hot', 'cold'] as const) {
      expect(isRising(family('light', `${side}90`, `${side}95`, `${side}99`).reverse())).toBe(true);
      expect(isRising(family('dark', `${side}90`, `${side}95`, `${side}99`))).toBe(true);
    }
  });

  it('keep lines and dots readable: 3 : 1 against the paper of their theme', () => {
    for (const theme of MAP_THEMES) for (const tone of ['accent', 'alarm', 'calm', 'series1', 'series2', 'series3', 'series4', 'series5', 'series6', 'hot99', 'cold99', 'heat7'] as const) expect([theme, tone, contrast(TONE_COLOURS[theme][tone], MAP_COLOURS[theme].paper) >= 3]).toEqual([theme, tone, true]);
  });

  it('are all different on screens, and only `alarm` has the alarm colour', () => {
    for (const theme of SCREEN_THEMES) expect(new Set(TONES.map((tone) => TONE_COLOURS[theme][tone])).size).toBe(TONES.length);
    for (const theme of MAP_THEMES) expect(TONES.filter((tone) => TONE_COLOURS[theme][tone] === MAP_COLOURS[theme].late)).toEqual(['alarm']);
  });

  it('are no more than five classes on a projector, still rising, and no two next to each other nearer than 1.4 : 1', () => {
    const classes = [...new Set(HEAT.map((tone) => TONE_COLOURS.projector[tone]))].map(luminance);
    expect(classes).toHaveLength(5);
    expect(isRising([...classes].reverse())).toBe(true);
    for (let i = 1; i < classes.length; i++) expect((classes[i - 1]! + 0.05) / (classes[i]! + 0.05)).toBeGreaterThan(1.4);
    for (const side of ['hot', 'cold'] as const) expect(new Set((['90', '95', '99'] as const).map((level) => TONE_COLOURS.projector[`${side}${level}`])).size).toBe(2);
  });
});
