import type { CellKind, ResultChart, ResultRow, ResultSeries, ResultTable } from '../../domain/analysis-result';
import { isSmallCount, listGivenAway, type CellState } from './audit-grid';
import { readClasses, type MayLeave, type ValueClass } from './may-leave';
import { suppressSmallCounts } from './suppress-grid';

/** What stands in a cell instead of a count of 1 to 4, and instead of what would give it away. */
export const FEW = '<5';
export const HIDDEN = '…';

/** Names whose counts are not shown; one view of them must not tell on another. */
export type Names = ReadonlySet<string>;

/** Whether a value can be a count of incidents. */
export const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;

/** Parts of a whole whose rest is small, so that subtraction would find it; of `part whole` and the values by their names. */
export function listTelltaleParts(parts: MayLeave['parts'], valueOf: (name: string) => unknown): string[] {
  return (parts ?? []).flatMap((one) => {
    const [part = '', whole = ''] = one.split(' ');
    const [less, more] = [valueOf(part), valueOf(whole)];
    return isCount(less) && isCount(more) && isSmallCount(more - less) ? [part] : [];
  });
}

/** One spelling of a name: two wards in one order, however they stand. */
export const normaliseName = (name: string): string => name.split('/').sort().join('/');

const NAMING: readonly (readonly CellKind[])[] = [['ward', 'pair', 'cluster', 'category', 'text'], ['code', 'day']];

/** What a row of a table is of: its wards, categories or other names; where it has none, its words. */
export function nameOfRow({ columns }: ResultTable, { cells }: ResultRow): string {
  for (const kinds of NAMING) {
    const found = cells.filter((cell, place): cell is string => typeof cell === 'string' && kinds.includes(columns[place]!.kind));
    if (found.length > 0) return normaliseName(found.join('/'));
  }
  return '';
}

/**
 * States of counts of which the total is taken as known: it stands in the claim, in a fact or in another table. Where hiding others
 * does not help, for a total may leave one choice only, all of them are hidden, zeros too.
 */
function suppressList(counts: readonly number[], isNamed: (place: number) => boolean): CellState[] {
  const grid = { cells: [...counts, counts.reduce((sum, one) => sum + one, 0)].map((count) => [count]), lastRowIsTotal: true, lastColumnIsTotal: false };
  const states = suppressSmallCounts(grid, { totalsStand: true, alsoHidden: (row) => row < counts.length && isNamed(row) });
  const last = states.length - 1;
  if (states[last]?.[0] === 'few') return counts.map((_, i) => states[i]![0]!);
  return listGivenAway(grid, states).length > 0 ? counts.map(() => 'hidden') : counts.map((_, i) => states[i]![0]!);
}

/** A table as it may leave, and the names of the rows in which something is withheld. */
export interface SuppressedTable {
  readonly table: ResultTable;
  readonly hiddenNames: readonly string[];
}

