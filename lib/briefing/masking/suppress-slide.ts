import type { CellKind, Fact, ResultChart, ResultRow, ResultSeries, ResultTable } from '../../domain/analysis-result';
import type { Slide } from '../../domain/briefing';
import { isSmallCount, listGivenAway, MOST_SMALL, type CellState } from './audit-grid';
import { suppressSmallCounts } from './suppress-grid';

/** What stands in a cell instead of a count of 1 to 4, and instead of one that would give it away. */
export const FEW = '<5';
export const HIDDEN = '…';

/** What is worked out from a count and would give it back. */
const DERIVED: ReadonlySet<CellKind> = new Set<CellKind>(['number', 'share', 'ratio', 'z', 'p', 'perKm2', 'perKm', 'perDay']);

/** Days and instants of single incidents; in the first column they name the row. */
const isTelling = (kind: CellKind, cell: number | string, place: number): boolean => (DERIVED.has(kind) && typeof cell === 'number') || (place > 0 && (kind === 'day' || kind === 'instant'));

/** Names whose counts are not shown; one view of them must not tell on another. */
type Names = ReadonlySet<string>;
/** The run of values that holds every group that has none of its own. */
const REST = 'rest';

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;

/**
 * States of counts of which the total is taken as known: it stands in the claim, in a fact or in another table. Where hiding others
 * does not help, for a total may leave one choice only, all of them are hidden.
 */
function suppressList(counts: readonly number[], isNamed: (place: number) => boolean): CellState[] {
  const grid = { cells: [...counts, counts.reduce((sum, one) => sum + one, 0)].map((count) => [count]), lastRowIsTotal: true, lastColumnIsTotal: false };
  const states = suppressSmallCounts(grid, { totalsStand: true, alsoHidden: (row) => row < counts.length && isNamed(row) });
  const last = states.length - 1;
  if (states[last]?.[0] === 'few') return counts.map((_, i) => states[i]![0]!);
  return listGivenAway(grid, states).length > 0 ? counts.map(() => 'hidden') : counts.map((_, i) => states[i]![0]!);
}

/** Whether a count was spread over several places: parts of one, which are as telling as it is. */
const isSpread = (value: unknown): value is number => typeof value === 'number' && !Number.isInteger(value) && value > 0;

/** States of a list of which some are parts of counts: what is in it can not be told apart, so all that is not zero is withheld. */
const suppressSpread = (counts: readonly number[]): CellState[] => counts.map((count) => (count === 0 ? 'shown' : count <= MOST_SMALL ? 'few' : 'hidden'));

const firstWord = ({ cells }: ResultRow): string | undefined => cells.find((cell): cell is string => typeof cell === 'string');

/** What each row is called in every view of a slide: its first word where no other row has it, else all its words. */
function namesOf({ rows }: ResultTable): string[] {
  const first = rows.map((row) => firstWord(row) ?? '');
  return rows.map(({ cells }, i) => (first.filter((one) => one === first[i]).length === 1 ? first[i]! : cells.filter((cell) => typeof cell === 'string').join(' ')));
}

function suppressTable(table: ResultTable, hiddenNames: Names): ResultTable {
  const { columns, rows } = table;
  const names = namesOf(table);
  const columnStates = columns.map(({ kind }, j): (CellState | null)[] => {
    const hasParts = kind === 'count' && rows.some(({ cells }) => isSpread(cells[j]));
    const counted = rows.flatMap(({ cells }, i) => (kind === 'count' && (isCount(cells[j]) || isSpread(cells[j])) ? [i] : []));
    const states = hasParts ? suppressSpread(counted.map((i) => rows[i]!.cells[j] as number)) : suppressList(counted.map((i) => rows[i]!.cells[j] as number), (place) => hiddenNames.has(names[counted[place]!]!));
    return rows.map((_, i) => (counted.includes(i) ? states[counted.indexOf(i)]! : null));
  });
  return {
    ...table,
    rows: rows.map((row, i) => {
      const isTouched = columnStates.some((states) => states[i] === 'few' || states[i] === 'hidden');
      const cells = row.cells.map((cell, j) => {
        const state = columnStates[j]![i];
        if (state === 'few') return FEW;
        if (state === 'hidden' || (isTouched && cell !== null && isTelling(columns[j]!.kind, cell, j))) return HIDDEN;
        return cell;
      });
      return { ...row, cells };
    }),
  };
}

