import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join, relative } from 'node:path';
import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon } from 'geojson';

/** The repository's `data` folder. */
export const DATA_FOLDER = fileURLToPath(new URL('../../../data', import.meta.url));

export const EDITION_IDS = ['hn-hp-pre2025', 'hn-hp-2025'] as const;
export type EditionId = (typeof EDITION_IDS)[number];

export const readText = (path: string): string => readFileSync(join(DATA_FOLDER, path), 'utf8');
export const readJson = <T>(path: string): T => JSON.parse(readText(path)) as T;
export const sha256Of = (path: string): string => createHash('sha256').update(readFileSync(join(DATA_FOLDER, path))).digest('hex');
export const sizeOf = (path: string): number => statSync(join(DATA_FOLDER, path)).size;

export interface WardProperties {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly provinceCode: string;
  readonly provinceName: string;
  readonly districtName: string | null;
  readonly areaSquareKm: number | null;
  readonly lineSource: string;
}
export type Ward = Feature<Polygon | MultiPolygon, WardProperties>;

export const readWards = (edition: EditionId): Ward[] =>
  readJson<FeatureCollection<Polygon | MultiPolygon, WardProperties>>(`editions/${edition}/wards.geojson`).features;

export const readFeatures = (path: string): Feature<Geometry, Record<string, unknown>>[] =>
  readJson<FeatureCollection<Geometry, Record<string, unknown>>>(path).features;

/** Cells of one CSV line; a quoted cell may hold commas and doubled quotes, the files of `data` have no line breaks in cells. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');

/** Rows of a CSV file of `data` by column name; throws when a row has another number of cells than the head. */
export function readRows(path: string): Record<string, string>[] {
  const [head = '', ...lines] = readText(path).trimEnd().split('\n');
  const names = cellsOf(head);
  return lines.map((line, i) => {
    const cells = cellsOf(line);
    if (cells.length !== names.length) throw new Error(`${path}, line ${i + 2}: ${cells.length} cells`);
    return Object.fromEntries(names.map((name, k) => [name, cells[k] ?? '']));
  });
}

/** Every file below `data`, the tools left out, as paths with `/`. */
export const listDataFiles = (): string[] =>
  readdirSync(DATA_FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(DATA_FOLDER, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('tools/'))
    .sort();

/** All positions of a geometry. */
export function positionsOf(geometry: Geometry): number[][] {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(positionsOf);
  const flat = (value: unknown): number[][] =>
    Array.isArray(value) && typeof value[0] === 'number' ? [value as number[]] : (value as unknown[]).flatMap(flat);
  return flat(geometry.coordinates);
}
