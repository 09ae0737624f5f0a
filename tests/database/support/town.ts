import type { Json } from '../../../lib/db/database.types';
import type { DatabaseClient } from '../../../lib/db/clients';
import { createAccounts } from '../../../lib/db/seed/accounts';
import { PASSWORD, type TestDatabase } from './test-database';

type Row = Record<string, Json>;

const square = (west: number): Json => ({ type: 'Polygon', coordinates: [[[west, 0], [west + 1, 0], [west + 1, 1], [west, 1], [west, 0]]] });

/** Four square wards side by side, or two; no place on earth. */
const ward = (code: string, west: number, name: string): Row => ({
  code, name, kind: 'phuong', province_code: '01', province_name: 'Thử', geometry: square(west), west, south: 0, east: west + 1, north: 1,
  area_square_metres: 1, perimeter_metres: 4, label_lon: west + 0.5, label_lat: 0.5, line_source: 'test',
});

export const edition = (id: string, from: string, to: string | null, wards: readonly Row[]): Json => ({
  edition: { id, title: id, effective_from: from, effective_to: to, source: 'test', licence: 'test', checksum: id },
  wards: [...wards], arcs: [], report: {},
});

export const OLD_WARDS = [ward('00001', 0, 'Phường Cống Vị'), ward('00002', 1, 'Phường Đại Kim'), ward('00003', 2, 'Phường Ba'), ward('00004', 3, 'Phường Bốn')];
export const NEW_WARDS = [ward('00001', 0, 'Phường Mới Một'), ward('00003', 2, 'Phường Mới Ba')];

const CATEGORY = { code: 'theft', nameVi: 'Trộm cắp', nameEn: 'Theft', shape: 'circle', colour: '#123456', severityWeight: 1, sortOrder: 1 };
/** Wards 1 and 2 of the old edition are bound for 2023 and 2024; ward 4 belongs to nothing. */
const CLUSTER = {
  id: 'pair', name: 'Cụm đôi', editionId: 'old', termFrom: '2023-01-01', termTo: '2024-12-31', demonstration: true,
  members: [{ wardCode: '00001', from: null, to: null }, { wardCode: '00002', from: null, to: null }],
  leads: [{ wardCode: '00001', from: null, to: '2023-12-31' }, { wardCode: '00002', from: '2024-01-01', to: null }],
  regulations: [{ version: 1, from: '2023-01-01', to: null, borderWidthMetres: 100 }],
  focusAreas: [{ id: 'corner', name: 'Góc', shape: { kind: 'circle', centre: [1, 0.5], radiusMetres: 50 }, from: null, to: null }],
};

/** Throws what the API answered when it is an error. */
export async function expectDone(request: PromiseLike<{ error: { message: string } | null }>): Promise<void> {
  const { error } = await request;
  if (error !== null) throw new Error(error.message);
}

const serves = (unitId: string, from: string, to: string | null = null) => ({ unitId, from, to });
const LONG_AGO = '2010-01-01';
const LAST_OLD_DAY = '2025-06-30';

/** One account of each kind that the rights tell apart. */
export const ACCOUNTS = [
  { email: 'admin@test.local', password: PASSWORD, role: 'admin' },
  { email: 'commander@test.local', password: PASSWORD, role: 'commander' },
  { email: 'analyst@test.local', password: PASSWORD, role: 'analyst' },
  { email: 'viewer@test.local', password: PASSWORD, role: 'viewer' },
  { email: 'officer1@test.local', password: PASSWORD, role: 'officer', services: [serves('old:00001', LONG_AGO, LAST_OLD_DAY), serves('new:00001', '2025-07-01')] },
  { email: 'officer3@test.local', password: PASSWORD, role: 'officer', services: [serves('old:00003', LONG_AGO, LAST_OLD_DAY), serves('new:00003', '2025-07-01')] },
  { email: 'moved@test.local', password: PASSWORD, role: 'officer', services: [serves('old:00004', LONG_AGO, '2022-12-31'), serves('old:00003', '2023-01-01')] },
  { email: 'retired@test.local', password: PASSWORD, role: 'officer', services: [serves('old:00001', LONG_AGO, '2024-12-31')] },
  { email: 'disabled@test.local', password: PASSWORD, role: 'admin' },
  { email: 'stranger@test.local', password: PASSWORD, role: 'viewer' },
] as const;

/** Every account whose token opens nothing. */
export const OUTSIDERS = ['disabled@test.local', 'stranger@test.local', 'retired@test.local'] as const;

/** Fills a database with the town: two editions, one category, one cluster, the accounts. */
export async function buildTown({ service, database }: TestDatabase): Promise<void> {
  await expectDone(service.rpc('load_edition', { payload: edition('old', '2010-01-01', LAST_OLD_DAY, OLD_WARDS) }));
  await expectDone(service.rpc('load_edition', { payload: edition('new', '2025-07-01', null, NEW_WARDS) }));
  await expectDone(service.rpc('load_reference', { payload: { categories: [CATEGORY, { ...CATEGORY, code: 'other' }], clusters: [CLUSTER] } }));
  await createAccounts(database.owner, ACCOUNTS);
  await database.owner`update profiles set disabled_at = now() where user_id = (select id from auth.users where email = 'disabled@test.local')`;
  await database.owner`delete from profiles where user_id = (select id from auth.users where email = 'stranger@test.local')`;
}

/** A UUID that a person can read: its last digits are the number. */
export const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** An incident as the server writes it, in ward 1 of the old edition unless told otherwise. */
export function incidentRow(number: number, columns: Row = {}): Row {
  const owner = columns['owner_code'] === undefined ? '00001' : columns['owner_code'];
  return {
    id: uuid(number), category: 'theft', occurred_at: '2023-06-01T05:00:00Z', lon: 0.5, lat: 0.5, edition_id: 'old',
    ownership_status: 'inside', owner_code: owner, candidate_codes: [owner], neighbours: [], border_zone: false, junction: false,
    width_metres: 100, lead_code: owner, lead_reason: 'owner', assist_codes: [], on_request_codes: [], lead_trace: [],
    summary: `summary ${number}`, ...columns,
  };
}

/** Writes incidents as the server does. */
export const importIncidents = (service: DatabaseClient, incidents: readonly Row[]): Promise<void> =>
  expectDone(service.rpc('import_incidents', { payload: { incidents: [...incidents], actor: null } }));
