import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimAlarmWatch } from '../../lib/db/alarm-watch';
import { loadEdition } from '../../lib/db/seed/load-edition';
import { addEvery, alarmCalls, alarmsOf, dayAfter, drawOn, forgetMark, pageOf } from './support/alarm-town';
import { buildPatrolTown, EVERYBODY } from './support/patrol-town';
import { openTestDatabase, type TestDatabase } from './support/test-database';

/** Ward 1 has an incident every 20 days from 2023 on; in September 2026 one a day comes at the border with ward 2. */
let town: TestDatabase;
const { list, read, acknowledge, snooze, reopen } = alarmCalls(() => town);
const [ANALYST, COMMANDER] = ['analyst@test.local', 'commander@test.local'];
const ONE = { edition: 'grid', code: '00001' };
const open = async () => alarmsOf(await list(ANALYST));
const theWard = async () => (await open()).find(({ subject, category }) => subject.kind === 'ward' && category === null)!;

beforeAll(async () => {
  town = await openTestDatabase();
  await buildPatrolTown(town);
  await addEvery(town, 1, '2023-01-02', 20, 66, 9.5, ONE);
});
afterAll(() => town.close());

describe('the watch', () => {
  it('finds nothing where nothing changed, and draws nothing twice', async () => {
    expect(await drawOn(town, '2026-08-24')).toEqual({ began: 0, changed: 0, same: 0, ended: 0 });
    expect(await drawOn(town, '2026-08-24')).toBe('nothing');
    const { watch } = (await list(ANALYST)).body as { watch: { charts: number; watchedTo: string } };
    // 4 wards, 3 borders, 1 cluster in force; all kinds and one kind. The last incident is of 24 July: silence of the records is not watched.
    expect(watch).toMatchObject({ charts: 16, watchedTo: '2026-07-26', falseAlarmsPerMonth: 1 });
  });

  it('one process draws at a time, and a claim that another took over writes nothing', async () => {
    await forgetMark(town);
    const first = randomUUID();
    expect(await claimAlarmWatch(town.service, first)).not.toBeNull();
    expect(await claimAlarmWatch(town.service, randomUUID())).toBeNull();
    await town.database.owner`update alarm_watch set claimed_until = now() - interval '1 second'`;
    const second = randomUUID();
    expect(await claimAlarmWatch(town.service, second)).not.toBeNull();
    const payload = { claim: first, mark: {}, edition: 'grid', watched_to: '2026-08-23', charts: 1, false_alarms_per_month: 1, alarms: [] };
    expect((await town.service.rpc('write_alarm_watch', { payload })).data).toEqual({ outcome: 'missing' });
    await town.service.rpc('release_alarm_watch', { claimant: second });
  });

  it('a jump is an alarm of the ward, the border and the cluster, says what and since when, and stays one while it lasts', async () => {
    await addEvery(town, 1_001, '2026-09-01', 1, 20, 9.5, ONE);
    const first = await drawOn(town, '2026-09-21');
    expect(first).toMatchObject({ changed: 0, ended: 0 });
    const found = await open();
    expect(new Set(found.map(({ subject }) => subject.kind))).toEqual(new Set(['ward', 'arc', 'cluster']));
    const alarm = await theWard();
    expect(alarm).toMatchObject({ state: 'new', method: 'events', watchedTo: '2026-09-20', subject: { codes: ['00001'], editionId: 'grid' } });
    expect(alarm.sinceDay >= '2026-08-28' && alarm.sinceDay <= '2026-09-04').toBe(true);
    expect(alarm.evidence.since.count).toBeGreaterThanOrEqual(17);
    expect(alarm.evidence.since.expected).toBeLessThan(2);
    expect(alarm.evidence.countChange.z).toBeGreaterThan(3);
    expect(alarm.evidence.weeks.at(-1)).toMatchObject({ start: '2026-09-14', count: 7, isOver: true });
    await addEvery(town, 1_021, '2026-09-21', 1, 7, 9.5, ONE);
    expect(await drawOn(town, '2026-09-28')).toMatchObject({ began: 0, ended: 0 });
    expect((await theWard()).id).toBe(alarm.id);
    expect((await theWard()).version).toBe(alarm.version + 1);
    expect(pageOf(await read(ANALYST, alarm.id)).history.map(({ kind }) => kind)).toEqual(['began']);
  });
});

