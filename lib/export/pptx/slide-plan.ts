import type { PresentedCell, PresentedChart, PresentedSlide, PresentedTable } from '../../messages/briefing/presented-slide';
import type { AxisScale } from '../chart/axis-numbers';
import { extentOfChart, hasWhiskers } from '../chart/chart-extent';
import { isSideways } from './chart-xml';
import { SIZES } from './deck-look';
import { countLines, cutToLines, linesInches, textInches } from './text-fit';

/** Rows of a table that stand on one slide. */
export interface TablePiece {
  readonly kind: 'table';
  readonly table: PresentedTable;
  readonly from: number;
  readonly rows: readonly (readonly PresentedCell[])[];
  /** Inches. */
  readonly widths: readonly number[];
  readonly points: number;
}

/** A chart, or as many of its places and series as can be told apart. */
export interface ChartPiece {
  readonly kind: 'chart';
  readonly chart: PresentedChart;
  /** Scale of the whole chart, so that its pieces can be compared. */
  readonly scale: AxisScale;
  /** Its first place among all places of the whole chart. */
  readonly from: number;
  readonly all: number;
}

/** Sentences that stand on one slide. */
export interface TextPiece {
  readonly kind: 'text';
  readonly sentences: readonly string[];
}

export type Piece = TablePiece | ChartPiece | TextPiece;

/** Most rows of a table and most classes of a chart on a slide. */
export const MOST_ROWS = 8;
export const MOST_CLASSES = 5;
/** Height of a name at the left of a chart. */
const SIDEWAYS_INCHES = 0.36;
/** Height of title and axis of such a chart. */
const SIDEWAYS_FRAME = { estimates: 1.4, counts: 0.75 } as const;
/** Space within a cell at left and right together, and above and below together, inches. */
export const CELL_PADDING = { across: 0.24, down: 0.1 } as const;
/** From so many columns on a table is dense: less space between them. */
const DENSE_COLUMNS = 8;

/** Space at the left and right of a cell together, inches. */
export const paddingOf = ({ columns }: PresentedTable): number => (columns.length >= DENSE_COLUMNS ? 0.14 : CELL_PADDING.across);

const slice = <T>(values: readonly T[], from: number, to: number): readonly T[] => values.slice(from, to);

/** The places of a chart from one to another. */
export function cutChart(chart: PresentedChart, from: number, to: number): PresentedChart {
  const series = chart.series.map((one) => ({
    ...one, values: slice(one.values, from, to),
    ...(one.low === undefined ? {} : { low: slice(one.low, from, to) }), ...(one.high === undefined ? {} : { high: slice(one.high, from, to) }),
  }));
  return { ...chart, series, xs: slice(chart.xs, from, to), labels: slice(chart.labels, from, to) };
}

/** A chart in charts of at most five series. */
export const groupSeries = (chart: PresentedChart): readonly PresentedChart[] =>
  Array.from({ length: Math.max(1, Math.ceil(chart.series.length / MOST_CLASSES)) }, (_, group) => ({ ...chart, series: slice(chart.series, group * MOST_CLASSES, (group + 1) * MOST_CLASSES) }));

/** Most places of a chart that can be read in a height: names at the left take a line each, more where several bars stand side by side. */
export function mostPlaces(chart: PresentedChart, breadth: number, height: number): number {
  if (!isSideways(chart)) return Math.max(1, chart.xs.length);
  const lines = Math.max(1, ...chart.labels.map((label) => countLines(label, SIZES.axis, breadth * 0.4)));
  const each = SIDEWAYS_INCHES * Math.max(lines === 1 ? 1 : lines * 0.85, chart.series.length * 0.6);
  return Math.max(3, Math.floor((height - SIDEWAYS_FRAME[hasWhiskers(chart) ? 'estimates' : 'counts']) / each));
}

/** A chart in pieces that can be read in a height; no place and no series is lost. */
export function splitChart(chart: PresentedChart, breadth: number, height: number, start = 0): readonly ChartPiece[] {
  const scale = extentOfChart(chart);
  return groupSeries(chart).flatMap((group) => {
    const most = mostPlaces(group, breadth, height);
    const parts = Math.ceil((group.xs.length - start) / most);
    return Array.from({ length: parts }, (_, part): ChartPiece => {
      const from = start + part * most;
      return { kind: 'chart', chart: cutChart(group, from, from + most), scale, from, all: chart.xs.length };
    });
  });
}

