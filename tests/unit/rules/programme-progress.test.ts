import { describe, expect, it } from 'vitest';
import type { Day } from '../../../lib/domain/instant';
import { newEntrySchema, newIndicatorSchema, newProgrammeSchema, taskChangeSchema } from '../../../lib/domain/programme';
import { newCommendationSchema, newModelSchema } from '../../../lib/domain/prevention-model';
import { reviewQuerySchema } from '../../../lib/http/programme-queries';
import { enteredValue, meetsTarget, programmeProgress, taskState } from '../../../lib/rules/programme-progress';
import { splitReview } from '../../../lib/rules/review-periods';

const day = (text: string) => text as Day;

describe('a task', () => {
  it.each([[0, '2026-06-30', 'not_started'], [1, '2026-06-30', 'in_progress'], [0, '2026-06-29', 'late'], [99, '2026-06-29', 'late'], [100, '2026-06-29', 'done'], [100, '2026-07-30', 'done']])('of %i %% due on %s is %s on 30 June', (progress, due, state) => {
    expect(taskState({ progress, due: day(due) }, day('2026-06-30'))).toBe(state);
  });
});

describe('a programme', () => {
  const span = { from: day('2026-01-01'), to: day('2026-01-10') };
  it('is as far as its tasks are on average', () => {
    const tasks = [{ progress: 100, due: day('2026-01-02') }, { progress: 50, due: day('2026-01-02') }, { progress: 0, due: day('2026-01-09') }];
    expect(programmeProgress(span, tasks, day('2026-01-05'))).toEqual({ tasks: 3, done: 1, late: 1, share: 0.5, timeShare: 0.5 });
  });
  it.each([['2025-12-31', 0], ['2026-01-01', 0.1], ['2026-01-10', 1], ['2027-01-01', 1]])('says of %s how much time is over', (today, share) => {
    expect(programmeProgress(span, [], day(today))).toEqual({ tasks: 0, done: 0, late: 0, share: null, timeShare: share });
  });
});

describe('an indicator', () => {
  it.each<[number | null, number | null, 'up' | 'down' | 'keep', boolean | null]>([[5, 5, 'up', true], [4, 5, 'up', false], [5, 5, 'down', true], [6, 5, 'down', false], [5, 5, 'keep', true], [4, 5, 'keep', false], [null, 5, 'up', null], [5, null, 'up', null], [0, 0, 'down', true]])('of %s against %s (%s) is met: %s', (value, target, direction, met) => {
    expect(meetsTarget(value, target, direction)).toBe(met);
  });
  it('adds up what was not corrected, or takes the latest period; nothing is not 0', () => {
    const entries = [{ to: day('2026-03-31'), value: 4, isCurrent: true }, { to: day('2026-01-31'), value: 9, isCurrent: true }, { to: day('2026-12-31'), value: 100, isCurrent: false }];
    expect([enteredValue(entries, true), enteredValue(entries, false), enteredValue([], true), enteredValue(entries.slice(2), true)]).toEqual([13, 4, null, null]);
  });
});

describe('periods of a review', () => {
  const spans = (from: string, to: string, unit: 'month' | 'quarter' | 'year' | 'reporting_year') => splitReview(day(from), day(to), unit).map((one) => `${one.from} ${one.to}${one.isPartial ? ' part' : ''}`);
  it.each<['month' | 'quarter' | 'year' | 'reporting_year', string, string, string[]]>([
    ['year', '2023-12-31', '2025-01-01', ['2023-12-31 2023-12-31 part', '2024-01-01 2024-12-31', '2025-01-01 2025-01-01 part']],
    ['reporting_year', '2023-10-01', '2025-09-30', ['2023-10-01 2024-09-30', '2024-10-01 2025-09-30']],
    ['reporting_year', '2024-09-30', '2024-10-01', ['2024-09-30 2024-09-30 part', '2024-10-01 2024-10-01 part']],
    ['quarter', '2024-02-01', '2024-06-30', ['2024-02-01 2024-03-31 part', '2024-04-01 2024-06-30']],
    ['month', '2024-02-01', '2024-02-29', ['2024-02-01 2024-02-29']],
  ])('by %s from %s to %s', (unit, from, to, expected) => expect(spans(from, to, unit)).toEqual(expected));
  it('of ten years are ten, without a hole', () => {
    const years = splitReview(day('2013-10-01'), day('2023-09-30'), 'reporting_year');
    expect(years).toHaveLength(10);
    for (const [place, { from }] of years.entries()) if (place > 0) expect(Date.parse(from) - Date.parse(years[place - 1]!.to)).toBe(86_400_000);
  });
});

describe('what is sent', () => {
  const fieldOf = (schema: { safeParse: (value: unknown) => { error?: { issues: readonly { path: readonly PropertyKey[]; keys?: readonly string[] }[] } | undefined } }, value: object): string | undefined => {
    const issue = schema.safeParse(value).error?.issues[0];
    return issue === undefined ? undefined : (issue.keys?.[0] ?? issue.path.join('.'));
  };
  const programme = { name: 'x', scope: 'city', from: '2026-01-01', to: '2026-12-31' };
  const indicator = { place: 1, name: 'x', unitOfMeasure: 'vụ', direction: 'up', source: 'entered' };
  it.each<[string, Parameters<typeof fieldOf>[0], object, string | undefined]>([
    ['a programme', newProgrammeSchema, programme, undefined],
    ['one that is too long', newProgrammeSchema, { ...programme, to: '2046-12-31' }, 'to'],
    ['wards of two editions', newProgrammeSchema, { ...programme, scope: 'wards', wards: ['a/00001', 'b/00001'] }, 'wards'],
    ['wards named twice', newProgrammeSchema, { ...programme, scope: 'wards', wards: ['a/00001', 'a/00001'] }, 'wards'],
    ['one that begins closed', newProgrammeSchema, { ...programme, status: 'closed' }, 'status'],
    ['progress of half a per cent', taskChangeSchema, { version: 1, progress: 0.5 }, 'progress'],
    ['records without a formula', newIndicatorSchema, { ...indicator, source: 'records' }, 'formula'],
    ['entered with a formula', newIndicatorSchema, { ...indicator, formula: 'patrols' }, 'formula'],
    ['categories nobody asks for', newIndicatorSchema, { ...indicator, categories: ['drugs'] }, 'categories'],
    ['a value that is no number', newEntrySchema, { from: '2026-01-01', to: '2026-01-02', value: Number.NaN }, 'value'],
    ['a model and a name of somebody', newModelSchema, { kind: 'school', name: 'x', place: 'y', lon: 105, lat: 21, from: '2026-01-01', owner: 'z' }, 'owner'],
    ['a ward of a commendation of the city', newCommendationSchema, { level: 'city', ward: 'a/00001', decisionDate: '2026-01-01', collectives: 1, individuals: 0 }, 'ward'],
    ['ten years by month', reviewQuerySchema, { from: '2014-01-01', to: '2023-12-31', unit: 'month' }, undefined],
    ['eleven by month', reviewQuerySchema, { from: '2013-01-01', to: '2023-12-31', unit: 'month' }, 'to'],
  ])('%s', (_, schema, value, field) => expect(fieldOf(schema, value)).toBe(field));
});
