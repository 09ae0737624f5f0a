import https from 'node:https';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { EXPORT_THEMES } from '../../../lib/domain/export-file';
import { DECK_LOOKS } from '../../../lib/export/pptx/deck-look';
import { COLUMNS, PAGE } from '../../../lib/export/pptx/deck-pages';
import { listPictureShapes } from '../../../lib/export/pptx/picture-shapes';
import { writePptx } from '../../../lib/export/pptx/write-pptx';
import type { PresentedChart } from '../../../lib/messages/briefing/presented-slide';
import { requirePoppler } from '../../helpers/documents';
import { barsChart, briefingFixture, CLAIM, intervalsChart, linesChart, longTable } from './support/briefing-fixture';
import { packageFaults, readPart, readSheet, readTexts, textsOf } from './support/office-package';
import { convertInOffice, onFile } from './support/run-program';

const document = briefingFixture();
let bytes: Uint8Array;
let texts: ReadonlyMap<string, string>;
const slideText = (number: number): string => texts.get(`ppt/slides/slide${String(number)}.xml`)!;
const slides = (): string[] => [...texts.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
const charts = (): string[] => [...texts.keys()].filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name));
const sizes = (xml: string): number[] => [...xml.matchAll(/ sz="(\d+)"/g)].map(([, size]) => Number(size) / 100);

beforeAll(async () => {
  bytes = await writePptx(document);
  texts = readTexts(bytes);
});

