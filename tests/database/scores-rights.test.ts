import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScoreList, WardScorePage } from '../../lib/domain/score-page';
import { EVERYBODY } from './support/patrol-town';
import { buildScoreTown, entryBody, pageOf, periodBody, scoreCalls, setBody } from './support/score-town';
import { openTestDatabase, type TestDatabase } from './support/test-database';
import { uuid } from './support/town';

/** Periods 11 (everywhere, open), 12 (cluster, open) and 13 (everywhere, closed); points by hand of ward 1 in each. */
let town: TestDatabase;
const { makeSet, putSet, readSet, makePeriod, change, enter, close, read, list, ward } = scoreCalls(() => town);
const ANALYST = 'analyst@test.local';
const WRITERS = ['admin@test.local', 'commander@test.local', ANALYST];

beforeAll(async () => {
  town = await openTestDatabase();
  await buildScoreTown(town);
  await makeSet(ANALYST, setBody(1));
  for (const [number, more] of [[11, {}], [12, { scope: 'cluster', clusterId: 'trio' }], [13, { name: 'Đã chốt' }]] as const) {
    await makePeriod(ANALYST, periodBody(number, 1, more));
    expect((await enter(ANALYST, number, entryBody(number + 100))).status).toBe(201);
  }
  expect((await close('commander@test.local', 13, { version: 1 })).status).toBe(200);
}, 60_000);
afterAll(() => town.close());

const numbersOf = (ids: readonly string[]): number[] => ids.map((id) => Number(id.slice(-12))).sort((a, b) => a - b);

describe.each(EVERYBODY)('%s', (email) => {
  const writes = WRITERS.includes(email);
  const own = { 'one@test.local': '00001', 'two@test.local': '00002', 'three@test.local': '00003', 'four@test.local': '00004' }[email];
  const inCluster = own !== undefined && own !== '00004';
  const sees = writes || own !== undefined;
  /** Wards whose scores are seen where all are scored. */
  const near = writes ? ['00001', '00002', '00003', '00004'] : inCluster ? ['00001', '00002', '00003'] : own === undefined ? [] : [own];
  const cluster = writes || inCluster;

  it('sees the scores that its role answers for', async () => {
    const { periods, sets, mayWrite } = (await list(email)).body as ScoreList;
    expect([numbersOf(periods.map(({ id }) => id)), sets.length, mayWrite]).toEqual([sees ? (cluster ? [11, 12, 13] : [11, 13]) : [], sees ? 1 : 0, writes]);
    expect([(await read(email, 11)).status, (await read(email, 12)).status, (await read(email, 13)).status, (await readSet(email, 1)).status])
      .toEqual([sees ? 200 : 404, cluster ? 200 : 404, sees ? 200 : 404, sees ? 200 : 404]);
    if (!sees) return;
    for (const number of [11, 13]) {
      const page = pageOf(await read(email, number));
      expect([page.wards.map((one) => one.ward.code), page.isPartialSight]).toEqual([near, !writes]);
      expect(page.entries.map(({ basis }) => basis)).toEqual(near.includes('00001') ? ['biên bản chấm số 3'] : []);
      expect(page.history.some(({ subject }) => subject === 'entry')).toBe(writes);
    }
    if (cluster) expect(pageOf(await read(email, 12)).wards.length).toBe(3);
  });

  it('unfolds to records what is its own, or everything', async () => {
    for (const number of [11, 12, 13]) {
      for (const code of ['00001', '00002', '00003', '00004']) {
        const answer = await ward(email, number, code);
        const visible = number === 12 ? cluster && code !== '00004' : near.includes(code);
        expect(answer.status, `${number} ${code}`).toBe(visible ? 200 : 404);
        if (visible) expect((answer.body as WardScorePage).records !== null, `${number} ${code}`).toBe(writes || code === own);
      }
    }
  });

  it('reads the tables by the same rules, and writes nothing past the server', async () => {
    const client = await town.clientOf(email);
    expect(numbersOf(((await client.from('score_periods').select('id')).data ?? []).map(({ id }) => id))).toEqual(sees ? (cluster ? [11, 12, 13] : [11, 13]) : []);
    expect(((await client.from('score_results').select('ward_key').order('ward_key')).data ?? []).map(({ ward_key }) => ward_key)).toEqual(near.map((code) => `grid/${code}`));
    expect(((await client.from('score_result_records').select('ward_key').order('ward_key')).data ?? []).map(({ ward_key }) => ward_key)).toEqual((writes ? near : own === undefined ? [] : [own]).map((code) => `grid/${code}`));
    expect(numbersOf(((await client.from('score_texts').select('entry_id')).data ?? []).map(({ entry_id }) => entry_id))).toEqual(near.includes('00001') ? [111, 112, 113] : []);
    expect(((await client.from('score_sets').select('version')).data ?? []).length).toBe(sees ? 1 : 0);
    expect((await client.from('score_receipts').select('*')).error?.code).toBe('42501');
    expect((await client.from('score_history').select('actor_user')).error?.code).toBe('42501');
    const days = { from_day: '2022-01-01', to_day: '2022-12-31', as_of: '2023-06-01T00:00:00Z' };
    for (const [name, args] of [
      ['score_counts', days], ['score_records', { ...days, ward: 'grid/00001' }], ['put_score_set', { payload: {} }], ['make_score_period', { payload: {} }], ['change_score_period', { payload: {} }],
      ['enter_score', { payload: {} }], ['close_score_period', { payload: {} }], ['record_score_refusal', { period: uuid(11), action: 'x', actor: {} }],
    ] as const) expect((await client.rpc(name, args as never)).error?.code, name).toBe('42501');
    expect((await client.from('score_periods').update({ name: 'x' }).eq('id', uuid(11))).error?.code).toBe('42501');
    expect((await client.from('score_entries').insert({ id: uuid(99), period_id: uuid(11), criterion: 'by_hand', ward_key: 'grid/00001', value: 1, out_of: 10 })).error?.code).toBe('42501');
  });

  it('writes by its role; what it may not do to a period in sight is written down', async () => {
    if (writes) {
      expect((await change(email, 11, { version: 99, name: 'x' })).status).toBe(409);
      expect((await close(email, 11, { version: 99 })).status).toBe(email === ANALYST ? 403 : 409);
      return;
    }
    const refused = await Promise.all([
      makeSet(email, setBody(91)), putSet(email, 1, { version: 1, name: 'x', criteria: [] }), makePeriod(email, periodBody(92, 1)), change(email, 11, { version: 1, name: 'x' }), enter(email, 11, entryBody(93)), close(email, 11, { version: 1 }),
    ]);
    expect(refused.map(({ status }) => status)).toEqual(sees ? [403, 403, 403, 403, 403, 403] : [403, 404, 403, 404, 404, 404]);
    const [noted] = await town.database.owner`select count(*)::int as n from score_history h join auth.users u on u.id = h.actor_user where kind = 'refused' and u.email = ${email}`;
    expect(noted?.['n']).toBe(sees ? 3 : 0);
  });
});

it('the feed tells officers of scores, and viewers nothing', async () => {
  const versionsOf = async (email: string) => ((await (await town.clientOf(email)).from('change_topics').select('key, version').eq('topic', 'scores')).data ?? []).map(({ version }) => version);
  const before = await versionsOf('four@test.local');
  await change(ANALYST, 11, { version: 1, name: 'Năm 2022 (sửa)' });
  expect(Math.max(...await versionsOf('four@test.local'))).toBeGreaterThan(Math.max(0, ...before));
  expect(await versionsOf('viewer@test.local')).toEqual([]);
});
