import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { LngLat, WardPolygon } from '../types';
import type { QualityIssue } from './quality-report';

/** What could be read of an edition: wards that have a code and polygons, and the faults of those that have not. */
export interface ReadWards {
  readonly wards: readonly WardPolygon[];
  readonly issues: readonly QualityIssue[];
}

/**
 * Reads wards from a GeoJSON FeatureCollection (properties `code` and `name`) or from a list of `WardPolygon`.
 *
 * Limits: anything else is an edition without features.
 */
export function readWards(input: unknown): ReadWards {
  const wards: WardPolygon[] = [];
  const issues: QualityIssue[] = [];
  const features = listFeatures(input);
  if (features.length === 0) issues.push(issueAt('no_features', [], null, 'no features'));
  features.forEach((feature, number) => {
    const { code, name, geometry } = partsOf(feature);
    if (code === '') issues.push(issueAt('missing_code', [], firstPosition(geometry), `feature ${number} has no code`));
    if (name === '') issues.push(issueAt('missing_name', code === '' ? [] : [code], firstPosition(geometry), `feature ${number} has no name`));
    if (geometry === undefined) issues.push(issueAt('missing_geometry', code === '' ? [] : [code], null, `feature ${number} has no polygon`));
    if (code !== '' && geometry !== undefined) wards.push({ code, name, geometry });
  });
  return { wards, issues: [...issues, ...findDuplicates(wards)] };
}

function listFeatures(input: unknown): readonly unknown[] {
  if (Array.isArray(input)) return input;
  const features = isRecord(input) ? input['features'] : undefined;
  return Array.isArray(features) ? features : [];
}

function partsOf(feature: unknown): { code: string; name: string; geometry: Polygon | MultiPolygon | undefined } {
  const record = isRecord(feature) ? feature : {};
  const labels = isRecord(record['properties']) ? record['properties'] : record;
  const geometry = record['geometry'];
  return { code: textOf(labels['code']), name: textOf(labels['name']), geometry: isPolygonal(geometry) ? geometry : undefined };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is shaped like a Polygon or MultiPolygon with at least one ring; its numbers are judged later. */
function isPolygonal(value: unknown): value is Polygon | MultiPolygon {
  if (!isRecord(value)) return false;
  const { type, coordinates } = value;
  if (type === 'Polygon') return isPolygon(coordinates);
  return type === 'MultiPolygon' && Array.isArray(coordinates) && coordinates.length > 0 && coordinates.every(isPolygon);
}

function isPolygon(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((ring) => Array.isArray(ring) && ring.every(Array.isArray));
}

function firstPosition(geometry: Polygon | MultiPolygon | undefined): LngLat | null {
  if (geometry === undefined) return null;
  const ring = geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.coordinates[0]?.[0];
  return toLngLat(ring?.[0]);
}

/** A position as longitude and latitude, or null when it is not two finite numbers. */
export function toLngLat(position: Position | undefined): LngLat | null {
  const [longitude, latitude] = position ?? [];
  return Number.isFinite(longitude) && Number.isFinite(latitude) ? [longitude as number, latitude as number] : null;
}

function findDuplicates(wards: readonly WardPolygon[]): QualityIssue[] {
  const seen = new Set<string>();
  return wards.flatMap((ward) => {
    if (seen.has(ward.code)) return [issueAt('duplicate_code', [ward.code], firstPosition(ward.geometry), `code ${ward.code} again`)];
    seen.add(ward.code);
    return [];
  });
}

function issueAt(kind: QualityIssue['kind'], codes: string[], position: LngLat | null, message: string): QualityIssue {
  return { kind, severity: kind === 'missing_name' ? 'warn' : 'refuse', codes, position, size: null, message };
}
