import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../lib/domain/instant';
import { CLOCK_STEPS, DEFAULT_DEADLINES, type Deadlines } from '../../../lib/domain/regulation';
import { dueInstant, findNextDue, isOverdue, listClockReadings, listOverdue, wasLate, type ClockFacts } from '../../../lib/rules/coordination-clock';

const at = (minutes: number): Instant => new Date(Date.UTC(2026, 10, 22, 14, 0) + minutes * 60_000).toISOString() as Instant;
const ms = (minutes: number): number => Date.parse(at(minutes));
const A = { code: '00001', name: 'A' };
const B = { code: '00002', name: 'B' };

const facts = (patch: Partial<ClockFacts> = {}): ClockFacts => ({
  reportedAt: at(0), lead: A, leadConfirmedAt: null, resolvedAt: null, outcomeReturnedAt: null, closedAt: null,
  assists: [], handOvers: [], deadlines: DEFAULT_DEADLINES, setDue: {}, ...patch,
});
const assist = (patch: Partial<ClockFacts['assists'][number]> = {}) => ({ ward: B, status: 'asked' as const, askedAt: at(10), answeredAt: null, finishedAt: null, dueAt: null, ...patch });
const handOver = (patch: Partial<ClockFacts['handOvers'][number]> = {}) => ({ to: B, status: 'offered' as const, offeredAt: at(20), answeredAt: null, dueAt: null, ...patch });
const short = (given: ClockFacts) => listClockReadings(given).map(({ step, startedAt, dueAt, doneAt, ward }) => [step, ward?.code ?? null, startedAt, dueAt, doneAt]);

describe('deadlines', () => {
  it.each([['confirm_lead', 30], ['acknowledge_assist', 15], ['hand_over', 60], ['resolve', 4320], ['return_outcome', 1440]] as const)('%s: %i minutes by the city', (step, minutes) => {
    expect(dueInstant(step, at(7), DEFAULT_DEADLINES)).toBe(at(7 + minutes));
  });

  it('are none where the regulation sets none', () => {
    const none = Object.fromEntries(CLOCK_STEPS.map((step) => [step, null])) as Deadlines;
    for (const step of CLOCK_STEPS) expect(dueInstant(step, at(0), none)).toBeNull();
    expect(findNextDue(listClockReadings(facts({ deadlines: none, assists: [assist()] })))).toBeNull();
  });

  it('have passed a moment after, not at the instant itself, and only for an open step', () => {
    const open = { dueAt: at(30), doneAt: null };
    expect([isOverdue(open, ms(30)), isOverdue(open, ms(30) + 1), isOverdue({ ...open, doneAt: at(90) }, ms(100)), isOverdue({ dueAt: null, doneAt: null }, ms(1e6))]).toEqual([false, true, false, false]);
    expect([wasLate({ dueAt: at(30), doneAt: at(30) }), wasLate({ dueAt: at(30), doneAt: at(31) }), wasLate(open)]).toEqual([false, true, false]);
  });
});

describe('the clock of an incident', () => {
  it('runs from the report on, for the lead', () => {
    expect(short(facts())).toEqual([['confirm_lead', A.code, at(0), at(30), null], ['resolve', A.code, at(0), at(4320), null]]);
  });

  it('counts each assist from its asking and each hand-over from its offer', () => {
    expect(short(facts({ leadConfirmedAt: at(5), assists: [assist()], handOvers: [handOver()] }))).toEqual([
      ['confirm_lead', A.code, at(0), at(30), at(5)], ['resolve', A.code, at(0), at(4320), null],
      ['acknowledge_assist', B.code, at(10), at(25), null], ['hand_over', B.code, at(20), at(80), null],
    ]);
  });

  it('waits for the outcome to be returned from the resolution on', () => {
    expect(short(facts({ resolvedAt: at(100) })).at(-1)).toEqual(['return_outcome', A.code, at(100), at(1540), null]);
    expect(short(facts({ resolvedAt: at(100), outcomeReturnedAt: at(200) })).at(-1)).toEqual(['return_outcome', A.code, at(100), at(1540), at(200)]);
  });

  it('takes a deadline that a commander set, and one stored with an assist', () => {
    const readings = listClockReadings(facts({ setDue: { confirm_lead: at(5), resolve: at(50) }, assists: [assist({ dueAt: at(12) })] }));
    expect(readings.map(({ dueAt }) => dueAt)).toEqual([at(5), at(50), at(12)]);
  });

  it('stops every step when the incident is resolved or closed', () => {
    for (const end of [{ resolvedAt: at(100), outcomeReturnedAt: at(101) }, { closedAt: at(100) }]) {
      expect(listOverdue(listClockReadings(facts({ ...end, assists: [assist()], handOvers: [handOver()] })), ms(1e6))).toEqual([]);
    }
  });

  it('forgets a withdrawn offer and an assist cancelled before it was answered', () => {
    expect(short(facts({ assists: [assist({ status: 'cancelled' })], handOvers: [handOver({ status: 'withdrawn', answeredAt: at(30) })] })).map(([step]) => step)).toEqual(['confirm_lead', 'resolve']);
    expect(short(facts({ assists: [assist({ status: 'cancelled', answeredAt: at(12) })] })).map(([step]) => step)).toContain('acknowledge_assist');
  });

  it('names nobody while nobody leads', () => {
    expect(listClockReadings(facts({ lead: null })).map(({ ward }) => ward)).toEqual([null, null]);
  });

  it('finds what is due next and what is overdue longest', () => {
    const readings = listClockReadings(facts({ assists: [assist()], handOvers: [handOver()] }));
    expect(findNextDue(readings)).toEqual({ step: 'acknowledge_assist', at: at(25) });
    expect(listOverdue(readings, ms(81)).map(({ step }) => step)).toEqual(['acknowledge_assist', 'confirm_lead', 'hand_over']);
    expect(listOverdue(readings, ms(25))).toEqual([]);
  });
});
