import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { formatTableCell } from '../../../components/ui/table-cell';
import { buildSheet, nameTableFile, orderRows, writeTableCsv, writeTabText, type TypedTable } from '../../../lib/interop/typed-table';

const table: TypedTable = {
  title: 'Diễn biến theo phường', notes: ['Số liệu đến 08:00 24/11/2026'],
  columns: [
    { id: 'ward', title: 'Phường', kind: 'text' }, { id: 'count', title: 'Số vụ', kind: 'count' }, { id: 'share', title: 'Tỉ lệ', kind: 'share' },
    { id: 'day', title: 'Ngày', kind: 'day' }, { id: 'at', title: 'Lúc', kind: 'instant' },
  ],
  rows: [
    ['P. Đống Đa', 1234, 0.5, '2026-05-01', '2026-05-01T21:04:00+07:00'],
    ['P. Dịch Vọng', 9, null, '2025-12-31', '2026-05-01T15:00:00Z'],
    ['P. 10, "Mới"', 10, 0.125, null, null],
    ['P. 9', null, 0.25, '2026-01-15', '2026-05-01T20:59:00+07:00'],
    ['=1+1', 10, 0, '2026-01-14', null],
  ],
};
const ordered = (column: number, descending = false) => orderRows(table, { column, descending });

describe('a typed table', () => {
  it('sorts words as Vietnamese does, numbers by size, days and instants by time, nothing last', () => {
    expect(ordered(0)).toEqual([4, 3, 2, 1, 0]);
    expect(ordered(1)).toEqual([1, 2, 4, 0, 3]);
    expect(ordered(1, true)).toEqual([0, 2, 4, 1, 3]);
    expect(ordered(3)).toEqual([1, 4, 3, 0, 2]);
    expect(ordered(4)).toEqual([3, 0, 1, 2, 4]);
    expect(orderRows(table, null)).toEqual([0, 1, 2, 3, 4]);
    expect(orderRows(table, { column: 9, descending: true })).toEqual([0, 1, 2, 3, 4]);
  });

  it('goes to CSV with raw values, a mark for spreadsheets, and no formula that runs', () => {
    const lines = writeTableCsv(table).split('\r\n');
    expect(lines[0]).toBe('\uFEFFPhường,Số vụ,Tỉ lệ,Ngày,Lúc');
    expect(lines[1]).toBe('P. Đống Đa,1234,0.5,2026-05-01,2026-05-01T21:04:00+07:00');
    expect(lines[3]).toBe('"P. 10, ""Mới""",10,0.125,,');
    expect(lines[5]).toBe("'=1+1,10,0,2026-01-14,");
    expect(lines).toHaveLength(7);
  });

  it('is copied as the screen shows it', () => {
    const text = writeTabText(table, (kind, cell) => formatTableCell(kind, cell, 'vi')).split('\n');
    expect(text[1]).toBe('P. Đống Đa\t1.234\t50%\t01/05/2026\t21:04 01/05/2026');
    expect(text[3]).toBe('P. 10, "Mới"\t10\t12,5%\t—\t—');
    expect(formatTableCell('number', 1234.5678, 'vi')).toBe('1.234,568');
    expect(formatTableCell('number', -1, 'en')).toBe('-1');
  });

  it('goes to a spreadsheet whose numbers and days are numbers and days', async () => {
    const bytes = await writeXlsxFile(buildSheet(table), { sheet: 'Diễn biến' }).toBuffer();
    const files = unzipSync(bytes);
    const read = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
    const sheet = read('xl/worksheets/sheet1.xml');
    expect(read('xl/sharedStrings.xml') + sheet).toContain('Diễn biến theo phường');
    // Row 5 is the first of the data: title, note, empty line and header stand above. 46143 is 1 May 2026.
    const cell = (at: string): string | undefined => new RegExp(`<c r="${at}"[^>]*><v>([^<]*)</v>`).exec(sheet)?.[1];
    expect(cell('B5')).toBe('1234');
    expect(cell('C5')).toBe('0.5');
    expect(cell('D5')).toBe('46143');
    expect(Number(cell('E5'))).toBeCloseTo(46143 + (21 * 60 + 4) / 1440, 8);
    expect(Number(cell('E6'))).toBeCloseTo(46143 + 22 / 24, 8);
    expect(sheet).not.toContain('<f>');
  });

  it('names its files without marks', () => {
    expect(nameTableFile('Diễn biến: Đống Đa', '2026-05-01')).toBe('dien-bien-dong-da-2026-05-01');
  });
});
