import type { PresentedChart } from '../../messages/briefing/presented-slide';
import { scaleAxis, type AxisScale } from './axis-numbers';

/** Whether a chart shows estimates with whiskers: as intervals, or bars that have limits. */
export const hasWhiskers = ({ kind, series }: PresentedChart): boolean =>
  kind !== 'lines' && (kind === 'intervals' || series.some(({ low, high }) => low !== undefined || high !== undefined));

/** Marks across the values. */
export const valueMarks = ({ marks }: PresentedChart): PresentedChart['marks'] => marks.filter(({ axis }) => axis === 'y');

/** The place on the x axis nearest to a mark; null where the places are names or days. */
export function nearestPlace(xs: readonly (number | string)[], at: number): number | null {
  let best: number | null = null;
  xs.forEach((x, place) => {
    const kept = best === null ? undefined : xs[best];
    if (typeof x === 'number' && (typeof kept !== 'number' || Math.abs(x - at) < Math.abs(kept - at))) best = place;
  });
  return best;
}

/** The scale of everything a chart shows: values, limits and marks. */
export function extentOfChart(chart: PresentedChart): AxisScale {
  const values = [
    ...chart.series.flatMap(({ values: of, low = [], high = [] }) => [...of, ...low, ...high]).filter((one) => one !== null),
    ...valueMarks(chart).map(({ at }) => at),
  ];
  return scaleAxis(values, { fromZero: !hasWhiskers(chart), whole: chart.y === 'count' && values.every(Number.isInteger) });
}
