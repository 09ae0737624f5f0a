import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../lib/domain/instant';
import { CALENDARS, countSpanDays, listPeriods, MOST_PERIODS, nextPeriodStart, periodStartOf, suggestCalendar, yearBeforeOf, type Calendar } from '../../../lib/trends/reporting-periods';
import { addDays, dayNumberOf, dayOfNumber, dayOfSeconds, dayStartSeconds } from '../../../lib/view/day-arithmetic';

const day = (text: string): Day => text as Day;
const anyDay = fc.integer({ min: dayNumberOf(day('1999-01-01')), max: dayNumberOf(day('2040-12-31')) }).map(dayOfNumber);
const anyCalendar = fc.constantFrom(...CALENDARS);
const LATER = dayStartSeconds(day('2050-01-01'));

describe('the calendars', () => {
  it.each<[Calendar, string, string, string]>([
    ['day', '2024-02-29', '2024-02-29', '2024-02-29'],
    ['week', '2026-11-29', '2026-11-23', '2026-11-29'],
    ['week', '2025-01-01', '2024-12-30', '2025-01-05'],
    ['month', '2024-02-10', '2024-02-01', '2024-02-29'],
    ['reporting_month', '2025-12-14', '2025-11-15', '2025-12-14'],
    ['reporting_month', '2025-12-15', '2025-12-15', '2026-01-14'],
    ['reporting_month', '2026-01-03', '2025-12-15', '2026-01-14'],
    ['quarter', '2026-06-30', '2026-04-01', '2026-06-30'],
    ['quarter', '2026-12-31', '2026-10-01', '2026-12-31'],
    ['year', '2026-11-24', '2026-01-01', '2026-12-31'],
    ['reporting_year', '2026-09-30', '2025-10-01', '2026-09-30'],
    ['reporting_year', '2026-10-01', '2026-10-01', '2027-09-30'],
  ])('%s of %s runs from %s to %s', (calendar, of, from, to) => {
    expect(periodStartOf(calendar, day(of))).toBe(from);
    expect(addDays(nextPeriodStart(calendar, day(from)), -1)).toBe(to);
  });

  it('leave no day out and count none twice', () => {
    fc.assert(fc.property(anyCalendar, anyDay, (calendar, one) => {
      const start = periodStartOf(calendar, one);
      const next = nextPeriodStart(calendar, start);
      expect(start <= one && one < next).toBe(true);
      expect(periodStartOf(calendar, addDays(next, -1))).toBe(start);
      expect(periodStartOf(calendar, next)).toBe(next);
    }));
  });

  it('have the same period a year before: the same name, weeks 52 before, 29 February none', () => {
    fc.assert(fc.property(anyCalendar, anyDay, (calendar, one) => {
      const start = periodStartOf(calendar, one);
      const before = yearBeforeOf(calendar, start);
      if (before === null) return expect([calendar, start.slice(5)]).toEqual(['day', '02-29']);
      expect(periodStartOf(calendar, before)).toBe(before);
      if (calendar === 'week') expect(countSpanDays({ from: before, to: start })).toBe(365);
      else expect(before).toBe(`${String(Number(start.slice(0, 4)) - 1)}${start.slice(4)}`);
    }));
  });
});

describe('the periods of some days', () => {
  it('mark what is cut: the first, the last, and the one that is not over', () => {
    const noon = dayStartSeconds(day('2026-03-10')) + 43_200;
    const list = listPeriods('month', { from: day('2026-01-10'), to: day('2026-04-30') }, noon);
    expect(list.map(({ from, to, isComplete }) => [from, to, isComplete])).toEqual([
      ['2026-01-01', '2026-01-31', false], ['2026-02-01', '2026-02-28', true], ['2026-03-01', '2026-03-31', false],
    ]);
    expect(dayOfSeconds(list[0]!.fromSeconds)).toBe('2026-01-10');
    expect(list[2]!.untilSeconds).toBe(noon);
    expect(list[2]!.yearBefore).toEqual({ from: '2025-03-01', fromSeconds: dayStartSeconds(day('2025-03-01')), untilSeconds: dayStartSeconds(day('2025-03-10')) + 43_200 });
    expect(list[0]!.yearBefore).toMatchObject({ from: '2025-01-10', untilSeconds: dayStartSeconds(day('2025-02-01')) });
  });

  it('compare a leap February with the whole one before, and its cut part with no day of March', () => {
    const [whole] = listPeriods('month', { from: day('2024-02-01'), to: day('2024-02-29') }, LATER);
    expect((whole!.untilSeconds - whole!.fromSeconds) / 86_400).toBe(29);
    expect((whole!.yearBefore!.untilSeconds - whole!.yearBefore!.fromSeconds) / 86_400).toBe(28);
    const [cut] = listPeriods('month', { from: day('2024-02-10'), to: day('2024-03-31') }, LATER);
    expect(cut!.yearBefore!.untilSeconds).toBe(dayStartSeconds(day('2023-03-01')));
    expect(listPeriods('day', { from: day('2024-02-29'), to: day('2024-02-29') }, LATER)[0]!.yearBefore).toBeNull();
  });

  it('cover the days asked for once, in order, now and a year before', () => {
    fc.assert(fc.property(anyCalendar, anyDay, fc.integer({ min: 0, max: 300 }), fc.integer({ min: -100, max: 400 }), (calendar, from, length, known) => {
      const to = addDays(from, length);
      const knownUntil = dayStartSeconds(from) + known * 86_400 + 4_000;
      const list = listPeriods(calendar, { from, to }, knownUntil);
      const end = Math.min(dayStartSeconds(addDays(to, 1)), knownUntil);
      const covered = list.reduce((sum, one) => sum + one.untilSeconds - one.fromSeconds, 0);
      expect(covered).toBe(Math.max(0, end - dayStartSeconds(from)));
      for (const [place, one] of list.entries()) {
        expect(one.untilSeconds).toBeGreaterThan(one.fromSeconds);
        const next = list[place + 1];
        if (next !== undefined) expect(next.fromSeconds).toBe(one.untilSeconds);
        const laterBefore = list.slice(place + 1).find(({ yearBefore }) => yearBefore !== null)?.yearBefore;
        if (one.yearBefore !== null && laterBefore !== undefined && laterBefore !== null) expect(one.yearBefore.untilSeconds).toBeLessThanOrEqual(laterBefore.fromSeconds);
        if (one.yearBefore !== null && !one.isComplete) expect(one.yearBefore.untilSeconds - one.yearBefore.fromSeconds).toBeLessThanOrEqual(one.untilSeconds - one.fromSeconds);
      }
    }));
  });

  it('are the latest of too many, and none before anything is known', () => {
    const many = listPeriods('day', { from: day('2020-01-01'), to: day('2026-01-01') }, LATER);
    expect(many).toHaveLength(MOST_PERIODS);
    expect(many.at(-1)?.from).toBe('2026-01-01');
    expect(listPeriods('day', { from: day('2026-01-01'), to: day('2026-02-01') }, 0)).toEqual([]);
  });

  it('are suggested by how many days there are', () => {
    const of = (to: string): Calendar => suggestCalendar({ from: day('2026-01-01'), to: day(to) });
    expect([of('2026-02-14'), of('2026-02-15'), of('2026-07-19'), of('2026-07-20')]).toEqual(['day', 'week', 'week', 'reporting_month']);
  });
});
