import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeIncident } from '../../lib/db/incident-changes';
import { openCoordinationTown, type CoordinationTown } from './support/coordination';

let town: CoordinationTown;
beforeAll(async () => { town = await openCoordinationTown(); });
afterAll(() => town.close());

const MINUTE_MS = 60_000;
const minutesBetween = (from: string | null | undefined, to: string | null | undefined): number => (Date.parse(to ?? '') - Date.parse(from ?? '')) / MINUTE_MS;
const EARLIER = '2023-06-01T11:58:00+07:00';

describe('a report in the border zone', () => {
  it('asks the wards near, and sets every clock by the regulation', async () => {
    const { incident, coordination, history } = await town.report(1);
    expect(incident).toMatchObject({ lead: { ward: { code: '00002' }, reason: 'first_detector' }, regulationVersion: 1, leadConfirmedAt: null, due: { step: 'acknowledge_assist' } });
    expect(coordination.assists).toMatchObject([{ ward: { code: '00001', name: 'Phường Cống Vị' }, basis: 'automatic', status: 'asked', version: incident.version, note: null }]);
    expect(minutesBetween(incident.reportedAt, incident.due?.at)).toBeCloseTo(15, 3);
    const due = Object.fromEntries(coordination.clock.map(({ step, startedAt, dueAt }) => [step, minutesBetween(startedAt, dueAt)]));
    expect(due).toEqual({ confirm_lead: 30, acknowledge_assist: 15, resolve: 4320 });
    expect(history.map(({ kind }) => kind)).toEqual(['reported']);
  });

  it('inside a ward asks nobody', async () => {
    const { coordination, incident } = await town.report(2, { lon: 0.5, detectedBy: '00001' });
    expect(coordination.assists).toEqual([]);
    expect(incident.due?.step).toBe('confirm_lead');
  });
});

describe('the life of an incident', () => {
  it('runs from the confirmation to the outcome reported back, one entry of history a step', async () => {
    let { incident } = await town.report(10);
    const step = async (who: Parameters<typeof town.patch>[0], body: object): Promise<void> => {
      const answer = await town.patch(who, 10, { version: incident.version, ...body });
      expect(answer.status, JSON.stringify(answer.body.errors)).toBe(200);
      expect(answer.body.incident.version).toBeGreaterThan(incident.version);
      incident = answer.body.incident;
    };
    await step('officer2', { confirmLead: true });
    expect(incident.leadConfirmedAt).not.toBeNull();
    await step('officer2', { status: 'in_progress' });
    await step('officer2', { status: 'resolved', outcome: 'Đã trả lại xe' });
    expect(incident).toMatchObject({ status: 'resolved', due: { step: 'return_outcome' } });
    expect(minutesBetween(incident.resolvedAt, incident.due?.at)).toBeCloseTo(1440, 3);
    await step('officer2', { outcome: 'Đã trả lại xe cho chủ' });
    await step('officer2', { outcomeReturned: true });
    expect(incident.due).toBeNull();
    await step('commander', { status: 'closed' });
    const { history, coordination } = await town.see(10);
    expect(history.map(({ kind }) => kind)).toEqual(['reported', 'lead_confirmed', 'status', 'status', 'outcome', 'outcome_returned', 'status']);
    expect(history.map(({ actorRole }) => actorRole)).toEqual(['commander', 'officer', 'officer', 'officer', 'officer', 'officer', 'commander']);
    expect(coordination.outcome).toBe('Đã trả lại xe cho chủ');
    expect(history[3]).toMatchObject({ remark: 'Đã trả lại xe', actorUnit: 'old:00002', before: { status: 'in_progress', assists: [{ ward: '00001', status: 'asked' }] }, after: { status: 'resolved', assists: [{ ward: '00001', status: 'cancelled' }] } });
    expect(JSON.stringify(history.map(({ before, after }) => [before, after]))).not.toContain('xe');
    expect(coordination.clock.every(({ doneAt }) => doneAt !== null)).toBe(true);
  });

  it.each([
    ['reported', 'reported', 422], ['reported', 'in_progress', 200], ['reported', 'resolved', 200], ['reported', 'closed', 200],
    ['in_progress', 'reported', 422], ['in_progress', 'resolved', 200], ['in_progress', 'closed', 200],
    ['resolved', 'reported', 422], ['resolved', 'in_progress', 200], ['resolved', 'resolved', 422], ['resolved', 'closed', 200],
    ['closed', 'reported', 422], ['closed', 'in_progress', 200], ['closed', 'resolved', 422], ['closed', 'closed', 422],
  ])('%s → %s answers %i', async (from, to, expected) => {
    const number = 1000 + Math.floor(Math.random() * 1e6);
    let { incident } = await town.report(number);
    const outcome = (status: string): object => (status === 'resolved' ? { outcome: 'Xong' } : {});
    if (from !== 'reported') incident = (await town.patch('commander', number, { version: incident.version, status: from, ...outcome(from) })).body.incident;
    const answer = await town.patch('officer2', number, { version: incident.version, status: to, ...outcome(to) });
    expect(answer.status).toBe(expected);
    if (expected === 422) expect(answer.body.errors?.[0]?.field).toBe('status');
    expect((await town.see(number)).incident.status).toBe(expected === 200 ? to : from);
  });

  it('opens again with a new deadline and without the old outcome', async () => {
    const { incident } = await town.report(12);
    const resolved = (await town.patch('officer2', 12, { version: incident.version, status: 'resolved', outcome: 'Xong' })).body.incident;
    const { body } = await town.patch('officer2', 12, { version: resolved.version, status: 'in_progress' });
    expect(body.incident).toMatchObject({ resolvedAt: null, outcomeReturnedAt: null, due: { step: 'resolve' } });
    expect(body.coordination.outcome).toBeNull();
  });

  it.each([[{ status: 'resolved' }], [{}], [{ status: 'closed', confirmLead: true }], [{ outcome: '' }], [{ status: 'asleep' }], [{ lead: { ward: '1', reason: 'x' } }], [{ deadlines: {} }]])(
    'refuses %j as bad input', async (body) => {
      const { incident } = await town.report(2000 + Math.floor(Math.random() * 1e6));
      const answer = await town.patch('commander', Number(incident.id.slice(-12)), { version: incident.version, ...body });
      expect(answer.status).toBe(400);
      expect(answer.body.errors?.length).toBeGreaterThan(0);
    });
});

