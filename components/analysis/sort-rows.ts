import type { ResultRow, ResultTable } from '@/lib/domain/analysis-result';
import { isNumeric } from '@/lib/messages/analysis/format-cell';

/** A column and a direction. */
export interface TableOrder {
  readonly column: number;
  readonly descending: boolean;
}

/** A row and the place it had in the result. */
export interface PlacedRow {
  readonly row: ResultRow;
  readonly place: number;
}

type Cell = number | string | null;
const collator = new Intl.Collator('vi', { numeric: true });

/** Rows in an order: numbers by size, days by date, all else as it is written; cells that say nothing come last either way. Ties keep the result's order. */
export function sortRows(table: ResultTable, order: TableOrder | null, write: readonly ((value: Cell) => string)[]): readonly PlacedRow[] {
  const placed = table.rows.map((row, place) => ({ row, place }));
  if (order === null) return placed;
  const kind = table.columns[order.column]?.kind ?? 'text';
  const byValue = isNumeric(kind) || kind === 'day';
  const written = new Map(placed.map(({ row, place }) => [place, byValue ? '' : (write[order.column]?.(row.cells[order.column] ?? null) ?? '')]));
  const sign = order.descending ? -1 : 1;
  return placed.sort((a, b) => {
    const [x, y] = [a.row.cells[order.column] ?? null, b.row.cells[order.column] ?? null];
    if (x === null || y === null) return x === y ? a.place - b.place : x === null ? 1 : -1;
    const compared = byValue ? (x < y ? -1 : x > y ? 1 : 0) : collator.compare(written.get(a.place) ?? '', written.get(b.place) ?? '');
    return compared === 0 ? a.place - b.place : sign * compared;
  });
}
