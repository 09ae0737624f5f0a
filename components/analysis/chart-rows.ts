import type { ResultChart } from '@/lib/domain/analysis-result';
import { isNumeric } from '@/lib/messages/analysis/format-cell';

/** One place on the x axis with the value and the band of each series; what can not be said is null. */
export interface ChartRow {
  readonly place: number;
  readonly x: number | string;
  readonly values: readonly (number | null)[];
  readonly bands: readonly (readonly [number, number] | null)[];
}

const DAY_MS = 86_400_000;

/** Whether the x axis is a scale, along which distances mean something, rather than a row of names. */
export const isScale = ({ x, xs }: ResultChart): boolean => (isNumeric(x) || x === 'day') && xs.every((one) => (x === 'day' ? typeof one === 'string' : typeof one === 'number'));

/** A chart's numbers row by row; a band needs both its limits. Days become days since 1970-01-01, so that gaps in time are seen. */
export function buildChartRows(chart: ResultChart): readonly ChartRow[] {
  const scale = isScale(chart);
  return chart.xs.map((x, place) => ({
    place, x: scale && typeof x === 'string' ? Date.parse(`${x}T00:00:00Z`) / DAY_MS : x,
    values: chart.series.map(({ values }) => values[place] ?? null),
    bands: chart.series.map(({ low, high }) => {
      const [from, to] = [low?.[place] ?? null, high?.[place] ?? null];
      return from === null || to === null ? null : [from, to] as const;
    }),
  }));
}

/** The day of a place on a scale of days. */
export const dayOfScale = (value: number): string => new Date(Math.round(value) * DAY_MS).toISOString().slice(0, 10);

/** Whether there is any number to draw. */
export const hasNumbers = (chart: ResultChart): boolean => chart.series.some(({ values }) => values.some((value) => value !== null));

/** Least and greatest of everything an interval chart shows, its marks too; with room at both ends. */
export function extentOf(chart: ResultChart): readonly [number, number] {
  const numbers = [...chart.series.flatMap(({ values, low = [], high = [] }) => [...values, ...low, ...high]), ...(chart.marks ?? []).filter(({ axis }) => axis === 'y').map(({ at }) => at)].filter((one): one is number => one !== null);
  const [least, most] = numbers.reduce(([a, b], one) => [Math.min(a, one), Math.max(b, one)], [Infinity, -Infinity]);
  if (least > most) return [0, 1];
  const room = (most - least || Math.abs(most) || 1) * 0.05;
  return [least - room, most + room];
}