describe('assistance', () => {
  it('is asked, accepted, finished; each answer compares with the assist, not with the incident', async () => {
    const { incident, coordination } = await town.report(20);
    const [automatic] = coordination.assists;
    const confirmed = await town.patch('officer2', 20, { version: incident.version, confirmLead: true });
    const accepted = await town.post('officer1', 20, 'assists', { action: 'accept', ward: '00001', version: automatic?.version });
    expect(accepted.body.coordination.assists[0]).toMatchObject({ status: 'accepted', version: accepted.body.incident.version });
    expect(accepted.body.incident.due?.step).toBe('resolve');
    expect(confirmed.body.incident.version).toBeLessThan(accepted.body.incident.version);
    const finished = await town.post('officer1', 20, 'assists', { action: 'finish', ward: '00001', version: accepted.body.incident.version, note: 'Đã bàn giao' });
    expect(finished.body.coordination.assists[0]).toMatchObject({ status: 'finished', note: 'Đã bàn giao' });
    expect(finished.body.history.slice(-2)).toMatchObject([
      { kind: 'assist_accepted', before: { assist: { ward: '00001', status: 'asked' } }, after: { assist: { ward: '00001', status: 'accepted' } }, actorUnit: 'new:00001' },
      { kind: 'assist_finished', remark: 'Đã bàn giao' },
    ]);
  });

  it('lets a ward see what it is asked for, and keep seeing what it declined', async () => {
    const { incident } = await town.report(21);
    expect((await town.get('officer3', 21)).status).toBe(404);
    const asked = await town.post('officer2', 21, 'assists', { action: 'ask', ward: '00003', version: incident.version, note: 'Nhờ chặn đầu đường' });
    expect(asked.status).toBe(200);
    const seen = await town.get('officer3', 21);
    expect(seen.body.coordination.assists.find(({ ward }) => ward.code === '00003')).toMatchObject({ basis: 'request', status: 'asked', note: 'Nhờ chặn đầu đường' });
    expect(seen.body.permissions).toMatchObject({ speaksFor: ['00003'], askAssist: false, changeStatus: false });
    const answer = { action: 'decline', ward: '00003', version: asked.body.incident.version };
    expect((await town.post('officer3', 21, 'assists', answer)).body.errors?.[0]?.field).toBe('note');
    const declined = await town.post('officer3', 21, 'assists', { ...answer, note: 'Hết người' });
    expect(declined.body.coordination.assists.find(({ ward }) => ward.code === '00003')).toMatchObject({ status: 'declined', note: 'Hết người' });
    expect((await town.get('officer3', 21)).status).toBe(200);
    expect((await town.post('officer3', 21, 'assists', { ...answer, action: 'finish', version: declined.body.incident.version })).status).toBe(422);
  });

  it('is not asked of the lead, of whom it was asked already, or of a ward there never was', async () => {
    const { incident } = await town.report(22);
    for (const ward of ['00002', '00001', '00099']) {
      const answer = await town.post('officer2', 22, 'assists', { action: 'ask', ward, version: incident.version });
      expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([422, 'ward']);
    }
    expect((await town.post('officer3', 22, 'assists', { action: 'accept', ward: '00003', version: 1 })).status).toBe(404);
    expect((await town.post('commander', 22, 'assists', { action: 'accept', ward: '00003', version: 1 })).status).toBe(422);
  });

  it('is cancelled by the lead and can be asked for again', async () => {
    const { incident } = await town.report(23);
    const cancelled = await town.post('officer2', 23, 'assists', { action: 'cancel', ward: '00001', version: incident.version });
    expect(cancelled.body.incident.due?.step).toBe('confirm_lead');
    const again = await town.post('officer2', 23, 'assists', { action: 'ask', ward: '00001', version: cancelled.body.incident.version });
    expect(again.body.coordination.assists).toMatchObject([{ status: 'asked', basis: 'request', finishedAt: null }]);
  });
});

