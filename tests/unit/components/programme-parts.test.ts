import { expect, it } from 'vitest';
import type { Day } from '../../../lib/domain/instant';
import type { ProgrammeIndicator, ProgrammeTask } from '../../../lib/domain/programme';
import { writeTableCsv } from '../../../lib/interop/typed-table';
import { getMessages } from '../../../lib/messages/get-messages';
import { buildIndicatorTable, buildTaskTable } from '../../../components/programmes/programme-tables';

const vi = getMessages('vi');
const task: ProgrammeTask = {
  id: 't', version: 1, place: 1, title: 'Ký quy chế', owners: [{ editionId: 'e', code: '00160', name: 'Phường Nghĩa Đô' }, { editionId: 'e', code: '00166', name: 'Phường Cầu Giấy' }], due: '2026-03-31' as Day, progress: 35,
  state: 'late', doneOn: null, note: 'ghi chú nội bộ', mayReport: false,
};
const indicator: ProgrammeIndicator = {
  id: 'i', version: 1, place: 1, name: 'Xác nhận đúng hạn', unitOfMeasure: '%', direction: 'up', target: 90, source: 'records', formula: 'leads_in_time', categories: [], addsUp: false, task: null, value: 87.5,
  counted: { part: 7, whole: 8 }, isMet: false, entries: [], note: null, mayEnter: false,
};

it('tasks go into files as days and shares; their notes do not leave the page', () => {
  const table = buildTaskTable('Năm 2026', [task, { ...task, owners: [], progress: 100, state: 'done', doneOn: '2026-03-30' as Day }], vi, 'vi');
  expect(table.rows).toEqual([
    ['Ký quy chế', 'P. Nghĩa Đô, P. Cầu Giấy', '2026-03-31', 'Quá hạn', 0.35, null],
    ['Ký quy chế', 'Chung', '2026-03-31', 'Hoàn thành', 1, '2026-03-30'],
  ]);
  expect(writeTableCsv(table)).not.toContain('nội bộ');
});

it('indicators go into files with what was counted, and nothing where nothing is known', () => {
  const entered: ProgrammeIndicator = { ...indicator, name: 'Buổi tuyên truyền', unitOfMeasure: 'buổi', source: 'entered', formula: null, addsUp: true, value: null, counted: null, target: null, isMet: null, entries: [] };
  expect(buildIndicatorTable('Năm 2026', [indicator, entered], vi, 'vi').rows).toEqual([
    ['Xác nhận đúng hạn', '%', 87.5, 7, 8, 'ít nhất 90', 'Chưa đạt', 'Tính từ hồ sơ: đơn vị chủ trì xác nhận đúng hạn, trên số đến hạn'],
    ['Buổi tuyên truyền', 'buổi', null, null, null, null, null, 'Đơn vị nhập: Cộng các kỳ'],
  ]);
});
