import { buildSheet, writeTableCsv, type TypedTable } from '@/lib/interop/typed-table';
import { downloadText } from './download-text';

/** Width of a column in characters. */
const WIDTHS = { text: 28, count: 12, number: 14, share: 12, day: 14, instant: 18 } as const;
/** A sheet's name holds 31 characters, and not these. */
const sheetName = (title: string): string => title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

/** Saves a table as CSV; `name` without its ending. */
export function saveTableCsv(table: TypedTable, name: string): void {
  downloadText(`${name}.csv`, 'text/csv', writeTableCsv(table));
}

/** Saves a table as a spreadsheet; the writer is fetched when first asked for. @throws Error when it can not be fetched */
export async function saveTableXlsx(table: TypedTable, name: string): Promise<void> {
  const { default: writeXlsxFile } = await import('write-excel-file/browser');
  const columns = table.columns.map(({ kind }) => ({ width: WIDTHS[kind] }));
  await writeXlsxFile(buildSheet(table), { sheet: sheetName(table.title), columns }).toFile(`${name}.xlsx`);
}
