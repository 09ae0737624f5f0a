import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { locateWard } from '../../../lib/geo/locate-ward';
import { buildWardIndex } from '../../../lib/geo/ward-index';
import { findAlarms } from '../../../lib/trends/find-alarms';
import { buildSubjectSeries } from '../../../lib/trends/subject-series';
import { weekOfDay } from '../../../lib/trends/weekly-counts';
import { dayNumberOf } from '../../../lib/view/day-arithmetic';
import type { Day } from '../../../lib/domain/instant';
import { readEdition } from '../../fixtures/geo/read-edition';

const edition = readEdition('hn-hp-2025');
const index = buildWardIndex(edition);
const placed = readFileSync(new URL('../../../data/demo/incidents.csv', import.meta.url), 'utf8').trim().split('\n').slice(1).map((line) => {
  const [, category, at, lon, lat] = line.split(',');
  const location = locateWard(index, [Number(lon), Number(lat)], 100);
  return { category: category!, day: Math.floor(Date.parse(at!) / 86_400_000 + 7 / 24), wardCode: location.ownerCode, neighbourCode: location.neighbours[0]?.code ?? null };
});
const series = buildSubjectSeries(placed, 'hn-hp-2025', []);
const number = (day: string): number => dayNumberOf(day as Day);
const codeOf = (name: string): string => edition.find((ward) => ward.name === `Phường ${name}`)!.code;
const watch = (to: string) => [...findAlarms(series, { subjects: 900, kinds: 15, falseAlarmsPerMonth: 1, firstWeek: weekOfDay(number('2020-01-06')), lastWeek: weekOfDay(number(to)) })].flat();

describe('alarms over the demonstration data, one false alarm a month for all 14,400 charts', () => {
  it('the emerging hotspot of Định Công and Hoàng Mai, which doubles from May on: found in its third month, and it holds', () => {
    const pair = [codeOf('Định Công'), codeOf('Hoàng Mai')].sort();
    const early = watch('2026-08-02').filter(({ subject }) => subject.codes.join() === pair.join());
    expect(early.length).toBeGreaterThan(0);
    // Planted from 1 May 2026: 4, 7, 10 a month by then.
    expect(early.every(({ sinceDay }) => sinceDay >= '2026-05-01')).toBe(true);
    const late = watch('2026-11-01');
    expect(late.some(({ subject }) => subject.codes.join() === pair.join())).toBe(true);
    // Nothing else is left by then but the wards of that hotspot.
    expect(late.filter(({ subject }) => !subject.codes.some((code) => pair.includes(code)))).toEqual([]);
    for (const { evidence } of late) expect(evidence.recurrenceWeeks!).toBeGreaterThan(evidence.runLengthWeeks);
  });
  it('street vending that a patrol pushed over to Cầu Giấy is an alarm there while it lasts', () => {
    const code = codeOf('Cầu Giấy');
    expect(watch('2026-05-31').filter(({ subject }) => subject.kind === 'ward' && subject.codes[0] === code)).not.toEqual([]);
  });
  it('in a calm time there is none', () => { expect(watch('2024-06-30')).toEqual([]); });
});
