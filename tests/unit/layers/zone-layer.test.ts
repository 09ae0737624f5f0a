import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { ZONE_KINDS } from '../../../lib/domain/zone';
import type { LayerContext } from '../../../lib/layers/layer-context';
import { buildMapStyle, listLegend, listStyleLayers } from '../../../lib/layers/layer-registry';
import { MAP_THEMES } from '../../../lib/layers/map-colours';
import { buildZoneFeatures, type DrawnZone } from '../../../lib/layers/zone-layer';
import { getMessages } from '../../../lib/messages/get-messages';

const base: LayerContext = { theme: 'light', language: 'vi', basemap: { kind: 'builtin' }, hidden: new Set(), clusters: [], defaultWidthMetres: 100, selectedWardCode: null, fontFaces: null, categories: [] };
const ring: [number, number][] = [[105.8, 21.03], [105.81, 21.03], [105.805, 21.04], [105.8, 21.03]];
const zone: DrawnZone = { id: 'a', name: 'Ca\u0300u T11', kind: 'hotspot', geometry: { type: 'Polygon', coordinates: [ring] }, state: 'active' };

describe('zones on the map', () => {
  it('are an area and, at its northernmost corner, a name in NFC', () => {
    const { features } = buildZoneFeatures([zone], new Set(['a']));
    expect(features.map(({ geometry }) => geometry.type)).toEqual(['Polygon', 'Point']);
    expect(features[1]?.geometry).toEqual({ type: 'Point', coordinates: [105.805, 21.04] });
    expect(features[1]?.properties.name).toBe('Càu T11');
    expect(features.every(({ properties }) => properties.chosen)).toBe(true);
  });

  it('have no name as an older version, nor without a corner', () => {
    expect(buildZoneFeatures([{ ...zone, state: 'before' }, { ...zone, geometry: { type: 'MultiPolygon', coordinates: [] } }]).features.filter(({ geometry }) => geometry.type === 'Point')).toEqual([]);
  });

  it('lie above the ward borders and below incidents and names', () => {
    const ids = listStyleLayers(base).map(({ id }) => id);
    const order = ['ward-outline', 'zones-fill', 'zones-active', 'incidents', 'zone-names'].map((id) => ids.indexOf(id));
    expect(order.every((place) => place >= 0)).toBe(true);
    expect([...order].sort((a, b) => a - b)).toEqual(order);
  });

  it('go with their names when they are switched off', () => {
    expect(listStyleLayers({ ...base, hidden: new Set(['zones']) }).filter(({ id }) => id.startsWith('zone'))).toEqual([]);
  });

  it('have a legend of what is there and nothing else, each kind in a colour of its own', () => {
    const messages = getMessages('vi');
    const own = new Set(Object.values(messages.zones.legend.kinds) as string[]);
    expect(listLegend(base, messages).filter(({ label }) => own.has(label))).toEqual([]);
    for (const theme of MAP_THEMES) {
      const zones = ZONE_KINDS.flatMap((kind) => (['active', 'draft', 'closed', 'before'] as const).map((state) => ({ kind, state })));
      const items = listLegend({ ...base, theme, zones }, messages);
      const kinds = items.filter(({ label }) => own.has(label));
      expect(kinds).toHaveLength(ZONE_KINDS.length);
      expect(new Set(kinds.map((item) => ('colour' in item ? item.colour : ''))).size).toBe(ZONE_KINDS.length);
      const { draftLine, closedLine, beforeLine } = messages.zones.legend;
      for (const label of [draftLine, closedLine, beforeLine]) expect(items.filter((item) => item.label === label)).toHaveLength(1);
      expect(validateStyleMin(buildMapStyle({ ...base, theme, zones }))).toEqual([]);
    }
  });
});
