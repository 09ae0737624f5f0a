import { escapeXml } from '../archive/xml';
import { columnLetter, type ChartColumn } from '../chart/chart-columns';
import { CHART_SHEET } from './chart-book';
import { DECK_FONT } from './deck-look';

/** A solid fill. */
export const fill = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;

/** A line of a width in points. */
export const stroke = (colour: string, points: number, dash = 'solid'): string =>
  `<a:ln w="${String(Math.round(points * 12_700))}" cap="flat">${fill(colour)}<a:prstDash val="${dash}"/><a:round/></a:ln>`;

export const NO_LINE = '<a:ln><a:noFill/></a:ln>';

const runStyle = (tag: string, points: number, colour: string, more = ''): string =>
  `<a:${tag} ${more}sz="${String(Math.round(points * 100))}" b="0">${fill(colour)}<a:latin typeface="${DECK_FONT}"/><a:cs typeface="${DECK_FONT}"/></a:${tag}>`;

/** How text of a part is written. */
export const textStyle = (points: number, colour: string): string => `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${runStyle('defRPr', points, colour)}</a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>`;

/** A title of a chart or an axis; nothing for an empty one. */
export function titled(text: string, points: number, colour: string, { upright = false, bold = false } = {}): string {
  if (text === '') return '';
  const run = runStyle('rPr', points, colour, 'lang="vi-VN" ').replace('b="0"', bold ? 'b="1"' : 'b="0"');
  return `<c:title><c:tx><c:rich><a:bodyPr${upright ? ' rot="-5400000" vert="horz"' : ''}/><a:lstStyle/><a:p><a:r>${run}<a:t>${escapeXml(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

const reference = (column: number, first: number, last: number): string => `${CHART_SHEET}!$${columnLetter(column)}$${String(first)}${first === last ? '' : `:$${columnLetter(column)}$${String(last)}`}`;

/** The number of a series and its name, from the heads of the workbook. */
export const seriesHead = (order: number, column: number, name: string): string =>
  `<c:idx val="${String(order)}"/><c:order val="${String(order)}"/><c:tx><c:strRef><c:f>${reference(column, 1, 1)}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeXml(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;

/** The numbers of a column, with what they were when the file was made; what can not be said is left out. */
export function numbers(column: number, values: ChartColumn['values'], format: string): string {
  const points = values.map((value, place) => (value === null ? '' : `<c:pt idx="${String(place)}"><c:v>${String(value)}</c:v></c:pt>`)).join('');
  return `<c:numRef><c:f>${reference(column, 2, Math.max(2, values.length + 1))}</c:f><c:numCache><c:formatCode>${escapeXml(format)}</c:formatCode><c:ptCount val="${String(values.length)}"/>${points}</c:numCache></c:numRef>`;
}

/** Labels and numbers of a series. */
export function seriesData(labels: readonly string[], column: number, values: ChartColumn['values'], format: string): string {
  const points = labels.map((label, place) => `<c:pt idx="${String(place)}"><c:v>${escapeXml(label)}</c:v></c:pt>`).join('');
  const names = `<c:cat><c:strRef><c:f>${reference(0, 2, Math.max(2, labels.length + 1))}</c:f><c:strCache><c:ptCount val="${String(labels.length)}"/>${points}</c:strCache></c:strRef></c:cat>`;
  return `${names}<c:val>${numbers(column, values, format)}</c:val>`;
}
