import writeXlsxFile from 'write-excel-file/node';
import type { Instant } from '../../domain/instant';
import type { PresentedChart } from '../../messages/briefing/presented-slide';
import { cleanText } from '../archive/xml';
import { readArchive, writeArchive } from '../archive/rewrite-archive';
import type { ChartColumn } from '../chart/chart-columns';

/** Name of the sheet that the chart's references name. */
export const CHART_SHEET = 'Sheet1';

/** The workbook inside a chart, which opens on "edit data": labels, then the columns. What can not be said is an empty cell. */
export async function writeChartBook(chart: PresentedChart, columns: readonly ChartColumn[], at: Instant): Promise<Uint8Array> {
  const head = [chart.xTitle === '' ? ' ' : chart.xTitle, ...columns.map(({ name }) => name)].map((name) => ({ value: cleanText(name) }));
  const rows = chart.labels.map((label, place) => [{ value: cleanText(label) }, ...columns.map(({ values }) => (typeof values[place] === 'number' ? { value: values[place] } : null))]);
  const sheet = { width: 18 };
  const bytes = await writeXlsxFile([head, ...rows], { sheet: CHART_SHEET, columns: [{ width: 32 }, ...columns.map(() => sheet)] }).toBuffer();
  return writeArchive(readArchive(new Uint8Array(bytes)), at);
}
