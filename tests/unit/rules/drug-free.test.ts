import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../lib/domain/instant';
import { decideDrugFree, drugFreeWindowFrom, shiftMonths } from '../../../lib/rules/drug-free';

const day = (text: string) => text as Day;
const dayAt = (number: number): Day => new Date(number * 86_400_000).toISOString().slice(0, 10) as Day;

describe('months', () => {
  it.each([['2024-02-29', -12, '2023-02-28'], ['2024-03-31', -1, '2024-02-29'], ['2023-01-31', 1, '2023-02-28'], ['2025-11-30', 3, '2026-02-28'], ['2024-01-15', -1, '2023-12-15']])('%s and %i months is %s', (from, months, to) => {
    expect(shiftMonths(day(from), months)).toBe(to);
  });

  it('that count begin the day after the one so many months earlier', () => expect(drugFreeWindowFrom(day('2024-12-31'), 12)).toBe('2024-01-01'));
});

// day, months, drug incidents, records from → status, since, incidents that count
describe('whether a ward is free of drugs', () => {
  it.each<[string, string, number, string[], string | null, string, string | null, number]>([
    ['nothing recorded, records long enough', '2024-12-31', 12, [], '2020-01-01', 'free', '2020-12-31', 0],
    ['records that begin with the window', '2024-12-31', 12, [], '2024-01-01', 'free', '2024-12-31', 0],
    ['records a day too short', '2024-12-31', 12, [], '2024-01-02', 'not_known', null, 0],
    ['no records', '2024-12-31', 12, [], null, 'not_known', null, 0],
    ['records that begin later', '2024-12-31', 12, [], '2025-01-01', 'not_known', null, 0],
    ['an incident on the day itself', '2024-12-31', 12, ['2024-12-31'], '2020-01-01', 'not_free', null, 1],
    ['one on the first day that counts', '2024-12-31', 12, ['2024-01-01'], '2020-01-01', 'not_free', null, 1],
    ['one on the last that does not', '2024-12-31', 12, ['2023-12-31'], '2020-01-01', 'free', '2024-12-31', 0],
    ['one within the window settles it in spite of short records', '2024-12-31', 12, ['2024-06-01'], '2024-06-01', 'not_free', null, 1],
    ['one that is still to come', '2024-12-31', 12, ['2025-01-01'], '2020-01-01', 'free', '2020-12-31', 0],
    ['several, two of them count', '2024-12-31', 12, ['2024-05-05', '2019-01-01', '2024-04-04'], '2019-01-01', 'not_free', null, 2],
    ['another number of months', '2024-12-31', 3, ['2024-06-01'], '2020-01-01', 'free', '2024-09-01', 0],
  ])('%s', (_, on, months, incidents, from, status, since, count) => {
    expect(decideDrugFree(day(on), months, incidents.map(day), from as Day | null)).toMatchObject({ status, since, incidents: count });
  });

  it('holds since the day it says and not on the day before, as trying every day finds', () => {
    const first = 18_000;
    fc.assert(fc.property(fc.array(fc.integer({ min: first, max: first + 900 }), { maxLength: 4 }), fc.integer({ min: first, max: first + 500 }), fc.integer({ min: 1, max: 14 }), (days, from, months) => {
      const drugs = days.map(dayAt);
      const on = dayAt(first + 900);
      const decided = decideDrugFree(on, months, drugs, dayAt(from));
      let since: Day | null = null;
      // The rule once more, day by day: no incident and records in every one of the days that count.
      for (let number = first + 900; number > from - 40; number -= 1) {
        const today = dayAt(number);
        const begin = drugFreeWindowFrom(today, months);
        if (dayAt(from) > begin || drugs.some((one) => one >= begin && one <= today)) break;
        since = today;
      }
      expect(decided.since).toBe(since);
      expect(decided.status === 'free').toBe(since !== null);
    }), { numRuns: 150, seed: 7 });
  });
});