describe('a hand-over', () => {
  it('is offered, accepted, and moves the lead with everything that follows', async () => {
    const { incident } = await town.report(30);
    const offered = await town.post('officer2', 30, 'hand-overs', { action: 'offer', ward: '00001', version: incident.version, note: 'Xảy ra bên đó' });
    expect(offered.body.coordination.handOvers).toMatchObject([{ from: { code: '00002' }, to: { code: '00001' }, status: 'offered', reason: 'Xảy ra bên đó' }]);
    expect(offered.body.incident.lead.ward?.code).toBe('00002');
    expect((await town.post('officer2', 30, 'hand-overs', { action: 'offer', ward: '00003', version: offered.body.incident.version, note: 'Hay bên kia' })).body.errors?.[0]?.field).toBe('ward');
    const accepted = await town.post('officer1', 30, 'hand-overs', { action: 'accept', version: offered.body.incident.version });
    expect(accepted.body.incident).toMatchObject({ lead: { ward: { code: '00001' }, reason: 'handed_over', assists: [{ code: '00002' }] } });
    expect(accepted.body.incident.leadConfirmedAt).not.toBeNull();
    const resolve = (body: typeof accepted.body) => body.coordination.clock.find(({ step }) => step === 'resolve')?.dueAt;
    expect(resolve(accepted.body)).toBe(resolve(offered.body));
    expect(resolve(accepted.body)).toEqual(expect.any(String));
    expect(accepted.body.incident.lead.trace).toContainEqual(expect.objectContaining({ kind: 'handed_over' }));
    expect(accepted.body.coordination.assists.map(({ ward, status }) => [ward.code, status])).toEqual([['00001', 'cancelled'], ['00002', 'asked']]);
    expect(accepted.body.history.at(-1)).toMatchObject({ kind: 'hand_over_accepted', before: { lead_code: '00002', handOver: { status: 'offered' } }, after: { lead_code: '00001', handOver: { ward: '00001', status: 'accepted' } } });
    expect((await town.post('officer1', 30, 'hand-overs', { action: 'accept', version: offered.body.incident.version })).status).toBe(409);
  });

  it('is declined with a reason or taken back, and the lead stays', async () => {
    const { incident } = await town.report(31);
    const offered = (await town.post('officer2', 31, 'hand-overs', { action: 'offer', ward: '00003', version: incident.version, note: 'Nhờ' })).body.incident;
    expect(offered.due?.step).toBe('acknowledge_assist');
    const declined = await town.post('officer3', 31, 'hand-overs', { action: 'decline', version: offered.version, note: 'Không phải địa bàn' });
    expect(declined.body.coordination.handOvers[0]).toMatchObject({ status: 'declined', answer: 'Không phải địa bàn' });
    const again = (await town.post('officer2', 31, 'hand-overs', { action: 'offer', ward: '00001', version: declined.body.incident.version, note: 'Nhờ' })).body.incident;
    const withdrawn = await town.post('officer2', 31, 'hand-overs', { action: 'withdraw', version: again.version });
    expect(withdrawn.body.coordination.handOvers.map(({ status }) => status)).toEqual(['declined', 'withdrawn']);
    expect(withdrawn.body.incident.lead.ward?.code).toBe('00002');
  });
});

