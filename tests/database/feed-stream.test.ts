import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { GET } from '../../app/api/live/route';
import { useBackend } from '../../lib/db/backend';
import { getLiveHub } from '../../lib/http/live-hub';
import { LiveReader } from './support/live-reader';
import { openTestDatabase, type TestDatabase } from './support/test-database';
import { buildTown, importIncidents, incidentRow, uuid } from './support/town';

let town: TestDatabase;
const open: LiveReader[] = [];

beforeAll(async () => {
  town = await openTestDatabase();
  await buildTown(town);
  await importIncidents(town.service, [incidentRow(1)]);
  useBackend(town.api);
});
afterEach(async () => {
  for (const reader of open.splice(0)) reader.leave();
  await expect.poll(() => getLiveHub().size).toBe(0);
  expect(getLiveHub().bus.size).toBe(0);
  expect(getLiveHub().bus.audienceCount).toBe(0);
});
afterAll(async () => {
  await getLiveHub().close();
  await town.close();
});

/** A reader that has said hello. */
async function read(who: string, query = '', headers: Readonly<Record<string, string>> = {}): Promise<LiveReader> {
  const reader = await LiveReader.open(await town.tokenOf(`${who}@test.local`), query, headers);
  open.push(reader);
  await expect.poll(() => reader.names).toContain('hello');
  return reader;
}

const newest = async (): Promise<number> => Number((await town.database.owner`select max(version) as version from incidents`)[0]?.['version']);
/** Long enough for an event that should not come. */
const settle = () => sleep(400);

describe('who is told what', () => {
  it('each reader exactly what row level security shows it, the others not a byte', async () => {
    const [one, three, moved, viewer, analyst] = await Promise.all(['officer1', 'officer3', 'moved', 'viewer', 'analyst'].map((who) => read(who)));
    for (const reader of [one, three, moved, viewer, analyst]) reader?.forget();
    await importIncidents(town.service, [incidentRow(10, { owner_code: '00003', lead_code: '00001', lead_reason: 'first_detector' }), incidentRow(11, { owner_code: '00003' })]);
    await importIncidents(town.service, [incidentRow(12, { owner_code: '00004' })]);
    await expect.poll(() => analyst?.numbers).toEqual([10, 11, 12]);
    await settle();
    expect(viewer?.numbers).toEqual([10, 11, 12]);
    expect(three?.numbers).toEqual([10, 11]);
    expect(one?.numbers).toEqual([10]);
    expect(moved?.numbers).toEqual([10, 11]);
    await importIncidents(town.service, [incidentRow(13, { owner_code: '00001' })]);
    await expect.poll(() => one?.numbers).toEqual([10, 13]);
    await settle();
    expect(three?.changes().map(({ version }) => version)).toHaveLength(1);
  });

  it('no content, no ward, no name', async () => {
    const analyst = await read('analyst');
    await importIncidents(town.service, [incidentRow(20, { summary: 'a secret' })]);
    await expect.poll(() => analyst.numbers).toEqual([20]);
    const told = JSON.parse(analyst.events.find(({ name }) => name === 'change')?.data ?? '') as object;
    expect(told).toEqual({ topic: 'incidents', version: await newest(), changed: [{ id: uuid(20), version: await newest() }] });
  });

  it('an empty list when something leaves a reader\'s sight', async () => {
    await importIncidents(town.service, [incidentRow(30, { owner_code: '00003', assist_codes: ['00001'] })]);
    const one = await read('officer1');
    one.forget();
    await town.database.owner`update incidents set assist_codes = '{}' where id = ${uuid(30)}`;
    await expect.poll(() => one.changes()).toEqual([{ topic: 'incidents', version: await newest(), changed: [] }]);
  });

  it('a change of a cluster, to everybody; one of patrols, to the wards concerned', async () => {
    const [one, three] = [await read('officer1'), await read('officer3')];
    await town.database.owner`update clusters set name = 'Cụm khác'`;
    await expect.poll(() => [one.changes('clusters').length, three.changes('clusters').length]).toEqual([1, 1]);
    await town.database.owner`select private.announce('patrols', array['old/00003'])`;
    await expect.poll(() => three.changes('patrols').length).toBe(1);
    await settle();
    expect(one.changes('patrols')).toEqual([]);
  });

  it('nothing of notes to a viewer', async () => {
    const [viewer, analyst] = [await read('viewer'), await read('analyst')];
    await town.database.owner`select private.announce('notes', array['old/00001'])`;
    await expect.poll(() => analyst.changes('notes').length).toBe(1);
    await settle();
    expect(viewer.changes('notes')).toEqual([]);
  });

  it('what an officer newly sees once the cluster takes another ward in', async () => {
    const one = await read('officer1');
    await town.database.owner`insert into cluster_members (cluster_id, edition_id, ward_code) values ('pair', 'old', '00003')`;
    await expect.poll(() => one.names.at(-1)).toBe('bye');
    const again = await read('officer1');
    await importIncidents(town.service, [incidentRow(40, { owner_code: '00003' })]);
    await expect.poll(() => again.numbers).toEqual([40]);
    await town.database.owner`update cluster_members set superseded_at = now() where ward_code = '00003'`;
    await expect.poll(() => again.names.at(-1)).toBe('bye');
  });
});

