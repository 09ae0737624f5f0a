import { readFile } from 'node:fs/promises';
import type { MultiPolygon } from 'geojson';
import { z } from 'zod';
import type { WardPolygon } from '../../geo/types';
import { UsageError } from '../usage-error';

const featureSchema = z.object({
  type: z.literal('Feature'),
  properties: z.record(z.string(), z.unknown()).nullable(),
  geometry: z.object({ type: z.string(), coordinates: z.unknown().optional() }).nullable(),
});
const collectionSchema = z.object({ type: z.literal('FeatureCollection'), features: z.array(featureSchema) });

const polygonSchema = z.array(z.array(z.array(z.number()).min(2)));
const geometrySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: polygonSchema }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygonSchema) }),
]);

/** Wards read from a GeoJSON file, and what was odd about it, one sentence each. */
export interface WardFile {
  readonly wards: readonly WardPolygon[];
  readonly warnings: readonly string[];
}

/**
 * Reads a city's polygons, identified by a property of the user's choice. Features with the same id become one ward.
 *
 * @throws UsageError when the file can not be read, is no FeatureCollection of polygons, or a feature lacks the property.
 */
export async function readWards(path: string, idProperty: string): Promise<WardFile> {
  const collection = collectionSchema.safeParse(await readJson(path));
  if (!collection.success) throw new UsageError(`${path} is not a GeoJSON FeatureCollection`);
  const parts = new Map<string, { name: string; polygons: MultiPolygon['coordinates'] }>();
  const warnings: string[] = [];
  collection.data.features.forEach(({ properties, geometry }, position) => {
    const code = idOf(properties, idProperty);
    if (code === null) throw new UsageError(`${path}: feature ${String(position)} has no property "${idProperty}" (see --ward-id)`);
    if (geometry === null) {
      warnings.push(`ward ${code} has no geometry and is left out`);
      return;
    }
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') {
      throw new UsageError(`${path}: ward ${code} is a ${geometry.type}, not a Polygon or MultiPolygon`);
    }
    const shape = geometrySchema.safeParse(geometry);
    if (!shape.success) throw new UsageError(`${path}: the coordinates of ward ${code} are not those of a ${geometry.type}`);
    const known = parts.get(code);
    if (known) warnings.push(`ward ${code} comes in several features, taken together`);
    const ward = known ?? { name: typeof properties?.['name'] === 'string' ? properties['name'] : code, polygons: [] };
    ward.polygons.push(...(shape.data.type === 'Polygon' ? [shape.data.coordinates] : shape.data.coordinates));
    parts.set(code, ward);
  });
  if (parts.size === 0) throw new UsageError(`${path} holds no polygon`);
  const wards = [...parts].map(([code, { name, polygons }]): WardPolygon => ({ code, name, geometry: { type: 'MultiPolygon', coordinates: polygons } }));
  return { wards, warnings: [...new Set(warnings)] };
}

async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError(`can not read ${path}: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new UsageError(`${path} is not valid JSON`);
  }
}

function idOf(properties: Record<string, unknown> | null, idProperty: string): string | null {
  const value = properties?.[idProperty];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}