describe('a commander', () => {
  it('decides the lead with a reason and withdraws it; the earlier reason stays in the history', async () => {
    const { incident } = await town.report(40);
    const decided = await town.patch('commander', 40, { version: incident.version, lead: { ward: '00003', reason: 'Có lực lượng sẵn' } });
    expect(decided.body.incident).toMatchObject({ lead: { ward: { code: '00003' }, reason: 'decision' }, leadConfirmedAt: null });
    expect(decided.body.coordination.decisions).toMatchObject([{ ward: { code: '00003' }, reason: 'Có lực lượng sẵn', withdrawnAt: null }]);
    expect(decided.body.coordination.assists.map(({ ward, status }) => [ward.code, status])).toEqual([['00001', 'asked'], ['00002', 'asked']]);
    expect((await town.get('officer3', 40)).body.permissions.confirmLead).toBe(true);
    expect((await town.get('officer2', 40)).body.permissions.confirmLead).toBe(false);
    const withdrawn = await town.patch('admin', 40, { version: decided.body.incident.version, withdrawDecision: { reason: 'Nhầm' } });
    expect(withdrawn.body.incident.lead).toMatchObject({ ward: { code: '00002' }, reason: 'first_detector' });
    expect(withdrawn.body.history.map(({ kind, remark }) => [kind, remark])).toEqual([['reported', null], ['decision', 'Có lực lượng sẵn'], ['decision_withdrawn', 'Nhầm']]);
    expect(withdrawn.body.history[1]).toMatchObject({ before: { lead_reason: 'first_detector', lead_code: '00002' }, after: { lead_reason: 'decision', lead_code: '00003' } });
    expect((await town.patch('admin', 40, { version: withdrawn.body.incident.version, withdrawDecision: { reason: 'Nhầm' } })).status).toBe(422);
  });

  it('sets deadlines that lie ahead', async () => {
    const { incident } = await town.report(41);
    const soon = new Date(Date.now() + 5 * MINUTE_MS).toISOString();
    const set = await town.patch('commander', 41, { version: incident.version, deadlines: { confirm_lead: soon } });
    expect(set.body.incident.due).toEqual({ step: 'confirm_lead', at: soon });
    expect((await town.patch('commander', 41, { version: set.body.incident.version, deadlines: { resolve: '2024-01-01T00:00:00Z' } })).body.errors?.[0]?.field).toBe('deadlines.resolve');
  });
});

