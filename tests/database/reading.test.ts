import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../lib/db/backend';
import { listCategories } from '../../lib/db/categories';
import { listClusters } from '../../lib/db/clusters';
import { findEditionInForce, listEditions, loadArcs, loadWards } from '../../lib/db/editions';
import { readHealth } from '../../lib/db/health';
import { changeIncident } from '../../lib/db/incident-changes';
import { findIncident, listIncidents, parseCursor, type IncidentFilter } from '../../lib/db/incidents';
import { readPoints } from '../../lib/db/points';
import { getRuleBook } from '../../lib/db/rule-book';
import { readSettings } from '../../lib/db/settings';
import type { Day } from '../../lib/domain/instant';
import { decodePointColumns, encodePointColumns, NO_CODE, POINT_FLAGS, readUuid } from '../../lib/domain/point-columns';
import { openTestDatabase, type TestDatabase } from './support/test-database';
import { buildTown, edition, importIncidents, incidentRow, NEW_WARDS, uuid } from './support/town';

let town: TestDatabase;

beforeAll(async () => {
  town = await openTestDatabase();
  await buildTown(town);
  await importIncidents(town.service, [
    incidentRow(1, { occurred_at: '2023-01-01T00:00:00Z', summary: 'Đánh nhau ở Cầu Giấy', border_zone: true, cluster_id: 'pair', lon: 0.9 }),
    incidentRow(2, { occurred_at: '2023-02-01T00:00:00Z', owner_code: '00002', category: 'other', status: 'closed', lon: 1.5, lat: 0.25 }),
    incidentRow(3, { occurred_at: '2023-03-01T00:00:00Z', owner_code: '00003', summary: '100% _underline_ \\backslash', lon: 179.9 }),
    incidentRow(4, { occurred_at: '2026-03-01T00:00:00Z', edition_id: 'new', ownership_status: 'gap', candidate_codes: [], border_zone: true, junction: true, lead_reason: 'no_agreement' }),
    incidentRow(5, { occurred_at: '2026-03-01T00:00:00Z', edition_id: 'new', owner_code: null, candidate_codes: [], ownership_status: 'outside', lead_code: null, lead_reason: 'outside', lon: -179.9 }),
  ]);
});
afterAll(() => town.close());

const found = async (filter: IncidentFilter) => (await listIncidents(town.service, filter)).incidents.map(({ id }) => Number(id.slice(-12)));

describe('listing incidents', () => {
  it.each<[string, IncidentFilter, number[]]>([
    ['nothing: all, newest first, ties by the larger id', {}, [5, 4, 3, 2, 1]],
    ['from, its instant included', { from: '2023-03-01T07:00:00+07:00' }, [5, 4, 3]],
    ['to, its instant left out', { to: '2023-03-01T07:00:00+07:00' }, [2, 1]],
    ['categories', { categories: ['other', 'nothing'] }, [2]],
    ['statuses', { statuses: ['closed', 'resolved'] }, [2]],
    ['wards of any edition', { wards: ['00001'] }, [4, 1]],
    ['wards of one edition', { wards: ['00001', '00003'], editionId: 'old' }, [3, 1]],
    ['a cluster', { cluster: 'pair' }, [1]],
    ['the border zone', { borderZone: true }, [4, 1]],
    ['all but the border zone', { borderZone: false }, [5, 3, 2]],
    ['a box', { bbox: [0.8, 0, 1.6, 0.5] }, [2, 1]],
    ['a box across the antimeridian', { bbox: [179, 0, -179, 1] }, [5, 3]],
    ['words without accents', { q: 'danh nhau' }, [1]],
    ['words with accents, decomposed', { q: 'CẦU GIẤY'.normalize('NFD') }, [1]],
    ['the name of the owner', { q: 'dai kim' }, [2]],
    ['a name of another edition', { q: 'mới một' }, [4]],
    ['a per cent sign as itself', { q: '100%' }, [3]],
    ['an underline as itself', { q: '_under' }, [3]],
    ['a backslash as itself', { q: '\\back' }, [3]],
    ['a quote', { q: '\' or true --' }, []],
    ['several at once', { categories: ['theft'], borderZone: true, from: '2024-01-01T00:00:00Z' }, [4]],
    ['an empty text as no condition', { q: '', cluster: '' }, [5, 4, 3, 2, 1]],
  ])('narrows by %s', async (_, filter, expected) => {
    expect(await found(filter)).toEqual(expected);
  });

  it('pages without gap or repetition, also while incidents are added in front', async () => {
    const first = await listIncidents(town.service, {}, 2);
    await importIncidents(town.service, [incidentRow(50, { occurred_at: '2026-10-01T00:00:00Z' })]);
    const second = await listIncidents(town.service, {}, 2, parseCursor(first.next ?? '') ?? undefined);
    const third = await listIncidents(town.service, {}, 2, parseCursor(second.next ?? '') ?? undefined);
    expect([...first.incidents, ...second.incidents, ...third.incidents].map(({ id }) => Number(id.slice(-12)))).toEqual([5, 4, 3, 2, 1]);
    expect(third.next).toBeNull();
  });

  it.each(['', 'x', 'eyJhIjoxfQ', Buffer.from('["2023-01-01","nope"]').toString('base64url'), Buffer.from('["yesterday","00000000-0000-4000-8000-000000000001"]').toString('base64url')])('knows a cursor that is not its own: %s', (text) => {
    expect(parseCursor(text)).toBeNull();
  });

  it('finds one by its id, or nothing', async () => {
    expect(await findIncident(town.service, uuid(2))).toMatchObject({ id: uuid(2), ownership: { owner: { code: '00002', name: 'Phường Đại Kim' } } });
    expect(await findIncident(town.service, uuid(777))).toBeUndefined();
  });
});

