import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET as getPage } from '../../app/api/clusters/[id]/route';
import { GET as getNotes, POST as postNote } from '../../app/api/clusters/[id]/notes/route';
import type { ClusterNote, ClusterPage } from '../../lib/domain/cluster-work';
import { buildPatrolTown, callAs } from './support/patrol-town';
import { openTestDatabase, type TestDatabase } from './support/test-database';
import { importIncidents, incidentRow, uuid } from './support/town';

let town: TestDatabase;
beforeAll(async () => {
  town = await openTestDatabase();
  await buildPatrolTown(town);
  const recent = new Date(Date.now() - 5 * 86_400_000).toISOString();
  const older = new Date(Date.now() - 40 * 86_400_000).toISOString();
  await importIncidents(town.service, [
    incidentRow(1, { edition_id: 'grid', cluster_id: 'trio', occurred_at: recent }),
    incidentRow(2, { edition_id: 'grid', cluster_id: 'trio', occurred_at: older, owner_code: '00003' }),
    incidentRow(3, { edition_id: 'grid', occurred_at: recent, owner_code: '00004' }),
  ]);
});
afterAll(() => town.close());

const write = (email: string, body: unknown, id = 'trio') => callAs(town, email, postNote, { method: 'POST', body, params: { id } });
const notesFor = async (email: string, id = 'trio'): Promise<ClusterNote[]> =>
  ((await callAs(town, email, getNotes, { params: { id } })).body as { notes: ClusterNote[] }).notes;

describe('notes between members', () => {
  it('are written once by members and by who sees all', async () => {
    const note = { id: uuid(50), body: 'Đối tượng hay đi qua cầu', incidentId: uuid(1) };
    const answers = await Promise.all([write('one@test.local', note), write('one@test.local', note)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect((await write('analyst@test.local', { body: 'phân tích' })).status).toBe(201);
    expect((await write('two@test.local', { ...note, body: 'khác' })).status).toBe(409);
    expect((await notesFor('two@test.local')).map(({ unitName, role, body, incidentId }) => [unitName, role, body, incidentId])).toEqual([
      [null, 'analyst', 'phân tích', null], ['Công an phường 00001', 'officer', 'Đối tượng hay đi qua cầu', uuid(1)],
    ]);
  });

  it.each(['viewer@test.local', 'four@test.local', 'gone@test.local'])('%s neither writes nor reads them', async (email) => {
    expect((await write(email, { body: 'x' })).status).toBe(403);
    expect(await notesFor(email)).toEqual([]);
    const client = await town.clientOf(email);
    expect((await client.from('cluster_notes').select('id')).data).toEqual([]);
    expect((await client.from('cluster_note_incidents').select('note_id')).data).toEqual([]);
  });

  it('name no incident that the reader or the writer may not see', async () => {
    expect((await write('one@test.local', { body: 'x', incidentId: uuid(3) })).status).toBe(422);
    expect((await write('commander@test.local', { body: 'về vụ ở phường 4', incidentId: uuid(3) })).status).toBe(201);
    expect((await notesFor('commander@test.local'))[0]?.incidentId).toBe(uuid(3));
    expect((await notesFor('one@test.local'))[0]).toMatchObject({ body: 'về vụ ở phường 4', incidentId: null });
  });

  it.each<[string, unknown]>([['nothing', { body: '  ' }], ['too much', { body: 'x'.repeat(4001) }], ['a zero byte', { body: 'a\0b' }]])('refuse %s', async (_, body) => {
    expect((await write('one@test.local', body)).status).toBe(400);
  });

  it('are composed one way, and tell the members that there is something new', async () => {
    const version = async () => Number((await town.database.owner<{ version: string }[]>`select version from change_topics where topic = 'notes' and key = 'grid/00003'`)[0]?.version ?? 0);
    const before = await version();
    await write('one@test.local', { id: uuid(60), body: 'Đồ'.normalize('NFD') });
    expect((await notesFor('one@test.local')).find(({ id }) => id === uuid(60))?.body).toBe('Đồ'.normalize('NFC'));
    expect(await version()).toBeGreaterThan(before);
    expect(await town.database.owner`select from change_topics where topic = 'notes' and key = 'grid/00004'`).toHaveLength(0);
  });

  it('are never rewritten', async () => {
    await expect(town.database.owner`update cluster_notes set body = 'x'`).rejects.toMatchObject({ code: '42501' });
    await expect(town.database.owner`truncate cluster_notes cascade`).rejects.toMatchObject({ code: '42501' });
  });
});

it('a page counts what its reader sees', async () => {
  const countsFor = async (email: string) => ((await callAs(town, email, getPage, { params: { id: 'trio' } })).body as ClusterPage).counts;
  expect(await countsFor('analyst@test.local')).toMatchObject({ open: 2, overdue: 0, openAssists: 0, last28Days: 1, previous28Days: 1 });
  expect(await countsFor('four@test.local')).toMatchObject({ open: 0, last28Days: 0, previous28Days: 0 });
});
