import type { Language } from '../../format/language';
import type { PresentedChart } from '../../messages/briefing/presented-slide';
import { axisTicks, formatPoint, formatTick, type AxisScale } from './axis-numbers';
import { at, PRINT, seriesColour, seriesDash, svgKey, svgLine, svgOf, svgText, textPoints } from './svg-parts';

const PLOT_HEIGHT = 170;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Where the places of the x axis stand: on their scale where they are numbers or days, else one after the other. */
function placesOf(xs: PresentedChart['xs']): readonly number[] {
  if (xs.every((x) => typeof x === 'number')) return xs;
  if (xs.every((x) => typeof x === 'string' && DAY.test(x))) return xs.map((x) => Date.parse(`${String(x)}T00:00:00Z`) / 86_400_000);
  return xs.map((_, place) => place);
}

type Point = readonly [number, number];

/** Runs of points without a gap. */
function runsOf(points: readonly (Point | null)[]): readonly (readonly Point[])[] {
  const runs: Point[][] = [[]];
  for (const point of points) {
    if (point === null) runs.push([]);
    else runs.at(-1)?.push(point);
  }
  return runs.filter((run) => run.length > 0);
}

const path = (run: readonly Point[]): string => run.map(([x, y]) => `${at(x)},${at(y)}`).join(' ');

/** Lines over numbers, days or names, each with its band; what can not be said leaves a gap. */
export function drawLines(chart: PresentedChart, scale: AxisScale, width: number, language: Language): string {
  const ticks = axisTicks(scale);
  const key = svgKey([
    ...chart.series.map(({ name }, place) => ({ name, sample: (x: number, y: number) => svgLine(x, y, x + 22, y, seriesColour(place), 1.75, seriesDash(place)) })),
    ...chart.marks.map(({ name, axis, at: mark }) => ({ name: axis === 'y' ? `${name}: ${formatPoint(mark, chart.y, language)}` : name, sample: (x: number, y: number) => svgLine(x, y, x + 22, y, PRINT.ink, 1, axis === 'y' ? '3 2' : '1 1.5') })),
  ], width);
  const [top, bottom] = [key.height + 18, key.height + 18 + PLOT_HEIGHT];
  const left = Math.max(...ticks.map((tick) => textPoints(formatTick(tick, scale.step, chart.y, language), PRINT.small))) + 8;
  const right = width - 14;
  const places = placesOf(chart.xs);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const xOf = (value: number): number => (last > first ? left + ((value - first) / (last - first)) * (right - left) : (left + right) / 2);
  const yOf = (value: number): number => bottom - ((value - scale.min) / (scale.max - scale.min)) * (bottom - top);
  const grid = ticks.map((tick) => svgLine(left, yOf(tick), right, yOf(tick), tick === scale.min ? PRINT.ink : PRINT.line, 0.5) + svgText(formatTick(tick, scale.step, chart.y, language), left - 5, yOf(tick) + 3.5, { anchor: 'end', size: PRINT.small }));
  const broadest = Math.max(...chart.labels.map((label) => textPoints(label, PRINT.small))) + 8;
  const skip = Math.max(1, Math.ceil((chart.labels.length * broadest) / (right - left)));
  const labels = chart.labels.map((label, place) => (place % skip === 0 ? svgText(label, xOf(places[place] ?? 0), bottom + 12, { anchor: 'middle', size: PRINT.small }) + svgLine(xOf(places[place] ?? 0), bottom, xOf(places[place] ?? 0), bottom + 3, PRINT.ink, 0.5) : ''));
  const pointsOf = (values: readonly (number | null)[]): readonly (Point | null)[] => places.map((x, place) => { const value = values[place] ?? null; return value === null ? null : [xOf(x), yOf(value)]; });
  const bands = chart.series.map(({ low = [], high = [] }, of) => {
    const whole = places.map((_, place) => (typeof low[place] === 'number' && typeof high[place] === 'number' ? place : null));
    const at2 = (values: readonly (number | null)[]): readonly (Point | null)[] => pointsOf(values.map((value, place) => (whole[place] === null ? null : value)));
    const [lows, highs] = [runsOf(at2(low)), runsOf(at2(high))];
    return lows.map((run, place) => `<polygon points="${path([...run, ...[...(highs[place] ?? [])].reverse()])}" fill="${seriesColour(of)}" fill-opacity="0.14"/>`).join('');
  });
  const lines = chart.series.map(({ values }, of) => runsOf(pointsOf(values)).map((run) => {
    const dots = chart.xs.length <= 31 || run.length === 1 ? run.map(([x, y]) => `<circle cx="${at(x)}" cy="${at(y)}" r="1.8" fill="${seriesColour(of)}"/>`).join('') : '';
    return `<polyline points="${path(run)}" fill="none" stroke="${seriesColour(of)}" stroke-width="1.75"${seriesDash(of) === '' ? '' : ` stroke-dasharray="${seriesDash(of)}"`}/>${dots}`;
  }).join(''));
  const marks = chart.marks.map(({ axis, at: mark }) => (axis === 'y' ? svgLine(left, yOf(mark), right, yOf(mark), PRINT.ink, 1, '3 2') : mark >= first && mark <= last ? svgLine(xOf(mark), top, xOf(mark), bottom, PRINT.ink, 1, '1 1.5') : ''));
  return svgOf(width, bottom + 30, [
    key.parts, svgText(chart.yTitle, 0, key.height + 9, { colour: PRINT.quiet }), ...grid, ...labels, ...bands, ...lines, ...marks,
    svgText(chart.xTitle, (left + right) / 2, bottom + 25, { anchor: 'middle', colour: PRINT.quiet }),
  ]);
}