describe('points', () => {
  it('are columns that survive the wire, in version order', async () => {
    const sent = await readPoints(town.service);
    const columns = decodePointColumns(encodePointColumns(sent).buffer);
    expect(columns.count).toBe(6);
    const rowOf = (number: number) => Array.from({ length: columns.count }, (_, row) => row).find((row) => readUuid(columns.ids, row) === uuid(number)) ?? -1;
    expect([...columns.versions]).toEqual([...columns.versions].sort((a, b) => a - b));
    expect(columns.version).toBe(Math.max(...columns.versions));
    const [gap, outside] = [rowOf(4), rowOf(5)];
    expect(columns.occurredAt[gap]).toBe(Date.parse('2026-03-01T00:00:00Z') / 1000);
    expect(columns.flags[gap]).toBe(POINT_FLAGS.borderZone | POINT_FLAGS.junction | POINT_FLAGS.gap);
    expect(columns.dictionaries.wards[columns.wards[gap] ?? -1]).toBe('new/00001');
    expect(columns.flags[outside]).toBe(POINT_FLAGS.outside);
    expect([columns.wards[outside], columns.leads[outside], columns.clusters[outside]]).toEqual([NO_CODE, NO_CODE, NO_CODE]);
    expect(columns.longitudes[outside]).toBe(-179.9);
    expect(columns.dictionaries.clusters[columns.clusters[rowOf(1)] ?? -1]).toBe('pair');
  });

  it('after a version hold only what changed since', async () => {
    const { version } = await readPoints(town.service);
    expect(await readPoints(town.service, version)).toMatchObject({ count: 0, version });
    const seenVersion = (await findIncident(town.service, uuid(1)))?.version ?? 0;
    const change = { verb: 'status', status: 'resolved', outcome: 'Đã giải quyết' } as const;
    expect(await changeIncident({ id: uuid(1), seenVersion, change, workedOut: {} }, null, town.service)).toEqual({ kind: 'changed' });
    const changed = await readPoints(town.service, version);
    expect(changed.count).toBe(1);
    expect(readUuid(changed.ids, 0)).toBe(uuid(1));
  });
});

