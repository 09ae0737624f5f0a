import { UNITS, type CellKind, type Unit } from '../../domain/analysis-result';
import type { TableCell, TableKind, TypedTable } from '../../interop/typed-table';
import type { BriefingFileWords } from '../../messages/briefing-file-words';
import type { PresentedCell, PresentedChart, PresentedSlide, PresentedTable } from '../../messages/briefing/presented-slide';
import { cleanText } from '../archive/xml';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const isUnit = (kind: CellKind): kind is Unit => (UNITS as readonly string[]).includes(kind);

/** What a spreadsheet's cells of a kind are: counts of things that are not whole stay numbers. */
function tableKind(kind: CellKind, values: readonly PresentedCell['value'][]): TableKind {
  if (kind === 'count') return values.every((value) => value === null || Number.isInteger(value)) ? 'count' : 'number';
  if (kind === 'share') return 'share';
  return isUnit(kind) ? 'number' : kind === 'day' ? 'day' : 'text';
}

/** A number or a day as it is; names and codes as people read them; nothing where nothing can be said. */
function typedCell(kind: TableKind, { text, value }: PresentedCell): TableCell {
  if (value === null || value === '') return null;
  if (kind === 'text') return cleanText(text);
  if (kind === 'day') return typeof value === 'string' && DAY.test(value) ? value : cleanText(text);
  return typeof value === 'number' ? value : cleanText(text);
}

/** A table as it is typed for a spreadsheet, the claim it stands under above it. */
export function typedTable(table: PresentedTable, slide: PresentedSlide, notes: readonly string[]): TypedTable {
  const kinds = table.columns.map(({ kind }, place) => tableKind(kind, table.rows.map((row) => row[place]?.value ?? null)));
  return {
    title: cleanText(table.title), notes: [slide.claim, ...notes].map(cleanText),
    columns: table.columns.map(({ id, label }, place) => ({ id, title: cleanText(label), kind: kinds[place] ?? 'text' })),
    rows: table.rows.map((row) => kinds.map((kind, place) => typedCell(kind, row[place] ?? { text: '', value: null }))),
  };
}

/** A chart's numbers: its places typed where they are numbers or days, a column each series and each of its limits, the marks as columns. */
export function typedChart(chart: PresentedChart, slide: PresentedSlide, words: BriefingFileWords, notes: readonly string[]): TypedTable {
  const numbers = chart.xs.every((x) => typeof x === 'number');
  const days = chart.xs.length > 0 && chart.xs.every((x) => typeof x === 'string' && DAY.test(x));
  const xTitle = chart.xTitle === '' ? words.label : chart.xTitle;
  const series = chart.series.flatMap(({ id, name, values, low, high }) => [
    { id, name, values }, ...(low === undefined ? [] : [{ id: `${id}Low`, name: words.low(name), values: low }]), ...(high === undefined ? [] : [{ id: `${id}High`, name: words.high(name), values: high }]),
  ]);
  const marks = chart.marks.filter(({ axis }) => axis === 'y').map(({ id, name, at }) => ({ id, name, values: chart.xs.map(() => at) }));
  const columns = [...series, ...marks].map((one) => ({ ...one, kind: tableKind(chart.y, one.values) }));
  const upright = chart.marks.filter(({ axis }) => axis === 'x').map(({ name, at }) => words.markIs(name, String(at)));
  return {
    title: cleanText(chart.title), notes: [slide.claim, ...notes, ...upright].map(cleanText),
    columns: [
      ...(numbers || days ? [{ id: 'x', title: cleanText(xTitle), kind: days ? 'day' as const : 'number' as const }] : []), { id: 'label', title: cleanText(numbers || days ? words.label : xTitle), kind: 'text' },
      ...columns.map(({ id, name, kind }) => ({ id, title: cleanText(name), kind })),
    ],
    rows: chart.xs.map((x, place) => [...(numbers || days ? [x] : []), cleanText(chart.labels[place] ?? String(x)), ...columns.map(({ values }) => values[place] ?? null)]),
  };
}
