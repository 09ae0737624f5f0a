import { expression, latest, type ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { pixelsPerMetreAtZoom0, widthInMetres } from '../../../lib/layers/width-in-metres';

interface Geodesic {
  Direct(lat: number, lon: number, azimuth: number, metres: number): { lat2: number; lon2: number };
}
const { Geodesic: geodesics } = createRequire(import.meta.url)('geographiclib-geodesic') as { Geodesic: { WGS84: Geodesic } };

/** Pixel position in Web Mercator, as MapLibre draws it: 512 pixels for the world at zoom 0. */
function project(longitude: number, latitude: number, zoom: number): [number, number] {
  const size = 512 * 2 ** zoom;
  const y = Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
  return [(size * (longitude + 180)) / 360, size * (0.5 - y / (2 * Math.PI))];
}

/** The width MapLibre's own expression engine gives at a zoom. */
function evaluateWidth(width: ExpressionSpecification, zoom: number, properties: Record<string, unknown>): number {
  const parsed = expression.createExpression(width, latest.paint_line['line-width'] as never);
  if (parsed.result === 'error') throw new Error(parsed.value.map(({ message }) => message).join());
  return parsed.value.evaluate({ zoom } as never, { type: 2, properties } as never) as number;
}

describe('a width in metres', () => {
  it.each([8.6, 10, 16, 21.04, 23.4])('ends where the geodesic of 100 m ends, in every direction, at %s° N', (latitude) => {
    for (const zoom of [11, 13.37, 16, 19.5]) {
      const drawn = evaluateWidth(widthInMetres('w'), zoom, { w: 2 * 100 * pixelsPerMetreAtZoom0(latitude) });
      const [x, y] = project(105.8, latitude, zoom);
      for (let azimuth = 0; azimuth < 360; azimuth += 15) {
        const { lat2, lon2 } = geodesics.WGS84.Direct(latitude, 105.8, azimuth, 100);
        const [x2, y2] = project(lon2, lat2, zoom);
        expect(Math.abs(Math.hypot(x2 - x, y2 - y) / (drawn / 2) - 1)).toBeLessThan(0.0036);
      }
    }
  });

  it('doubles with each zoom level exactly, and adds edge pixels that do not', () => {
    for (const zoom of [0, 4.5, 12, 17.25, 21]) {
      expect(evaluateWidth(widthInMetres('w'), zoom, { w: 0.003 })).toBeCloseTo(0.003 * 2 ** zoom, 9);
      expect(evaluateWidth(widthInMetres('w', 2.5), zoom, { w: 0.003 })).toBeCloseTo(0.003 * 2 ** zoom + 2.5, 9);
    }
  });
});
