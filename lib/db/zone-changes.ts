import type { NewZone, ZoneChange, ZoneGeometry, ZoneOrigin } from '../domain/zone';
import type { AreaShare } from '../geo/area-shares';
import type { Bbox } from '../geo/types';
import { unwrap } from './api-error';
import { readChange, type ChangeResult } from './change-result';
import { createServiceClient, type DatabaseClient } from './clients';
import type { Json } from './database.types';
import type { Actor } from './incidents';
import { digestOf } from './digest';

const json = (value: unknown): Json => value as Json;

/** A shape as it is kept, with what the server worked out of it. */
export interface ZoneShape {
  readonly geometry: ZoneGeometry;
  readonly areaSquareMetres: number;
  readonly bbox: Bbox;
  /** Largest first. */
  readonly shares: readonly AreaShare[];
}

/** A zone to be made. `said`: what makes two sendings of one id the same. */
export interface ZoneToMake extends Pick<NewZone, 'name' | 'kind' | 'status' | 'editionId' | 'validFrom' | 'validTo' | 'evidence'> {
  readonly id: string;
  readonly origin: ZoneOrigin;
  readonly shape: ZoneShape;
  readonly said: unknown;
}

const shapeColumns = ({ geometry, areaSquareMetres, bbox: [west, south, east, north], shares }: ZoneShape): Record<string, Json> => ({
  geometry: json(geometry), area_square_metres: areaSquareMetres, west, south, east, north, wards: json(shares), ward_codes: shares.map(({ code }) => code),
});

const toPayload = (zone: ZoneToMake): Json => ({
  row: {
    id: zone.id, name: zone.name, kind: zone.kind, status: zone.status, edition_id: zone.editionId, valid_from: zone.validFrom, valid_to: zone.validTo,
    origin: json(zone.origin), ...shapeColumns(zone.shape),
  },
  evidence: zone.evidence, digest: digestOf(zone.said),
});

/** Makes all of some zones or none; the same ids and contents twice make them once. */
export async function createZones(zones: readonly ZoneToMake[], how: 'drawn' | 'imported', actor: Actor, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  return readChange('making zones', await service.rpc('create_zones', { payload: { zones: zones.map(toPayload), how, actor: json(actor) } }));
}

/** Changes a zone, if nobody changed it since the version the caller saw; `shape` goes with a new geometry. */
export async function changeZone(zone: string, change: ZoneChange, shape: ZoneShape | null, actor: Actor, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  const { version, name, kind, status, validFrom, validTo, evidence, remark } = change;
  const columns = { name, kind, status, valid_from: validFrom, valid_to: validTo, ...(shape === null ? {} : shapeColumns(shape)) };
  const words = { ...(evidence === undefined ? {} : { evidence }), ...(remark === undefined ? {} : { remark }) };
  const changes = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as Record<string, Json>;
  return readChange('changing a zone', await service.rpc('change_zone', { payload: { zone, version, changes, words, actor: json(actor) } }));
}

/** Closes zones and puts new ones in their place, in one transaction; `how` is `split` or `merged`. */
export async function replaceZones(old: readonly { readonly id: string; readonly version: number }[], made: readonly ZoneToMake[], how: 'split' | 'merged', remark: string | undefined, actor: Actor, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  const payload = { old: json(old), made: made.map(toPayload), how, remark: remark ?? null, actor: json(actor) };
  return readChange('replacing zones', await service.rpc('replace_zones', { payload }));
}

/** Writes down that an account tried what its role may not. */
export async function recordZoneRefusal(zone: string, action: string, actor: Actor, service: DatabaseClient = createServiceClient()): Promise<void> {
  const answer = await service.rpc('record_zone_refusal', { zone, action, actor: json(actor) });
  if (answer.error !== null) unwrap('noting a refusal', answer);
}
