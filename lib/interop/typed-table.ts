import { writeCsvField } from './csv-field';

/**
 * What a column holds: `count` whole numbers, `number` any, `share` 0–1, `day` as YYYY-MM-DD, `instant` as ISO 8601 with an offset,
 * `text` anything else.
 */
export type TableKind = 'text' | 'count' | 'number' | 'share' | 'day' | 'instant';
/** A cell; null says nothing. */
export type TableCell = string | number | null;

/** A column: its id in data, its title for people. */
export interface TypedColumn {
  readonly id: string;
  readonly title: string;
  readonly kind: TableKind;
}

/** A table that knows what its cells are, so that files get numbers and days and not their pictures. */
export interface TypedTable {
  readonly title: string;
  /** Lines under the title: filter, as of when, how to read it. */
  readonly notes: readonly string[];
  readonly columns: readonly TypedColumn[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** A column, by its place, and a direction. */
export interface ColumnOrder {
  readonly column: number;
  readonly descending: boolean;
}

/** Whether a column's cells stand at the right, digit under digit. */
export const isNumericKind = (kind: TableKind): boolean => kind === 'count' || kind === 'number' || kind === 'share';

const collator = new Intl.Collator('vi', { numeric: true });

function compareCells(kind: TableKind, a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (kind === 'instant') return Date.parse(String(a)) - Date.parse(String(b));
  return kind === 'day' ? (a < b ? -1 : a > b ? 1 : 0) : collator.compare(String(a), String(b));
}

/** Places of the rows in an order: numbers by size, days by date, words as Vietnamese sorts them; cells that say nothing come last either way, ties keep their order. */
export function orderRows({ columns, rows }: TypedTable, order: ColumnOrder | null): readonly number[] {
  const places = rows.map((_, place) => place);
  const kind = order === null ? undefined : columns[order.column]?.kind;
  if (order === null || kind === undefined) return places;
  const cellAt = (place: number): TableCell => rows[place]?.[order.column] ?? null;
  return places.sort((a, b) => {
    const [x, y] = [cellAt(a), cellAt(b)];
    if (x === null || y === null) return x === y ? a - b : x === null ? 1 : -1;
    const compared = compareCells(kind, x, y);
    return compared === 0 ? a - b : order.descending ? -compared : compared;
  });
}

/** A table as CSV (RFC 4180, header line first): decimal points, ISO days. UTF-8 with its mark, without which spreadsheets garble Vietnamese. */
export function writeTableCsv({ columns, rows }: TypedTable): string {
  const lines = [columns.map(({ title }) => title), ...rows].map((cells) => cells.map(writeCsvField).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** A table as text for the clipboard, tabs between cells; `write` gives each cell as the screen has it. */
export function writeTabText({ columns, rows }: TypedTable, write: (kind: TableKind, cell: TableCell) => string): string {
  const clean = (text: string): string => text.replace(/[\t\r\n]+/g, ' ');
  const lines = rows.map((cells) => cells.map((cell, place) => clean(write(columns[place]?.kind ?? 'text', cell))).join('\t'));
  return [columns.map(({ title }) => clean(title)).join('\t'), ...lines].join('\n');
}

/** A cell as `write-excel-file` takes it. */
interface SheetCell {
  readonly value: string | number | Date;
  readonly format?: string;
  readonly fontWeight?: 'bold';
  readonly align?: 'right';
}

const NUMBER_FORMATS: Partial<Record<TableKind, string>> = { count: '#,##0', number: '#,##0.###', share: '0.0%' };
/** Viet Nam's offset from UTC: a spreadsheet's instants have no zone, so they are written as Viet Nam's clocks show them. */
const OFFSET_MS = 7 * 3_600_000;
/** Spreadsheets count days from 1900. */
const FIRST_DATE_MS = Date.UTC(1900, 2, 1);

function toSheetCell(kind: TableKind, cell: TableCell): SheetCell | null {
  if (cell === null) return null;
  if (typeof cell === 'number') return { value: cell, ...(NUMBER_FORMATS[kind] === undefined ? {} : { format: NUMBER_FORMATS[kind] }) };
  if (kind !== 'day' && kind !== 'instant') return { value: cell };
  const ms = kind === 'day' ? Date.parse(`${cell}T00:00:00Z`) : Date.parse(cell) + OFFSET_MS;
  if (Number.isNaN(ms) || ms < FIRST_DATE_MS) return { value: cell };
  return { value: new Date(ms), format: kind === 'day' ? 'dd/mm/yyyy' : 'dd/mm/yyyy hh:mm' };
}

/** A table as rows of a spreadsheet: title and notes above, then the header, then typed cells. Limits: instants in Viet Nam's time, days before March 1900 as text. */
export function buildSheet({ title, notes, columns, rows }: TypedTable): (SheetCell | null)[][] {
  const head = columns.map((one): SheetCell => ({ value: one.title, fontWeight: 'bold', ...(isNumericKind(one.kind) ? { align: 'right' } : {}) }));
  return [
    [{ value: title, fontWeight: 'bold' }], ...notes.map((note) => [{ value: note }]), [], head,
    ...rows.map((cells) => columns.map(({ kind }, place) => toSheetCell(kind, cells[place] ?? null))),
  ];
}

/** A name for a file: letters without marks, digits and hyphens. */
export function nameTableFile(...parts: readonly string[]): string {
  const plain = parts.join(' ').normalize('NFD').replace(/\p{M}+/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 80);
}
