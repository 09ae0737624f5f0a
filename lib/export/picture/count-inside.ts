import type { FeatureCollection } from 'geojson';
import type { Box } from './map-picture';
import type { PictureFrame } from './mercator';
import { projectSource } from './projected-source';

/** Sources that are there in every picture; what hides them hides nothing the picture is about. */
const EVERYWHERE = new Set(['wards', 'arcs', 'ward-points']);

/** How many corners and points of what a map is about lie in a box of the picture. */
export function countInside(sources: Readonly<Record<string, FeatureCollection>>, { scale, dx, dy }: PictureFrame, { x, y, width, height }: Box): number {
  let count = 0;
  for (const [name, collection] of Object.entries(sources)) {
    if (EVERYWHERE.has(name) || name.startsWith('ground')) continue;
    for (const { parts } of projectSource(collection)) {
      for (const { xy } of parts.flat()) {
        for (let i = 0; i < xy.length; i += 2) {
          const [px, py] = [(xy[i] ?? 0) * scale + dx, (xy[i + 1] ?? 0) * scale + dy];
          if (px >= x && px <= x + width && py >= y && py <= y + height) count++;
        }
      }
    }
  }
  return count;
}
