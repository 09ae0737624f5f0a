import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatabaseClient } from '../../lib/db/clients';
import { openTestDatabase, type TestDatabase } from './support/test-database';
import { buildTown, importIncidents, incidentRow, OUTSIDERS, uuid } from './support/town';

let town: TestDatabase;
let listening: Sql;
let heard: { topic: string; version: number; keys: string[] | null }[] = [];

beforeAll(async () => {
  town = await openTestDatabase();
  await buildTown(town);
  listening = postgres(town.database.apiUrl, { max: 1, onnotice: () => undefined });
  await listening.listen('giap_ranh_change', (text) => { heard.push(JSON.parse(text) as (typeof heard)[number]); });
});
afterAll(async () => {
  await listening.end();
  await town.close();
});

const versionsOf = async (email: string): Promise<Record<string, number>> =>
  ((await (await town.clientOf(email)).rpc('live_state')).data as { versions: Record<string, number> }).versions;

const changesOf = async (client: DatabaseClient, since: number, most = 200) =>
  ((await client.rpc('live_state', { since, most })).data as { changed: { id: string; version: number }[] }).changed;

/** Waits until everything announced so far was heard; NOTIFY arrives in the order of the commits. */
async function hearAll(): Promise<void> {
  const mark = `mark-${String(performance.now())}`;
  await town.database.owner`select pg_notify('giap_ranh_change', ${JSON.stringify({ topic: mark })})`;
  await expect.poll(() => heard.at(-1)?.topic).toBe(mark);
}

/** What is announced while something is done. */
async function announcedBy(work: () => Promise<unknown>): Promise<typeof heard> {
  await hearAll();
  heard = [];
  await work();
  await hearAll();
  return heard.slice(0, -1);
}

describe('what is announced', () => {
  it('names topic, version and the wards concerned, nothing of the content', async () => {
    const [notice, ...more] = await announcedBy(() => importIncidents(town.service, [
      incidentRow(1, { owner_code: '00003', lead_code: '00001', lead_reason: 'first_detector', assist_codes: ['00002'] }), incidentRow(2),
    ]));
    expect(more).toEqual([]);
    expect(Object.keys(notice ?? {}).sort()).toEqual(['keys', 'topic', 'version']);
    expect(notice).toMatchObject({ topic: 'incidents', keys: ['old/00001', 'old/00002', 'old/00003'] });
    expect(notice?.version).toBe((await versionsOf('analyst@test.local'))['incidents']);
  });

  it('names the wards before and after a change, and those of what was deleted', async () => {
    const { owner } = town.database;
    await importIncidents(town.service, [incidentRow(3, { owner_code: '00003', assist_codes: ['00001'] })]);
    expect(await announcedBy(() => owner`update incidents set assist_codes = '{00002}' where id = ${uuid(3)}`)).toMatchObject([{ keys: ['old/00001', 'old/00002', 'old/00003'] }]);
    const before = (await versionsOf('analyst@test.local'))['incidents'] ?? 0;
    await importIncidents(town.service, [incidentRow(4, { owner_code: '00004' })]);
    await owner`alter table incident_history disable trigger user`;
    await owner`delete from incident_history where incident_id = ${uuid(4)}`;
    await owner`alter table incident_history enable trigger user`;
    const [gone] = await announcedBy(() => owner`delete from incidents where id = ${uuid(4)}`);
    expect(gone).toMatchObject({ topic: 'incidents', keys: ['old/00004'] });
    expect(gone?.version).toBeGreaterThan(before + 1);
  });

  it('is silent about a statement that touched nothing, and about a transaction that was rolled back', async () => {
    const { owner } = town.database;
    expect(await announcedBy(async () => {
      await importIncidents(town.service, [incidentRow(1)]);
      await owner`update incidents set status = 'closed' where id = ${uuid(999)}`;
      await owner.begin(async (sql) => {
        await sql`update incidents set status = 'closed' where id = ${uuid(1)}`;
        throw new Error('changed my mind');
      }).catch(() => undefined);
    })).toEqual([]);
  });

  it.each([
    ['clusters', `update clusters set name = name`], ['cluster_members', `update cluster_members set valid_from = valid_from`],
    ['cluster_leads', `update cluster_leads set valid_to = valid_to`], ['regulations', `update regulations set border_width_metres = 90`],
    ['focus_areas', `delete from focus_areas`], ['settings', `insert into settings (key, value) values ('made_up', '1')`],
    ['units', `update units set duty_desk_phone = '113' where id = 'old:00001'`],
  ])('tells everybody of a change of %s', async (_, statement) => {
    const before = await versionsOf('officer3@test.local');
    expect(await announcedBy(() => town.database.owner.unsafe(statement))).toMatchObject([{ topic: 'clusters', keys: null }]);
    expect((await versionsOf('officer3@test.local'))['clusters']).toBe((before['clusters'] ?? 0) + 1);
  });

  it('names no wards when there are too many for a notification', async () => {
    const many = Array.from({ length: 200 }, (_, number) => `a-rather-long-edition-of-forty-letters-00/${String(number).padStart(5, '0')}`);
    const [notice] = await announcedBy(() => town.database.owner`select private.announce('patrols', ${many}::text[])`);
    expect(notice).toMatchObject({ topic: 'patrols', keys: null });
  });
});