describe('slides as PPTX', () => {
  it('is a package that needs no repair', () => {
    expect(packageFaults(bytes)).toEqual([]);
    for (const name of [...texts.keys()].filter((one) => one.endsWith('.xlsx'))) expect(packageFaults(readPart(bytes, name))).toEqual([]);
  });

  it('has a slide for each claim in their order, as the title of the slide, and numbers on every page', () => {
    document.slides.forEach(({ claim }, place) => {
      const xml = slideText(place + 1);
      expect(textsOf(/<p:ph\s[^>]*type="title".*?<\/p:sp>/s.exec(xml)![0])).toEqual([claim]);
    });
    expect(textsOf(slideText(3)).join(' ').normalize('NFC')).toContain(CLAIM);
    slides().forEach((name) => {
      const all = textsOf(texts.get(name)!).join('|');
      for (const part of ['GB-2026-0012', 'Số liệu đến 06:00 29/10/2026', 'NỘI BỘ', `/${String(slides().length)}`]) expect(all).toContain(part);
    });
  });

  it('shows maps that fill their places, where they are drawn in the shapes of these', async () => {
    const { pictures, ...rest } = document;
    const shapes = listPictureShapes(rest, [...pictures.keys()]);
    expect([...shapes.keys()].sort()).toEqual([...pictures.keys()].sort());
    const shaped = new Map([...pictures].map(([id, picture]) => [id, { ...picture, widthPixels: 10_000, heightPixels: 10_000 / shapes.get(id)! }]));
    const files = readTexts(await writePptx({ ...rest, pictures: shaped }));
    const breadths = [...files].filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).flatMap(([, xml]) => [...xml.matchAll(/<p:cNvPr[^>]*name="Map".*?<a:ext cx="(\d+)"/gs)].map(([, cx]) => Number(cx) / 914_400));
    expect(breadths).toHaveLength(pictures.size);
    for (const breadth of breadths) expect([COLUMNS.map, PAGE.breadth].some((one) => Math.abs(one - breadth) < 0.01), String(breadth)).toBe(true);
  });

  it('keeps text readable from the room', () => {
    for (const name of slides()) {
      const xml = texts.get(name)!;
      const small = [...xml.matchAll(/<a:r><a:rPr[^>]* sz="(\d+)".*?<a:t>([^<]*)<\/a:t>/gs)].filter(([, size]) => Number(size) < 1800).map(([, , text = '']) => text);
      for (const text of small) expect(text).toMatch(/GB-2026-0012|NỘI BỘ|^\d+\/\d+$|Xem tiếp/);
      expect(Math.min(...sizes(/<p:ph\s[^>]*type="title".*?<\/p:sp>/s.exec(xml)![0]))).toBeGreaterThanOrEqual(28);
    }
    for (const name of charts()) expect(Math.min(...sizes(texts.get(name)!))).toBeGreaterThanOrEqual(18);
  });

  it('loses no row of a long table, and shows at most eight at a time', () => {
    const rows = slides().flatMap((name) => {
      const [table] = /<a:tbl>.*<\/a:tbl>/s.exec(texts.get(name)!) ?? [''];
      const read = [...table.matchAll(/<a:tr .*?<\/a:tr>/gs)].map(([row]) => [...row.matchAll(/<a:tc>.*?<\/a:tc>/gs)].map(([cell]) => textsOf(cell).join('')));
      expect(read.length).toBeLessThanOrEqual(9);
      return read.filter((row) => row.length === longTable.columns.length && row[0] !== longTable.columns[0]!.label);
    });
    expect(rows).toEqual(longTable.rows.map((row) => row.map(({ text }) => text)));
  });

  it.each([['bars', barsChart], ['lines', linesChart], ['intervals', intervalsChart]] as const)('holds the numbers of the snapshot in %s, in the chart and in its workbook', (_, chart: PresentedChart) => {
    const found = charts().filter((name) => textsOf(texts.get(name)!, 'c:v').includes(chart.series[0]!.name) && chart.labels.some((label) => texts.get(name)!.includes(`<c:v>${label}</c:v>`)));
    expect(found).not.toEqual([]);
    const columns = chart.series.flatMap(({ name, values, low, high }) => [[name, values] as const, ...(low === undefined ? [] : [[`${name} – cận dưới`, low] as const]), ...(high === undefined ? [] : [[`${name} – cận trên`, high] as const])]);
    for (const [name, values] of columns) {
      const drawn: Record<string, number> = {};
      const held: Record<string, number | string | null> = {};
      for (const part of found) {
        for (const [series] of texts.get(part)!.matchAll(/<c:ser>.*?<\/c:ser>/gs)) {
          const [own = '', labels = '', numbers = ''] = [/<c:tx>.*?<\/c:tx>/s, /<c:cat>.*?<\/c:cat>/s, /<c:val>.*?<\/c:val>/s].map((one) => one.exec(series)?.[0]);
          if (textsOf(own, 'c:v')[0] !== name) continue;
          const names = textsOf(labels, 'c:v');
          for (const [, place, value] of numbers.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g)) drawn[names[Number(place)]!] = Number(value);
        }
        const book = readSheet(readTexts(readPart(bytes, part.replace('charts/chart', 'embeddings/Microsoft_Excel_Worksheet').replace('.xml', '.xlsx'))), 'xl/worksheets/sheet1.xml');
        const column = book[0]!.indexOf(name);
        if (column >= 0) for (const row of book.slice(1)) held[String(row[0])] = row[column] ?? null;
      }
      const known = Object.fromEntries(chart.labels.flatMap((label, place) => (values[place] === null ? [] : [[label, values[place]]])));
      expect(held, name).toEqual(Object.fromEntries(chart.labels.map((label, place) => [label, values[place] ?? null])));
      if (chart.kind === 'lines' || !name.includes('cận')) expect(drawn, name).toEqual(known);
    }
  });

  it('draws whiskers from the workbook of the chart', () => {
    const xml = charts().map((name) => texts.get(name)!).find((one) => one.includes('Gấp mấy lần mức chung'))!;
    const spans = ['plus', 'minus'].map((side) => textsOf(new RegExp(`<c:${side}>.*?</c:${side}>`, 's').exec(xml)![0], 'c:v').map(Number));
    const { values, low, high } = intervalsChart.series[0]!;
    expect(spans).toEqual([values, values].map((all, side) => all.flatMap((value, place) => (value === null ? [] : [expect.closeTo(side === 0 ? high![place]! - value : value - low![place]!, 9)]))));
    expect(xml).toContain('<c:crossesAt val="1"/>');
  });

  it('says to the presenter the note, how sure it is, and the sentence made of data', () => {
    const notes = textsOf(texts.get('ppt/notesSlides/notesSlide2.xml')!);
    expect(notes).toEqual(expect.arrayContaining(['Hỏi P. Ô Chợ Dừa vì sao chưa xác nhận.', 'Nhắc lại Điều 5 quy chế.']));
    expect(textsOf(texts.get('ppt/notesSlides/notesSlide3.xml')!).join(' ')).toContain('Câu từ số liệu: Cầu T11: 14 vụ trong 28 ngày, bình thường 2; không phường nào thấy quá 4.');
  });

  it('describes pictures and charts to those who do not see them', () => {
    const descriptions = slides().flatMap((name) => [...texts.get(name)!.matchAll(/<p:cNvPr id="\d+" name="(Map|Chart \d+)" descr="([^"]*)"/g)].map(([, , text = '']) => text));
    expect(descriptions.length).toBe(document.pictures.size + charts().length);
    for (const text of descriptions) expect(text).toMatch(/^(Bản đồ|Biểu đồ): .{10,}/);
  });

  it('gives equal bytes for equal documents, also beside another one, and reaches for nothing', async () => {
    const get = vi.spyOn(https, 'get');
    const fetched = vi.spyOn(globalThis, 'fetch');
    const [again, dark] = await Promise.all([writePptx(briefingFixture()), writePptx(briefingFixture({ theme: 'dark' }))]);
    expect(Buffer.compare(again, bytes)).toBe(0);
    expect(Buffer.compare(dark, bytes)).not.toBe(0);
    expect(texts.get('docProps/core.xml')).toContain('2026-10-28T23:00:00Z');
    expect(get).not.toHaveBeenCalled();
    expect(fetched).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it('opens in LibreOffice with every slide and every claim', { timeout: 180_000 }, () => {
    const pdf = convertInOffice(bytes, 'pptx', 'pdf');
    const pages = onFile(requirePoppler().pdftotext, ['-raw', '{}', '-'], pdf, 'pdf').normalize('NFC').split('\f').slice(0, -1).map((page) => page.replace(/\s+/g, ' '));
    expect(pages.length).toBe(slides().length);
    expect(pages.length).toBeGreaterThanOrEqual(9);
    // Where the office program has no font with Vietnamese letters it borrows them from another, and the reader of the PDF tells them apart.
    const plain = (text: string): string => text.replace(/[^!-~]/g, '');
    document.slides.forEach(({ claim }, place) => { expect(plain(pages[place]!)).toContain(plain(claim)); });
    expect(plain(pages[3]!)).toContain(plain('P. Quan Hoa – P. Cống Vị'));
  });
});

describe('looks of slides', () => {
  const light = (colour: string): number => [0, 2, 4].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)).reduce((sum, one, place) => sum + one * [0.2126, 0.7152, 0.0722][place]!, 0);
  const contrast = (a: string, b: string): number => { const [x, y] = [light(a), light(b)]; return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05); };
  it.each(EXPORT_THEMES)('%s: text stands out 7 : 1, what is drawn 3 : 1, at most five classes', (theme) => {
    const look = DECK_LOOKS[theme];
    for (const [text, ground] of [[look.ink, look.paper], [look.quiet, look.paper], [look.accent, look.paper], [look.headInk, look.headFill], [look.ink, look.bandFill]] as const) expect(contrast(text, ground)).toBeGreaterThanOrEqual(7);
    for (const colour of look.series) expect(contrast(colour, look.paper)).toBeGreaterThanOrEqual(theme === 'projector' ? 6 : 3);
    expect(look.series.length).toBe(5);
  });
});
