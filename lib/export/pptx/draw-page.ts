import type PptxGenJS from 'pptxgenjs';
import type { PresentedSlide } from '../../messages/briefing/presented-slide';
import { COLUMNS, PAGE, PIECE_TITLE, nextHeight, type DeckPage, type MainPage, type NextPage } from './deck-pages';
import { DECK_FONT, SIZES } from './deck-look';
import { drawChart, drawPicture, drawTable, drawText, partOf, type Box, type Drawing } from './draw-pieces';
import type { Piece } from './slide-plan';
import { cutToLines, linesInches, textInches } from './text-fit';
import { cleanText } from '../archive/xml';

/** Name of the layout that every page but the cover uses, and of its placeholder for the claim. */
export const LAYOUT = { page: 'GIAP_RANH', claim: 'claim' } as const;

/** Breadth of what is told at the left of the foot. */
const FOOT_FACTS = 9.3;

/** Number, as-of, mark and page at the foot; the mark in the middle, where a stamp would be. */
export function drawFoot(page: PptxGenJS.Slide, pageNumber: string, drawing: Drawing): void {
  const { document: { frame }, look } = drawing;
  const small = { fontSize: SIZES.foot, color: look.quiet, valign: 'middle' as const };
  const row = { y: PAGE.foot, h: 0.32 };
  page.addShape('line', { x: PAGE.side, y: PAGE.foot - 0.03, w: PAGE.breadth, h: 0, line: { color: look.line, width: 1 } });
  const facts = [frame.number, frame.asOf, ...(frame.masked === null ? [] : [frame.masked])].join('  ·  ');
  const fits = textInches(facts, SIZES.foot) * 1.05 <= FOOT_FACTS;
  drawText(page, fits ? facts : cutToLines(facts, SIZES.footLeast, FOOT_FACTS, 1), { x: PAGE.side, w: FOOT_FACTS, ...row }, drawing, { ...small, fontSize: fits ? SIZES.foot : SIZES.footLeast });
  drawText(page, frame.classification.toLocaleUpperCase('vi'), { x: 9.9, w: 1.9, ...row }, drawing, { ...small, bold: true, align: 'center', color: look.ink });
  drawText(page, pageNumber, { x: 11.9, w: PAGE.side + PAGE.breadth - 11.9, ...row }, drawing, { ...small, align: 'right' });
}

/** Figures side by side: the number large, what it is under it. */
export function drawStrip(page: PptxGenJS.Slide, facts: PresentedSlide['facts'], box: Box, drawing: Drawing): void {
  const gap = 0.2;
  const w = (box.w - gap * (facts.length - 1)) / facts.length;
  facts.forEach(({ label, text }, place) => {
    const x = box.x + place * (w + gap);
    const inner = w - 0.15;
    page.addShape('rect', { x, y: box.y + 0.04, w: 0.06, h: box.h - 0.12, fill: { color: drawing.look.accent }, line: { type: 'none' } });
    drawText(page, text, { x: x + 0.15, y: box.y, w: inner, h: 0.5 }, drawing, { fontSize: SIZES.headlineLeast, bold: true, color: drawing.look.accent });
    drawText(page, label, { x: x + 0.15, y: box.y + 0.52, w: inner, h: box.h - 0.6 }, drawing, { fontSize: SIZES.cellLeast, color: drawing.look.quiet });
  });
}

function drawPiece(page: PptxGenJS.Slide, piece: Piece, box: Box, drawing: Drawing, withTitle: boolean): void {
  if (piece.kind === 'chart') drawChart(page, piece, box, drawing, withTitle);
  else if (piece.kind === 'table') {
    const title = `${piece.table.title}${partOf(piece.from, piece.rows.length, piece.table.rows.length, drawing)}`;
    if (withTitle) drawText(page, cutToLines(title, SIZES.cell, box.w, 1, true), { ...box, h: PIECE_TITLE }, drawing, { fontSize: SIZES.cell, bold: true });
    drawTable(page, piece, withTitle ? { ...box, y: box.y + PIECE_TITLE, h: box.h - PIECE_TITLE } : box, drawing);
  } else {
    const lines = piece.sentences.map((sentence) => ({ text: cleanText(sentence), options: { bullet: true, breakLine: true, paraSpaceAfter: 8 } }));
    page.addText(lines, { ...box, margin: 0, fontFace: DECK_FONT, fontSize: SIZES.text, color: drawing.look.ink, valign: 'top' });
  }
}

/** Where the map of the first page of a slide stands. */
function mainPictureBox(main: MainPage): Box {
  const top = PAGE.headTop + main.headHeight + 0.05;
  const stripped = main.facts.length === 0 ? top : top + main.factsHeight + 0.1;
  const area: Box = { x: PAGE.side, y: stripped, w: PAGE.breadth, h: PAGE.bottom - main.uncertaintyHeight - stripped - 0.1 };
  return main.piece === null ? area : { ...area, x: PAGE.side + COLUMNS.evidence + COLUMNS.gap, w: COLUMNS.map };
}

