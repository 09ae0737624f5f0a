import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { keepAnswer, type KeptAnswer } from './json-answer';

/** What draws the ground under the map: the shipped files, a PMTiles file of the user's, or a style the user configured. */
export type Basemap =
  | { readonly kind: 'builtin'; readonly layers: readonly string[] }
  | { readonly kind: 'pmtiles'; readonly url: string }
  | { readonly kind: 'style'; readonly url: string };

const BUILTIN_FOLDER = join(process.cwd(), 'data', 'basemap');

/** Where the user puts a PMTiles file that replaces the shipped basemap. */
const pmtilesPath = (): string =>
  join(/*turbopackIgnore: true*/ process.env['GIAP_RANH_DATA'] ?? '.giap-ranh', 'basemap.pmtiles');

/** The MapLibre style the user configured; the only way by which this product asks another host for anything. */
export const configuredStyleUrl = (): string | undefined => process.env['GIAP_RANH_STYLE_URL'] || undefined;

async function listBuiltin(): Promise<string[]> {
  const names = await readdir(BUILTIN_FOLDER);
  return names.filter((name) => name.endsWith('.geojson')).map((name) => name.slice(0, -'.geojson'.length)).sort();
}

/** The basemap in use: a configured style first, then a PMTiles file in the data folder, else the shipped files. */
export async function findBasemap(): Promise<Basemap> {
  const url = configuredStyleUrl();
  if (url !== undefined) return { kind: 'style', url };
  const file = await stat(pmtilesPath()).catch(() => null);
  if (file?.isFile() === true) return { kind: 'pmtiles', url: '/api/basemap/file' };
  return { kind: 'builtin', layers: await listBuiltin() };
}

const kept = new Map<string, KeptAnswer>();

/** A shipped basemap layer as GeoJSON; undefined when there is none of that name. */
export async function findBuiltinLayer(name: string): Promise<KeptAnswer | undefined> {
  const known = kept.get(name);
  if (known !== undefined) return known;
  if (!(await listBuiltin()).includes(name)) return undefined;
  const answer = keepAnswer(await readFile(join(BUILTIN_FOLDER, `${name}.geojson`), 'utf8'), 'application/geo+json');
  kept.set(name, answer);
  return answer;
}

/** Bytes of a file a Range header asks for, both ends included; `whole` without one, `bad` when it lies outside the file. */
export function parseRange(header: string | null, size: number): { start: number; end: number } | 'whole' | 'bad' {
  if (header === null) return 'whole';
  const match = /^bytes=(\d*)-(\d*)$/.exec(header);
  if (match === null || (match[1] === '' && match[2] === '')) return 'bad';
  const suffix = match[1] === '';
  const start = suffix ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const end = suffix || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  return start > end || start >= size ? 'bad' : { start, end };
}

/** The user's PMTiles file, or the part of it a Range header asks for (RFC 9110); undefined when there is none. */
export async function sendPmtiles(rangeHeader: string | null): Promise<Response | undefined> {
  const file = await stat(pmtilesPath()).catch(() => null);
  if (file === null) return undefined;
  const range = parseRange(rangeHeader, file.size);
  const headers = { 'Accept-Ranges': 'bytes', 'Content-Type': 'application/octet-stream', ETag: `"${String(file.mtimeMs)}-${String(file.size)}"` };
  if (range === 'bad') return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${String(file.size)}` } });
  const { start, end } = range === 'whole' ? { start: 0, end: file.size - 1 } : range;
  const stream = Readable.toWeb(createReadStream(pmtilesPath(), { start, end })) as ReadableStream<Uint8Array>;
  return new Response(stream, {
    status: range === 'whole' ? 200 : 206,
    headers: {
      ...headers,
      'Content-Length': String(end - start + 1),
      ...(range === 'whole' ? {} : { 'Content-Range': `bytes ${String(start)}-${String(end)}/${String(file.size)}` }),
    },
  });
}
