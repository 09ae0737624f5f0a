import type { Content } from 'pdfmake/interfaces';
import { formatCount } from '../../format/format-number';
import type { PresentedChart, PresentedSlide, PresentedTable } from '../../messages/briefing/presented-slide';
import type { BriefingFileWords } from '../../messages/briefing-file-words';
import { cleanText } from '../archive/xml';
import type { BriefingDocument, DocumentPicture } from '../briefing-document';
import { extentOfChart } from '../chart/chart-extent';
import { drawLines } from '../chart/svg-lines';
import { drawRows } from '../chart/svg-rows';
import { cutChart, factsTable } from '../pptx/slide-plan';
import { TEXT_BREADTH, TEXT_SIZES } from './page-look';
import { chartTable, orientationOf, reportTable, type Orientation } from './report-table';

/** Most rows of one drawing: a page holds no more. */
const MOST_ROWS = 24;
const MOST_PICTURE_HEIGHT = 400;

/** A part of the report and the way its page lies. */
export interface ReportPart {
  readonly orientation: Orientation;
  readonly content: Content[];
}

/** Numbers of tables, charts and figures through the whole report. */
export interface Numbering {
  table: number;
  chart: number;
  figure: number;
}

/** What parts of the report are made with. */
export interface ReportTools {
  readonly document: BriefingDocument;
  readonly words: BriefingFileWords;
  readonly numbering: Numbering;
}

const heading = (text: string, more: object = {}): Content => ({ text: cleanText(text), headlineLevel: 1, ...more });
const caption = (text: string): Content => heading(text, { bold: true, fontSize: TEXT_SIZES.caption, margin: [0, 6, 0, 3] });
const upright = (...content: Content[]): ReportPart => ({ orientation: 'portrait', content });

function tablePart(table: PresentedTable, { document, words, numbering }: ReportTools): ReportPart {
  numbering.table += 1;
  const orientation = orientationOf(table);
  return { orientation, content: [reportTable(table, words.table(formatCount(numbering.table, document.language), table.title), words, orientation)] };
}

function chartPart(chart: PresentedChart, tools: ReportTools): readonly ReportPart[] {
  const { document: { language }, words, numbering } = tools;
  numbering.chart += 1;
  const rows = chart.kind === 'lines' ? Math.max(1, chart.xs.length) : Math.max(3, Math.floor(MOST_ROWS / Math.max(1, chart.series.length)));
  const drawings = Array.from({ length: Math.max(1, Math.ceil(chart.xs.length / rows)) }, (_, part) => cutChart(chart, part * rows, (part + 1) * rows));
  const title = words.chart(formatCount(numbering.chart, language), chart.title);
  const draw = chart.kind === 'lines' ? drawLines : drawRows;
  const scale = extentOfChart(chart);
  if (!chart.series.some(({ values }) => values.some((value) => value !== null))) return [upright(caption(title), { text: words.noData, italics: true })];
  return [
    ...drawings.map((one, part) => upright({ unbreakable: true, stack: [...(part === 0 ? [caption(title)] : []), { svg: draw(one, scale, TEXT_BREADTH.portrait, language), margin: [0, 2, 0, 6] }] })),
    tablePart(chartTable(chart, words, language), tools),
  ];
}

function picturePart(slide: PresentedSlide, picture: DocumentPicture, { document, words, numbering }: ReportTools): ReportPart {
  numbering.figure += 1;
  const scale = Math.min(TEXT_BREADTH.portrait / picture.widthPixels, MOST_PICTURE_HEIGHT / picture.heightPixels);
  const width = picture.widthPixels * scale;
  return upright({
    unbreakable: true, margin: [0, 6, 0, 8],
    stack: [
      { image: `data:image/png;base64,${Buffer.from(picture.png).toString('base64')}`, width, alignment: 'center' },
      { text: cleanText(words.figure(formatCount(numbering.figure, document.language), `${words.map}: ${slide.title}`)), italics: true, alignment: 'center', fontSize: TEXT_SIZES.caption, margin: [0, 4, 0, 0] },
    ],
  });
}

/** A slide as a numbered section: the claim in bold, how sure it is, figures, map, charts each with its table, tables. */
export function reportSection(slide: PresentedSlide, place: number, tools: ReportTools): readonly ReportPart[] {
  const { document, words } = tools;
  const picture = document.pictures.get(slide.id);
  const indent = { leadingIndent: 28, alignment: 'justify' as const };
  return [
    upright(
      heading(`${formatCount(place, document.language)}. ${slide.title}`, { bold: true, fontSize: TEXT_SIZES.title, margin: [0, 12, 0, 4] }),
      heading(slide.claim, { bold: true, ...indent, margin: [0, 0, 0, 4] }),
      ...(slide.claim === slide.claimOfData ? [] : [{ text: cleanText(`${words.claimOfData}: ${slide.claimOfData}`), ...indent, margin: [0, 0, 0, 4] } satisfies Content]),
      ...(slide.uncertainty.length === 0 ? [] : [{ text: cleanText(`${words.uncertainty}: ${slide.uncertainty.join(' ')}`), italics: true, ...indent, margin: [0, 0, 0, 6] } satisfies Content]),
    ),
    ...(slide.facts.length === 0 ? [] : [tablePart(factsTable(slide.facts, words), tools)]),
    ...(picture === undefined ? [] : [picturePart(slide, picture, tools)]),
    ...slide.charts.flatMap((chart) => chartPart(chart, tools)),
    ...slide.tables.map((table) => tablePart(table, tools)),
  ];
}