function suppressSeries(series: ResultSeries, xs: ResultChart['xs'], hiddenNames: Names): ResultSeries {
  const counted = series.values.flatMap((value, i) => (isCount(value) || isSpread(value) ? [i] : []));
  const counts = counted.map((i) => series.values[i]!);
  const states = counts.some(isSpread) ? suppressSpread(counts) : suppressList(counts, (place) => hiddenNames.has(String(xs[counted[place]!])));
  const gone = new Set(counted.filter((_, place) => states[place] !== 'shown'));
  const without = (values: readonly (number | null)[]): (number | null)[] => values.map((value, i) => (gone.has(i) ? null : value));
  return { ...series, values: without(series.values), ...(series.low === undefined ? {} : { low: without(series.low) }), ...(series.high === undefined ? {} : { high: without(series.high) }) };
}

/** A chart of counts with gaps where counts are not shown. A chart of anything else at a hidden name has a gap there too. */
function suppressChart(chart: ResultChart, hiddenNames: Names): ResultChart {
  // A run of values of something whose total is withheld adds up to it, and so does what is left of all together.
  const isTelling = ({ id }: ResultSeries): boolean => chart.seriesKind !== undefined && (hiddenNames.has(id) || (id === REST && hiddenNames.size > 0));
  if (chart.y === 'count') return { ...chart, series: chart.series.map((one) => (isTelling(one) ? { ...one, values: one.values.map((value) => (value === 0 ? 0 : null)) } : suppressSeries(one, chart.xs, hiddenNames))) };
  if (!DERIVED.has(chart.y)) return chart;
  const without = (values: readonly (number | null)[]): (number | null)[] => values.map((value, i) => (hiddenNames.has(String(chart.xs[i])) ? null : value));
  return { ...chart, series: chart.series.map((one) => ({ ...one, values: without(one.values), ...(one.low === undefined ? {} : { low: without(one.low) }), ...(one.high === undefined ? {} : { high: without(one.high) }) })) };
}

const suppressFact = (fact: Fact): Fact => (fact.unit === 'count' && fact.value !== null && isSmallCount(fact.value) ? { ...fact, value: null, ...(fact.low === undefined ? {} : { low: null }), ...(fact.high === undefined ? {} : { high: null }) } : fact);

function listHiddenNames(before: Slide, after: Slide): string[] {
  const ofTables = after.tables.flatMap(({ rows }, t) => rows.flatMap(({ cells }, i) => (cells.some((cell, j) => cell !== before.tables[t]!.rows[i]!.cells[j]) ? [namesOf(before.tables[t]!)[i]!] : [])));
  const ofCharts = after.charts.flatMap(({ xs, series }, c) => xs.flatMap((x, i) => (series.some(({ values }, s) => values[i] !== before.charts[c]!.series[s]!.values[i]) ? [String(x)] : [])));
  return [...ofTables, ...ofCharts];
}

/**
 * A slide for outside the building: counts of 1 to 4 become `FEW`, and others `HIDDEN` where one alone could be worked out from a
 * total, from its share, or from another view of the same names on this slide. Charts get gaps.
 *
 * Limits: claim and uncertainty are sentences and stay; whoever words them asks `isSmallCount`. Tables of different names (the
 * same incidents by ward and by kind) are protected each by itself.
 */
export function suppressSlide(slide: Slide): Slide {
  let names: ReadonlySet<string> = new Set();
  for (;;) {
    const masked: Slide = {
      ...slide,
      facts: slide.facts.map(suppressFact),
      tables: slide.tables.map((table) => suppressTable(table, names)),
      charts: slide.charts.map((chart) => suppressChart(chart, names)),
    };
    const found = new Set([...names, ...listHiddenNames(slide, masked)]);
    if (found.size === names.size) return masked;
    names = found;
  }
}
