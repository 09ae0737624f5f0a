import { beforeAll, describe, expect, it } from 'vitest';
import { nameSheets } from '../../../lib/export/xlsx/sheet-names';
import { writeXlsx } from '../../../lib/export/xlsx/write-xlsx';
import { barsChart, briefingFixture, CLAIM, linesChart, longTable } from './support/briefing-fixture';
import { packageFaults, readSheet, readTexts } from './support/office-package';
import { convertInOffice } from './support/run-program';

const document = briefingFixture();
let bytes: Uint8Array;
let texts: ReadonlyMap<string, string>;
let names: readonly string[];
const sheet = (ending: string) => readSheet(texts, `xl/worksheets/sheet${String(names.findIndex((name) => name.endsWith(ending)) + 1)}.xml`);
/** Days since 1900 as spreadsheets count them. */
const serial = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;

beforeAll(async () => {
  bytes = await writeXlsx(document);
  texts = readTexts(bytes);
  names = [...texts.get('xl/workbook.xml')!.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name = '']) => name);
});

describe('the numbers as XLSX', () => {
  it('is a sound package with a sheet for the whole, each chart and each table', () => {
    expect(packageFaults(bytes)).toEqual([]);
    expect(names.length).toBe(1 + document.slides.reduce((sum, { charts, tables }) => sum + charts.length + tables.length, 0));
  });

  it('says first what it is, with every claim and the digest', () => {
    const first = readSheet(texts, 'xl/worksheets/sheet1.xml').flat();
    for (const text of ['GB-2026-0012', 'Nội bộ', 'Số liệu đến 06:00 29/10/2026', document.digest, CLAIM, 2.1, 0.169]) expect(first).toContain(text);
  });

  it('types a table: numbers and days, nothing for what can not be said', () => {
    const rows = sheet('Bảng xếp hạng ranh giới');
    const head = rows.findIndex((row) => row[0] === 'Hạng');
    expect(rows.slice(head + 1)).toEqual(longTable.rows.map((row) => row.map(({ text, value }, place) => (place === 1 ? text : place === 5 ? serial(String(value)) : value))));
  });

  it('types charts: places, values, limits, marks', () => {
    const lines = sheet('Số vụ theo ngày');
    const head = lines.findIndex((row) => row[0] === 'Ngày');
    expect(lines[head]).toEqual(['Ngày', 'Mục', 'Vùng giáp ranh', 'Bình thường', 'Bình thường – cận dưới', 'Bình thường – cận trên', 'Ngưỡng báo động']);
    expect(lines.slice(head + 1)).toEqual(linesChart.xs.map((day, place) => [serial(String(day)), linesChart.labels[place], linesChart.series[0]!.values[place], 6.5, 3, 11, 12]));
    const bars = readSheet(texts, `xl/worksheets/sheet${String(names.findIndex((name) => name.startsWith('3 Số vụ trong 28')) + 1)}.xml`);
    expect(bars.slice(-5)).toEqual(barsChart.labels.map((label, place) => [label, ...(barsChart.series[0]!.values[place] === null ? [] : [barsChart.series[0]!.values[place]])]));
  });

  it('gives equal bytes for equal documents', async () => {
    expect(Buffer.compare(await writeXlsx(briefingFixture()), bytes)).toBe(0);
    expect(Buffer.compare(await writeXlsx(briefingFixture({ language: 'en' })), bytes)).not.toBe(0);
  });

  it('opens in LibreOffice with its Vietnamese whole', { timeout: 180_000 }, () => {
    const csv = new TextDecoder().decode(convertInOffice(bytes, 'xlsx', 'csv:Text - txt - csv (StarCalc):44,34,76'));
    expect(csv).toContain(CLAIM.slice(0, 60));
  });
});

describe('names of sheets', () => {
  it('are short, plain and told apart whatever their case', () => {
    const made = nameSheets(['Số vụ: theo [giờ]/ngày?', 'BẢNG', 'bảng', '', 'Điểm nóng ẩn trên ranh giới của bốn phường', 'Điểm nóng ẩn trên ranh giới của bốn phường khác', '\'trích\'']);
    expect(made).toEqual(['Số vụ theo giờ ngày', 'BẢNG', 'bảng (2)', '–', 'Điểm nóng ẩn trên ranh giới của', 'Điểm nóng ẩn trên ranh giới (2)', 'trích']);
    for (const name of made) expect(name.length).toBeLessThanOrEqual(31);
  });
});
