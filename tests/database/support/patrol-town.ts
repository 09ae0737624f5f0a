import { useBackend as setBackend } from '../../../lib/db/backend';
import { createAccounts } from '../../../lib/db/seed/accounts';
import { loadEdition } from '../../../lib/db/seed/load-edition';
import type { Json } from '../../../lib/db/database.types';
import { PASSWORD, type TestDatabase } from './test-database';
import { expectDone } from './town';

/** Four square wards of about 1 km in a row, from west to east, where a metre is a metre. */
const WEST = 105.8;
const SOUTH = 21;
const SIDE = 0.01;
const square = (place: number): [number, number][] => {
  const [west, east, north] = [WEST + place * SIDE, WEST + (place + 1) * SIDE, SOUTH + SIDE];
  return [[west, SOUTH], [east, SOUTH], [east, north], [west, north], [west, SOUTH]];
};
const ward = (code: string, place: number) => ({
  properties: { code, name: `Phường ${code}`, kind: 'phuong', provinceCode: '01', provinceName: 'Thử', lineSource: 'test' },
  geometry: { type: 'Polygon' as const, coordinates: [square(place)] },
});
const EDITION = { id: 'grid', title: 'grid', titleEn: '', effectiveFrom: '2010-01-01', effectiveTo: null, effectiveNote: '', source: 'test', licence: 'test', accuracyNote: '' };

/** The border between wards 1 and 2: its longitude. */
export const BORDER = WEST + SIDE;
/** Metres to degrees of longitude, near enough here. */
export const east = (metres: number): number => BORDER + metres / 103_900;
/** A route along that border, so many metres east of it, over the middle 600 m. */
export const alongBorder = (metres: number): [number, number][] => [[east(metres), SOUTH + 0.0023], [east(metres), SOUTH + 0.0077]];

/** A cluster of wards 1 to 3, and one whose term has ended. */
const cluster = (id: string, termFrom: string, termTo: string | null): Json => ({
  id, name: `Cụm ${id}`, editionId: 'grid', termFrom, termTo, demonstration: true,
  members: ['00001', '00002', '00003'].map((wardCode) => ({ wardCode, from: null, to: null })),
  leads: [{ wardCode: '00001', from: null, to: null }],
  regulations: [{ version: 1, from: termFrom, to: null, borderWidthMetres: 100 }],
  focusAreas: [{ id: `${id}-bridge`, name: 'Cầu', shape: { kind: 'circle', centre: [BORDER, 21.005], radiusMetres: 50 }, from: null, to: null }],
});
const CATEGORY = { code: 'theft', nameVi: 'Trộm cắp', nameEn: 'Theft', shape: 'circle', colour: '#123456', severityWeight: 1, sortOrder: 1 };

const officer = (email: string, code: string, to: string | null = null) => ({ email, password: PASSWORD, role: 'officer' as const, services: [{ unitId: `grid:${code}`, from: '2010-01-01', to }] });

/** Ward 4 belongs to no cluster. */
const ACCOUNTS = [
  ...(['admin', 'commander', 'analyst', 'viewer'] as const).map((role) => ({ email: `${role}@test.local`, password: PASSWORD, role })),
  officer('one@test.local', '00001'), officer('two@test.local', '00002'), officer('three@test.local', '00003'), officer('four@test.local', '00004'),
  officer('gone@test.local', '00001', '2020-12-31'),
];
export const EVERYBODY = ACCOUNTS.map(({ email }) => email);

/** Fills a database with this town and makes it the one the routes talk to. */
export async function buildPatrolTown({ service, database, api }: TestDatabase): Promise<void> {
  setBackend(api);
  const loaded = await loadEdition(service, { edition: EDITION as never, wards: ['00001', '00002', '00003', '00004'].map(ward), checksum: 'grid' });
  if (loaded.kind !== 'loaded') throw new Error(JSON.stringify(loaded.report));
  await expectDone(service.rpc('load_reference', { payload: { categories: [CATEGORY], clusters: [cluster('trio', '2020-01-01', '2999-12-31'), cluster('past', '2011-01-01', '2019-12-31')] } }));
  await createAccounts(database.owner, ACCOUNTS);
}

type Handler = (request: Request, context: { params: Promise<never> }) => Promise<Response>;

/** Calls a route as an account; gives status and parsed body. */
export async function callAs(town: TestDatabase, email: string, handler: unknown, { method = 'GET', path = '/', body, params = {}, type = 'application/json' }: { method?: string; path?: string; body?: unknown; params?: object; type?: string } = {}): Promise<{ status: number; body: unknown }> {
  const text = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);
  const request = new Request(`http://test.local${path}`, {
    method, body: text, headers: { authorization: `Bearer ${await town.tokenOf(email)}`, ...(text === null ? {} : { 'content-type': type }) },
  });
  const answer = await (handler as Handler)(request, { params: Promise.resolve(params) as Promise<never> });
  return { status: answer.status, body: await answer.json() };
}