describe('versions', () => {
  it('of what does not concern an officer stay as they were', async () => {
    const before = { one: await versionsOf('officer1@test.local'), three: await versionsOf('officer3@test.local'), viewer: await versionsOf('viewer@test.local') };
    await importIncidents(town.service, [incidentRow(20, { owner_code: '00003' })]);
    await town.database.owner`select private.announce('notes', array['old/00003'])`;
    expect(await versionsOf('officer1@test.local')).toEqual(before.one);
    const three = await versionsOf('officer3@test.local');
    expect(three['incidents']).toBeGreaterThan(before.three['incidents'] ?? 0);
    expect(three['notes']).toBeGreaterThan(before.three['notes'] ?? 0);
    const viewer = await versionsOf('viewer@test.local');
    expect(viewer['incidents']).toBe(three['incidents']);
    expect([viewer['notes'], (await versionsOf('analyst@test.local'))['notes']]).toEqual([0, three['notes']]);
  });

  it('move when something leaves an officer\'s sight', async () => {
    await importIncidents(town.service, [incidentRow(21, { owner_code: '00003', assist_codes: ['00001'] })]);
    const before = (await versionsOf('officer1@test.local'))['incidents'] ?? 0;
    await town.database.owner`update incidents set assist_codes = '{}' where id = ${uuid(21)}`;
    expect((await versionsOf('officer1@test.local'))['incidents']).toBeGreaterThan(before);
    expect(await changesOf(await town.clientOf('officer1@test.local'), before)).toEqual([]);
    expect((await changesOf(await town.clientOf('analyst@test.local'), before)).map(({ id }) => id)).toEqual([uuid(21)]);
  });

  it('become visible in their order, whoever commits first', async () => {
    const { owner } = town.database;
    const seen: number[] = [];
    await Promise.all(Array.from({ length: 20 }, (_, number) => owner.begin(async (sql) => {
      await sql`select private.announce('patrols', array['old/00001'])`;
      await sql`select pg_sleep(${(20 - number) / 2000})`;
      const [row] = await sql<{ version: string }[]>`select version from change_topics where (topic, key) = ('patrols', '')`;
      seen.push(Number(row?.version));
    })));
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(new Set(seen).size).toBe(20);
  });

  it('are nothing to outsiders, and nobody may write them', async () => {
    for (const email of OUTSIDERS) {
      const client = await town.clientOf(email);
      expect((await versionsOf(email))['incidents'], email).toBe(0);
      expect(await changesOf(client, 0), email).toEqual([]);
    }
    for (const email of ['admin@test.local', 'officer1@test.local']) {
      const client = await town.clientOf(email);
      expect((await client.from('change_topics').update({ version: 9 }).eq('topic', 'incidents')).error?.code, email).toBe('42501');
    }
  });
});

describe('changes since a version', () => {
  it('are those the account may see, oldest first, no more than asked for', async () => {
    await importIncidents(town.service, [incidentRow(30), incidentRow(31, { owner_code: '00002' }), incidentRow(32, { owner_code: '00004' })]);
    const officer = await changesOf(await town.clientOf('officer1@test.local'), 0);
    expect(officer.map(({ version }) => version)).toEqual(officer.map(({ version }) => version).sort((a, b) => a - b));
    expect(officer.map(({ id }) => id)).toEqual(expect.arrayContaining([uuid(30), uuid(31)]));
    expect(officer.map(({ id }) => id)).not.toContain(uuid(32));
    expect(await changesOf(await town.clientOf('officer1@test.local'), 0, 2)).toEqual(officer.slice(0, 2));
  });
});