const nextArea = (): Box => ({ x: PAGE.side, y: PAGE.headTop + linesInches(1, SIZES.headlineLeast) + 0.25, w: PAGE.breadth, h: nextHeight() });

/** Where the map of a page stands, inches; null for a page without one. */
export const pictureBoxOf = (content: DeckPage): Box | null => (content.picture === null ? null : content.kind === 'main' ? mainPictureBox(content) : nextArea());

function drawMain(page: PptxGenJS.Slide, main: MainPage, slide: PresentedSlide, drawing: Drawing): void {
  const { look, words } = drawing;
  const top = PAGE.headTop + main.headHeight + 0.05;
  const bottom = PAGE.bottom - main.uncertaintyHeight;
  const stripped = main.facts.length === 0 ? top : top + main.factsHeight + 0.1;
  if (main.facts.length > 0) drawStrip(page, main.facts, { x: PAGE.side, y: top, w: PAGE.breadth, h: main.factsHeight }, drawing);
  const area: Box = { x: PAGE.side, y: stripped, w: PAGE.breadth, h: bottom - stripped - 0.1 };
  if (main.picture !== null) drawPicture(page, main.picture, mainPictureBox(main), words.mapAlt(slide.title, slide.claim), drawing);
  if (main.piece !== null) drawPiece(page, main.piece, main.picture === null ? area : { ...area, w: COLUMNS.evidence }, drawing, true);
  if (main.uncertainty.length > 0) drawText(page, main.uncertainty.join(' '), { x: PAGE.side, y: bottom, w: PAGE.breadth, h: main.uncertaintyHeight }, drawing, { italic: true, color: look.quiet, valign: 'bottom' });
}

function drawNext(page: PptxGenJS.Slide, next: NextPage, slide: PresentedSlide, drawing: Drawing): void {
  const area = nextArea();
  if (next.picture !== null) drawPicture(page, next.picture, area, drawing.words.mapAlt(slide.title, slide.claim), drawing);
  if (next.piece !== null) drawPiece(page, next.piece, area, drawing, false);
}

/** What the presenter reads: the note, how sure it is, and the sentence made of data where another is shown. */
export function notesOf(slide: PresentedSlide, { words }: Drawing): string {
  const parts = [slide.note, slide.uncertainty.length === 0 ? null : `${words.uncertainty}: ${slide.uncertainty.join(' ')}`, `${words.claimOfData}: ${slide.claimOfData}`];
  return cleanText(parts.filter((one) => one !== null && one !== '').join('\n\n'));
}

/** The heading of a following page: what it shows, and which part of it. */
function headingOf({ heading, piece }: NextPage, slide: PresentedSlide, drawing: Drawing): string {
  const part = piece?.kind === 'chart' ? partOf(piece.from, piece.chart.xs.length, piece.all, drawing) : piece?.kind === 'table' ? partOf(piece.from, piece.rows.length, piece.table.rows.length, drawing) : '';
  return cutToLines(heading === '' ? slide.title : heading, SIZES.headlineLeast, PAGE.breadth * 0.96 - textInches(part, SIZES.headlineLeast, true), 1, true) + part;
}

/** One page of a slide, with its head, foot and notes; `more` names the pages where what did not fit stands. */
export function drawPage(page: PptxGenJS.Slide, content: DeckPage, slide: PresentedSlide, heading: string, pageNumber: string, more: string, drawing: Drawing): void {
  const { look } = drawing;
  page.background = { color: look.paper };
  drawText(page, cutToLines(heading, SIZES.text, 9.6, 1, true), { x: PAGE.side, y: PAGE.top, w: 9.7, h: 0.45 }, drawing, { bold: true, color: look.accent });
  if (more !== '') drawText(page, more, { x: 10.2, y: PAGE.top, w: PAGE.side + PAGE.breadth - 10.2, h: 0.4 }, drawing, { fontSize: SIZES.foot, color: look.quiet, align: 'right' });
  const isMain = content.kind === 'main';
  const [text, points, h] = isMain ? [slide.claim, content.headPoints, content.headHeight] : [headingOf(content, slide, drawing), SIZES.headlineLeast, linesInches(1, SIZES.headlineLeast) + 0.12];
  page.addText(cleanText(text), { placeholder: LAYOUT.claim, x: PAGE.side, y: PAGE.headTop, w: PAGE.breadth, h, margin: 0, fontFace: DECK_FONT, fontSize: points, bold: true, color: look.ink, valign: 'top', align: 'left' });
  if (isMain) drawMain(page, content, slide, drawing);
  else drawNext(page, content, slide, drawing);
  drawFoot(page, pageNumber, drawing);
  page.addNotes(notesOf(slide, drawing));
}
