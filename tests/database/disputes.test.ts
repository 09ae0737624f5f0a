import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDisputeTown, dayAgo, daysAgo, disputeBody, disputeCalls, fieldsOf, itemsOf, pageOf } from './support/dispute-town';
import { openTestDatabase, type TestDatabase } from './support/test-database';
import { uuid } from './support/town';

let town: TestDatabase;
const { make, list, read, change, step, rules, setRule, historyOf } = disputeCalls(() => town);
const [ONE, COMMANDER] = ['one@test.local', 'commander@test.local'];
beforeAll(async () => {
  town = await openTestDatabase();
  await buildDisputeTown(town);
});
afterAll(() => town.close());

const numbersOf = (answer: { body: unknown }) => itemsOf(answer).items.map(({ id }) => Number(id.slice(-12)));

describe('taking in', () => {
  it('finds the ward, sets the last day by the rule, keeps the words apart', async () => {
    const answer = await make(ONE, disputeBody(1));
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    const { dispute, permissions, history } = pageOf(answer);
    expect(dispute).toMatchObject({ version: 1, stage: 'received', ward: { code: '00001' }, editionId: 'grid', dueDay: dayAgo(-9), ruleVersion: 1, description: 'Tiếng ồn ban đêm', incidentId: null, sessions: [], escalations: [] });
    expect(Date.parse(dispute.dueAt)).toBe(Date.parse(`${dayAgo(-10)}T00:00:00+07:00`));
    expect(permissions).toMatchObject({ change: true, settle: true, extend: false, reopen: false });
    expect(history.map(({ kind, actorUnit, remark }) => [kind, actorUnit, remark])).toEqual([['received', 'grid:00001', 'Tiếng ồn ban đêm']]);
    expect(JSON.stringify(history[0]?.after)).not.toContain('Tiếng');
  });

  it('takes the place of an incident, one dispute each', async () => {
    const { lon: _lon, lat: _lat, ...body } = disputeBody(2, { incidentId: uuid(900), risk: 'high' });
    const { dispute } = pageOf(await make(ONE, body));
    expect(dispute).toMatchObject({ incidentId: uuid(900), position: [105.805, 21.005], dueDay: dayAgo(-2) });
    expect(fieldsOf(await make(ONE, { ...body, id: uuid(3) }))).toEqual(['incidentId']);
    expect(numbersOf(await list(ONE, `incident=${uuid(900)}`))).toEqual([2]);
    for (const [incident, status] of [[901, 422], [902, 403], [999, 422]] as const) {
      const refused = await make(ONE, { ...body, id: uuid(3), incidentId: uuid(incident) });
      expect([refused.status, fieldsOf(refused)], `${incident}`).toEqual([status, ['incidentId']]);
    }
  });

  it('makes one of the same sent twice, also at once; another of the same id is refused', async () => {
    const body = disputeBody(4);
    const both = await Promise.all([make(ONE, body), make(ONE, body)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect(fieldsOf(await make(ONE, { ...body, kind: 'debt' }))).toEqual(['id']);
    expect((await make(COMMANDER, body)).status).toBe(409);
    expect(await historyOf(4)).toEqual(['received']);
  });

  it.each<[string, object, number, string]>([
    ['tomorrow', { receivedAt: daysAgo(-1) }, 422, 'receivedAt'],
    ['before any edition', { receivedAt: '1990-01-01T00:00:00+07:00' }, 422, 'receivedAt'],
    ['a place in no ward', { lon: 106 }, 422, 'lon'],
    ['another ward', { lon: 105.815 }, 403, 'lon'],
    ['a field nobody knows', { name: 'ông A' }, 400, 'name'],
    ['no parties', { parties: [] }, 400, 'parties'],
  ])('refuses %s by its field', async (_, more, status, field) => {
    const answer = await make(ONE, disputeBody(97, more));
    expect([answer.status, fieldsOf(answer)]).toEqual([status, [field]]);
    expect(await historyOf(97)).toEqual([]);
  });
});

describe('the course of one', () => {
  it('goes through sessions and escalation to its settlement, and back', async () => {
    await make(ONE, disputeBody(10));
    const planned = pageOf(await step(ONE, 'sessions', 10, { version: 1, action: 'plan', plannedAt: daysAgo(-1), team: 'Tổ hòa giải tổ dân phố 5' }));
    expect(planned.dispute).toMatchObject({ version: 2, stage: 'mediating', sessions: [{ number: 1, heldAt: null, outcome: null, team: 'Tổ hòa giải tổ dân phố 5' }] });
    await step(ONE, 'sessions', 10, { version: 2, action: 'hold', number: 1, heldAt: daysAgo(0.5), outcome: 'not_agreed', nextStep: 'Họp lại tuần sau' });
    const second = pageOf(await step(ONE, 'sessions', 10, { version: 3, action: 'hold', heldAt: daysAgo(0.2), outcome: 'absent', team: 'Tổ hòa giải 6' }));
    expect(second.dispute.sessions.map(({ number, outcome, nextStep }) => [number, outcome, nextStep])).toEqual([[1, 'not_agreed', 'Họp lại tuần sau'], [2, 'absent', null]]);
    expect(itemsOf(await list(ONE, 'state=must_escalate')).items.find(({ id }) => id === uuid(10))?.clock?.state).toBe('must_escalate');
    const raised = pageOf(await step(ONE, 'escalations', 10, { version: 4, to: 'steering_committee', reason: 'hai lần không thành' }));
    expect(raised.dispute.escalations).toMatchObject([{ to: 'steering_committee', byRole: 'officer', byUnit: 'grid:00001', reason: 'hai lần không thành' }]);
    expect(numbersOf(await list(ONE, 'state=must_escalate'))).not.toContain(10);
    expect(numbersOf(await list(ONE, 'state=escalated'))).toEqual([10]);
    const settled = pageOf(await step(ONE, 'settle', 10, { version: 5, settledOn: dayAgo(0), outcome: 'Hai bên thống nhất giờ nghỉ', followUpDay: dayAgo(-14) }));
    expect(settled.dispute).toMatchObject({ stage: 'settled', endedOn: dayAgo(0), followUpDay: dayAgo(-14), outcome: 'Hai bên thống nhất giờ nghỉ' });
    expect(settled.permissions).toMatchObject({ reopen: true, settle: false, session: false });
    for (const [name, body] of [['settle', { settledOn: dayAgo(0), outcome: 'x' }], ['escalations', { to: 'cluster', reason: 'x' }], ['hand-over', { to: 'court', reason: 'x' }]] as const) {
      expect(fieldsOf(await step(ONE, name, 10, { version: 6, ...body })), name).toEqual(['stage']);
    }
    expect(pageOf(await change(ONE, 10, { version: 6, followUpDay: dayAgo(-7) })).dispute.followUpDay).toBe(dayAgo(-7));
    const again = pageOf(await step(ONE, 'reopen', 10, { version: 7, reason: 'tái diễn' }));
    expect(again.dispute).toMatchObject({ stage: 'mediating', endedOn: null, followUpDay: null, dueDay: dayAgo(-10), outcome: null });
    expect(Date.parse(again.dispute.beganAt)).toBeGreaterThan(Date.now() - 60_000);
    expect(itemsOf(await list(ONE, `stage=mediating`)).items.find(({ id }) => id === uuid(10))?.clock?.state).toBe('fresh');
    expect(await historyOf(10)).toEqual(['received', 'session_planned', 'session_held', 'session_held', 'escalated', 'settled', 'changed', 'reopened']);
    expect(again.history.map(({ remark }) => remark)).toEqual(['Tiếng ồn ban đêm', null, 'Họp lại tuần sau', null, 'hai lần không thành', 'Hai bên thống nhất giờ nghỉ', null, 'tái diễn']);
    expect(JSON.stringify(again.history.map(({ before, after }) => [before, after]))).not.toMatch(/Tổ hòa giải|thống nhất|tuần sau|tái diễn/);
  });

  it('ends by handing over or withdrawal, each with its reason', async () => {
    await make(ONE, disputeBody(11));
    await make(ONE, disputeBody(12));
    expect(pageOf(await step(ONE, 'hand-over', 11, { version: 1, to: 'court', reason: 'tranh chấp đất' })).dispute).toMatchObject({ stage: 'handed_over', handedOverTo: 'court', endedOn: dayAgo(0) });
    expect(pageOf(await change(ONE, 12, { version: 1, withdraw: { reason: 'hai bên tự giải quyết' } })).dispute).toMatchObject({ stage: 'withdrawn', endedOn: dayAgo(0) });
    expect(pageOf(await step(ONE, 'reopen', 11, { version: 2, reason: 'tòa trả lại' })).dispute).toMatchObject({ stage: 'received', handedOverTo: null });
  });

  it('comes due sooner when its risk rises, later only by an extension with its reason', async () => {
    await make(ONE, disputeBody(13, { risk: 'low' }));
    expect(pageOf(await change(ONE, 13, { version: 1, risk: 'high', note: 'có đe dọa' })).dispute).toMatchObject({ risk: 'high', dueDay: dayAgo(-3), extended: false });
    expect(pageOf(await change(ONE, 13, { version: 2, risk: 'low' })).dispute.dueDay).toBe(dayAgo(-3));
    expect(fieldsOf(await step(COMMANDER, 'extend', 13, { version: 3, dueDay: dayAgo(-3), reason: 'x' }))).toEqual(['dueDay']);
    const longer = pageOf(await step(COMMANDER, 'extend', 13, { version: 3, dueDay: dayAgo(-30), reason: 'chờ đo đạc' }));
    expect(longer.dispute).toMatchObject({ dueDay: dayAgo(-30), extended: true });
    expect(longer.history.at(-1)).toMatchObject({ kind: 'extended', actorRole: 'commander', remark: 'chờ đo đạc', before: { due_day: dayAgo(-3) } });
  });

  it('serves a request once and lets one of two at once win, showing the other what happened', async () => {
    await make(ONE, disputeBody(14));
    const request = { version: 1, requestId: crypto.randomUUID(), to: 'cluster', reason: 'x' };
    const answers = await Promise.all([step(ONE, 'escalations', 14, request), step(ONE, 'escalations', 14, request)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(pageOf(await read(ONE, 14)).dispute.escalations).toHaveLength(1);
    const race = await Promise.all(['debt', 'land'].map((kind) => change(ONE, 14, { version: 2, kind })));
    expect(race.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = race.find(({ status }) => status === 409)!;
    expect([fieldsOf(lost), (lost.body as { current: { dispute: { version: number } } }).current.dispute.version]).toEqual([['version'], 3]);
  });

  it('refuses what can not be, by its field', async () => {
    await make(ONE, disputeBody(15));
    const cases: [Promise<{ body: unknown }>, string][] = [
      [step(ONE, 'settle', 15, { version: 1, settledOn: dayAgo(-1), outcome: 'x' }), 'settledOn'], [step(ONE, 'settle', 15, { version: 1, settledOn: dayAgo(5), outcome: 'x' }), 'settledOn'],
      [step(ONE, 'sessions', 15, { version: 1, action: 'hold', heldAt: daysAgo(-1), outcome: 'agreed', team: 'x' }), 'heldAt'], [step(ONE, 'sessions', 15, { version: 1, action: 'hold', heldAt: daysAgo(3), outcome: 'agreed', team: 'x' }), 'heldAt'],
      [step(ONE, 'sessions', 15, { version: 1, action: 'hold', number: 4, heldAt: daysAgo(0), outcome: 'agreed' }), 'number'], [step(ONE, 'reopen', 15, { version: 1, reason: 'x' }), 'stage'],
      [change(ONE, 15, { version: 1, followUpDay: dayAgo(-3) }), 'followUpDay'], [change(ONE, 15, { version: 9, risk: 'low' }), 'version'],
    ];
    for (const [answer, field] of cases) expect(fieldsOf(await answer), field).toEqual([field]);
    expect(await historyOf(15)).toEqual(['received']);
  });

  it('keeps its record: nothing is deleted or rewritten, by nobody', async () => {
    const { owner } = town.database;
    for (const statement of ['delete from disputes', 'delete from dispute_sessions', 'update dispute_history set kind = $$x$$', 'delete from dispute_texts', 'update dispute_escalations set at = now()', 'delete from dispute_rules', 'truncate dispute_history cascade']) {
      await expect(owner.unsafe(statement), statement).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('listing', () => {
  it('narrows by stage, ward, risk and state, and goes on from its cursor', async () => {
    await make(COMMANDER, disputeBody(20, { receivedAt: daysAgo(12) }, 4));
    await make(COMMANDER, disputeBody(21, { receivedAt: daysAgo(8), risk: 'low' }, 4));
    await make(COMMANDER, disputeBody(22, { receivedAt: daysAgo(8) }, 4));
    expect(numbersOf(await list(COMMANDER, 'ward=grid/00004'))).toEqual([22, 21, 20]);
    expect(numbersOf(await list(COMMANDER, 'ward=other/00004'))).toEqual([]);
    expect(numbersOf(await list(COMMANDER, 'ward=00004&risk=low'))).toEqual([21]);
    expect(numbersOf(await list(COMMANDER, 'ward=00004&state=must_escalate'))).toEqual([20]);
    expect(numbersOf(await list(COMMANDER, 'ward=00004&state=due_soon,fresh'))).toEqual([22, 21]);
    expect(numbersOf(await list(COMMANDER, 'stage=handed_over,withdrawn'))).toEqual([12]);
    const first = await list(COMMANDER, 'ward=00004&limit=2');
    expect(numbersOf(await list(COMMANDER, `ward=00004&limit=2&cursor=${itemsOf(first).nextCursor ?? ''}`))).toEqual([20]);
    const late = await list(COMMANDER, 'ward=00004&state=must_escalate,due_soon&limit=1');
    expect([numbersOf(late), numbersOf(await list(COMMANDER, `ward=00004&state=must_escalate,due_soon&limit=1&cursor=${itemsOf(late).nextCursor ?? ''}`))]).toEqual([[22], [20]]);
    for (const [query, field] of [['stage=x', 'stage.0'], ['ward=1', 'ward'], ['cursor=x', 'cursor'], ['limit=0', 'limit'], ['colour=red', 'colour']] as const) expect(fieldsOf(await list(COMMANDER, query)), query).toEqual([field]);
  });
});

describe('the rule', () => {
  it('has versions: a new one counts for what comes, the old one stays with what there is', async () => {
    const seen = (await rules(COMMANDER)).body as { rules: { version: number; rule: { days: object }; assumed: boolean }[] };
    expect(seen.rules).toMatchObject([{ version: 1, assumed: true, rule: { days: { high: 3, medium: 10, low: 20 } } }]);
    const rule = { ...seen.rules[0]!.rule, days: { high: 2, medium: 5, low: 9 } };
    expect((await setRule(COMMANDER, { version: 1, rule })).status).toBe(200);
    expect((await setRule(COMMANDER, { version: 1, rule })).status).toBe(200);
    expect(fieldsOf(await setRule('admin@test.local', { version: 1, rule: { ...rule, failedSessions: 3 } }))).toEqual(['version']);
    expect(((await rules(ONE)).body as typeof seen).rules.map(({ version, assumed }) => [version, assumed])).toEqual([[2, false], [1, true]]);
    expect(pageOf(await make(ONE, disputeBody(30))).dispute).toMatchObject({ ruleVersion: 2, dueDay: dayAgo(-4) });
    expect(pageOf(await read(ONE, 1)).dispute).toMatchObject({ ruleVersion: 1, dueDay: dayAgo(-9) });
    expect((await setRule(ONE, { version: 2, rule })).status).toBe(403);
  });
});