describe('work on an alarm', () => {
  it('is acknowledged once however often it is sent; an old version is a conflict with what is now', async () => {
    const { id, version } = await theWard();
    const answers = [await acknowledge(COMMANDER, id, { version, remark: 'đã rõ' }), await acknowledge(COMMANDER, id, { version, remark: 'đã rõ' })];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(pageOf(answers[1]!).alarm).toMatchObject({ state: 'acknowledged', version: version + 1 });
    expect(pageOf(answers[1]!).history.map(({ kind, actorRole, remark }) => [kind, actorRole, remark])).toEqual([['began', null, null], ['acknowledged', 'commander', 'đã rõ']]);
    const late = await acknowledge(ANALYST, id, { version });
    expect(late.status).toBe(409);
    expect((late.body as { current: unknown }).current).toMatchObject({ alarm: { version: version + 1 } });
    expect((await reopen(ANALYST, id, { version: version + 1 })).status).toBe(200);
    expect((await reopen(COMMANDER, id, { version: version + 2 })).status).toBe(422);
  });

  it('what is snoozed comes back when its time is over, or when notably more happens', async () => {
    const { id, version } = await theWard();
    const until = new Date(Date.now() + 3_600_000).toISOString();
    expect((await snooze(ANALYST, id, { version, until: new Date(Date.now() - 1_000).toISOString() })).status).toBe(422);
    expect((await snooze(ANALYST, id, { version, until: new Date(Date.now() + 100 * 86_400_000).toISOString() })).status).toBe(422);
    expect(pageOf(await snooze(ANALYST, id, { version, until })).alarm).toMatchObject({ state: 'snoozed', version: version + 1 });
    await forgetMark(town);
    await drawOn(town, '2026-09-28');
    expect((await theWard()).state).toBe('snoozed');
    // 27 in 28 days when it was laid aside; 27 + 28 more is 2(√55 − √27) = 4.4.
    await addEvery(town, 2_001, '2026-09-28', 0.25, 28, 9.5, ONE);
    await drawOn(town, '2026-10-05');
    expect((await theWard()).state).toBe('new');
    expect(pageOf(await read(ANALYST, id)).history.at(-1)).toMatchObject({ kind: 'returned', after: { because: 'grown' } });
    const again = await theWard();
    await snooze(ANALYST, id, { version: again.version, until });
    await town.database.owner`update alarms set snoozed_until = now() - interval '1 second' where id = ${id}`;
    expect((await town.service.rpc('wake_alarms')).data).toBe(1);
    expect(pageOf(await read(ANALYST, id)).history.at(-1)).toMatchObject({ kind: 'returned', after: { because: 'time' } });
  });

  it('nothing of it is deleted or rewritten', async () => {
    await expect(town.database.owner`delete from alarms`).rejects.toThrow();
    await expect(town.database.owner`update alarm_history set kind = 'x'`).rejects.toThrow();
    await expect(town.database.owner`delete from alarm_remarks`).rejects.toThrow();
  });
});

describe.each(EVERYBODY)('%s', (email) => {
  const role = email.split('@')[0]!;
  const isOffice = ['admin', 'commander', 'analyst'].includes(role);
  // Ward 4 is in no cluster, and the one who left serves nowhere.
  const isNear = ['one', 'two', 'three'].includes(role);

  it('sees what its role and wards allow, and works on it only from the office', async () => {
    const { id, version } = await theWard();
    const everything = (await open()).length;
    const answer = await list(email);
    const client = await town.clientOf(email);
    const rows = (await client.from('alarms').select('id')).data ?? [];
    const said = (await client.from('alarm_remarks').select('remark')).data ?? [];
    if (role === 'viewer') expect([answer.status, rows.length, said.length, (await read(email, id)).status]).toEqual([403, 0, 0, 403]);
    else if (role === 'gone') expect(rows).toHaveLength(0);
    else expect([alarmsOf(answer).length, rows.length, said.length]).toEqual(isOffice || isNear ? [everything, everything, 1] : [0, 0, 0]);
    const tried = await acknowledge(email, id, { version: version - 1 });
    expect(tried.status).toBe(isOffice ? 409 : role === 'four' ? 404 : role === 'gone' ? tried.status : 403);
    expect((await client.from('alarms').update({ state: 'ended' }).eq('id', id)).error?.code).toBe('42501');
    expect((await client.rpc('act_on_alarm', { payload: {} })).error?.code).toBe('42501');
    expect((await client.from('alarm_history').select('actor_user')).error?.code).toBe('42501');
  });
});