describe('a later report of an earlier detection', () => {
  it('moves the lead; the former lead assists, has to confirm nothing, and both see it', async () => {
    const { incident } = await town.report(50);
    await town.patch('officer2', 50, { version: incident.version, confirmLead: true });
    const moved = await town.post('officer1', 50, 'detections', { detectedBy: '00001', detectedAt: EARLIER });
    expect(moved.body.incident).toMatchObject({ lead: { ward: { code: '00001' }, reason: 'first_detector', assists: [{ code: '00002' }] }, leadConfirmedAt: null, detectedBy: { code: '00001' } });
    expect(moved.body.coordination.assists.map(({ ward, status }) => [ward.code, status])).toEqual([['00001', 'cancelled'], ['00002', 'asked']]);
    expect(moved.body.coordination.detections.map(({ ward }) => ward.code)).toEqual(['00001', '00002']);
    expect(moved.body.history.at(-1)).toMatchObject({ kind: 'detected', before: { lead_code: '00002' }, after: { lead_code: '00001', detection: { ward: '00001' } } });
    expect((await town.get('officer2', 50)).status).toBe(200);
    expect((await town.post('officer1', 50, 'detections', { detectedBy: '00001', detectedAt: EARLIER })).body.errors?.[0]?.field).toBe('detectedAt');
  });

  it('of a later one, or by a ward outside the cluster, moves nothing', async () => {
    await town.report(51);
    const later = await town.post('officer1', 51, 'detections', { detectedBy: '00001', detectedAt: '2023-06-01T12:09:00+07:00' });
    expect(later.body.incident.lead.ward?.code).toBe('00002');
    const outsider = await town.post('analyst', 51, 'detections', { detectedBy: '00003', detectedAt: EARLIER });
    expect(outsider.body.incident).toMatchObject({ lead: { ward: { code: '00002' } }, detectedBy: { code: '00003' } });
    expect((await town.get('officer3', 51)).status).toBe(200);
  });

  it('is recorded but moves nothing while a decision stands, and counts once that is withdrawn', async () => {
    const { incident } = await town.report(52);
    const decided = await town.patch('commander', 52, { version: incident.version, lead: { ward: '00002', reason: 'Giữ nguyên' } });
    const detected = await town.post('officer1', 52, 'detections', { detectedBy: '00001', detectedAt: EARLIER });
    expect(detected.body.incident.lead).toMatchObject({ ward: { code: '00002' }, reason: 'decision' });
    expect(detected.body.history.at(-1)?.kind).toBe('detected');
    const withdrawn = await town.patch('commander', 52, { version: detected.body.incident.version, withdrawDecision: { reason: 'Thôi' } });
    expect(withdrawn.body.incident.lead).toMatchObject({ ward: { code: '00001' }, reason: 'first_detector' });
    expect(decided.status).toBe(200);
  });

  it.each([[new Date(Date.now() + 3_600_000).toISOString()], ['2023-05-30T00:00:00+07:00']])('at %s is refused', async (detectedAt) => {
    const { incident } = await town.report(3000 + Math.floor(Math.random() * 1e6));
    const answer = await town.post('commander', Number(incident.id.slice(-12)), 'detections', { detectedBy: '00001', detectedAt });
    expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([400, 'detectedAt']);
  });
});

describe('two at once', () => {
  it('a request sent again changes nothing and answers as before', async () => {
    const { incident } = await town.report(60);
    const body = { version: incident.version, status: 'in_progress', requestId: randomUUID() };
    const [first, second] = await Promise.all([town.patch('officer2', 60, body), town.patch('officer2', 60, body)]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect((await town.patch('officer2', 60, body)).body).toEqual(first.body);
    expect((await town.see(60)).history.map(({ kind }) => kind)).toEqual(['reported', 'status']);
  });

  it('of twenty officers and commanders one wins, and every loser is shown what happened', async () => {
    const { incident } = await town.report(61);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) =>
      town.patch(i % 2 === 0 ? 'officer2' : 'commander', 61, { version: incident.version, status: i % 4 < 2 ? 'in_progress' : 'closed' })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const losers = answers.filter(({ status }) => status === 409);
    expect(losers).toHaveLength(19);
    const now = (await town.see(61)).incident;
    for (const { body } of losers) expect(body.current?.incident).toEqual(now);
    expect((await town.see(61)).history).toHaveLength(2);
  });

  it('a lead worked out on another version is not taken: it has to be worked out again', async () => {
    const { incident } = await town.report(63);
    const change = { verb: 'detection', ward: '00001', detectedAt: EARLIER } as const;
    const lead = { lead_code: '00001', lead_reason: 'first_detector', assist_codes: [], on_request_codes: [], lead_trace: [] };
    const attempt = (computedOn: number) => changeIncident({ id: incident.id, seenVersion: null, change, workedOut: { computed_on: computedOn, lead } }, null, town.service);
    expect(await attempt(incident.version - 1)).toEqual({ kind: 'stale' });
    expect((await town.see(63)).history).toHaveLength(1);
    expect(await attempt(incident.version)).toEqual({ kind: 'changed' });
  });

  it('four different detections at once are all recorded, and the earliest leads', async () => {
    await town.report(62);
    const at = (i: number): string => `2023-06-01T11:${String(50 + i)}:00+07:00`;
    const answers = await Promise.all(Array.from({ length: 4 }, (_, i) => town.post('commander', 62, 'detections', { detectedBy: i % 2 === 0 ? '00001' : '00002', detectedAt: at(i) })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const { coordination, incident } = await town.see(62);
    expect(coordination.detections).toHaveLength(5);
    expect(incident.lead.ward?.code).toBe('00001');
  });
});
