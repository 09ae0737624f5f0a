import { describe, expect, it } from 'vitest';
import type { DisputeRisk, DisputeRule, DisputeStage, SessionOutcome } from '../../../lib/domain/dispute';
import type { Day, Instant } from '../../../lib/domain/instant';
import { dueDayAfter, dueDayOf, readDisputeClock, type ClockedDispute } from '../../../lib/rules/dispute-clock';

const RULE: DisputeRule = { days: { high: 3, medium: 10, low: 20 }, warnShare: 1 / 3, failedSessions: 2, highRiskSessionHours: 48 };
const day = (text: string): Day => text as Day;
/** Hours after the intake, which is at midnight of 1 November in Viet Nam. */
const BEGAN = Date.parse('2026-11-01T00:00:00+07:00');
const at = (hours: number): Instant => new Date(BEGAN + hours * 3_600_000).toISOString() as Instant;

type Row = [string, { stage?: DisputeStage; risk?: DisputeRisk; dueHours?: number; began?: number; sessions?: [number | null, SessionOutcome | null][]; escalations?: [number, 'steering_committee' | 'cluster' | 'commander'][]; now: number }, string | null, string[]];
const rows: Row[] = [
  ['just received', { now: 0 }, 'fresh', []],
  ['a moment before a third is left', { now: 159.999 }, 'fresh', []],
  ['exactly a third left', { now: 160 }, 'due_soon', []],
  ['the last moment of the last day', { now: 239.999 }, 'due_soon', []],
  ['the first moment after it', { now: 240 }, 'must_escalate', ['overdue']],
  ['one failed session', { now: 50, sessions: [[40, 'not_agreed']] }, 'fresh', []],
  ['two failed sessions', { now: 50, sessions: [[40, 'not_agreed'], [45, 'absent']] }, 'must_escalate', ['failed_sessions']],
  ['partly agreed is no failure', { now: 50, sessions: [[40, 'partly'], [45, 'absent']] }, 'fresh', []],
  ['a planned session is none yet', { now: 50, sessions: [[40, 'absent'], [null, null]] }, 'fresh', []],
  ['high risk, 47 hours without a session', { risk: 'high', now: 47.9 }, 'fresh', []],
  ['high risk, 48 hours without a session', { risk: 'high', now: 48 }, 'must_escalate', ['no_session']],
  ['high risk, a session planned only', { risk: 'high', now: 48, sessions: [[null, null]] }, 'must_escalate', ['no_session']],
  ['high risk, a session held', { risk: 'high', now: 48, sessions: [[47, 'partly']] }, 'fresh', []],
  ['medium risk may wait', { now: 60 }, 'fresh', []],
  ['every cause, the earliest first', { risk: 'high', now: 300, sessions: [] }, 'must_escalate', ['no_session', 'overdue']],
  ['escalated early, nothing wrong', { now: 10, escalations: [[5, 'steering_committee']] }, 'escalated', []],
  ['escalated after the failed sessions', { now: 50, sessions: [[40, 'absent'], [45, 'absent']], escalations: [[46, 'cluster']] }, 'escalated', ['failed_sessions']],
  ['escalated before the second failed', { now: 50, sessions: [[40, 'absent'], [45, 'absent']], escalations: [[44, 'cluster']] }, 'must_escalate', ['failed_sessions']],
  ['escalated, then overdue: again', { now: 250, sessions: [[40, 'absent'], [45, 'absent']], escalations: [[46, 'cluster']] }, 'must_escalate', ['overdue']],
  ['with the commander already, then overdue', { now: 250, escalations: [[46, 'commander']] }, 'escalated', ['overdue']],
  ['opened again: what was before does not count', { began: 100, dueHours: 340, now: 110, sessions: [[40, 'absent'], [45, 'absent']], escalations: [[46, 'cluster']] }, 'fresh', []],
  ['opened again, high risk, old session', { risk: 'high', began: 100, dueHours: 340, now: 148, sessions: [[40, 'agreed']] }, 'must_escalate', ['no_session']],
  ['extended: no longer overdue', { dueHours: 480, now: 250 }, 'fresh', []],
  ['settled', { stage: 'settled', now: 999 }, null, []],
  ['handed over', { stage: 'handed_over', now: 999 }, null, []],
  ['withdrawn', { stage: 'withdrawn', now: 999 }, null, []],
];

describe('the clock of a dispute', () => {
  it.each(rows)('%s', (_, { stage = 'mediating', risk = 'medium', dueHours = 240, began = 0, sessions = [], escalations = [], now }, state, causes) => {
    const dispute: ClockedDispute = {
      stage, risk, beganAt: at(began), dueAt: at(dueHours), rule: RULE, sessions: sessions.map(([held, outcome]) => ({ heldAt: held === null ? null : at(held), outcome })),
      escalations: escalations.map(([when, to]) => ({ at: at(when), to })),
    };
    const clock = readDisputeClock(dispute, Date.parse(at(now)));
    expect(clock?.state ?? null).toBe(state);
    expect(clock?.causes.map(({ cause }) => cause) ?? []).toEqual(causes);
    if (clock !== null) expect(clock.leftMs).toBe(Date.parse(at(dueHours)) - Date.parse(at(now)));
  });

  it('tells since when each cause stands, and follows the rule it is given', () => {
    const dispute: ClockedDispute = { stage: 'received', risk: 'high', beganAt: at(0), dueAt: at(72), rule: { ...RULE, highRiskSessionHours: 24, failedSessions: 1 }, sessions: [], escalations: [] };
    expect(readDisputeClock(dispute, Date.parse(at(80)))?.causes).toEqual([{ cause: 'no_session', since: at(24) }, { cause: 'overdue', since: at(72) }]);
    const held = { ...dispute, sessions: [{ heldAt: at(10), outcome: 'absent' as const }] };
    expect(readDisputeClock(held, Date.parse(at(20)))?.causes).toEqual([{ cause: 'failed_sessions', since: at(10) }]);
  });
});

describe('the last day', () => {
  it('is counted from the day it begins, by risk, across months', () => {
    expect((['high', 'medium', 'low'] as const).map((risk) => dueDayOf(day('2026-02-25'), risk, RULE))).toEqual(['2026-02-28', '2026-03-07', '2026-03-17']);
    expect(dueDayOf(day('2028-02-26'), 'high', RULE)).toBe('2028-02-29');
  });

  it('comes forward when the risk rises and never goes back when it falls', () => {
    expect(dueDayAfter(day('2026-11-20'), day('2026-11-05'), 'high', RULE)).toBe('2026-11-08');
    expect(dueDayAfter(day('2026-11-06'), day('2026-11-05'), 'high', RULE)).toBe('2026-11-06');
    expect(dueDayAfter(day('2026-11-06'), day('2026-11-05'), 'low', RULE)).toBe('2026-11-06');
  });
});