describe('the end of an alarm, and a new edition', () => {
  it('an alarm ends when its chart has returned, and a later one is another', async () => {
    const { id } = await theWard();
    await addEvery(town, 3_001, '2026-10-20', 20, 3, 9.5, ONE);
    expect(await drawOn(town, '2026-12-07')).toMatchObject({ began: 0 });
    expect((await open()).filter(({ subject }) => subject.kind === 'ward')).toEqual([]);
    const ended = pageOf(await read(ANALYST, id)).alarm;
    expect(ended).toMatchObject({ state: 'ended' });
    expect((await acknowledge(ANALYST, id, { version: ended.version })).status).toBe(422);
    expect(alarmsOf(await list(ANALYST, 'state=ended')).map((one) => one.id)).toContain(id);
  });

  it('other borders move no incident from chart to chart at their date: steady places stay without alarm', async () => {
    const fresh = await openTestDatabase();
    try {
      await buildPatrolTown(fresh);
      // From 2026-07-01 on ward 1 is halved; its eastern half takes ward 2 in. Thefts are steady: one in 4 days in each half.
      const ring = (west: number, east: number) => [[west, 21], [east, 21], [east, 21.01], [west, 21.01], [west, 21]] as [number, number][];
      const ward = (code: string, west: number, east: number) => ({
        properties: { code, name: `Phường ${code}`, kind: 'phuong', provinceCode: '01', provinceName: 'Thử', lineSource: 'test' }, geometry: { type: 'Polygon' as const, coordinates: [ring(west, east)] },
      });
      await fresh.database.owner`update boundary_editions set effective_to = '2026-06-30' where id = 'grid'`;
      const edition = { id: 'after', title: 'after', titleEn: '', effectiveFrom: '2026-07-01', effectiveTo: null, effectiveNote: '', source: 'test', licence: 'test', accuracyNote: '' };
      const loaded = await loadEdition(fresh.service, { edition: edition as never, wards: [ward('00011', 105.8, 105.805), ward('00012', 105.805, 105.84)], checksum: 'after' });
      expect(loaded.kind).toBe('loaded');
      for (const [first, x, before, after] of [[1, 3, '00001', '00011'], [5_001, 7, '00001', '00012'], [10_001, 15, '00002', '00012']] as const) {
        await addEvery(fresh, first, '2023-01-02', 4, 318, x, { edition: 'grid', code: before });
        await addEvery(fresh, first + 1_000, '2026-07-01', 4, 20, x, { edition: 'after', code: after });
      }
      const counted = await fresh.database.owner<{ owner_code: string; n: number }[]>`
        select owner_code, count(*)::integer as n from incidents where occurred_at >= '2026-07-01' group by 1 order by 1`;
      // By the stored owners, ward 00012 jumps from nothing to 40 in 80 days: an alarm, were it counted so.
      expect(counted).toEqual([{ owner_code: '00011', n: 20 }, { owner_code: '00012', n: 40 }]);
      expect(await drawOn(fresh, '2026-09-21')).toEqual({ began: 0, changed: 0, same: 0, ended: 0 });
      await addEvery(fresh, 20_001, dayAfter('2026-09-21', -14), 0.5, 28, 7, { edition: 'after', code: '00012' });
      expect(await drawOn(fresh, '2026-09-21')).not.toMatchObject({ began: 0 });
      const [alarm] = await fresh.database.owner<{ edition_id: string; codes: string[] }[]>`select edition_id, codes from alarms where subject_kind = 'ward' and category is null`;
      expect(alarm).toEqual({ edition_id: 'after', codes: ['00012'] });
    } finally { await fresh.close(); }
  });
});