/** Breadths that a column needs at least, for its longest word, and would like, for its longest cell. */
function wishedWidths(table: PresentedTable, points: number): readonly { readonly least: number; readonly liked: number }[] {
  const { columns, rows } = table;
  const padding = paddingOf(table);
  return columns.map(({ label }, place) => {
    const cells = rows.map((row) => row[place]?.text ?? '');
    const word = (text: string, bold: boolean): number => Math.max(0, ...text.split(' ').map((one) => textInches(one, points, bold)));
    const least = Math.max(0.35, word(label, true), ...cells.map((cell) => word(cell, false))) + padding + 0.04;
    const liked = Math.min(4.5, Math.max(Math.min(textInches(label, points, true), 1.7), ...cells.map((cell) => textInches(cell, points)))) + padding + 0.06;
    return { least, liked: Math.max(least, liked) };
  });
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** Whether a table can be read within a breadth without squeezing its columns. */
export const fitsBreadth = (table: PresentedTable, inches: number): boolean => sum(wishedWidths(table, SIZES.cellLeast).map(({ least, liked }) => Math.max(least, liked * 0.85))) <= inches;

/** Breadths of the columns, which together take the whole breadth: words stay whole where that is possible. */
function columnWidths(table: PresentedTable, points: number, inches: number): readonly number[] {
  const wishes = wishedWidths(table, points);
  const [least, liked] = [sum(wishes.map((one) => one.least)), sum(wishes.map((one) => one.liked))];
  const share = liked > least ? Math.max(0, Math.min(1, (inches - least) / (liked - least))) : 0;
  const widths = wishes.map((one) => one.least + (one.liked - one.least) * share);
  const scale = inches / sum(widths);
  return widths.map((one) => Math.round(one * scale * 1000) / 1000);
}

/** Height of a row in inches. */
export function rowInches(texts: readonly string[], widths: readonly number[], points: number, padding: number, bold = false): number {
  const lines = Math.max(1, ...texts.map((text, place) => countLines(text, points, Math.max(0.3, (widths[place] ?? 1) - padding), bold)));
  return linesInches(lines, points) + CELL_PADDING.down;
}

/** A table in pieces that fit an area, at most eight rows each; no row is lost. Limits: a cell that is taller than the area is cut, with an ellipsis. */
export function splitTable(table: PresentedTable, inches: number, height: number, start = 0): readonly TablePiece[] {
  const points = fitsBreadth(table, inches * 0.8) ? SIZES.cell : SIZES.cellLeast;
  const widths = columnWidths(table, points, inches);
  const padding = paddingOf(table);
  const head = rowInches(table.columns.map(({ label }) => label), widths, points, padding, true);
  const most = Math.max(1, Math.floor(((height - head - CELL_PADDING.down) * 72) / (points * 1.2)));
  const rows = table.rows.map((row) => row.map((cell, place) => ({ ...cell, text: cutToLines(cell.text, points, Math.max(0.3, (widths[place] ?? 1) - padding), most) })));
  const pieces: TablePiece[] = [];
  let from = start;
  do {
    let used = head;
    let to = from;
    while (to < table.rows.length && to - from < MOST_ROWS) {
      used += rowInches((rows[to] ?? []).map(({ text }) => text), widths, points, padding);
      if (used > height && to > from) break;
      to += 1;
    }
    pieces.push({ kind: 'table', table, from, rows: slice(rows, from, to), widths, points });
    from = to;
  } while (from < table.rows.length);
  return pieces;
}

/** Sentences in pieces that take at most some lines each. */
export function splitSentences(sentences: readonly string[], inches: number, mostLines: number): readonly TextPiece[] {
  const pieces: { sentences: string[]; lines: number }[] = [];
  for (const sentence of sentences) {
    const lines = countLines(sentence, SIZES.text, inches);
    const last = pieces.at(-1);
    if (last === undefined || last.lines + lines > mostLines) pieces.push({ sentences: [sentence], lines });
    else { last.sentences.push(sentence); last.lines += lines; }
  }
  return pieces.map((one) => ({ kind: 'text', sentences: one.sentences }));
}

/** Figures as a table of their own. */
export const factsTable = (facts: PresentedSlide['facts'], words: { readonly facts: string; readonly fact: string; readonly value: string }): PresentedTable => ({
  id: 'facts', title: words.facts,
  columns: [{ id: 'fact', label: words.fact, kind: 'text', alignsRight: false }, { id: 'value', label: words.value, kind: 'text', alignsRight: true }],
  rows: facts.map(({ label, text, value }) => [{ text: label, value: label }, { text, value }]),
});
