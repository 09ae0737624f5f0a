import type { Slide } from '../../domain/briefing';
import type { MayLeave } from './may-leave';
import { suppressChart, suppressTable, type Names } from './suppress-table';

/** Tables and charts of a slide as they may leave, and the names of which something is withheld. */
export interface SuppressedSlide extends Pick<Slide, 'tables' | 'charts'> {
  readonly hiddenNames: Names;
}

/**
 * Tables and charts for outside the building: only what is listed, counts of 1 to 4 as `FEW`, and others as `HIDDEN` where one alone could be
 * worked out from a total, from a rest, from its share, or from another view of the same names on this slide. Charts get gaps.
 *
 * Of a name that is withheld in one place no count above zero is shown in any: then neither a row's sum nor another table gives it back.
 * Limits: tables of different names (the same incidents by ward and by kind) are protected each by itself.
 */
export function suppressSlide({ tables, charts }: Pick<Slide, 'tables' | 'charts'>, mayLeave: MayLeave): SuppressedSlide {
  let names: Names = new Set();
  for (;;) {
    const isTouched = names.size > 0;
    const shownTables = tables.flatMap((table) => suppressTable(table, mayLeave, names, isTouched) ?? []);
    const shownCharts = charts.flatMap((chart) => suppressChart(chart, mayLeave, names, isTouched) ?? []);
    const found = new Set([...names, ...shownTables.flatMap((one) => one.hiddenNames), ...shownCharts.flatMap((one) => one.hiddenNames)]);
    if (found.size === names.size) return { tables: shownTables.map(({ table }) => table), charts: shownCharts.map(({ chart }) => chart), hiddenNames: names };
    names = found;
  }
}
