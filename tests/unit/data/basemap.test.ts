import { booleanPointInPolygon, booleanValid } from '@turf/turf';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { listDataFiles, positionsOf, readFeatures } from './data-files';

const layers = listDataFiles().filter((path) => path.startsWith('basemap/'));

describe('basemap', () => {
  it.each(layers)('%s keeps only what is drawn, in NFC', (path) => {
    const features = readFeatures(path);
    expect(features.length).toBeGreaterThan(0);
    for (const { properties, geometry } of features) {
      expect(Object.keys(properties).filter((key) => key !== 'name')).toEqual(['class']);
      if (typeof properties.name === 'string') expect(properties.name).toBe(properties.name.normalize('NFC'));
      for (const position of positionsOf(geometry)) expect(position.every((v) => Number(v.toFixed(6)) === v)).toBe(true);
    }
  });

  it('has the bridge Cầu T11 where the two cluster wards look for it', () => {
    const bridge = readFeatures('basemap/hanoi-bridges.geojson').find(({ properties }) => properties.name === 'Cầu T11');
    expect(bridge?.geometry).toEqual({ type: 'LineString', coordinates: [[105.806082, 21.040049], [105.806367, 21.040139]] });
  });

  it('names the sea and both archipelagos', () => {
    const names = readFeatures('basemap/sea-labels.geojson').map(({ properties }) => properties.name);
    expect(names).toEqual(expect.arrayContaining(['Biển Đông', 'Quần đảo Hoàng Sa (Việt Nam)', 'Quần đảo Trường Sa (Việt Nam)']));
  });

  it('has a sea with land where land is', () => {
    const [sea] = readFeatures('basemap/haiphong-sea.geojson');
    const polygon = sea?.geometry as Polygon;
    expect(booleanValid({ type: 'Polygon', coordinates: polygon.coordinates.slice(0, 1) })).toBe(true);
    expect(booleanPointInPolygon([106.95, 20.5], polygon)).toBe(true);
    // Kiến An on the mainland, the middle of the island Cát Bà.
    for (const land of [[106.63, 20.81], [107.0, 20.79]]) expect(booleanPointInPolygon(land, polygon)).toBe(false);
  });

  it('names the thirteen districts in Vietnamese', () => {
    const names = readFeatures('basemap/hanoi-districts-pre2025.geojson').map(({ properties }) => String(properties.name));
    expect(names).toHaveLength(13);
    expect(names).toContain('Quận Cầu Giấy');
    expect(names).toContain('Huyện Thanh Trì');
  });
});
