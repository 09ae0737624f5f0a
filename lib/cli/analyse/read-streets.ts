import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { RawStreet } from '../../analysis/build-input';
import type { Bbox, LngLat } from '../../geo/types';
import type { EditionBook } from '../../rules/rule-book';

const position = z.tuple([z.number(), z.number()]).rest(z.number()).transform(([longitude, latitude]): LngLat => [longitude, latitude]);
const featureSchema = z.object({
  properties: z.looseObject({ name: z.string().nullish(), class: z.string().default('street') }),
  geometry: z.discriminatedUnion('type', [
    z.object({ type: z.literal('LineString'), coordinates: z.array(position) }),
    z.object({ type: z.literal('MultiLineString'), coordinates: z.array(z.array(position)) }),
  ]),
});
const fileSchema = z.object({ features: z.array(featureSchema) });

const readText = async (file: string): Promise<RawStreet[]> =>
  fileSchema.parse(JSON.parse(await readFile(file, 'utf8'))).features.flatMap(({ properties, geometry }) =>
    (geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates).map((line) => ({ name: properties.name ?? null, kind: properties.class, line })));

/** The operator's own streets replace the shipped ones: a GeoJSON file of lines in the data folder. */
async function listFiles(shippedFolder: string, dataFolder: string): Promise<string[]> {
  const own = join(dataFolder, 'streets.geojson');
  if ((await stat(own).catch(() => null))?.isFile() === true) return [own];
  const names = await readdir(shippedFolder).catch(() => []);
  return names.filter((name) => name.endsWith('-roads.geojson')).sort().map((name) => join(shippedFolder, name));
}

/** Beyond the wards' box, in degrees: about 500 m, so that a street just outside can still be the nearest. */
const MARGIN = 0.005;

function boxOf(codes: ReadonlySet<string>, { index }: EditionBook): Bbox {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { code, geometry } of index.wards) {
    if (!codes.has(code)) continue;
    for (const [x, y] of geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2) as unknown as LngLat[]) {
      [box[0], box[1], box[2], box[3]] = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
    }
  }
  return [box[0] - MARGIN, box[1] - MARGIN, box[2] + MARGIN, box[3] + MARGIN];
}

function touches(line: readonly LngLat[], [west, south, east, north]: Bbox): boolean {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of line) [left, bottom, right, top] = [Math.min(left, x), Math.min(bottom, y), Math.max(right, x), Math.max(top, y)];
  return left <= east && right >= west && bottom <= north && top >= south;
}

/** A reader of the streets near some wards: the operator's `streets.geojson`, else those that are shipped; each file is read once. */
export function makeStreetReader(shippedFolder: string, dataFolder: string): (codes: readonly string[], book: EditionBook) => Promise<readonly RawStreet[]> {
  const kept = new Map<string, Promise<RawStreet[]>>();
  return async (codes, book) => {
    const box = boxOf(new Set(codes), book);
    const files = await listFiles(shippedFolder, dataFolder);
    const all = await Promise.all(files.map((file) => {
      const known = kept.get(file) ?? readText(file);
      kept.set(file, known);
      known.catch(() => kept.delete(file));
      return known;
    }));
    return all.flat().filter(({ line }) => line.length > 1 && touches(line, box));
  };
}
