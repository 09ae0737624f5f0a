import { describe, expect, it } from 'vitest';
import type { Day, Instant } from '../../../lib/domain/instant';
import type { ScorePage } from '../../../lib/domain/score-page';
import { scoreCriterionSchema, type ScoreRecord } from '../../../lib/domain/score';
import { getMessages } from '../../../lib/messages/get-messages';
import { writeTableCsv } from '../../../lib/interop/typed-table';
import { presetDays } from '../../../components/scores/period-form';
import { readNumber } from '../../../components/scores/read-number';
import { buildFiguresTable, buildPointsTable, buildRecordTable, listScoreNotes } from '../../../components/scores/score-tables';
import { draftsOf, emptyCriterion, findFaults, isSound, toCriteria } from '../../../components/scores/set-draft';

const vi = getMessages('vi');
const page: ScorePage = {
  id: 'p', newestVersion: 2, elsewhere: 3, isPartialSight: true, asOf: '2026-10-20T08:00:00+07:00' as Instant, entries: [], history: [], permissions: { write: true, close: false },
  period: { id: 'p', version: 1, name: 'Tháng 10', setId: 's', setVersion: 1, scope: 'city', clusterId: null, editionId: 'e', from: '2026-09-15' as Day, to: '2026-10-14' as Day, status: 'open', closedAt: null, closedByRole: null, assumed: false },
  set: {
    id: 's', version: 1, name: 'Bộ A', basisNumber: null, basisDate: null, leastShare: 0.5, assumed: false, recordedAt: '2026-09-01T08:00:00+07:00' as Instant, recordedByRole: null,
    criteria: [{ id: 'a', name: 'Đúng hạn', weight: 60, source: 'records', formula: 'confirm_in_time', full: 0.9, least: 1 }, { id: 'b', name: 'Chấm tay', weight: 40, source: 'manual', outOf: 10 }],
  },
  wards: [{
    ward: { editionId: 'e', code: '00160', name: 'Phường Nghĩa Đô' }, total: 66.666, weightShare: 0.6,
    criteria: [{ id: 'a', state: 'scored', part: 3, whole: 5, points: 66.666, share: 1 }, { id: 'b', state: 'not_given', part: 0, whole: 10, points: null, share: null }],
  }],
};

describe('the tables of scores', () => {
  it('have a column a criterion, and nothing where there are no figures', () => {
    const { columns, rows } = buildPointsTable(page, [], vi);
    expect(columns.map(({ title }) => title)).toEqual(['Phường, xã', 'Điểm', 'Phần trọng số có số liệu', 'Đúng hạn', 'Chấm tay']);
    expect(rows).toEqual([['Phường Nghĩa Đô', 66.7, 0.6, 66.7, null]]);
  });

  it('tell every figure, what was counted in words', () => {
    const table = buildFiguresTable(page, [], vi, 'vi');
    expect(table.rows).toEqual([['Phường Nghĩa Đô', 'Đúng hạn', '3/5', 66.7, 60, 1], ['Phường Nghĩa Đô', 'Chấm tay', 'chưa chấm', null, 40, null]]);
    expect(table.columns.find(({ id }) => id === 'quantity')?.kind).toBe('text');
    expect(writeTableCsv(table)).toContain('Phường Nghĩa Đô,Đúng hạn,3/5,66.7,60,1');
  });

  it('say how to read them, what is left out and what is newer', () => {
    const notes = listScoreNotes(page, vi, 'vi').join(' ');
    expect(notes).toMatch(/Kỳ từ 15\/09\/2026 đến 14\/10\/2026.*không phải là 0 điểm.*Dưới 50.*3 việc.*cùng cụm.*phiên bản 2/);
  });
});

describe('the editor of criteria', () => {
  it('gives back what it was given, and keeps ids', () => {
    expect(toCriteria(draftsOf(page.set))).toEqual(page.set.criteria);
  });

  it('names new criteria apart from those there are', () => {
    const drafts = [...draftsOf(page.set), { ...emptyCriterion(7, []), name: 'Mới', source: 'manual' as const }, { ...emptyCriterion(8, []), name: 'Mới nữa', source: 'manual' as const }];
    const made = toCriteria(drafts);
    expect(new Set(made.map(({ id }) => id)).size).toBe(4);
    for (const one of made) expect(scoreCriterionSchema.safeParse(one).success).toBe(true);
  });

  it('finds what can not be sent', () => {
    const draft = { ...emptyCriterion(0, []), name: 'x' };
    expect(isSound([draft])).toBe(true);
    expect(findFaults({ ...draft, weight: '0', full: '101', least: '1,5' }, [draft])).toMatchObject({ weight: true, full: true, least: true, name: false });
    expect(isSound([draft, { ...draft, key: 1 }])).toBe(false);
    expect(emptyCriterion(1, ['confirm_in_time']).source).toBe('resolve_in_time');
    expect([readNumber('1,5', 0, 2), readNumber('2.5', 0, 2), readNumber('-1', 0, 2), readNumber('x', 0, 2)]).toEqual([1.5, null, null, null]);
  });
});

it('official periods are whole ones: the last reporting month, quarter and year, and this year', () => {
  const today = '2026-11-28' as Day;
  expect((['reporting_month', 'quarter', 'reporting_year', 'year'] as const).map((preset) => presetDays(preset, today))).toEqual([
    { from: '2026-10-15', to: '2026-11-14' }, { from: '2026-07-01', to: '2026-09-30' }, { from: '2025-10-01', to: '2026-09-30' }, { from: '2026-01-01', to: '2026-12-31' },
  ]);
});

it('records behind points go into files with their whole ids: by the day where they are due by the day, else by the minute', () => {
  const record: ScoreRecord = {
    formula: 'confirm_in_time', kind: 'incident', id: '00000000-0000-4000-8000-000000000001', parent: null, at: '2026-10-01T21:04:00+07:00' as Instant, due: '2026-10-01T21:34:00+07:00' as Instant, done: null, counted: false,
  };
  const byMinute = buildRecordTable('Đúng hạn: Phường A', [record], vi);
  expect(byMinute.columns.map(({ kind }) => kind)).toEqual(['text', 'text', 'instant', 'instant', 'instant', 'text']);
  expect(byMinute.rows[0]?.slice(1)).toEqual([record.id, record.at, record.due, null, 'không đạt']);
  // A task of 1 to 15 October is due at the first instant of the 16th.
  const task: ScoreRecord = { ...record, kind: 'task', at: '2026-10-01T00:00:00+07:00' as Instant, due: '2026-10-16T00:00:00+07:00' as Instant, done: '2026-10-15T17:00:00+07:00' as Instant, counted: true };
  const byDay = buildRecordTable('Nhiệm vụ', [task], vi);
  expect(byDay.columns.map(({ kind }) => kind)).toEqual(['text', 'text', 'day', 'day', 'day', 'text']);
  expect(byDay.rows[0]?.slice(2)).toEqual(['2026-10-01', '2026-10-15', '2026-10-15', 'đạt']);
});
