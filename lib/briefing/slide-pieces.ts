import type { ResultChart, ResultFeature, ResultRow, ResultTable, Told, Values } from '../domain/analysis-result';
import type { Bbox, LngLat } from '../geo/types';

/** A sentence as data. */
export const say = (code: string, values: Values = {}): Told => ({ code, values });

/** The columns of a table that a slide has room for, in the order named, and its first rows. */
export function pickTable({ id, columns, rows }: ResultTable, names: readonly string[], most: number): ResultTable {
  const places = names.map((name) => columns.findIndex((column) => column.id === name)).filter((place) => place >= 0);
  return { id, columns: places.map((place) => columns[place]!), rows: rows.slice(0, most).map(({ cells }): ResultRow => ({ cells: places.map((place) => cells[place] ?? null) })) };
}

/** The first places of a chart's axis. */
export const cutChart = (chart: ResultChart, most: number): ResultChart => ({
  ...chart, xs: chart.xs.slice(0, most),
  series: chart.series.map((series) => ({
    ...series, values: series.values.slice(0, most), ...(series.low === undefined ? {} : { low: series.low.slice(0, most) }), ...(series.high === undefined ? {} : { high: series.high.slice(0, most) }),
  })),
});

/** A box around some positions, at least `leastDegrees` wide and high, with a margin; null without one. */
export function boxAround(positions: Iterable<readonly number[]>, leastDegrees = 0.012): Bbox | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of positions as Iterable<LngLat>) [west, south, east, north] = [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)];
  if (west > east) return null;
  const [width, height] = [Math.max(leastDegrees, (east - west) * 1.16), Math.max(leastDegrees, (north - south) * 1.16)];
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  const round = (value: number): number => Math.round(value * 1e6) / 1e6;
  return [round(x - width / 2), round(y - height / 2), round(x + width / 2), round(y + height / 2)];
}

/** Every position of some drawn things. */
export function* positionsOf(features: readonly ResultFeature[]): Generator<readonly number[]> {
  for (const { geometry } of features) if (geometry.type !== 'GeometryCollection') yield* flatten(geometry.coordinates);
}

function* flatten(coordinates: unknown): Generator<readonly number[]> {
  if (!Array.isArray(coordinates)) return;
  if (typeof coordinates[0] === 'number') yield coordinates as number[];
  else for (const one of coordinates as unknown[]) yield* flatten(one);
}
