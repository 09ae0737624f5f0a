import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, type Day } from '../../../lib/domain/instant';
import { addDays, dayOfNumber, dayOfSeconds, dayStartSeconds } from '../../../lib/view/day-arithmetic';
import { TIME_BIN_UNITS } from '../../../lib/view/map-view';
import { resolvePeriod } from '../../../lib/view/resolve-period';
import { binLastDay, binStartOf, buildTimeBins, chooseBinUnit } from '../../../lib/view/time-bins';

const day = fc.integer({ min: 7000, max: 25_000 }).map(dayOfNumber);
const asDay = (text: string): Day => text as Day;

describe('days in Viet Nam', () => {
  it('agree with Intl for any second', () => {
    fc.assert(fc.property(fc.integer({ min: 600_000_000, max: 2_200_000_000 }), (seconds) => {
      expect(dayOfSeconds(seconds)).toBe(dayOf(new Date(seconds * 1000).toISOString()));
    }));
  });

  it('begin at 17:00 UTC of the day before', () => {
    expect(new Date(dayStartSeconds(asDay('2025-07-01')) * 1000).toISOString()).toBe('2025-06-30T17:00:00.000Z');
    expect(addDays(asDay('2024-02-28'), 2)).toBe('2024-03-01');
  });
});

describe('periods', () => {
  const today = asDay('2026-11-22');
  it.each([
    ['7', '2026-11-16', '2026-11-22'], ['28', '2026-10-26', '2026-11-22'], ['90', '2026-08-25', '2026-11-22'], ['year', '2026-01-01', '2026-11-22'], ['all', null, null],
  ] as const)('%s ends on the day it is read', (preset, from, to) => {
    expect(resolvePeriod({ kind: 'preset', preset }, today)).toEqual({ from, to });
  });
});

describe('time bins', () => {
  it('tile the days without gap or overlap and reach the last day', () => {
    fc.assert(fc.property(fc.constantFrom(...TIME_BIN_UNITS), day, fc.integer({ min: 0, max: 2500 }), (unit, first, span) => {
      const last = addDays(first, span);
      const bins = buildTimeBins(unit, { from: null, to: null }, first, last);
      expect(binLastDay(bins, bins.starts.length - 2) >= last).toBe(true);
      expect(bins.starts.length).toBeLessThanOrEqual(241);
      for (let i = 0; i < bins.starts.length - 1; i++) {
        expect(binStartOf(binLastDay(bins, i), unit)).toBe(bins.starts[i]);
        expect(addDays(binLastDay(bins, i), 1)).toBe(bins.starts[i + 1]);
      }
    }));
  });

  it('begin weeks on Monday and months on the 1st', () => {
    expect(binStartOf(asDay('2026-11-22'), 'week')).toBe('2026-11-16');
    expect(binStartOf(asDay('2026-11-16'), 'week')).toBe('2026-11-16');
    expect(binStartOf(asDay('2026-11-22'), 'month')).toBe('2026-11-01');
  });

  it('reach back to a period that lies before the usual window', () => {
    const bins = buildTimeBins('day', { from: asDay('2026-05-01'), to: asDay('2026-05-07') }, asDay('2020-01-01'), asDay('2026-11-22'));
    expect(bins.starts[0]).toBe('2026-05-01');
  });

  it('are days for weeks of data, weeks for months, months for years', () => {
    expect(chooseBinUnit({ from: asDay('2026-10-26'), to: asDay('2026-11-22') })).toBe('day');
    expect(chooseBinUnit({ from: asDay('2026-08-25'), to: asDay('2026-11-22') })).toBe('week');
    expect(chooseBinUnit({ from: asDay('2026-01-01'), to: asDay('2026-11-22') })).toBe('month');
    expect(chooseBinUnit({ from: null, to: null })).toBe('month');
  });
});
