import type { Language } from '../../format/language';
import type { PresentedChart } from '../../messages/briefing/presented-slide';
import { axisTicks, formatPoint, formatTick, type AxisScale } from './axis-numbers';
import { hasWhiskers, valueMarks } from './chart-extent';
import { at, PRINT, seriesColour, svgKey, svgLine, svgOf, svgRect, svgText, textPoints, wrapText } from './svg-parts';

const BAND = 13;
const LINE = 12;

/** Bars, or estimates with whiskers, a name each row; marks as dashed lines across all rows. `scale` is that of the whole chart, of which these may be some rows. */
export function drawRows(chart: PresentedChart, scale: AxisScale, width: number, language: Language): string {
  const estimates = hasWhiskers(chart);
  const names = chart.labels.map((label) => wrapText(label, PRINT.size, width * 0.36));
  const left = Math.max(20, ...names.flat().map((line) => textPoints(line, PRINT.size))) + 8;
  const right = estimates ? 8 : Math.max(8, ...chart.series.flatMap(({ values }) => values.map((value) => (value === null ? 0 : textPoints(formatPoint(value, chart.y, language), PRINT.size) + 8))));
  const xOf = (value: number): number => left + ((value - scale.min) / (scale.max - scale.min)) * (width - left - right);
  const samples = [
    ...(chart.series.length < 2 && !estimates ? [] : chart.series.map(({ name }, place) => ({ name, sample: (x: number, y: number) => (estimates ? `${svgLine(x, y, x + 22, y, seriesColour(place), 1.5)}<circle cx="${at(x + 11)}" cy="${at(y)}" r="3.2" fill="${seriesColour(place)}"/>` : svgRect(x, y - 4, 22, 8, seriesColour(place))) }))),
    ...valueMarks(chart).map(({ name, at: mark }) => ({ name: `${name}: ${formatPoint(mark, chart.y, language)}`, sample: (x: number, y: number) => svgLine(x, y, x + 22, y, PRINT.ink, 1, '3 2') })),
  ];
  const key = svgKey(samples, width);
  const heights = names.map((lines) => Math.max(lines.length * LINE + 4, chart.series.length * BAND + 4));
  const tops = heights.map((_, place) => key.height + heights.slice(0, place).reduce((sum, one) => sum + one, 0));
  const bottom = key.height + heights.reduce((sum, one) => sum + one, 0);
  const grid = axisTicks(scale).map((tick) => svgLine(xOf(tick), key.height, xOf(tick), bottom, PRINT.line, 0.5) + svgText(formatTick(tick, scale.step, chart.y, language), xOf(tick), bottom + 12, { anchor: 'middle', size: PRINT.small }));
  const base = xOf(Math.min(scale.max, Math.max(scale.min, 0)));
  const rows = chart.labels.map((_, place) => {
    const [top = 0, height = 0, lines = []] = [tops[place], heights[place], names[place]];
    const middle = top + height / 2;
    const label = lines.map((line, row) => svgText(line, left - 8, middle + 3.5 + (row - (lines.length - 1) / 2) * LINE, { anchor: 'end' }));
    const marks = chart.series.map(({ values, low, high }, of) => {
      const [value, from, to] = [values[place] ?? null, low?.[place] ?? null, high?.[place] ?? null];
      const y = middle + (of - (chart.series.length - 1) / 2) * BAND;
      const colour = seriesColour(of);
      if (value === null) return svgText('–', estimates ? xOf(scale.min) + 4 : base + 4, y + 3.5, { colour: PRINT.quiet });
      if (!estimates) return svgRect(base, y - 4.5, xOf(value) - base, 9, colour) + svgText(formatPoint(value, chart.y, language), Math.max(base, xOf(value)) + 4, y + 3.5);
      const whisker = from === null || to === null ? '' : svgLine(xOf(from), y, xOf(to), y, colour, 1.5) + [from, to].map((end) => svgLine(xOf(end), y - 3.5, xOf(end), y + 3.5, colour, 1.5)).join('');
      return `${whisker}<circle cx="${at(xOf(value))}" cy="${at(y)}" r="3.2" fill="${colour}"/>`;
    });
    return [...label, ...marks].join('');
  });
  const across = valueMarks(chart).map(({ at: mark }) => svgLine(xOf(mark), key.height, xOf(mark), bottom, PRINT.ink, 1, '3 2'));
  const title = svgText(chart.yTitle, left + (width - left - right) / 2, bottom + 25, { anchor: 'middle', colour: PRINT.quiet });
  return svgOf(width, bottom + 30, [key.parts, ...grid, ...(estimates ? [] : [svgLine(base, key.height, base, bottom, PRINT.ink, 0.75)]), ...rows, ...across, title]);
}
