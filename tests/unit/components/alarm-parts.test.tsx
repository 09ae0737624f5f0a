import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Alarm, AlarmWeek } from '../../../lib/domain/alarm';
import { alarmActSchema, alarmSnoozeSchema } from '../../../lib/domain/alarm';
import type { Day, Instant } from '../../../lib/domain/instant';
import { getMessages } from '../../../lib/messages/get-messages';
import { AlarmTable } from '../../../components/alarms/alarm-chart';
import { formatWeeks, linkIncidents, linkMap, sayAlarm } from '../../../components/alarms/alarm-words';
import { parseListFilter } from '../../../components/incidents/list-filter';
import { listPageLinks } from '../../../components/shell/page-links';
import { PreferencesProvider } from '../../../components/ui/preferences';
import { parseView } from '../../../lib/view/parse-view';

const day = (text: string): Day => text as Day;
const weeks: AlarmWeek[] = [
  { start: day('2026-10-05'), count: 2, expected: 1.25, statistic: null, limit: null, isOver: false }, { start: day('2026-10-12'), count: 12, expected: 1.25, statistic: 9.5, limit: 6, isOver: true },
];
const alarm: Alarm = {
  id: '0190d3a0-1111-7222-8333-444455556666', version: 1, category: 'theft', method: 'cusum', sinceDay: day('2026-10-05'), detectedWeek: day('2026-10-12'), watchedTo: day('2026-11-01'),
  state: 'new', snoozedUntil: null, createdAt: '2026-11-02T00:00:00Z' as Instant, changedAt: '2026-11-02T00:00:00Z' as Instant, endedAt: null,
  subject: {
    kind: 'arc', editionId: 'hn-hp-2025', codes: ['00008', '00160'], clusterId: null, clusterName: null,
    wards: [{ code: '00008', name: 'Phường Ngọc Hà' }, { code: '00160', name: 'Phường Nghĩa Đô' }],
  },
  evidence: {
    weeks, since: { count: 14, days: 28, expected: 5 }, baseline: { weeks: 104, count: 130, meanPerWeek: 1.25, guardedMeanPerWeek: 1.4, dispersion: 1.1 }, runLengthWeeks: 8_000, recurrenceWeeks: null,
    countChange: { z: 4.1, after: 14, afterDays: 28, before: 130, beforeDays: 728 }, cusum: { reference: 2, limit: 6, sum: 9.5 }, ewma: null, events: null, years: null, family: { charts: 14_400, falseAlarmsPerMonth: 1 },
  },
};
const categories = [{ code: 'theft', nameVi: 'Trộm cắp', nameEn: 'Theft' }] as never;

describe('an alarm in words', () => {
  it('says what, how many, how many usually, since when', () => {
    expect(sayAlarm(alarm, categories, 'vi', getMessages('vi'))).toBe('P. Ngọc Hà – P. Nghĩa Đô, trộm cắp: 14 vụ trong 28 ngày, thường 5; từ 05/10/2026');
    expect(sayAlarm({ ...alarm, category: null }, categories, 'en', getMessages('en'))).toContain('all kinds: 14 incidents in 28 days, usually 5; since 05/10/2026');
  });
  it('weeks become years where there are many, and never is said so', () => {
    expect(formatWeeks(60, 'vi', getMessages('vi'))).toBe('60 tuần');
    expect(formatWeeks(8_000, 'vi', getMessages('vi'))).toBe('153 năm');
    expect(formatWeeks(null, 'en', getMessages('en'))).toBe('more than a trillion weeks');
  });
});

describe('links', () => {
  it('the map opens with place, kind and days', () => {
    const view = parseView(new URLSearchParams(linkMap(alarm).split('?')[1]));
    expect(view).toMatchObject({ ward: 'hn-hp-2025/00008', borderZoneOnly: true, categories: ['theft'], period: { kind: 'days', from: '2026-10-05', to: '2026-11-01' } });
  });
  it('the records of either ward of a border, in its zone', () => {
    const filter = (place: number) => parseListFilter(new URLSearchParams(linkIncidents(alarm, place).split('?')[1]));
    expect(filter(1)).toMatchObject({ ward: 'hn-hp-2025/00160', zone: true, category: 'theft', from: '2026-10-05', to: '2026-11-01' });
    expect(filter(0).ward).toBe('hn-hp-2025/00008');
  });
  it('the page is for those who see alarms', () => {
    const paths = (role: 'viewer' | 'officer' | null) => listPageLinks(role, getMessages('vi')).map(({ path }) => path);
    expect(paths('officer')).toContain('/alarms');
    expect(paths('viewer')).not.toContain('/alarms');
    expect(paths(null)).not.toContain('/alarms');
  });
});

describe('what is sent and shown', () => {
  it('the table holds every week, newest first; what was not asked is a dash, not a zero', () => {
    const html = renderToStaticMarkup(<PreferencesProvider initialLanguage="vi" initialTheme="light"><AlarmTable weeks={weeks} /></PreferencesProvider>);
    expect(html.indexOf('12/10/2026')).toBeGreaterThan(0);
    expect(html.indexOf('12/10/2026')).toBeLessThan(html.indexOf('05/10/2026'));
    expect(html).toContain('9,5');
    expect(html).toContain('—');
  });
  it('acts need the version that was seen; to snooze, until when', () => {
    expect(alarmActSchema.safeParse({}).success).toBe(false);
    expect(alarmActSchema.safeParse({ version: 2, remark: 'đã rõ' }).success).toBe(true);
    expect(alarmSnoozeSchema.safeParse({ version: 2 }).success).toBe(false);
    expect(alarmSnoozeSchema.safeParse({ version: 2, until: '2026-12-01' }).success).toBe(false);
  });
});
