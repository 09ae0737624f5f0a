import { kml } from '@tmcw/togeojson';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { zoneGeometrySchema, type ZoneGeometry } from '../domain/zone';
import { cleanArea } from '../geo/clean-area';
import { MOST_CORNERS } from '../geo/most-corners';
import type { Bbox } from '../geo/types';
import { findZoneFault } from '../geo/zone-faults';
import { parseSafeXml } from './safe-xml';

/** Largest file of zones that is read, in bytes. */
export const MAX_ZONE_FILE_BYTES = 5 * 1024 * 1024;
/** Most features of one file. */
export const MAX_ZONE_FEATURES = 200;
/** Longest name taken over; the rest is cut off. */
const LONGEST_NAME = 120;
/** Most positions of one feature that are looked at. */
const MOST_POSITIONS = MOST_CORNERS + 200;

/** One feature of a file: a shape that can be a zone, or why it can not. */
export type ZoneFeature =
  | { readonly kind: 'ok'; readonly place: number; readonly name: string | null; readonly geometry: ZoneGeometry }
  | { readonly kind: 'fault'; readonly place: number; readonly name: string | null; readonly reason: string };

/** The features of a file in their order, `place` counted from 1; or why the file as a whole is not read. */
export type ZoneFileResult = { readonly kind: 'read'; readonly features: readonly ZoneFeature[] } | RefusedFile;

interface RefusedFile {
  readonly kind: 'invalid';
  readonly field: string;
  readonly reason: string;
}

const refuse = (reason: string, field = '(body)'): RefusedFile => ({ kind: 'invalid', field, reason });

interface RawFeature {
  readonly geometry?: unknown;
  readonly properties?: unknown;
}

/**
 * Reads areas from GeoJSON (RFC 7946: a geometry, a Feature, a FeatureCollection) or KML, altitudes dropped. `extent` is the box
 * of the wards they are meant for.
 *
 * Limits: another reference system than WGS 84 degrees is refused where the file names it; points and lines are refused feature by
 * feature, and so is whatever `findZoneFault` finds. In KML, styles, time and links are passed over, nothing is fetched, and no
 * document type declaration is read. Source: RFC 7946; OGC KML 2.2.
 */
export function readZoneFile(text: string, format: 'geojson' | 'kml', extent: Bbox): ZoneFileResult {
  const listed = listZoneFeatures(text, format);
  if (listed.kind === 'invalid') return listed;
  return { kind: 'read', features: listed.features.map((one, i) => readZoneFeature(one, i + 1, extent)) };
}

/** The features of a file, none looked at yet: `readZoneFeature` takes up to 0.5 s for each, so a server does not read all at a stretch. */
export function listZoneFeatures(text: string, format: 'geojson' | 'kml'): { readonly kind: 'listed'; readonly features: readonly RawFeature[] } | RefusedFile {
  const features = format === 'kml' ? listKmlFeatures(text) : listGeoJsonFeatures(text);
  if ('kind' in features) return features;
  if (features.length === 0) return refuse('holds no feature');
  if (features.length > MAX_ZONE_FEATURES) return refuse(`holds ${features.length} features, at most ${MAX_ZONE_FEATURES} are taken`);
  return { kind: 'listed', features };
}

function listKmlFeatures(text: string): readonly RawFeature[] | RefusedFile {
  if (text.startsWith('PK')) return refuse('is a KMZ archive: unpack it and send the KML inside');
  const document = parseSafeXml(text, 'KML');
  if (typeof document === 'string') return refuse(document);
  if (document.documentElement?.localName !== 'kml') return refuse('is XML, but no KML');
  try {
    return kml(document).features;
  } catch {
    return refuse('holds what KML does not know');
  }
}

const WGS84 = /^(urn:ogc:def:crs:)?(OGC:?(1\.3)?:?:?CRS84|EPSG:(\d[\d.]*)?:?4326)$/i;

function listGeoJsonFeatures(text: string): readonly RawFeature[] | RefusedFile {
  let input: unknown;
  try {
    input = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refuse('is not valid JSON');
  }
  if (typeof input !== 'object' || input === null) return refuse('is no GeoJSON object');
  const { type, features, crs } = input as { readonly type?: unknown; readonly features?: unknown; readonly crs?: { readonly properties?: { readonly name?: unknown } } | null };
  const system = crs?.properties?.name;
  if (crs !== undefined && crs !== null && !(typeof system === 'string' && WGS84.test(system))) {
    return refuse(`names the reference system ${typeof system === 'string' ? `"${system.slice(0, 60)}"` : '(unreadable)'}: only WGS 84 degrees are taken`, 'crs');
  }
  if (type === 'FeatureCollection') return Array.isArray(features) ? (features as readonly RawFeature[]) : refuse('is a FeatureCollection without features', 'features');
  return type === 'Feature' ? [input as RawFeature] : [{ geometry: input }];
}

