import type { TypedColumn, TypedTable, TableCell } from '@/lib/interop/typed-table';
import type { Trends } from '@/lib/trends/build-trends';
import type { HourGrid } from '@/lib/trends/hour-weekday';
import type { Grouping } from '@/lib/trends/row-groups';
import { nameGroup, nameWardWithEdition, namePeriod, type TrendWords } from './trend-words';

/** A table and, for each of its rows, the group and period it tells of (−1 = all). */
export interface PlacedTable {
  readonly table: TypedTable;
  readonly places: readonly { readonly group: number; readonly period: number }[];
}

const count = (id: string, title: string): TypedColumn => ({ id, title, kind: 'count' });
const text = (id: string, title: string): TypedColumn => ({ id, title, kind: 'text' });
const day = (id: string, title: string): TypedColumn => ({ id, title, kind: 'day' });

/** Counts by period and, when parted, by group: a row each, with the same period of the year before. Groups without any incident are left out. */
export function buildSeriesTable({ groups, periods, calendar }: Trends, grouping: Grouping, notes: readonly string[], words: TrendWords): PlacedTable {
  const { series: texts } = words.messages.trends;
  const { filters } = words.messages;
  const parted = grouping !== 'none';
  const places = groups.keys.flatMap((_, group) => {
    const used = !parted || groups.totals[group] !== 0 || groups.yearBefore.subarray(group * periods.length, (group + 1) * periods.length).some((one) => one > 0);
    return used ? periods.map((_period, period) => ({ group, period })) : [];
  });
  const names = groups.keys.map((key) => nameGroup(grouping, key, words));
  const rows = places.map(({ group, period }): TableCell[] => {
    const one = periods[period];
    const at = group * periods.length + period;
    const now = groups.counts[at] ?? 0;
    const before = one === undefined || one.yearBefore === null ? null : (groups.yearBefore[at] ?? 0);
    return [
      one === undefined ? '' : namePeriod(calendar, one), ...(parted ? [names[group] ?? ''] : []), one?.from ?? null, one?.to ?? null,
      now, before, before === null ? null : now - before, one?.isComplete === false ? texts.incomplete : null,
    ];
  });
  const title = parted ? texts.titleBy(words.messages.trends.groupings[grouping]) : texts.title;
  const columns = [text('period', texts.period), ...(parted ? [text('group', texts.group)] : []), day('from', filters.from), day('to', filters.to),
    count('count', texts.count), count('year_before', texts.yearBefore), count('difference', texts.difference), text('note', texts.state)];
  return { table: { title, notes, columns, rows }, places };
}

/** Weights by weekday and hour: a row a day, a column an hour. */
export function buildHourTable({ weights }: HourGrid, notes: readonly string[], { messages }: TrendWords): TypedTable {
  const { hours: texts } = messages.trends;
  const days = ['0', '1', '2', '3', '4', '5', '6'] as const;
  return {
    title: texts.title, notes,
    columns: [text('weekday', texts.weekday), ...Array.from({ length: 24 }, (_, hour): TypedColumn => ({ id: `h${String(hour)}`, title: String(hour), kind: 'number' }))],
    rows: days.map((name, place) => [texts.weekdays[name], ...Array.from(weights.subarray(place * 24, place * 24 + 24), (weight) => Math.round(weight * 1000) / 1000)]),
  };
}

/** Wards by name: total, the same time a year before, the busiest period, then every period. */
export function buildWardTable({ wards, periods, calendar }: Trends, order: readonly number[], notes: readonly string[], words: TrendWords): PlacedTable {
  const { wards: texts } = words.messages.trends;
  const rows = order.map((group): TableCell[] => {
    const own = wards.counts.subarray(group * periods.length, (group + 1) * periods.length);
    const before = wards.yearBefore.subarray(group * periods.length, (group + 1) * periods.length);
    const key = wards.keys[group] ?? '';
    return [key === '' ? texts.unnamed : nameWardWithEdition(key, words), wards.totals[group] ?? 0, before.reduce((a, b) => a + b, 0), own.reduce((a, b) => Math.max(a, b), 0), ...own];
  });
  const columns = [text('ward', texts.ward), count('total', texts.total), count('year_before', texts.before), count('most', texts.most), ...periods.map((one) => count(one.from, namePeriod(calendar, one)))];
  return { table: { title: texts.title, notes, columns, rows }, places: order.map((group) => ({ group, period: -1 })) };
}
