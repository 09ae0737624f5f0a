import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';

/** A feature as the import reads it: the properties are checked by each converter, the geometry is always there. */
export type SourceFeature = Feature<Geometry, Record<string, unknown>>;

/** Features of a GeoJSON file; throws with the file's name when one lacks a geometry. */
export function readFeatures(path: string): SourceFeature[] {
  const collection = JSON.parse(readFileSync(path, 'utf8')) as FeatureCollection<Geometry | null, Record<string, unknown>>;
  return collection.features.map((feature, i) => {
    if (feature.geometry === null) throw new Error(`${path}: feature ${i} has no geometry`);
    return feature as SourceFeature;
  });
}

/** SHA-256 of a text as UTF-8, in hexadecimal. */
export const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

const round = (value: number, scale: number): number => Math.round(value * scale) / scale;

const roundPosition = (position: Position, scale: number): Position => [
  round(position[0] ?? Number.NaN, scale),
  round(position[1] ?? Number.NaN, scale),
];

const isSame = (a: Position | undefined, b: Position): boolean => a !== undefined && a[0] === b[0] && a[1] === b[1];

/** Rounding can make neighbours equal; a repeated vertex is no line and is left out. */
function roundLine(line: readonly Position[], scale: number): Position[] {
  const kept: Position[] = [];
  for (const position of line) {
    const rounded = roundPosition(position, scale);
    if (!isSame(kept.at(-1), rounded)) kept.push(rounded);
  }
  return kept;
}

/** A ring or line that rounding reduced to less than it needs says nothing any more and is dropped. */
const roundAll = (lines: readonly (readonly Position[])[], scale: number, least: number): Position[][] =>
  lines.map((line) => roundLine(line, scale)).filter((line) => line.length >= least);

/** The geometry with coordinates rounded to `decimals`, or null when nothing of it is left. */
export function roundGeometry(geometry: Geometry, decimals: number): Geometry | null {
  const scale = 10 ** decimals;
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: roundPosition(geometry.coordinates, scale) };
    case 'LineString': {
      const coordinates = roundLine(geometry.coordinates, scale);
      return coordinates.length < 2 ? null : { type: 'LineString', coordinates };
    }
    case 'MultiLineString':
      return { type: 'MultiLineString', coordinates: roundAll(geometry.coordinates, scale, 2) };
    case 'Polygon':
      return { type: 'Polygon', coordinates: roundAll(geometry.coordinates, scale, 4) };
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((rings) => roundAll(rings, scale, 4)).filter((rings) => rings.length > 0),
      };
    default:
      throw new Error(`geometry type ${geometry.type} is not expected here`);
  }
}

/** GeoJSON text with one feature per line, so that a change of one ward is one line in a diff. */
export function formatFeatureCollection(features: readonly Feature[]): string {
  const lines = features.map((feature) => JSON.stringify(feature));
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`;
}

/** Writes a text below the repository's `data` folder and returns its SHA-256. */
export function writeText(path: string, text: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return sha256(text);
}