describe('coming back', () => {
  it('begins with what changed since, then says hello; by Last-Event-ID before the address', async () => {
    const since = await newest();
    await importIncidents(town.service, [incidentRow(50), incidentRow(51, { owner_code: '00004' }), incidentRow(52)]);
    for (const reader of [await read('officer1', `?since=${String(since)}`), await read('officer1', '?since=0', { 'last-event-id': String(since) })]) {
      expect(reader.names.slice(0, 2)).toEqual(['change', 'hello']);
      expect(reader.numbers).toEqual([50, 52]);
      expect(reader.events[0]?.lastId).toBe(String(await newest()));
    }
    const nothing = await read('officer1', `?since=${String(await newest())}`);
    expect(nothing.names[0]).toBe('hello');
  });

  it('names no ids when there are more than a screen can use', async () => {
    const since = await newest();
    await importIncidents(town.service, Array.from({ length: 201 }, (_, number) => incidentRow(1_000 + number)));
    const reader = await read('analyst', `?since=${String(since)}`);
    expect(reader.changes()).toEqual([{ topic: 'incidents', version: await newest(), changed: [] }]);
  });

  it('misses nothing while changes pour in', async () => {
    const since = await newest();
    const numbers = Array.from({ length: 60 }, (_, number) => 2_000 + number);
    const writing = (async () => { for (const number of numbers) await importIncidents(town.service, [incidentRow(number)]); })();
    const readers = await Promise.all(Array.from({ length: 8 }, async (_, place) => {
      await sleep(place * 20);
      return read(place % 2 === 0 ? 'officer1' : 'analyst', `?since=${String(since)}`);
    }));
    await writing;
    for (const reader of readers) {
      await expect.poll(() => [...new Set(reader.numbers)].sort((a, b) => a - b)).toEqual(numbers);
      const versions = reader.changes().map(({ version }) => version);
      expect(versions).toEqual([...versions].sort((a, b) => a - b));
    }
  });

  it('hears what happened while the server could not listen', async () => {
    const [one, analyst] = [await read('officer1'), await read('analyst')];
    const { owner } = town.database;
    await owner.begin(async (sql) => {
      const cut = await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen %'`;
      expect(cut.length).toBeGreaterThan(0);
      // Committed before the listener can be back: this NOTIFY reaches nobody.
      await sql`update incidents set status = 'closed' where id = ${uuid(1)}`;
    });
    await expect.poll(() => [one.numbers, analyst.numbers], { timeout: 15_000 }).toEqual([[1], [1]]);
    await importIncidents(town.service, [incidentRow(60)]);
    await expect.poll(() => one.numbers, { timeout: 2_000 }).toEqual([1, 60]);
  });

  it('hears of a change although its notification was lost, within the time of a comparison', async () => {
    const one = await read('officer1');
    await town.database.owner.begin(async (sql) => {
      await sql`create or replace function pg_temp.nothing() returns void language sql as ''`;
      await sql`alter table incidents disable trigger incidents_6_announce_update`;
      await sql`update incidents set status = 'resolved' where id = ${uuid(1)}`;
      await sql`insert into change_topics (topic, key, version) select 'incidents', key, (select max(version) from incidents) from unnest(array['', 'old/00001']) as key
        on conflict (topic, key) do update set version = excluded.version`;
      await sql`alter table incidents enable trigger incidents_6_announce_update`;
    });
    await expect.poll(() => one.numbers, { timeout: 25_000, interval: 200 }).toEqual([1]);
  });
});

