import type { PresentedCell, PresentedChart, PresentedSlide, PresentedTable } from '@/lib/messages/briefing/presented-slide';

/** A number written for people; null where it can not be said. */
export type WriteNumber = (value: number | null) => string;

const cell = (value: number | null, write: WriteNumber): PresentedCell => ({ text: write(value), value });

/** The numbers of a chart as a table: its places, then each series with its interval. */
export function tableOfChart(chart: PresentedChart, write: WriteNumber): PresentedTable {
  const withBand = (series: PresentedChart['series'][number], place: number): PresentedCell => {
    const value = series.values[place] ?? null;
    const [low, high] = [series.low?.[place] ?? null, series.high?.[place] ?? null];
    return low === null || high === null ? cell(value, write) : { text: `${write(value)} (${write(low)} – ${write(high)})`, value };
  };
  return {
    id: `chart/${chart.id}`, title: chart.title,
    columns: [{ id: 'x', label: chart.xTitle, kind: 'text', alignsRight: false }, ...chart.series.map(({ id, name }) => ({ id, label: name, kind: chart.y, alignsRight: true }))],
    rows: chart.xs.map((x, place) => [{ text: chart.labels[place] ?? String(x), value: x }, ...chart.series.map((series) => withBand(series, place))]),
  };
}

/** A table as a room reads it: without ids, which only a link needs. */
export const withoutIds = (table: PresentedTable): PresentedTable => withoutColumns(table, ({ kind }) => kind === 'incident');

/** A table without some of its columns. */
export function withoutColumns(table: PresentedTable, isLeftOut: (column: PresentedTable['columns'][number]) => boolean): PresentedTable {
  const kept = table.columns.flatMap((column, place) => (isLeftOut(column) ? [] : [place]));
  return kept.length === table.columns.length ? table : {
    ...table, columns: table.columns.filter((column) => !isLeftOut(column)), rows: table.rows.map((cells) => kept.map((place) => cells[place] ?? { text: '', value: null })),
  };
}

/** Tables that a slide can show instead of its picture: the numbers of its charts, then its own. */
export function listFaceTables({ charts, tables }: Pick<PresentedSlide, 'charts' | 'tables'>, writeOf: (chart: PresentedChart) => WriteNumber): readonly PresentedTable[] {
  return [...charts.map((chart) => tableOfChart(chart, writeOf(chart))), ...tables].map(withoutIds).filter(({ rows }) => rows.length > 0);
}

/** How many faces a slide has: its picture and its tables. */
export const countFaces = ({ charts, tables }: Pick<PresentedSlide, 'charts' | 'tables'>): number =>
  1 + charts.filter(({ xs }) => xs.length > 0).length + tables.filter(({ rows }) => rows.length > 0).length;
