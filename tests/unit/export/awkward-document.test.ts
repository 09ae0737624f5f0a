import { describe, expect, it } from 'vitest';
import { axisTicks, formatTick, officeFormat, scaleAxis } from '../../../lib/export/chart/axis-numbers';
import { writePdf } from '../../../lib/export/pdf/write-pdf';
import { countLines, cutToLines } from '../../../lib/export/pptx/text-fit';
import { splitChart, splitTable } from '../../../lib/export/pptx/slide-plan';
import { writePptx } from '../../../lib/export/pptx/write-pptx';
import { writeXlsx } from '../../../lib/export/xlsx/write-xlsx';
import type { PresentedSlide } from '../../../lib/messages/briefing/presented-slide';
import { barsChart, briefingFixture, intervalsChart, linesChart, longTable } from './support/briefing-fixture';
import { packageFaults, readTexts, textsOf } from './support/office-package';

const base = briefingFixture();
const many = Array.from({ length: 40 }, (_, place) => `P. Số ${String(place)} – P. Khác ${String(place)}`);
const fortyBars = { ...barsChart, xs: many, labels: many, series: [{ id: 'n', name: 'Số vụ', values: many.map((_, place) => place) }] };
const longClaim = 'Điểm nóng nằm trên ranh giới bốn phường nên mỗi phường chỉ thấy phần của mình. '.repeat(5).slice(0, 400).trim();
const awkward = (id: string, more: Partial<PresentedSlide>): PresentedSlide => ({ ...base.slides[2]!, id, charts: [], tables: [], facts: [], uncertainty: [], ...more });
const sentences = Array.from({ length: 9 }, (_, place) => `Điều kiện thứ ${String(place + 1)}: số vụ ít thì khoảng rộng, chưa nên kết luận khi chưa xem kỳ sau và chưa so với nơi đối chứng.`);
const document = {
  ...base, pictures: new Map(), frame: { ...base.frame, masked: 'Bản che giấu: điểm đã dịch chuyển, số nhỏ đã ẩn' },
  slides: [
    { ...base.slides[0]!, claim: longClaim, uncertainty: sentences },
    awkward('long', { claim: longClaim, uncertainty: sentences, charts: [barsChart] }),
    awkward('empty', { charts: [{ ...barsChart, xs: [], labels: [], series: [{ id: 'x', name: 'Rỗng', values: [] }] }, { ...barsChart, series: [{ id: 'x', name: 'Không biết', values: [null, null, null, null, null] }] }], tables: [{ ...longTable, rows: [] }] }),
    awkward('many', { charts: [fortyBars, { ...linesChart, marks: [], series: Array.from({ length: 7 }, (_, of) => ({ id: `s${String(of)}`, name: `Loại ${String(of)}`, values: linesChart.xs.map((__, place) => (place * (of + 1)) % 11) })) }] }),
    awkward('signs', { claim: 'Ngắn & <gọn> "thế" \u0007thôi', facts: Array.from({ length: 12 }, (_, place) => ({ id: String(place), label: `Chỉ tiêu thứ ${String(place)}`, text: `${String(place)}.234 & hơn`, value: place })) }),
  ],
};

describe('an awkward briefing', () => {
  it('becomes three sound files that lose nothing', async () => {
    const [pptx, pdf, xlsx] = [await writePptx(document), await writePdf(document), await writeXlsx(document)];
    expect(packageFaults(pptx)).toEqual([]);
    expect(packageFaults(xlsx)).toEqual([]);
    expect(pdf.length).toBeGreaterThan(10_000);
    const all = [...readTexts(pptx)].filter(([name]) => name.startsWith('ppt/slides/slide')).map(([, xml]) => textsOf(xml).join('|'));
    const told = all.join('|');
    for (const sentence of sentences) expect(told.split(sentence).length - 1).toBe(2);
    for (const place of many.keys()) expect([...readTexts(pptx)].filter(([name, xml]) => name.startsWith('ppt/charts/chart') && xml.includes(`<c:v>${many[place]!}</c:v>`)).length).toBe(1);
    for (const { label, text } of document.slides[4]!.facts) for (const part of [label, text]) expect(told).toContain(part);
    expect(told).toContain('Ngắn & <gọn> "thế" thôi');
    expect(told).toContain('không có số liệu');
    for (const page of all) expect(page).toContain('Bản che giấu');
  });

  it('is told in English too', async () => {
    const texts = readTexts(await writePptx({ ...document, language: 'en' }));
    expect(textsOf(texts.get('ppt/slides/slide2.xml')!).join('|')).toContain('Continued on page');
    expect(texts.get('ppt/slides/slide2.xml')).toContain('lang="en-GB"');
  });
});