/** One feature as a shape that can be a zone, or why it can not; `place` counts from 1. */
export function readZoneFeature(given: RawFeature | null, place: number, extent: Bbox): ZoneFeature {
  const name = nameOf(given?.properties);
  const fault = (reason: string): ZoneFeature => ({ kind: 'fault', place, name, reason });
  const area = areaOfGeometry(given?.geometry);
  if (typeof area === 'string') return fault(area);
  const cleaned = cleanArea(area);
  if (cleaned === null) return fault('has no area: fewer than three corners, or under 1 m²');
  const reason = findZoneFault(cleaned, extent);
  if (reason !== null) return fault(reason);
  const parsed = zoneGeometrySchema.safeParse(cleaned);
  return parsed.success ? { kind: 'ok', place, name, geometry: parsed.data } : fault(parsed.error.issues[0]?.message ?? 'is no area');
}

/** The area of a geometry of unknown make, all its parts together; a sentence when it has none. */
function areaOfGeometry(geometry: unknown): Polygon | MultiPolygon | string {
  if (typeof geometry !== 'object' || geometry === null) return 'has no geometry';
  const { type, coordinates, geometries } = geometry as { readonly type?: unknown; readonly coordinates?: unknown; readonly geometries?: unknown };
  if (type === 'GeometryCollection' && Array.isArray(geometries)) {
    const parts = (geometries as unknown[]).slice(0, MAX_ZONE_FEATURES + 1).map((one) => (isCollection(one) ? 'holds collections within collections' : areaOfGeometry(one)));
    const fault = parts.find((one) => typeof one === 'string');
    if (parts.length === 0 || parts.length > MAX_ZONE_FEATURES) return `holds ${parts.length === 0 ? 'no' : 'too many'} parts`;
    return fault ?? { type: 'MultiPolygon', coordinates: parts.flatMap((one) => (typeof one === 'string' ? [] : one.type === 'Polygon' ? [one.coordinates] : one.coordinates)) };
  }
  if (type !== 'Polygon' && type !== 'MultiPolygon') return `is a ${typeof type === 'string' ? type.slice(0, 30) : 'thing without type'}, not an area: a zone is a Polygon or MultiPolygon`;
  const read = readPolygons(type === 'Polygon' ? [coordinates] : coordinates);
  return typeof read === 'string' ? read : { type: 'MultiPolygon', coordinates: read };
}

const isCollection = (one: unknown): boolean => (one as { type?: unknown } | null)?.type === 'GeometryCollection';

function readPolygons(polygons: unknown): Position[][][] | string {
  if (!Array.isArray(polygons) || !polygons.every((one) => Array.isArray(one) && one.length > 0 && one.every(Array.isArray))) return 'has broken coordinates';
  const rings = polygons as unknown[][][];
  const total = rings.flat().reduce((sum, ring) => sum + ring.length, 0);
  if (total > MOST_POSITIONS) return `holds ${total} positions, at most ${MOST_CORNERS} corners are taken`;
  for (const position of rings.flat(2)) {
    const [x, y] = Array.isArray(position) ? (position as unknown[]) : [];
    if (typeof x !== 'number' || typeof y !== 'number' || !(Math.abs(x) <= 180) || !(Math.abs(y) <= 85)) return 'has a position that is no longitude and latitude in degrees';
  }
  return rings.map((one) => one.map((ring) => ring.map((position) => (position as number[]).slice(0, 2))));
}

/** The name a feature gives itself, under the keys people use; null when it gives none. */
function nameOf(properties: unknown): string | null {
  if (typeof properties !== 'object' || properties === null) return null;
  const named = ['name', 'Name', 'NAME', 'ten', 'Ten', 'TEN', 'title'].map((key) => (properties as Record<string, unknown>)[key]).find((one) => typeof one === 'string' && one.trim() !== '');
  if (typeof named !== 'string') return null;
  // Control characters and halves of pairs can not be stored.
  const kept = [...named.normalize('NFC').toWellFormed().replace(/\p{Cc}/gu, ' ').trim().replace(/\s+/g, ' ')].slice(0, LONGEST_NAME).join('').slice(0, LONGEST_NAME);
  return kept.toWellFormed().trim() || null;
}
