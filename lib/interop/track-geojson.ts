import { z } from 'zod';
import { buildTrack, refuseTrack, type TrackResult } from './track-result';

const longitude = z.number().min(-180, 'a longitude lies between -180 and 180: coordinates are WGS 84 degrees, longitude first').max(180, 'a longitude lies between -180 and 180: coordinates are WGS 84 degrees, longitude first');
const latitude = z.number().min(-90, 'a latitude lies between -90 and 90: coordinates are WGS 84 degrees, longitude first').max(90, 'a latitude lies between -90 and 90: coordinates are WGS 84 degrees, longitude first');
/** RFC 7946 allows an altitude as third number; more it discourages. */
const position = z.tuple([longitude, latitude], z.number()).transform(([lon, lat]): [number, number] => [lon, lat]);
const line = z.array(position);

const geometrySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('LineString'), coordinates: line }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(line) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(line).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(line).min(1)) }),
], 'a route is a LineString or MultiLineString, an area a Polygon');

const featureSchema = z.object({ type: z.literal('Feature'), properties: z.record(z.string(), z.unknown()).nullish(), geometry: geometrySchema });
const inputSchema = z.union([
  geometrySchema.transform((geometry) => [{ geometry, properties: null }]),
  featureSchema.transform((feature) => [feature]),
  z.object({ type: z.literal('FeatureCollection'), features: z.array(featureSchema).max(1_000) }).transform(({ features }) => features),
]);

type Read = z.output<typeof featureSchema> | { readonly geometry: z.output<typeof geometrySchema>; readonly properties: null };

/** Which of the three forms the input claims to be, for a message about that form. */
function schemaFor(input: unknown): z.ZodType {
  const type = (input as { type?: unknown } | null)?.type;
  if (type === 'Feature') return featureSchema;
  return type === 'FeatureCollection' ? z.object({ features: z.array(featureSchema).max(1_000) }) : geometrySchema;
}

/**
 * Reads a route or an area from GeoJSON: a geometry, a Feature or a FeatureCollection; altitudes are dropped.
 *
 * Times are read where converters of GPX leave them: `properties.coordTimes` or `properties.coordinateProperties.times`.
 * Limits: another reference system than WGS 84 is not understood, and seen by its numbers only.
 * Source: RFC 7946.
 */
export function readGeoJsonTrack(text: string): TrackResult {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    return refuseTrack('(body)', 'is not valid JSON');
  }
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) {
    const issue = schemaFor(input).safeParse(input).error?.issues[0];
    return refuseTrack(issue?.path.join('.') || '(body)', issue?.message ?? 'is no GeoJSON geometry, Feature or FeatureCollection');
  }
  const features: readonly Read[] = parsed.data;
  return buildTrack(features.flatMap(linesOf), features.flatMap(areasOf), features.flatMap(({ properties }) => listTrackTimes(properties)));
}

function linesOf({ geometry }: Read): [number, number][][] {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  return geometry.type === 'MultiLineString' ? geometry.coordinates : [];
}

function areasOf({ geometry }: Read): [number, number][][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
}

/** The times that togeojson and its kin write along a line, flat. */
export function listTrackTimes(properties: Readonly<Record<string, unknown>> | null | undefined): string[] {
  const nested = properties?.['coordinateProperties'] as { times?: unknown } | undefined;
  const times = nested?.times ?? properties?.['coordTimes'] ?? [];
  return Array.isArray(times) ? times.flat().filter((one): one is string => typeof one === 'string' && one !== '') : [];
}
