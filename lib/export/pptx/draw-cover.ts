import type PptxGenJS from 'pptxgenjs';
import type { PresentedFrame, PresentedSlide } from '../../messages/briefing/presented-slide';
import { cleanText } from '../archive/xml';
import { PAGE, type MainPage } from './deck-pages';
import { DECK_FONT, SIZES } from './deck-look';
import { drawStrip, drawFoot, LAYOUT, notesOf } from './draw-page';
import { drawText, type Box, type Drawing } from './draw-pieces';
import { countLines, linesInches } from './text-fit';

const TITLE = { points: 44, least: 34 } as const;
const LEFT = PAGE.side + 0.2;
const BREADTH = PAGE.breadth - 0.2;
const AREA_POINTS = 28;

/** Where the parts of a cover stand, from the top down, inches. */
export interface CoverPlan {
  readonly titlePoints: number;
  readonly titleTop: number;
  readonly areaTop: number;
  readonly periodTop: number;
  readonly claim: Box;
}

const periodOf = ({ period, asOf }: PresentedFrame): string => `${period}  ·  ${asOf}`;

/** Places the parts of a cover by the length of its texts. */
export function planCoverParts(frame: PresentedFrame, claimHeight: number): CoverPlan {
  const titlePoints = countLines(frame.title, TITLE.points, BREADTH, true) === 1 ? TITLE.points : TITLE.least;
  const titleTop = 1.02;
  const areaTop = titleTop + linesInches(countLines(frame.title, titlePoints, BREADTH, true), titlePoints) + 0.1;
  const periodTop = areaTop + linesInches(countLines(frame.area, AREA_POINTS, BREADTH), AREA_POINTS) + 0.05;
  const claimTop = periodTop + linesInches(countLines(periodOf(frame), SIZES.text, BREADTH), SIZES.text) + 0.3;
  return { titlePoints, titleTop, areaTop, periodTop, claim: { x: LEFT, y: claimTop, w: BREADTH, h: claimHeight } };
}

/** Whether what is planned to stand under the claim of a cover fits there. */
export const hasCoverRoom = ({ claim }: CoverPlan, main: MainPage): boolean => claim.y + claim.h + (main.facts.length > 0 ? main.factsHeight + 0.15 : 0) + main.uncertaintyHeight <= PAGE.bottom;

/** The cover: whose briefing, which period, as of when, who may hold it, and the claim with its figures. */
export function drawCover(page: PptxGenJS.Slide, main: MainPage, slide: PresentedSlide, plan: CoverPlan, pageNumber: string, drawing: Drawing): void {
  const { document: { frame }, look } = drawing;
  const put = (text: string, y: number, h: number, more: PptxGenJS.TextPropsOptions): void => { drawText(page, text, { x: LEFT, y, w: BREADTH, h }, drawing, more); };
  page.background = { color: look.paper };
  page.addShape('rect', { x: 0, y: 0, w: 0.28, h: PAGE.height, fill: { color: look.accent }, line: { type: 'none' } });
  put(frame.number, 0.42, 0.5, { bold: true, color: look.accent });
  drawText(page, frame.classification.toLocaleUpperCase('vi'), { x: 9.6, y: 0.36, w: 3.233, h: 0.52 }, drawing, { bold: true, align: 'center', valign: 'middle', line: { color: look.ink, width: 2 } });
  put(frame.title, plan.titleTop, plan.areaTop - plan.titleTop, { fontSize: plan.titlePoints, bold: true });
  put(frame.area, plan.areaTop, plan.periodTop - plan.areaTop, { fontSize: AREA_POINTS });
  put(periodOf(frame), plan.periodTop, plan.claim.y - plan.periodTop - 0.2, { color: look.quiet });
  page.addShape('line', { x: LEFT, y: plan.claim.y - 0.12, w: BREADTH, h: 0, line: { color: look.accent, width: 3 } });
  page.addText(cleanText(slide.claim), { placeholder: LAYOUT.claim, ...plan.claim, margin: 0, fontFace: DECK_FONT, fontSize: main.headPoints, bold: true, color: look.ink, valign: 'top', align: 'left' });
  if (main.facts.length > 0) drawStrip(page, main.facts, { x: LEFT, y: plan.claim.y + plan.claim.h + 0.1, w: BREADTH, h: main.factsHeight }, drawing);
  if (main.uncertainty.length > 0) put(main.uncertainty.join(' '), PAGE.bottom - main.uncertaintyHeight - 0.02, main.uncertaintyHeight, { italic: true, color: look.quiet, valign: 'bottom' });
  drawFoot(page, pageNumber, drawing);
  page.addNotes(notesOf(slide, drawing));
}