describe('pieces of charts and tables', () => {
  it('share the scale of the whole', () => {
    const pieces = splitChart(fortyBars, 12, 5);
    expect(pieces.length).toBeGreaterThan(2);
    expect(new Set(pieces.map(({ scale }) => JSON.stringify(scale)))).toEqual(new Set([JSON.stringify({ min: 0, max: 40, step: 10 })]));
    expect(pieces.flatMap(({ chart }) => chart.labels)).toEqual(many);
    expect(pieces.flatMap(({ chart }) => chart.series[0]!.values)).toEqual(many.map((_, place) => place));
  });

  it('cut limits with their values', () => {
    const [first, ...rest] = splitChart(intervalsChart, 6, 2);
    expect(rest.length).toBeGreaterThan(0);
    expect(first!.chart.series[0]!.low).toEqual(intervalsChart.series[0]!.low!.slice(0, first!.chart.xs.length));
  });

  it('take all rows, whatever the breadth', () => {
    for (const [inches, height] of [[12, 5], [6, 2], [3, 1], [1, 0.2]] as const) {
      const pieces = splitTable(longTable, inches, height);
      expect(pieces.flatMap(({ rows }) => rows.map((row) => row[0]!.text))).toEqual(longTable.rows.map((row) => row[0]!.text));
      for (const { rows, widths } of pieces) { expect(rows.length).toBeLessThanOrEqual(8); expect(widths.reduce((sum, one) => sum + one, 0)).toBeCloseTo(inches, 1); }
    }
  });
});

describe('numbers of axes', () => {
  it('stand on round steps around the values', () => {
    expect(scaleAxis([3, 14], { fromZero: true, whole: true })).toEqual({ min: 0, max: 15, step: 5 });
    expect(scaleAxis([-21, 1], { fromZero: false, whole: false })).toEqual({ min: -25, max: 5, step: 5 });
    expect(scaleAxis([], { fromZero: false, whole: false })).toEqual({ min: 0, max: 1, step: 0.2 });
    expect(scaleAxis([0, 1], { fromZero: true, whole: true }).step).toBe(1);
    expect(axisTicks({ min: 0, max: 0.6, step: 0.2 })).toEqual([0, 0.2, 0.4, 0.6]);
    const { min, max } = scaleAxis([7, 7], { fromZero: false, whole: true });
    expect(min).toBeLessThanOrEqual(7);
    expect(max).toBeGreaterThan(min);
  });

  it('are written as the language does', () => {
    expect(formatTick(1250, 250, 'count', 'vi')).toBe('1.250');
    expect(formatTick(0.125, 0.025, 'share', 'vi')).toBe('12,5%');
    expect(formatTick(-0.5, 0.5, 'ratio', 'en')).toBe('−0.5');
    expect([officeFormat('count', 5), officeFormat('ratio', 0.5), officeFormat('share', 0.1)]).toEqual(['#,##0', '#,##0.0', '0%']);
  });
});

describe('text on a slide', () => {
  it('is measured in lines, marks or not', () => {
    expect(countLines('một', 24, 5)).toBe(1);
    expect(countLines('Vùng giáp ranh '.repeat(20), 24, 6)).toBe(countLines('Vung giap ranh '.repeat(20), 24, 6));
    expect(countLines('một\nhai', 24, 5)).toBe(2);
    expect(cutToLines('Vùng giáp ranh '.repeat(20).trim(), 24, 4, 2)).toMatch(/ …$/);
    expect(countLines(cutToLines('Vùng giáp ranh '.repeat(20).trim(), 24, 4, 2), 24, 4)).toBeLessThanOrEqual(2);
  });
});
