import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DISPUTE_STAGES } from '../../lib/domain/dispute';
import { buildDisputeTown, countsOf, dayAgo, daysAgo, disputeBody, disputeCalls, itemsOf, pageOf, type StepName } from './support/dispute-town';
import { EVERYBODY } from './support/patrol-town';
import { openTestDatabase, type TestDatabase } from './support/test-database';
import { uuid } from './support/town';

/** 1: received in ward 1. 2: settled in ward 1. 3: mediating in ward 2, of ward 1's cluster. 4: received in ward 4, long overdue. */
let town: TestDatabase;
const { make, list, counts, read, change, step, historyOf } = disputeCalls(() => town);
const COMMANDER = 'commander@test.local';
beforeAll(async () => {
  town = await openTestDatabase();
  await buildDisputeTown(town);
  await make(COMMANDER, disputeBody(1));
  await make(COMMANDER, disputeBody(2));
  await step(COMMANDER, 'settle', 2, { version: 1, settledOn: dayAgo(0), outcome: 'kết quả riêng' });
  await make(COMMANDER, disputeBody(3, {}, 2));
  await step(COMMANDER, 'sessions', 3, { version: 1, action: 'plan', plannedAt: daysAgo(-1), team: 'Tổ 3' });
  await make(COMMANDER, disputeBody(4, { receivedAt: daysAgo(40) }, 4));
});
afterAll(() => town.close());

const ALL = [1, 2, 3, 4];
const VISIBLE: Readonly<Record<string, readonly number[]>> = {
  'admin@test.local': ALL, [COMMANDER]: ALL, 'analyst@test.local': ALL, 'viewer@test.local': [],
  'one@test.local': [1, 2], 'two@test.local': [3], 'three@test.local': [], 'four@test.local': [4], 'gone@test.local': [],
};
/** Number of the open dispute that the account may work on; null for none. */
const OWN: Readonly<Record<string, number | null>> = { 'admin@test.local': 1, [COMMANDER]: 1, 'one@test.local': 1, 'two@test.local': 3, 'four@test.local': 4 };
const commands = (email: string): boolean => email === 'admin@test.local' || email === COMMANDER;
const numbersOf = (ids: readonly string[]): number[] => [...new Set(ids.map((id) => Number(id.slice(-12))))].sort((a, b) => a - b);

const STEPS: readonly (readonly [StepName, object])[] = [
  ['sessions', { action: 'plan', plannedAt: daysAgo(-2), team: 'Tổ 1' }], ['escalations', { to: 'cluster', reason: 'x' }], ['settle', { settledOn: dayAgo(0), outcome: 'x' }],
  ['hand-over', { to: 'court', reason: 'x' }], ['reopen', { reason: 'x' }], ['extend', { dueDay: dayAgo(-60), reason: 'x' }],
];
/** A version that nobody has: whoever gets past the rights meets a conflict, and nothing changes. */
const NOT_A_VERSION = 999;

