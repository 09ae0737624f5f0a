import type { PresentedChart } from '../../messages/briefing/presented-slide';
import type { BriefingFileWords } from '../../messages/briefing-file-words';
import type { AxisScale } from './axis-numbers';
import { hasWhiskers, nearestPlace } from './chart-extent';

/** What a column of a chart's workbook is for; `minus` and `plus` are the spans that whiskers are drawn from. */
export type ColumnRole = 'value' | 'low' | 'high' | 'minus' | 'plus' | 'across' | 'upright';

/** A column of numbers beside the labels. */
export interface ChartColumn {
  readonly role: ColumnRole;
  /** Place of the series (or the mark) it belongs to. */
  readonly of: number;
  readonly name: string;
  readonly values: readonly (number | null)[];
}

const span = (from: number | null, to: number | null): number | null => (from === null || to === null ? null : Number((to - from).toPrecision(12)));

/** The columns of a chart's workbook, the first beside the labels: every series with its limits, then the marks. */
export function chartColumns(chart: PresentedChart, { max }: AxisScale, words: BriefingFileWords): readonly ChartColumn[] {
  const whiskers = hasWhiskers(chart);
  const places = chart.xs.map((_, place) => place);
  const series = chart.series.flatMap(({ name, values, low, high }, of): ChartColumn[] => [
    { role: 'value', of, name, values },
    ...(low === undefined ? [] : [{ role: 'low' as const, of, name: words.low(name), values: low }]),
    ...(high === undefined ? [] : [{ role: 'high' as const, of, name: words.high(name), values: high }]),
    ...(whiskers && low !== undefined ? [{ role: 'minus' as const, of, name: words.below(name), values: places.map((place) => span(low[place] ?? null, values[place] ?? null)) }] : []),
    ...(whiskers && high !== undefined ? [{ role: 'plus' as const, of, name: words.above(name), values: places.map((place) => span(values[place] ?? null, high[place] ?? null)) }] : []),
  ]);
  const marks = chart.marks.map(({ name, axis, at }, of): ChartColumn => {
    const here = axis === 'x' ? nearestPlace(chart.xs, at) : null;
    return { role: axis === 'y' ? 'across' : 'upright', of, name, values: places.map((place) => (axis === 'y' ? at : place === here ? max : null)) };
  });
  return [...series, ...marks.filter(({ values }) => values.some((one) => one !== null))];
}

/** Letter of a column of a sheet: 0 is A. */
export const columnLetter = (place: number): string => (place < 26 ? '' : columnLetter(Math.floor(place / 26) - 1)) + String.fromCharCode(65 + place % 26);
