import type PptxGenJS from 'pptxgenjs';
import { formatCount } from '../../format/format-number';
import type { PresentedChart } from '../../messages/briefing/presented-slide';
import type { BriefingFileWords } from '../../messages/briefing-file-words';
import type { BriefingDocument, DocumentPicture } from '../briefing-document';
import { cleanText } from '../archive/xml';
import type { AxisScale } from '../chart/axis-numbers';
import { DECK_FONT, SIZES, type DeckLook } from './deck-look';
import { paddingOf, rowInches, type ChartPiece, type TablePiece } from './slide-plan';

/** A place on the page, inches. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A chart as it was placed, with how many labels stand beside each other in it. */
export interface PlacedChart {
  readonly chart: PresentedChart;
  readonly scale: AxisScale;
  readonly labelsAcross: number;
}

/** What drawing needs to know; charts are gathered in the order in which they are placed. */
export interface Drawing {
  readonly document: BriefingDocument;
  readonly look: DeckLook;
  readonly words: BriefingFileWords;
  readonly charts: PlacedChart[];
}

/** Text of one look in a box; `more` overrides. */
export function drawText(page: PptxGenJS.Slide, text: string, box: Box, { look }: Drawing, more: PptxGenJS.TextPropsOptions = {}): void {
  page.addText(cleanText(text), { ...box, margin: 0, fontFace: DECK_FONT, fontSize: SIZES.text, color: look.ink, valign: 'top', fit: 'none', wrap: true, ...more });
}

/** The map, as large as the box lets it be, in its middle. */
export function drawPicture(page: PptxGenJS.Slide, picture: DocumentPicture, box: Box, altText: string, { look }: Drawing): void {
  const scale = Math.min(box.w / picture.widthPixels, box.h / picture.heightPixels);
  const [w, h] = [picture.widthPixels * scale, picture.heightPixels * scale];
  const place = { x: box.x + (box.w - w) / 2, y: box.y + (box.h - h) / 2, w, h };
  page.addImage({ data: `data:image/png;base64,${Buffer.from(picture.png).toString('base64')}`, ...place, altText: cleanText(altText), objectName: 'Map' });
  page.addShape('rect', { ...place, line: { color: look.line, width: 1 }, fill: { type: 'none' } });
}

/** Which part of a whole is shown: nothing where it is all. */
export function partOf(from: number, shown: number, all: number, { words, document: { language } }: Drawing): string {
  const count = (value: number): string => formatCount(value, language);
  return shown >= all ? '' : ` (${shown === 1 ? words.row(count(from + 1), count(all)) : words.rows(count(from + 1), count(from + shown), count(all))})`;
}

/** A native chart, or that there is nothing to draw. The library reserves its place and parts; `finishDeck` puts our XML and workbook there. */
export function drawChart(page: PptxGenJS.Slide, { chart, scale, from, all }: ChartPiece, box: Box, drawing: Drawing, withTitle: boolean): void {
  const name = `${chart.title}${partOf(from, chart.xs.length, all, drawing)}`;
  const title = withTitle ? name : '';
  if (!chart.series.some(({ values }) => values.some((value) => value !== null))) {
    drawText(page, withTitle ? `${name}: ${drawing.words.noData}` : drawing.words.noData, box, drawing, { italic: true, color: drawing.look.quiet });
    return;
  }
  const altText = drawing.words.chartAlt(name, formatCount(chart.xs.length, drawing.document.language), chart.series.map(({ name }) => name).join(', '));
  page.addChart('bar', [{ name: 'x', labels: ['x'], values: [1] }], { ...box, altText: cleanText(altText), objectName: `Chart ${String(drawing.charts.length + 1)}` });
  drawing.charts.push({ chart: { ...chart, title }, scale, labelsAcross: Math.max(2, Math.floor(box.w / 1.15)) });
}

/** A native table with its header row. */
export function drawTable(page: PptxGenJS.Slide, { table, rows, widths, points }: TablePiece, box: Box, { look, words }: Drawing): void {
  const align = (place: number): 'left' | 'right' => (table.columns[place]?.alignsRight === true ? 'right' : 'left');
  const border: PptxGenJS.BorderProps = { type: 'solid', pt: 1, color: look.line };
  const none: PptxGenJS.BorderProps = { type: 'none' };
  const padding = paddingOf(table);
  const base = { fontFace: DECK_FONT, fontSize: points, valign: 'middle' as const, margin: [0.03, padding / 2, 0.03, padding / 2] as [number, number, number, number] };
  const head = table.columns.map(({ label }, place) => ({ text: cleanText(label), options: { ...base, bold: true, color: look.headInk, fill: { color: look.headFill }, align: align(place), border: [border, none, border, none] as [PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps] } }));
  const body = rows.map((row, number) => table.columns.map((_, place) => ({
    text: cleanText(row[place]?.text ?? ''),
    options: { ...base, color: look.ink, fill: { color: number % 2 === 1 ? look.bandFill : look.paper }, align: align(place), border: [none, none, border, none] as [PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps] },
  })));
  const empty = [[{ text: words.noData, options: { ...base, italic: true, color: look.quiet, colspan: table.columns.length } }]];
  const heights = [rowInches(table.columns.map(({ label }) => label), widths, points, padding, true), ...(rows.length === 0 ? [0.4] : rows.map((row) => rowInches(row.map(({ text }) => text), widths, points, padding)))];
  page.addTable([head, ...(rows.length === 0 ? empty : body)], { x: box.x, y: box.y, w: box.w, colW: [...widths], rowH: heights, objectName: cleanText(table.title) });
}
