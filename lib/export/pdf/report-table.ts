import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import type { PresentedChart, PresentedTable } from '../../messages/briefing/presented-slide';
import type { BriefingFileWords } from '../../messages/briefing-file-words';
import type { Language } from '../../format/language';
import { cleanText } from '../archive/xml';
import { formatPoint } from '../chart/axis-numbers';
import { textPoints } from '../chart/svg-parts';
import { TEXT_BREADTH, TEXT_SIZES } from './page-look';

/** Which way a page lies. */
export type Orientation = keyof typeof TEXT_BREADTH;

const PADDING = { across: 8, down: 2 } as const;
const GRID: CustomTableLayout = {
  hLineWidth: (line) => (line === 0 ? 0 : 0.5), vLineWidth: () => 0.5, hLineColor: () => '#777777', vLineColor: () => '#777777',
  paddingLeft: () => PADDING.across / 2, paddingRight: () => PADDING.across / 2, paddingTop: () => PADDING.down, paddingBottom: () => PADDING.down,
};

interface Breadths {
  readonly least: readonly number[];
  readonly liked: readonly number[];
}

/** Breadths of columns at a size: what the longest word needs, and what the longest cell would like. */
function breadthsOf({ columns, rows }: PresentedTable, size: number): Breadths {
  const of = (text: string): number => textPoints(text, size) * 1.05;
  const word = (text: string): number => Math.max(0, ...text.split(' ').map(of));
  const least = columns.map(({ label }, place) => Math.max(12, word(label) * 1.06, ...rows.map((row) => word(row[place]?.text ?? ''))) + PADDING.across + 1);
  const liked = columns.map(({ label }, place) => Math.max(least[place] ?? 0, Math.min(190, Math.max(Math.min(of(label) * 1.1, 72), ...rows.map((row) => of(row[place]?.text ?? '')))) + PADDING.across + 1));
  return { least, liked };
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** Wide tables, and only those, lie on a landscape page: where cells would be squeezed to two thirds of what they like. */
export function orientationOf(table: PresentedTable): Orientation {
  const { least, liked } = breadthsOf(table, TEXT_SIZES.table);
  return sum(least) > TEXT_BREADTH.portrait || sum(liked) > TEXT_BREADTH.portrait * 1.5 ? 'landscape' : 'portrait';
}

/** Breadths of the columns' insides: the broadest column of words takes what is left, or all give what is missing. */
function widthsOf(table: PresentedTable, size: number, breadth: number): number[] {
  const { least, liked } = breadthsOf(table, size);
  const room = breadth - sum(liked);
  const words = liked.map((one, place) => (table.columns[place]?.alignsRight === true ? 0 : one));
  const broadest = words.indexOf(Math.max(...words));
  const share = sum(liked) > sum(least) ? Math.max(0, (breadth - sum(least)) / (sum(liked) - sum(least))) : 0;
  const scale = Math.min(1, breadth / sum(least));
  const widths = room >= 0 ? liked.map((one, place) => (place === broadest ? one + room : one)) : liked.map((one, place) => (share > 0 ? (least[place] ?? one) + (one - (least[place] ?? one)) * share : (least[place] ?? one) * scale));
  return widths.map((one) => Math.floor((one - PADDING.across - 0.5) * 100) / 100);
}

/** A table under its caption; both stand on every page that it reaches. */
export function reportTable(table: PresentedTable, caption: string, words: BriefingFileWords, orientation: Orientation): Content {
  const breadth = TEXT_BREADTH[orientation] - 1;
  const size = sum(breadthsOf(table, TEXT_SIZES.table).least) <= breadth ? TEXT_SIZES.table : TEXT_SIZES.tableLeast;
  const alignment = (place: number): 'left' | 'right' => (table.columns[place]?.alignsRight === true ? 'right' : 'left');
  const rest = table.columns.slice(1).map((): TableCell => ({ text: '', border: [false, false, false, true] }));
  const title: TableCell[] = [{ text: cleanText(caption), bold: true, fontSize: TEXT_SIZES.caption, colSpan: table.columns.length, border: [false, false, false, true], margin: [-PADDING.across / 2, 4, 0, 1] }, ...rest];
  const head = table.columns.map(({ label }, place): TableCell => ({ text: cleanText(label), bold: true, alignment: alignment(place), fillColor: '#ededed' }));
  const body = table.rows.map((row) => table.columns.map((_, place): TableCell => ({ text: cleanText(row[place]?.text ?? ''), alignment: alignment(place) })));
  const empty: TableCell[] = [{ text: words.noData, italics: true, colSpan: table.columns.length }, ...rest];
  return {
    table: { headerRows: 2, dontBreakRows: true, keepWithHeaderRows: Math.min(3, Math.max(1, body.length)), body: [title, head, ...(body.length === 0 ? [empty] : body)], widths: widthsOf(table, size, breadth) },
    layout: GRID, fontSize: size, margin: [0, 0, 0, 10],
  };
}

/** The numbers of a chart as a table: a value with its limits in one cell. */
export function chartTable(chart: PresentedChart, words: BriefingFileWords, language: Language): PresentedTable {
  const write = (value: number | null | undefined): string => (value === null || value === undefined ? '–' : formatPoint(value, chart.y, language));
  return {
    id: chart.id, title: chart.title,
    columns: [{ id: 'label', label: chart.xTitle === '' ? words.label : chart.xTitle, kind: 'text', alignsRight: false }, ...chart.series.map(({ id, name }) => ({ id, label: name, kind: chart.y, alignsRight: true }))],
    rows: chart.labels.map((label, place) => [{ text: label, value: label }, ...chart.series.map(({ values, low, high }) => {
      const value = values[place] ?? null;
      const limits = value === null || (low === undefined && high === undefined) ? '' : ` (${write(low?.[place])} – ${write(high?.[place])})`;
      return { text: `${write(value)}${limits}`, value };
    })]),
  };
}
