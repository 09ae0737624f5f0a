import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { disputeChangeSchema, disputeEscalationSchema, disputeExtendSchema, disputeHandOverSchema, disputeReopenSchema, disputeSessionSchema, disputeSettleSchema, newDisputeSchema, type Dispute, type DisputeAction, type DisputeHistoryEntry } from '../../../lib/domain/dispute';
import type { Day, Instant } from '../../../lib/domain/instant';
import type { Language } from '../../../lib/format/language';
import { getMessages } from '../../../lib/messages/get-messages';
import { readDisputeClock } from '../../../lib/rules/dispute-clock';
import { readBoardView, writeBoardView } from '../../../lib/view/board-view';
import { DisputeCard } from '../../../components/disputes/dispute-card';
import { listDisputeFaults, nextRole, startDispute, toNewDispute } from '../../../components/disputes/dispute-draft';
import { DisputeFacts } from '../../../components/disputes/dispute-facts';
import { listStepFaults, listSteps, toStepRequest, type StepDraft, type StepKind, type StepWanted } from '../../../components/disputes/dispute-step';
import { DisputeTimeline } from '../../../components/disputes/dispute-timeline';
import { describeChanges, describeClock, describeParties, listCards } from '../../../components/disputes/dispute-words';
import { parseRuleDraft, toRuleDraft } from '../../../components/disputes/rule-dialog';
import { SessionList } from '../../../components/disputes/session-list';
import { PreferencesProvider } from '../../../components/ui/preferences';

const at = (text: string): Instant => new Date(text).toISOString() as Instant;
const day = (text: string): Day => text as Day;
const NOW = Date.parse('2026-11-10T12:00:00+07:00');
const dispute: Dispute = {
  id: '0190d3a0-1111-7222-8333-444455556666', version: 3, incidentId: null, position: [105.8, 21.03], editionId: 'grid', ward: { code: '00160', name: 'Phường Nghĩa Đô' }, kind: 'neighbours',
  parties: [{ role: 'neighbour', count: 2 }, { role: 'landlord', count: 1 }], source: 'mediation_team', risk: 'medium', stage: 'mediating', receivedAt: at('2026-11-01T08:00:00+07:00'), beganAt: at('2026-11-01T08:00:00+07:00'),
  dueDay: day('2026-11-11'), dueAt: at('2026-11-12T00:00:00+07:00'), extended: false, ruleVersion: 1, rule: { days: { high: 3, medium: 10, low: 20 }, warnShare: 1 / 3, failedSessions: 2, highRiskSessionHours: 48 },
  handedOverTo: null, endedOn: null, followUpDay: null, sessions: [], escalations: [], description: 'Tiếng ồn', outcome: null, changedAt: at('2026-11-02T08:00:00+07:00'),
};
const [vi, en] = [getMessages('vi'), getMessages('en')];
const render = (node: ReactElement, language: Language = 'vi'): string => renderToStaticMarkup(createElement(PreferencesProvider, { initialLanguage: language, initialTheme: 'light', children: node }));
const REQUEST = '0190d3a0-1111-7222-8333-444455557777';

describe('words', () => {
  it('tell state, cause and time, in both languages', () => {
    const clock = (part: Partial<Dispute>, now = NOW) => readDisputeClock({ ...dispute, ...part }, now)!;
    expect(describeClock(clock({}), 'vi', vi)).toBe('Sắp đến hạn · còn 1 ngày');
    expect(describeClock(clock({}, Date.parse('2026-11-14T00:00:00+07:00')), 'vi', vi)).toBe('Phải báo cấp trên: quá hạn · quá 2 ngày');
    expect(describeClock(clock({ risk: 'high' }), 'en', en)).toBe('Must be escalated: high risk and no session yet · 1 day left');
    expect(describeParties(dispute.parties, 'vi', vi)).toBe('hàng xóm × 2, chủ nhà');
  });

  it('sort the board: what must be escalated, then due soon, then the oldest; ended ones by their end', () => {
    const one = (id: string, part: Partial<Dispute>): Dispute => ({ ...dispute, id, ...part });
    const open = [
      one('young', { dueAt: at('2026-12-30') }), one('old', { dueAt: at('2026-12-30'), receivedAt: at('2026-10-01') }), one('soon', {}), one('late', { dueAt: at('2026-11-09') }), one('other', { stage: 'received' }),
      one('raised', { escalations: [{ to: 'commander', at: at('2026-11-05'), byRole: null, byUnit: null, reason: null }] }),
    ];
    expect(listCards(open, 'mediating', NOW).map(({ dispute: { id } }) => id)).toEqual(['late', 'soon', 'old', 'young', 'raised']);
    const ended = [one('first', { stage: 'settled', endedOn: day('2026-11-01') }), one('last', { stage: 'settled', endedOn: day('2026-11-09') })];
    expect(listCards(ended, 'settled', NOW).map(({ dispute: { id } }) => id)).toEqual(['last', 'first']);
  });

  it('tell what an entry of the history changed, and never a code', () => {
    const entry = (kind: string, before: unknown, after: unknown): DisputeHistoryEntry => ({ id: 1, at: at('2026-11-01'), actorRole: 'officer', actorUnit: 'grid:00160', kind, before, after, remark: null });
    expect(describeChanges(entry('extended', { due_day: '2026-11-11' }, { due_day: '2026-11-20' }), vi)).toEqual(['Hạn: 11/11/2026 → 20/11/2026']);
    expect(describeChanges(entry('changed', { risk: 'low' }, { risk: 'high' }), vi)).toEqual(['Nguy cơ thấp → Nguy cơ cao']);
    expect(describeChanges(entry('session_held', { stage: 'received' }, { stage: 'mediating', outcome: 'absent' }), en)).toEqual(['Received → In mediation', 'A party was absent']);
    expect(describeChanges(entry('escalated', null, { raised_to: 'steering_committee' }), vi)).toEqual(['Ban chỉ đạo 138 phường']);
    expect(describeChanges(entry('handed_over', { stage: 'received' }, { stage: 'handed_over', handed_over_to: 'court' }), vi)).toEqual(['Mới tiếp nhận → Đã chuyển', 'Tòa án']);
    expect(describeChanges(entry('received', null, null), vi)).toEqual([]);
  });
});

