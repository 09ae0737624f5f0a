import type { PresentedChart } from '../../messages/briefing/presented-slide';
import { formatPoint, officeFormat, type AxisScale } from '../chart/axis-numbers';
import type { ChartColumn } from '../chart/chart-columns';
import { hasWhiskers, valueMarks } from '../chart/chart-extent';
import type { Language } from '../../format/language';
import { fill, NO_LINE, numbers, seriesData, seriesHead, stroke, textStyle, titled } from './chart-parts';
import { DASHES, SIZES, type DeckLook } from './deck-look';

/** What a chart's XML is made of; columns as its workbook has them. */
export interface ChartSource {
  readonly chart: PresentedChart;
  readonly columns: readonly ChartColumn[];
  readonly scale: AxisScale;
  readonly look: DeckLook;
  readonly language: Language;
  /** Most labels that stand beside each other along a horizontal axis. */
  readonly labelsAcross: number;
}

const CATEGORIES = '111111101';
const VALUES = '111111102';
const AXES = `<c:axId val="${CATEGORIES}"/><c:axId val="${VALUES}"/>`;

/** Whether names stand at the left and values run to the right: long names stay readable. */
export const isSideways = (chart: PresentedChart): boolean =>
  chart.kind !== 'lines' && (hasWhiskers(chart) || chart.labels.length > 8 || chart.labels.some((label) => label.length > 7));

/** Whether every bar has its number beside it, so that no axis of values is needed. */
const showsNumbers = (chart: PresentedChart): boolean => chart.kind === 'bars' && !hasWhiskers(chart) && chart.labels.length * chart.series.length <= 24;

/** The title with what is measured, unless it says so already. */
const titleOf = ({ title, yTitle }: PresentedChart): string =>
  title === '' || title.toLocaleLowerCase('vi').includes(yTitle.toLocaleLowerCase('vi')) ? title : `${title} – ${yTitle}`;

/** Where bars of estimates start: the first mark (no change, the usual), else zero or the nearer end. */
const baseOf = (chart: PresentedChart, { min, max }: AxisScale): number => valueMarks(chart)[0]?.at ?? Math.min(max, Math.max(min, 0));

interface Drawn extends ChartSource {
  readonly format: string;
}

const colourOf = ({ look }: ChartSource, of: number): string => look.series[of % look.series.length] ?? look.accent;

function whiskers(source: Drawn, of: number): string {
  const part = (role: 'minus' | 'plus'): string => {
    const place = source.columns.findIndex((column) => column.role === role && column.of === of);
    const column = source.columns[place];
    return column === undefined ? '' : `<c:${role}>${numbers(place + 1, column.values, source.format)}</c:${role}>`;
  };
  const [plus, minus] = [part('plus'), part('minus')];
  const type = plus === '' ? 'minus' : minus === '' ? 'plus' : 'both';
  if (plus === '' && minus === '') return '';
  return `<c:errBars><c:errBarType val="${type}"/><c:errValType val="cust"/><c:noEndCap val="0"/>${plus}${minus}<c:spPr>${stroke(source.look.ink, source.chart.series.length > 1 ? 1.5 : source.look.linePoints)}</c:spPr></c:errBars>`;
}

