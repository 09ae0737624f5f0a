import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection } from 'geojson';
import { BASEMAP_FILES } from '../../layers/map-sources';

const FOLDER = join(process.cwd(), 'data', 'basemap');

let kept: Readonly<Record<string, FeatureCollection>> | null = null;

/** The shipped ground by the source it fills, read once. Pictures are drawn on it whatever ground the screens have. */
export function readGround(): Readonly<Record<string, FeatureCollection>> {
  kept ??= Object.fromEntries(BASEMAP_FILES.map((name) => [`ground-${name}`, JSON.parse(readFileSync(join(FOLDER, `${name}.geojson`), 'utf8')) as FeatureCollection]));
  return kept;
}
