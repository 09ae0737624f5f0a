import type { PointColumns } from '../domain/point-columns';
import type { ReportingPeriod } from './reporting-periods';
import type { RowGroups } from './row-groups';

/** Counts by group and period: group g in period p at `g × periods + p`. */
export interface CountSeries {
  readonly keys: readonly string[];
  readonly periods: number;
  readonly counts: Uint32Array;
  /** The same of the year before. */
  readonly yearBefore: Uint32Array;
  /** By group, over all periods. */
  readonly totals: Uint32Array;
  readonly total: number;
  readonly yearBeforeTotal: number;
}

const HALF_DAY = 43_200;

/** Half-open spans in ascending order, none touching the next, ready for finding the one that holds an instant. */
interface SpanFinder {
  readonly from: Float64Array;
  readonly until: Float64Array;
  /** For each half day from the first, the last span that begins before its end. */
  readonly table: Int32Array;
  readonly origin: number;
}

function buildFinder(spans: readonly { readonly fromSeconds: number; readonly untilSeconds: number }[]): SpanFinder {
  const from = Float64Array.from(spans, ({ fromSeconds }) => fromSeconds);
  const until = Float64Array.from(spans, ({ untilSeconds }) => untilSeconds);
  const origin = from[0] ?? 0;
  const length = spans.length === 0 ? 0 : Math.ceil((until[spans.length - 1]! - origin) / HALF_DAY);
  const table = new Int32Array(length);
  let span = 0;
  for (let cell = 0; cell < length; cell++) {
    while (span + 1 < spans.length && from[span + 1]! < origin + (cell + 1) * HALF_DAY) span++;
    table[cell] = span;
  }
  return { from, until, table, origin };
}

/** The span that holds an instant; −1 when none does. */
function findSpan({ from, until, table, origin }: SpanFinder, seconds: number): number {
  const cell = Math.floor((seconds - origin) / HALF_DAY);
  if (cell < 0 || cell >= table.length) return -1;
  let span = table[cell]!;
  while (span >= 0 && seconds < from[span]!) span--;
  return span >= 0 && seconds < until[span]! ? span : -1;
}

/**
 * Counts rows by group and period, and by group and the same period of the year before, in one pass.
 *
 * Accuracy: exact; the groups of a period add up to its count. Limits: periods in ascending order, as `listPeriods` gives them.
 */
export function countSeries(points: PointColumns, rows: Uint32Array, periods: readonly ReportingPeriod[], { keys, codes }: RowGroups): CountSeries {
  const width = periods.length;
  const now = buildFinder(periods);
  const known = periods.flatMap(({ yearBefore }, place) => (yearBefore === null ? [] : [{ ...yearBefore, place }]));
  const before = buildFinder(known);
  const places = Int32Array.from(known, ({ place }) => place);
  const counts = new Uint32Array(keys.length * width);
  const yearBefore = new Uint32Array(keys.length * width);
  const totals = new Uint32Array(keys.length);
  let total = 0;
  let yearBeforeTotal = 0;
  for (const row of rows) {
    const seconds = points.occurredAt[row]!;
    const group = codes[row]!;
    const period = findSpan(now, seconds);
    if (period >= 0) {
      counts[group * width + period]!++;
      totals[group]!++;
      total++;
    }
    const earlier = findSpan(before, seconds);
    if (earlier >= 0) {
      yearBefore[group * width + places[earlier]!]!++;
      yearBeforeTotal++;
    }
  }
  return { keys, periods: width, counts, yearBefore, totals, total, yearBeforeTotal };
}

/** The counts of all groups together, by period. */
export function sumGroups(matrix: Uint32Array, periods: number): Uint32Array {
  const sums = new Uint32Array(periods);
  for (let place = 0; place < matrix.length; place++) sums[place % periods]! += matrix[place]!;
  return sums;
}

/** Largest value of a group's periods, or of all groups'. */
export const mostOf = (matrix: Uint32Array, from = 0, until = matrix.length): number => matrix.subarray(from, until).reduce((most, value) => Math.max(most, value), 0);