describe('a step', () => {
  const draft: StepDraft = { moment: '2026-11-10T20:00', team: ' Tổ 5 ', choice: '', day: day('2026-11-20'), followUp: null, text: ' vì sao ' };
  const wants = (kind: StepKind, session?: number): StepWanted => (session === undefined ? { kind } : { kind, session });
  it.each<[StepWanted, string, { safeParse: (body: unknown) => { success: boolean } }, string]>([
    [wants('plan'), '', disputeSessionSchema, '/sessions'], [wants('hold'), 'absent', disputeSessionSchema, '/sessions'], [wants('hold', 2), 'agreed', disputeSessionSchema, '/sessions'], [wants('escalate'), 'cluster', disputeEscalationSchema, '/escalations'],
    [wants('settle'), '', disputeSettleSchema, '/settle'], [wants('hand_over'), 'court', disputeHandOverSchema, '/hand-over'], [wants('reopen'), '', disputeReopenSchema, '/reopen'], [wants('extend'), '', disputeExtendSchema, '/extend'],
    [wants('risk'), 'high', disputeChangeSchema, ''], [wants('note'), '', disputeChangeSchema, ''], [wants('withdraw'), '', disputeChangeSchema, ''],
  ])('%j is sent as the server takes it', (wanted, choice, schema, path) => {
    const full = { ...draft, choice };
    expect([...listStepFaults(wanted, full)]).toEqual([]);
    const request = toStepRequest(wanted, full, dispute, REQUEST);
    expect(request.path).toBe(`/api/disputes/${dispute.id}${path}`);
    expect(schema.safeParse(request.body), JSON.stringify(request.body)).toMatchObject({ success: true });
    expect(JSON.stringify(request.body)).toContain(REQUEST);
  });

  it('tells what it lacks', () => {
    const empty: StepDraft = { moment: '2026-11-10T', team: ' ', choice: '', day: null, followUp: null, text: ' ' };
    const faults = (kind: StepKind, session?: number): string => [...listStepFaults(wants(kind, session), empty)].join(' ');
    expect([faults('plan'), faults('hold'), faults('hold', 1), faults('escalate'), faults('settle'), faults('extend'), faults('risk'), faults('note'), faults('follow_up')]).toEqual([
      'moment team', 'moment team choice', 'moment choice', 'choice text', 'day text', 'day text', 'choice', 'text', 'day',
    ]);
  });

  it('is offered as role and stage allow', () => {
    const may = (...actions: DisputeAction[]) => Object.fromEntries(['change', 'session', 'escalate', 'settle', 'hand_over', 'withdraw', 'reopen', 'extend'].map((name) => [name, actions.includes(name as DisputeAction)])) as Record<DisputeAction, boolean>;
    expect(listSteps({ permissions: may('change', 'session', 'escalate', 'settle', 'hand_over', 'withdraw'), dispute })).toEqual(['plan', 'hold', 'escalate', 'settle', 'hand_over', 'risk', 'note', 'withdraw']);
    expect(listSteps({ permissions: may('change', 'reopen'), dispute: { ...dispute, stage: 'settled' } })).toEqual(['note', 'follow_up', 'reopen']);
    expect(listSteps({ permissions: may(), dispute })).toEqual([]);
  });
});

