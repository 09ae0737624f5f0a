import { beforeAll, describe, expect, it } from 'vitest';
import { writePdf } from '../../../lib/export/pdf/write-pdf';
import { requirePoppler } from '../../helpers/documents';
import { briefingFixture, CLAIM, longTable } from './support/briefing-fixture';
import { onFile } from './support/run-program';

interface Word { readonly text: string; readonly x1: number; readonly x2: number; readonly y1: number; readonly y2: number }
interface Page { readonly width: number; readonly height: number; readonly words: readonly Word[] }

const document = briefingFixture();
const MM = 72 / 25.4;
let bytes: Uint8Array;
let plain: string;
let pages: readonly Page[];

const readPages = (html: string): readonly Page[] => [...html.matchAll(/<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gs)].map(([, width, height, inner = '']) => ({
  width: Number(width), height: Number(height),
  words: [...inner.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<\/word>/g)].map(([, x1, y1, x2, y2, text = '']) => ({ text, x1: Number(x1), x2: Number(x2), y1: Number(y1), y2: Number(y2) })),
}));
const textOf = ({ words }: Page): string => words.map(({ text }) => text).join(' ');

beforeAll(async () => {
  bytes = await writePdf(document);
  const { pdftotext } = requirePoppler();
  plain = onFile(pdftotext, ['-raw', '{}', '-'], bytes, 'pdf').replace(/\s+/g, ' ');
  pages = readPages(onFile(pdftotext, ['-bbox', '{}', '-'], bytes, 'pdf'));
});

describe('the report as PDF', () => {
  it('has the head of official papers and every claim whole, selectable, composed', () => {
    expect(plain).toBe(plain.normalize('NFC'));
    for (const text of ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Số: GB-2026-0012', 'ngày 29 tháng 10 năm 2026', 'BÁO CÁO GIAO BAN', 'Nơi nhận:', 'THỦ TRƯỞNG ĐƠN VỊ']) expect(plain).toContain(text);
    document.slides.forEach(({ title, claim, uncertainty }, place) => {
      expect(plain).toContain(`${String(place + 1)}. ${title} ${claim}`);
      if (uncertainty.length > 0) expect(plain).toContain(`Độ chắc chắn: ${uncertainty.join(' ')}`);
    });
    expect(plain).toContain('Câu từ số liệu: Cầu T11');
    expect(plain).toContain(CLAIM);
  });

  it('embeds every font as a part of it', () => {
    const lines = onFile(requirePoppler().pdffonts, ['{}'], bytes, 'pdf').split('\n').slice(2).filter((line) => line !== '');
    expect(lines.length).toBeGreaterThanOrEqual(3);
    for (const line of lines) expect(line).toMatch(/^[A-Z]{6}\+Tinos\S* .* yes yes yes /);
  });

  it('keeps the margins of the decree on A4', () => {
    expect(pages.length).toBeGreaterThan(8);
    for (const { width, height, words } of pages) {
      expect([Math.min(width, height), Math.max(width, height)].map(Math.round)).toEqual([595, 842]);
      const body = words.filter(({ y1 }) => y1 > 20 * MM && y1 < height - 20 * MM);
      for (const { text, x1, x2, y2 } of body) {
        // The head of the first page is wider by 5 mm at the left, so that its two blocks stand beside each other.
        expect(x1, text).toBeGreaterThanOrEqual((words === pages[0]!.words ? 25 : 30) * MM - 0.5);
        expect(x2, text).toBeLessThanOrEqual(width - 15 * MM + 0.5);
        expect(y2, text).toBeLessThanOrEqual(height - 20 * MM + 0.5);
      }
    }
  });

  it('numbers pages at the top in the middle from the second on', () => {
    pages.forEach(({ width, words }, place) => {
      const top = words.filter(({ y2 }) => y2 < 20 * MM);
      expect(top.map(({ text }) => text)).toEqual(place === 0 ? [] : [String(place + 1)]);
      if (place > 0) expect(Math.abs((top[0]!.x1 + top[0]!.x2) / 2 - width / 2)).toBeLessThan(2);
    });
  });

  it('says number, mark and as-of on every page', () => {
    for (const page of pages) expect(textOf(page)).toContain('GB-2026-0012 · NỘI BỘ · Số liệu đến 06:00 29/10/2026');
  });

  it('repeats the head of a long table on its pages and loses no row', () => {
    const league = pages.filter((page) => textOf(page).includes('Bảng xếp hạng ranh giới') && textOf(page).includes('Vụ cuối'));
    expect(league.length).toBeGreaterThan(1);
    for (const row of longTable.rows) expect(plain).toContain(`${row[0]!.text} ${row[1]!.text} ${row[2]!.text} ${row[3]!.text}`);
  });

  it('turns the page for wide tables only', () => {
    const wide = pages.filter(({ width, height }) => width > height);
    expect(wide.length).toBeGreaterThan(0);
    for (const page of wide) expect(textOf(page)).toContain('Đơn vị phối hợp');
  });

  it('draws charts with Vietnamese numbers, each with its table', () => {
    for (const text of ['Biểu đồ 1. Số vụ trong 28 ngày theo phường và theo ranh giới', 'Mức chung: 1', '16,7%', '3,2 (2,1 – 4,6)', '2,4 (1,9 – 3)', '−12 (−21 – −3)']) expect(plain).toContain(text);
  });

  it('tells title, language and as-of of the file, and gives equal bytes for equal documents', async () => {
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).toContain('/Lang (vi)');
    expect(text).toContain('(D:20261028230000Z)');
    // Titles beyond Latin letters are UTF-16 with its mark.
    expect(text).toContain(`(\u00fe\u00ff${Buffer.from('GB-2026-0012 – Giao ban tuần', 'utf16le').swap16().toString('latin1')}`);
    expect(Buffer.compare(await writePdf(briefingFixture()), bytes)).toBe(0);
    const idOf = (file: Uint8Array): string | undefined => /\/ID \[<([0-9a-f]+)>/.exec(Buffer.from(file).toString('latin1'))?.[1];
    expect(idOf(await writePdf({ ...briefingFixture(), slides: document.slides.slice(0, 1), digest: 'another' }))).not.toBe(idOf(bytes));
  });

  it('leaves dots where the issuer is not known, and names it where it is', async () => {
    const named = await writePdf({ ...document, slides: document.slides.slice(0, 1), issuer: { superior: 'Công an thành phố Hà Nội', unit: 'Công an phường Nghĩa Đô', place: 'Hà Nội' } });
    const text = onFile(requirePoppler().pdftotext, ['-raw', '{}', '-'], named, 'pdf');
    for (const one of ['CÔNG AN THÀNH PHỐ HÀ NỘI', 'CÔNG AN PHƯỜNG NGHĨA ĐÔ', 'Hà Nội, ngày 29 tháng 10 năm 2026']) expect(text).toContain(one);
  });
});
