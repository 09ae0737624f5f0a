import { describe, expect, it } from 'vitest';
import type { Day } from '../../../lib/domain/instant';
import { binDays, countDays, shiftDay, suggestUnit } from '../../../lib/domain/zone-bins';

const day = (text: string): Day => text as Day;

describe('binDays', () => {
  it('counts weeks from their Monday, without holes, and nothing outside the period', () => {
    const days = ['2026-01-31', '2026-02-01', '2026-02-02', '2026-02-15', '2026-02-16'].map(day);
    // 2026-02-01 is a Sunday: its week began on 26 January.
    expect(binDays(days, day('2026-02-01'), day('2026-02-15'), 'week')).toEqual({ unit: 'week', starts: ['2026-01-26', '2026-02-02', '2026-02-09'], counts: [1, 1, 1] });
  });

  it('counts months over the end of a year and through February', () => {
    expect(binDays(['2023-12-31', '2024-02-29', '2024-02-29'].map(day), day('2023-12-15'), day('2024-03-01'), 'month'))
      .toEqual({ unit: 'month', starts: ['2023-12-01', '2024-01-01', '2024-02-01', '2024-03-01'], counts: [1, 0, 2, 0] });
  });

  it('loses no day: ten years of days, one each, by both units', () => {
    const [from, to] = [day('2016-03-05'), day('2026-03-04')];
    const days = Array.from({ length: countDays(from, to) }, (_, i) => shiftDay(from, i));
    for (const unit of ['week', 'month'] as const) {
      const { starts, counts } = binDays(days, from, to, unit);
      expect(counts.reduce((a, b) => a + b, 0)).toBe(days.length);
      expect(counts.slice(1, -1).every((one) => (unit === 'week' ? one === 7 : one >= 28 && one <= 31))).toBe(true);
      expect(starts.every((start) => (unit === 'week' ? new Date(`${start}T00:00Z`).getUTCDay() === 1 : start.endsWith('-01')))).toBe(true);
    }
  });

  it('before 1970 as after', () => {
    expect(binDays([day('1969-12-31')], day('1969-12-31'), day('1969-12-31'), 'week')).toEqual({ unit: 'week', starts: ['1969-12-29'], counts: [1] });
  });
});

it('countDays counts both ends; shiftDay goes back and forth; long periods are told by month', () => {
  expect(countDays(day('2024-02-28'), day('2024-03-01'))).toBe(3);
  expect([shiftDay(day('2024-03-01'), -1), shiftDay(day('2023-12-31'), 1)]).toEqual(['2024-02-29', '2024-01-01']);
  expect([suggestUnit(day('2024-01-01'), day('2025-03-04')), suggestUnit(day('2024-01-01'), day('2025-03-06'))]).toEqual(['week', 'month']);
});