describe('editions, clusters, settings', () => {
  it('the edition in force is decided by the day', async () => {
    expect((await listEditions(town.service)).map(({ id }) => id)).toEqual(['old', 'new']);
    const inForce = async (day: string) => (await findEditionInForce(town.service, day as Day))?.id;
    expect([await inForce('2009-12-31'), await inForce('2010-01-01'), await inForce('2025-06-30'), await inForce('2025-07-01')]).toEqual([undefined, 'old', 'old', 'new']);
  });

  it('two editions can not be in force on one day', async () => {
    const { error } = await town.service.rpc('load_edition', { payload: edition('third', '2025-06-30', '2025-06-30', NEW_WARDS) });
    expect(error?.code).toBe('23P01');
    expect((await listEditions(town.service)).map(({ id }) => id)).toEqual(['old', 'new']);
  });

  it('a reload that drops a ward on which an incident stands changes nothing', async () => {
    const before = await loadWards(town.service, 'new');
    const renamed = NEW_WARDS.slice(1).map((ward) => ({ ...ward, name: 'Phường Khác' }));
    expect((await town.service.rpc('load_edition', { payload: edition('new', '2025-07-01', null, renamed) })).error?.code).toBe('23503');
    expect(await loadWards(town.service, 'new')).toEqual(before);
    expect(before[0]).toMatchObject({ code: '00001', name: 'Phường Mới Một', bbox: [0, 0, 1, 1], labelPosition: [0.5, 0.5] });
    expect(await loadArcs(town.service, 'new')).toEqual([]);
  });

  it('a cluster comes with its dated parts, and as it was known at an instant', async () => {
    const [cluster] = await listClusters(town.service);
    expect(cluster).toMatchObject({
      id: 'pair', editionId: 'old', termFrom: '2023-01-01', termTo: '2024-12-31', demonstration: true,
      members: [{ wardCode: '00001', from: null, to: null }, { wardCode: '00002', from: null, to: null }],
      leads: [{ wardCode: '00001', to: '2023-12-31' }, { wardCode: '00002', from: '2024-01-01' }],
      regulations: [{ version: 1, borderWidthMetres: 100 }], focusAreas: [{ id: 'corner', shape: { kind: 'circle', centre: [1, 0.5], radiusMetres: 50 } }],
    });
    const before = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await town.database.owner`update regulations set superseded_at = now() where version = 1`;
    await town.database.owner`insert into regulations (cluster_id, version, valid_from, border_width_metres) values ('pair', 2, '2023-01-01', 150)`;
    const widths = async (knownAt?: string) => (await listClusters(town.service, knownAt))[0]?.regulations.map(({ borderWidthMetres }) => borderWidthMetres);
    expect(await widths()).toEqual([150]);
    expect(await widths(before)).toEqual([100]);
    expect(await listClusters(town.service, '2020-01-01T00:00:00Z')).toEqual([]);
  });

  it('no day has two lead wards, two regulations, or one ward twice in a cluster', async () => {
    const { owner } = town.database;
    await expect(owner`insert into cluster_leads (cluster_id, edition_id, ward_code, valid_from) values ('pair', 'old', '00001', '2024-06-01')`).rejects.toMatchObject({ code: '23P01' });
    await expect(owner`insert into regulations (cluster_id, version, valid_from, border_width_metres) values ('pair', 3, '2024-06-01', 50)`).rejects.toMatchObject({ code: '23P01' });
    await expect(owner`insert into cluster_members (cluster_id, edition_id, ward_code) values ('pair', 'old', '00001')`).rejects.toMatchObject({ code: '23P01' });
  });

  it('categories and settings come in domain words', async () => {
    expect((await listCategories(town.service)).map(({ code, nameVi, shape }) => [code, nameVi, shape])).toEqual([['other', 'Trộm cắp', 'circle'], ['theft', 'Trộm cắp', 'circle']]);
    expect(await readSettings(town.service)).toEqual({ defaultBorderWidthMetres: 100, timeZone: 'Asia/Ho_Chi_Minh' });
  });

  it('the rules in memory follow a changed setting', async () => {
    useBackend(town.api);
    const first = await getRuleBook();
    expect(first.editions.map(({ edition: { id } }) => id)).toEqual(['old', 'new']);
    expect(await getRuleBook()).toBe(first);
    await town.database.owner`update settings set value = '120', recorded_at = now() where key = 'default_border_width_metres'`;
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect((await getRuleBook()).defaultWidthMetres).toBe(120);
  });

  it('health names the edition in force', async () => {
    expect(await readHealth(town.api)).toEqual({ database: 'ok', edition: 'new' });
    expect(await readHealth({ ...town.api, fetch: () => Promise.reject(new Error('down')) })).toEqual({ database: 'unreachable', edition: null });
  });
});