const LABEL_PARTS = (shown: boolean): string => `<c:showLegendKey val="0"/><c:showVal val="${shown ? '1' : '0'}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;

function barSeries(source: Drawn, column: ChartColumn, place: number): string {
  const { chart, look, format } = source;
  const estimates = hasWhiskers(chart);
  const colour = colourOf(source, column.of);
  const shape = estimates ? `<a:solidFill><a:srgbClr val="${colour}"><a:alpha val="45000"/></a:srgbClr></a:solidFill>${stroke(colour, 1)}` : `${fill(colour)}${NO_LINE}`;
  const showsValue = showsNumbers(chart);
  const labels = `<c:dLbls><c:numFmt formatCode="${format}" sourceLinked="0"/><c:spPr><a:noFill/>${NO_LINE}</c:spPr>${textStyle(SIZES.axis, look.ink)}${showsValue ? '<c:dLblPos val="outEnd"/>' : ''}${LABEL_PARTS(showsValue)}</c:dLbls>`;
  return `<c:ser>${seriesHead(place, place + 1, column.name)}<c:spPr>${shape}</c:spPr><c:invertIfNegative val="0"/>${labels}${estimates ? whiskers(source, column.of) : ''}${seriesData(chart.labels, place + 1, column.values, format)}</c:ser>`;
}

function lineSeries(source: Drawn, column: ChartColumn, place: number): string {
  const { chart, look, format } = source;
  const isMark = column.role === 'across' || column.role === 'upright';
  const isLimit = column.role === 'low' || column.role === 'high';
  const colour = isMark ? look.quiet : colourOf(source, column.of);
  const line = stroke(colour, isMark || isLimit ? look.linePoints / 2 : look.linePoints, isMark ? 'dash' : isLimit ? 'sysDot' : (DASHES[column.of % DASHES.length] ?? 'solid'));
  const dotted = column.role === 'value' && chart.labels.length <= 31;
  const marker = dotted ? `<c:marker><c:symbol val="${(['circle', 'square', 'triangle', 'diamond', 'x'] as const)[column.of % 5] ?? 'circle'}"/><c:size val="7"/><c:spPr>${fill(colour)}${stroke(colour, 1)}</c:spPr></c:marker>` : '<c:marker><c:symbol val="none"/></c:marker>';
  const drop = column.role !== 'upright' ? '' : `<c:errBars><c:errDir val="y"/><c:errBarType val="minus"/><c:errValType val="fixedVal"/><c:noEndCap val="1"/><c:val val="${String(source.scale.max - source.scale.min)}"/><c:spPr>${line}</c:spPr></c:errBars>`;
  return `<c:ser>${seriesHead(place, place + 1, column.name)}<c:spPr>${line}</c:spPr>${marker}${drop}${seriesData(chart.labels, place + 1, column.values, format)}<c:smooth val="0"/></c:ser>`;
}

function axes(source: Drawn): string {
  const { chart, look, scale, format, labelsAcross, language } = source;
  const sideways = isSideways(chart);
  const text = textStyle(SIZES.axis, look.ink);
  const named = sideways ? valueMarks(chart).map(({ name, at }) => `${name}: ${formatPoint(at, chart.y, language)}`).join(' · ') : '';
  const bare = showsNumbers(chart);
  const valueTitle = [bare ? '' : chart.yTitle, named].filter((one) => one !== '').join(' – ');
  const grid = bare ? '' : `<c:majorGridlines><c:spPr>${stroke(look.line, 0.75)}</c:spPr></c:majorGridlines>`;
  const skip = sideways ? 1 : Math.max(1, Math.ceil(chart.labels.length / labelsAcross));
  const base = hasWhiskers(chart) ? `<c:crossesAt val="${String(baseOf(chart, scale))}"/>` : '<c:crosses val="autoZero"/>';
  const xTitle = sideways ? '' : chart.xTitle;
  return `<c:catAx><c:axId val="${CATEGORIES}"/><c:scaling><c:orientation val="${sideways ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${sideways ? 'l' : 'b'}"/>${titled(xTitle, SIZES.axis, look.quiet)}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>${stroke(look.ink, hasWhiskers(chart) ? 2 : 1)}</c:spPr>${text}<c:crossAx val="${VALUES}"/>${base}<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="${String(skip)}"/><c:noMultiLvlLbl val="1"/></c:catAx>`
    + `<c:valAx><c:axId val="${VALUES}"/><c:scaling><c:orientation val="minMax"/><c:max val="${String(scale.max)}"/><c:min val="${String(scale.min)}"/></c:scaling><c:delete val="0"/><c:axPos val="${sideways ? 'b' : 'l'}"/>${grid}${titled(valueTitle, SIZES.axis, look.quiet, { upright: !sideways })}<c:numFmt formatCode="${format}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${bare ? 'none' : 'nextTo'}"/><c:spPr>${NO_LINE}</c:spPr>${text}<c:crossAx val="${CATEGORIES}"/><c:crosses val="${sideways ? 'max' : 'min'}"/><c:crossBetween val="${chart.kind === 'lines' ? 'midCat' : 'between'}"/><c:majorUnit val="${String(scale.step)}"/></c:valAx>`;
}

function legend({ chart, columns, look }: ChartSource, drawn: readonly number[]): string {
  const named = drawn.filter((place) => { const role = columns[place]?.role; return role !== 'low' && role !== 'high'; });
  if (named.length < 2) return '';
  const unnamed = chart.kind === 'lines' ? drawn.map((place, entry) => (named.includes(place) ? '' : `<c:legendEntry><c:idx val="${String(entry)}"/><c:delete val="1"/></c:legendEntry>`)).join('') : '';
  return `<c:legend><c:legendPos val="t"/>${unnamed}<c:overlay val="0"/>${textStyle(SIZES.axis, look.ink)}</c:legend>`;
}

/** A chart as DrawingML that PowerPoint and LibreOffice edit: bars, lines, estimates with whiskers, marks as lines of their own. */
export function writeChartXml(source: ChartSource): string {
  const { chart, columns, scale, look, language } = source;
  const drawn: Drawn = { ...source, format: officeFormat(chart.y, scale.step) };
  const sideways = isSideways(chart);
  const asBars = (role: ChartColumn['role']): boolean => role === 'value' && chart.kind !== 'lines';
  const asLines = (role: ChartColumn['role']): boolean => (role === 'across' && !sideways) || (chart.kind === 'lines' && (role !== 'across' && role !== 'minus' && role !== 'plus'));
  const places = (is: (role: ChartColumn['role']) => boolean): number[] => columns.flatMap(({ role }, place) => (is(role) ? [place] : []));
  const draw = (which: readonly number[], write: typeof barSeries): string => which.map((place) => { const column = columns[place]; return column === undefined ? '' : write(drawn, column, place); }).join('');
  const [bars, lines] = [places(asBars), places(asLines)];
  const gap = hasWhiskers(chart) ? '80' : '45';
  const barPart = bars.length === 0 ? '' : `<c:barChart><c:barDir val="${sideways ? 'bar' : 'col'}"/><c:grouping val="clustered"/><c:varyColors val="0"/>${draw(bars, barSeries)}<c:gapWidth val="${gap}"/>${AXES}</c:barChart>`;
  const linePart = lines.length === 0 ? '' : `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${draw(lines, lineSeries)}<c:marker val="1"/>${AXES}</c:lineChart>`;
  return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    + '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    + `<c:date1904 val="0"/><c:lang val="${language === 'vi' ? 'vi-VN' : 'en-GB'}"/><c:roundedCorners val="0"/><c:chart>${titled(titleOf(chart), SIZES.cell, look.ink, { bold: true })}<c:autoTitleDeleted val="${chart.title === '' ? '1' : '0'}"/>`
    + `<c:plotArea><c:layout/>${barPart}${linePart}${axes(drawn)}<c:spPr><a:noFill/>${NO_LINE}</c:spPr></c:plotArea>${legend(source, [...bars, ...lines])}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>`
    + `<c:spPr><a:noFill/>${NO_LINE}</c:spPr>${textStyle(SIZES.axis, look.ink)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`;
}
