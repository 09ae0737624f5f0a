import { describe, expect, it } from 'vitest';
import { formatMinute, nameWeekdays, parseMinute } from '../../../components/briefing/briefing-words';
import { bodyOfCompose, listComposeFaults, type ComposeDraft } from '../../../components/briefing/compose-draft';
import { draftOfSize, presetOf, readSize, SIZE_PRESETS } from '../../../components/exports/size-presets';
import { newBriefingSchema } from '../../../lib/domain/briefing';
import { newExportSchema } from '../../../lib/domain/export-file';
import type { Day } from '../../../lib/domain/instant';
import { getMessages } from '../../../lib/messages/get-messages';
import { nextRunOf } from '../../../lib/briefing/next-run';
import { offerAsOf } from '../../../components/briefing/offer-as-of';

const DRAFT: ComposeDraft = { title: '', area: { kind: 'cluster', id: 'c' }, periodKind: 'last_28_days', from: '2026-10-01' as Day, to: '2026-10-28' as Day, asOf: null, classification: 'internal', showsText: false, patrol: '', pins: [] };

describe('the form of a new briefing', () => {
  it.each<[Partial<ComposeDraft>, string[]]>([
    [{}, []], [{ area: null }, ['area']], [{ periodKind: 'days', from: null }, ['days']], [{ periodKind: 'days', from: '2026-10-29' as Day }, ['days']], [{ from: null }, []], [{ asOf: '2026-10-28T' }, ['asOf']],
  ])('%j lacks %j', (part, faults) => { expect([...listComposeFaults({ ...DRAFT, ...part })]).toEqual(faults); });

  it('sends what the server admits', () => {
    for (const part of [{}, { periodKind: 'days' as const, title: ' Sáng ' }, { asOf: '2026-10-28T06:00', patrol: crypto.randomUUID(), pins: [crypto.randomUUID()] }]) {
      expect(newBriefingSchema.safeParse(bodyOfCompose({ ...DRAFT, ...part })).success).toBe(true);
    }
    expect(bodyOfCompose({ ...DRAFT, asOf: '2026-10-28T06:00' })).toMatchObject({ asOf: '2026-10-28T06:00:00+07:00' });
    expect(bodyOfCompose(DRAFT)).not.toHaveProperty('from');
  });
});

describe('the form of a schedule', () => {
  it('reads and writes the time of day', () => {
    expect(['06:00', '6:05', '23:59', '24:00', '6', ''].map(parseMinute)).toEqual([360, 365, 1_439, null, null, null]);
    expect([0, 365, 1_439].map(formatMinute)).toEqual(['00:00', '06:05', '23:59']);
  });

  it('names the days', () => {
    expect(nameWeekdays([1, 2, 3, 4, 5, 6, 7], getMessages('vi'))).toBe('hằng ngày');
    expect(nameWeekdays([5, 1], getMessages('vi'))).toBe('T2, T6');
  });
});

describe('the size of a picture', () => {
  it('knows its presets, each within what the server admits', () => {
    for (const [name, size] of Object.entries(SIZE_PRESETS)) {
      expect(presetOf(draftOfSize(size))).toBe(name);
      expect(newExportSchema.safeParse({ form: 'png', source: { kind: 'page', path: '/map' }, size }).success).toBe(true);
    }
    expect(presetOf({ width: '800', height: '600', dpi: '96' })).toBe('own');
  });

  it('names the numbers that are none or out of their limits', () => {
    expect(readSize({ width: '99', height: 'x', dpi: '601' })).toEqual({ size: null, faults: ['width', 'height', 'dpi'] });
    expect(readSize({ width: '8000', height: '240', dpi: '72' }).size).toEqual({ width: 8_000, height: 240, dpi: 72 });
  });
});

describe('the as-of instant that is offered', () => {
  const now = Date.parse('2026-11-28T12:00:00Z');
  it('is the full minute after the newest incident, where a day of now would hold nothing', () => {
    expect(offerAsOf(Date.parse('2026-10-31T16:40:20Z'), now)).toBe(Date.parse('2026-10-31T16:41:00Z'));
    expect(offerAsOf(Date.parse('2026-10-31T16:40:00Z'), now)).toBe(Date.parse('2026-10-31T16:41:00Z'));
    expect(offerAsOf(Date.parse('2026-11-27T12:00:00Z'), now)).toBe(Date.parse('2026-11-27T12:01:00Z'));
  });
  it('is none where something lies within a day, or nothing was ever recorded', () => {
    expect(offerAsOf(Date.parse('2026-11-27T12:00:01Z'), now)).toBeNull();
    expect(offerAsOf(null, now)).toBeNull();
  });
});

describe('the next run of a template', () => {
  // 28 November 2026 is a Saturday, the sixth day; 05:59 and 06:00 in Viet Nam are 22:59 and 23:00 of the 27th in UTC.
  const at = (template: { weekdays: number[]; minuteOfDay?: number; isActive?: boolean }, now: string): string | null => {
    const next = nextRunOf({ isActive: true, minuteOfDay: 360, ...template }, Date.parse(now));
    return next === null ? null : new Date(next).toISOString();
  };
  it.each([
    [[6], '2026-11-27T22:59:00Z', '2026-11-27T23:00:00.000Z'], [[6], '2026-11-27T23:00:00Z', '2026-12-04T23:00:00.000Z'], [[1, 2, 3, 4, 5, 6, 7], '2026-11-27T23:00:00Z', '2026-11-28T23:00:00.000Z'],
    [[1], '2026-11-28T00:00:00Z', '2026-11-29T23:00:00.000Z'], [[5], '2026-11-28T00:00:00Z', '2026-12-03T23:00:00.000Z'],
  ])('on weekdays %j after %s is %s', (weekdays, now, next) => { expect(at({ weekdays }, now)).toBe(next); });
  it('is at midnight for the first minute, and none while it is paused', () => {
    expect(at({ weekdays: [7], minuteOfDay: 0 }, '2026-11-28T16:59:59Z')).toBe('2026-11-28T17:00:00.000Z');
    expect(at({ weekdays: [7], isActive: false }, '2026-11-28T16:59:59Z')).toBeNull();
  });
});
