import writeXlsxFile from 'write-excel-file/node';
import { buildSheet, type TypedTable } from '../../interop/typed-table';
import { getBriefingFileWords } from '../../messages/briefing-file-words';
import { readArchive, writeArchive } from '../archive/rewrite-archive';
import type { BriefingDocument } from '../briefing-document';
import { overviewRows } from './overview';
import { nameSheets } from './sheet-names';
import { typedChart, typedTable } from './typed-parts';

/** Widths of columns in characters. */
const WIDTHS = { text: 34, count: 14, number: 16, share: 14, day: 14, instant: 18 } as const;
const OVERVIEW_WIDTHS = [30, 80, 60, 60];

/** The numbers of a briefing as a workbook: what it is first, then a sheet a chart and a table, typed. Equal documents give equal bytes. */
export async function writeXlsx(document: BriefingDocument): Promise<Uint8Array> {
  const { frame, slides } = document;
  const words = getBriefingFileWords(document.language);
  const notes = [[frame.number, frame.classification, frame.asOf, ...(frame.masked === null ? [] : [frame.masked])].join(' · ')];
  const parts = slides.flatMap((slide, place) => [
    ...slide.charts.map((chart) => ({ place, table: typedChart(chart, slide, words, notes) })), ...slide.tables.map((table) => ({ place, table: typedTable(table, slide, notes) })),
  ]);
  const names = nameSheets([words.overview, ...parts.map(({ place, table }) => `${String(place + 1)} ${table.title}`)]);
  const sheetOf = (table: TypedTable, place: number) => ({ data: buildSheet(table), sheet: names[place + 1] ?? table.title, columns: table.columns.map(({ kind }) => ({ width: WIDTHS[kind] })) });
  const overview = { data: overviewRows(document, words), sheet: names[0] ?? words.overview, columns: OVERVIEW_WIDTHS.map((width) => ({ width })) };
  const bytes = await writeXlsxFile([overview, ...parts.map(({ table }, place) => sheetOf(table, place))]).toBuffer();
  return writeArchive(readArchive(new Uint8Array(bytes)), document.asOf);
}