describe('the end of a stream', () => {
  it('comes within 30 s when the account is disabled, and it can not come back', async () => {
    const reader = await read('moved');
    const { owner } = town.database;
    await owner`update profiles set disabled_at = now() where user_id = (select id from auth.users where email = 'moved@test.local')`;
    await expect.poll(() => reader.isEnded, { timeout: 30_000, interval: 200 }).toBe(true);
    expect(reader.events.at(-1)).toMatchObject({ name: 'bye', data: '{"reason":"session"}' });
    const refused = await LiveReader.open(await town.tokenOf('moved@test.local'));
    expect(refused.response.status).toBe(401);
  });

  it('comes within 30 s for an account whose role changed right after it opened, while another still sees the same', async () => {
    const commander = await read('commander');
    const demoted = await read('analyst');
    const setRole = (role: string) => town.database.owner`update profiles set role = ${role} where user_id = (select id from auth.users where email = 'analyst@test.local')`;
    await setRole('officer');
    await expect.poll(() => demoted.isEnded, { timeout: 30_000, interval: 200 }).toBe(true);
    expect(commander.isEnded).toBe(false);
    await setRole('analyst');
  });

  it('leaves nothing behind, however many come and go', async () => {
    const token = await town.tokenOf('analyst@test.local');
    for (let round = 0; round < 10; round++) {
      const readers = await Promise.all(Array.from({ length: 10 }, () => LiveReader.open(token)));
      if (round % 2 === 0) await sleep(5);
      for (const reader of readers) reader.leave();
    }
    await expect.poll(() => getLiveHub().size).toBe(0);
  });

  it('comes for a reader that does not read: it is dropped instead of filling the memory', async () => {
    const request = new Request('http://localhost/api/live', { headers: { authorization: `Bearer ${await town.tokenOf('analyst@test.local')}` } });
    await GET(request, { params: Promise.resolve({}) });
    await expect.poll(() => getLiveHub().bus.size).toBe(1);
    for (let beat = 0; beat < 300; beat++) getLiveHub().bus.beat();
    expect(getLiveHub().size).toBe(1);
    for (let beat = 0; beat < 1_000; beat++) getLiveHub().bus.beat();
    expect(getLiveHub().size).toBe(0);
  });

  it('refuses the twenty-first stream of an account', async () => {
    const token = await town.tokenOf('viewer@test.local');
    const readers = await Promise.all(Array.from({ length: 21 }, () => LiveReader.open(token)));
    open.push(...readers);
    expect(readers.map(({ response }) => response.status).sort()).toEqual([...Array.from({ length: 20 }, () => 200), 503]);
  });
});

describe('the request', () => {
  it.each([['?since=-1', {}, 'since'], ['?since=x', {}, 'since'], ['?after=1', {}, 'after'], ['', { 'last-event-id': 'x' }, 'Last-Event-ID']])('%s %j is refused by naming %s', async (query, headers, field) => {
    const reader = await LiveReader.open(await town.tokenOf('viewer@test.local'), query, headers);
    expect(reader.response.status).toBe(400);
    await expect.poll(() => reader.isEnded).toBe(true);
    expect(reader.response.headers.get('content-type')).toBe('application/problem+json');
    expect(field).not.toBe('');
  });

  it('needs a session, and its answer may be neither kept nor packed', async () => {
    expect((await LiveReader.open('no-token')).response.status).toBe(401);
    const { headers } = (await read('viewer')).response;
    expect(headers.get('content-type')).toContain('text/event-stream');
    expect(headers.get('cache-control')).toContain('no-transform');
    expect(headers.get('x-accel-buffering')).toBe('no');
  });
});
