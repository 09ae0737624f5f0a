import type { PlacedRow } from './sort-rows';

/** A table as text that a spreadsheet takes from the clipboard: tabs between cells, as they are written on the screen. */
export function writeTableText(names: readonly string[], rows: readonly PlacedRow[], write: readonly ((value: number | string | null) => string)[]): string {
  const clean = (text: string): string => text.replace(/[\t\r\n]+/g, ' ');
  const lines = rows.map(({ row }) => row.cells.map((value, column) => clean(write[column]?.(value) ?? '')).join('\t'));
  return [names.map(clean).join('\t'), ...lines].join('\n');
}