describe.each(EVERYBODY)('%s', (email) => {
  const visible = VISIBLE[email]!;

  it('sees its disputes by every road and no other, and its words with them', async () => {
    const answer = await list(email);
    expect(answer.status).toBe(email.startsWith('viewer') ? 403 : 200);
    if (answer.status === 200) expect(numbersOf(itemsOf(answer).items.map(({ id }) => id))).toEqual(visible);
    const client = await town.clientOf(email);
    expect(numbersOf(((await client.from('disputes').select('id')).data ?? []).map(({ id }) => id))).toEqual(visible);
    for (const table of ['dispute_history', 'dispute_texts', 'dispute_sessions'] as const) {
      const rows = (await client.from(table).select('dispute_id')).data ?? [];
      expect(numbersOf(rows.map(({ dispute_id }) => dispute_id)).every((number) => visible.includes(number)), table).toBe(true);
      if (visible.length === 0) expect(rows, table).toEqual([]);
    }
    for (const number of ALL) expect((await read(email, number)).status, `${number}`).toBe(visible.includes(number) ? 200 : 404);
    if (visible.includes(2)) expect(pageOf(await read(email, 2)).dispute.outcome).toBe('kết quả riêng');
    expect((await client.from('dispute_receipts').select('*')).error?.code).toBe('42501');
    expect((await client.from('dispute_requests').select('*')).error?.code).toBe('42501');
    expect((await client.from('dispute_history').select('actor_user')).error?.code).toBe('42501');
  });

  it('counts by stage what plain SQL counts: a viewer all, others what they see', async () => {
    const answer = await counts(email);
    const counted = email.startsWith('viewer') ? ALL : visible;
    const rows = await town.database.owner<{ stage: string; n: number }[]>`select stage, count(*)::int as n from disputes where id = any (${counted.map(uuid)}) group by stage`;
    expect(countsOf(answer)).toEqual(Object.fromEntries(DISPUTE_STAGES.map((stage) => [stage, rows.find((row) => row.stage === stage)?.n ?? 0])));
    const ward = await town.database.owner<{ n: number }[]>`select count(*)::int as n from disputes where id = any (${counted.map(uuid)}) and ward_code = '00002' and stage = 'mediating'`;
    expect(countsOf(await counts(email, 'ward=grid/00002')).mediating).toBe(ward[0]?.n);
    expect(countsOf(await counts(email, 'risk=high')).received).toBe(0);
  });

  it.each(ALL)('works on dispute %d only where its role and ward allow; what else it tries is written down', async (number) => {
    const may = commands(email) || (OWN[email] !== undefined && visible.includes(number));
    const refused = visible.includes(number) ? 403 : 404;
    const before = (await historyOf(number)).length;
    const statuses = [(await change(email, number, { version: NOT_A_VERSION, kind: 'debt' })).status];
    for (const [name, body] of STEPS) statuses.push((await step(email, name, number, { version: NOT_A_VERSION, ...body })).status);
    const mayExtend = commands(email);
    expect(statuses).toEqual(['change', ...STEPS.map(([name]) => name)].map((name) => (may && (name !== 'extend' || mayExtend) ? 409 : refused)));
    const attempts = (await historyOf(number)).slice(before);
    const refusals = statuses.filter((status) => status !== 409).length;
    // No more than twenty a minute and account are written down: the third dispute may use that up.
    if (number <= 2) expect(attempts).toHaveLength(refusals);
    expect(attempts).toEqual(Array.from({ length: attempts.length }, () => 'refused'));
    if (visible.includes(number)) expect(pageOf(await read(email, number)).dispute.version).toBe(number === 2 || number === 3 ? 2 : 1);
  });

  it('takes in only where it speaks, and writes nothing past the server', async () => {
    const status = (await make(email, disputeBody(50, { id: undefined, kind: 'war' }))).status;
    expect(status).toBe(['viewer@test.local', 'analyst@test.local'].includes(email) ? 403 : 400);
    if (!commands(email) && email !== 'three@test.local') expect((await make(email, disputeBody(50, { id: crypto.randomUUID() }, 3))).status).toBe(403);
    const client = await town.clientOf(email);
    for (const [name, args] of [['create_dispute', { payload: {} }], ['change_dispute', { payload: {} }], ['set_dispute_rule', { payload: {} }], ['record_dispute_refusal', { dispute: uuid(1), action: 'x', actor: {} }]] as const) {
      expect((await client.rpc(name, args as never)).error?.code, name).toBe('42501');
    }
    expect((await client.from('disputes').update({ kind: 'debt' }).eq('id', uuid(1))).error?.code).toBe('42501');
    expect((await client.from('dispute_texts').insert({ history_id: 1, dispute_id: uuid(1), kind: 'note', body: 'x' })).error?.code).toBe('42501');
  });
});

it('the feed tells the ward of its disputes and a viewer of none', async () => {
  const versions = async (email: string) => new Map(((await (await town.clientOf(email)).from('change_topics').select('key, version').eq('topic', 'disputes')).data ?? []).map(({ key, version }) => [key, version]));
  const [all, four, viewer] = [await versions(COMMANDER), await versions('four@test.local'), await versions('viewer@test.local')];
  expect([[...four.keys()], [...viewer.keys()]]).toEqual([['grid/00004'], []]);
  await make('four@test.local', disputeBody(60, {}, 4));
  expect((await versions(COMMANDER)).get('')).toBe((all.get('') ?? 0) + 1);
  expect((await versions('four@test.local')).get('grid/00004')).toBe((all.get('') ?? 0) + 1);
  await step(COMMANDER, 'escalations', 60, { version: 1, to: 'cluster', reason: 'x' });
  expect((await versions('four@test.local')).get('grid/00004')).toBe((all.get('') ?? 0) + 2);
  await change('one@test.local', 1, { version: 1, risk: 'low' });
  expect((await versions('four@test.local')).get('grid/00004')).toBe((all.get('') ?? 0) + 2);
});