/** The columns of a table that are listed, small counts withheld, with what would give them away; null for a table that is not listed, or of single incidents. */
export function suppressTable(whole: ResultTable, mayLeave: MayLeave, hiddenNames: Names, hidesOverall: boolean): SuppressedTable | null {
  const listed = readClasses(mayLeave.tables?.[whole.id]);
  const places = whole.columns.flatMap(({ id }, place) => ((listed.get(id) ?? 'never') === 'never' ? [] : [place]));
  if (places.length === 0 || whole.columns.some(({ kind, id }) => kind === 'incident' || id === 'incident')) return null;
  const table: ResultTable = { id: whole.id, columns: places.map((place) => whole.columns[place]!), rows: whole.rows.map(({ cells }) => ({ cells: places.map((place) => cells[place] ?? null) })) };
  const classes = table.columns.map(({ id }): ValueClass => listed.get(id)!);
  const names = table.rows.map((row) => nameOfRow(table, row));
  const valueIn = ({ cells }: ResultRow) => (name: string): unknown => cells[table.columns.findIndex(({ id }) => id === name)];
  const telltale = table.rows.map((row) => listTelltaleParts(mayLeave.parts, valueIn(row)).length > 0);
  const group = table.columns.findIndex(({ id }) => id === mayLeave.groups?.[table.id]);
  const groups = new Set(table.rows.map(({ cells }) => (group < 0 ? null : cells[group])));
  const states = classes.map((kind, column): (CellState | null)[] => {
    const found: (CellState | null)[] = table.rows.map(() => null);
    if (kind !== 'count') return found;
    for (const key of groups) {
      const counted = table.rows.flatMap(({ cells }, row) => (isCount(cells[column]) && (group < 0 || cells[group] === key) ? [row] : []));
      suppressList(counted.map((row) => table.rows[row]!.cells[column] as number), (place) => telltale[counted[place]!]! || hiddenNames.has(names[counted[place]!]!))
        .forEach((state, place) => { found[counted[place]!] = state; });
    }
    return found;
  });
  const isTouched = table.rows.map((_, row) => states.some((column) => column[row] === 'few' || column[row] === 'hidden'));
  const write = (cell: ResultRow['cells'][number], column: number, row: number): ResultRow['cells'][number] => {
    if (cell === null || classes[column] === 'plain') return cell;
    if (classes[column] === 'count') return states[column]![row] === 'shown' ? cell : states[column]![row] === 'few' ? FEW : HIDDEN;
    if (isTouched[row] !== true && !(classes[column] === 'overall' && hidesOverall)) return cell;
    // A day is not written as a mark.
    return typeof cell === 'number' ? HIDDEN : null;
  };
  return { table: { ...table, rows: table.rows.map(({ cells }, row) => ({ cells: cells.map((cell, column) => write(cell, column, row)) })) }, hiddenNames: names.filter((name, row) => isTouched[row] === true && name !== '') };
}

const leaveOut = (series: ResultSeries, isGone: (place: number) => boolean): ResultSeries => {
  const without = (values: readonly (number | null)[]): (number | null)[] => values.map((value, place) => (isGone(place) ? null : value));
  return { ...series, values: without(series.values), ...(series.low === undefined ? {} : { low: without(series.low) }), ...(series.high === undefined ? {} : { high: without(series.high) }) };
};

/** A chart as it may leave, with gaps for what is withheld, and the names there; null for one that is not listed. */
export function suppressChart(chart: ResultChart, mayLeave: MayLeave, hiddenNames: Names, hidesOverall: boolean): { readonly chart: ResultChart; readonly hiddenNames: readonly string[] } | null {
  const kind = readClasses(mayLeave.charts).get(chart.id);
  if (kind === undefined || kind === 'never') return null;
  const names = chart.xs.map((x) => normaliseName(String(x)));
  if (kind !== 'count') {
    const isGone = (place: number): boolean => kind !== 'plain' && (hiddenNames.has(names[place]!) || (kind === 'overall' && hidesOverall));
    return { chart: { ...chart, series: chart.series.map((one) => leaveOut(one, isGone)) }, hiddenNames: [] };
  }
  const gone = new Set<number>();
  const states = chart.series.map(({ values }) => {
    const counted = values.flatMap((value, place) => (isCount(value) ? [place] : []));
    const odd = values.flatMap((value, place) => (value !== null && !isCount(value) ? [place] : []));
    const found = suppressList(counted.map((place) => values[place]!), (place) => hiddenNames.has(names[counted[place]!]!));
    // What is no whole number is a count that was spread over several places.
    const hidden = new Set([...odd, ...counted.filter((_, place) => found[place] !== 'shown')]);
    hidden.forEach((place) => gone.add(place));
    return hidden;
  });
  return { chart: { ...chart, series: chart.series.map((one, number) => leaveOut(one, (place) => states[number]!.has(place))) }, hiddenNames: [...gone].map((place) => names[place]!) };
}