describe('a dispute being written', () => {
  it('is sent as the server takes it, by place or by incident', () => {
    const draft = { ...startDispute('2026-11-10T08:00'), place: '21,0375; 105,8105', description: ' ồn ' };
    expect([...listDisputeFaults(draft, null)]).toEqual([]);
    expect(newDisputeSchema.safeParse(toNewDispute(draft, null, REQUEST)).data).toMatchObject({ lon: 105.8105, lat: 21.0375, description: 'ồn', parties: [{ role: 'neighbour', count: 2 }] });
    expect(newDisputeSchema.safeParse(toNewDispute({ ...draft, place: '' }, dispute.id, REQUEST)).data).toMatchObject({ incidentId: dispute.id });
  });

  it('tells what it lacks and offers each role once', () => {
    const draft = { ...startDispute('2026-11-10T'), parties: [{ role: 'spouse' as const, count: '1' }] };
    expect([...listDisputeFaults(draft, null)]).toEqual(['place', 'parties', 'received']);
    expect([...listDisputeFaults({ ...draft, parties: [{ role: 'spouse', count: 'x' }, { role: 'relative', count: '4' }] }, dispute.id)]).toEqual(['parties', 'received']);
    expect(nextRole([{ role: 'spouse', count: '1' }])).toBe('relative');
  });
});

describe('on the screen', () => {
  it('a card says its state in words', () => {
    const [card] = listCards([{ ...dispute, dueAt: at('2026-11-09') }], 'mediating', NOW);
    const html = render(createElement(DisputeCard, { card: card!, nowMs: NOW }));
    expect(html).toContain('data-state="must_escalate"');
    expect(html).toContain('Phải báo cấp trên: quá hạn');
    expect(html).toContain('hàng xóm × 2, chủ nhà');
    expect(html).toContain('tiếp nhận 9 ngày trước');
  });

  it('facts, sessions and course are complete, in both languages', () => {
    const full: Dispute = { ...dispute, stage: 'settled', endedOn: day('2026-11-09'), outcome: 'Đã thống nhất', followUpDay: day('2026-11-30'), extended: true, escalations: [{ to: 'cluster', at: at('2026-11-05'), byRole: 'officer', byUnit: 'grid:00160', reason: null }] };
    const facts = render(createElement(DisputeFacts, { dispute: full }));
    for (const text of ['hết ngày 11/11/2026', 'đã gia hạn', 'Đã thống nhất', '30/11/2026', 'Cụm liên kết', 'Đã giải quyết · 09/11/2026']) expect(facts).toContain(text);
    const sessions = [{ number: 1, plannedAt: at('2026-11-03T20:00:00+07:00'), heldAt: null, team: 'Tổ 5', outcome: null, nextStep: null }, { number: 2, plannedAt: null, heldAt: at('2026-11-04T20:00:00+07:00'), team: 'Tổ 5', outcome: 'partly' as const, nextStep: 'Họp lại' }];
    const list = render(createElement(SessionList, { sessions, onRecord: () => undefined }), 'en');
    expect([list.match(/session-record/g)?.length, list.includes('Planned for 20:00 03/11/2026'), list.includes('Partly agreed'), list.includes('Họp lại')]).toEqual([1, true, true, true]);
    expect(render(createElement(SessionList, { sessions, onRecord: null }))).not.toContain('session-record');
    const history: DisputeHistoryEntry[] = [{ id: 1, at: at('2026-11-01'), actorRole: 'officer', actorUnit: 'grid:00160', kind: 'received', before: null, after: {}, remark: 'Tiếng ồn' }, { id: 2, at: at('2026-11-02'), actorRole: 'viewer', actorUnit: null, kind: 'refused', before: null, after: { action: 'settle' }, remark: null }];
    const course = render(createElement(DisputeTimeline, { history, nameUnit: () => 'phường Nghĩa Đô' }));
    expect(course.indexOf('Thao tác bị từ chối')).toBeLessThan(course.indexOf('Tiếp nhận'));
    expect(course).toContain('Cán bộ phường · phường Nghĩa Đô');
    expect(course).not.toContain('00160');
  });

  it('an address keeps the view of the board', () => {
    for (const text of ['', 'ward=grid/00160', 'risk=high', 'ward=grid/00160&risk=low']) expect(writeBoardView(readBoardView(new URLSearchParams(text)))).toBe(text);
    expect(readBoardView(new URLSearchParams('ward=<b>&risk=x'))).toEqual({ ward: null, risk: null });
  });

  it('a rule is read as it was written', () => {
    expect(parseRuleDraft(toRuleDraft(dispute.rule), dispute.rule)).toEqual(dispute.rule);
    expect(parseRuleDraft({ ...toRuleDraft(dispute.rule), warn: '50', high: '2' }, dispute.rule)).toMatchObject({ warnShare: 0.5, days: { high: 2 } });
    for (const bad of [{ high: '0' }, { low: 'x' }, { warn: '99' }, { hours: '' }, { failed: '1.5' }]) expect(parseRuleDraft({ ...toRuleDraft(dispute.rule), ...bad }, dispute.rule)).toBeNull();
  });
});
