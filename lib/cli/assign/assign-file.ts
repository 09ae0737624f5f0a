import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { parse, type CsvError, type Info } from 'csv-parse';
import { locateWard } from '../../geo/locate-ward';
import type { WardIndex } from '../../geo/ward-index';
import { UsageError } from '../usage-error';
import { csvField } from './csv-field';
import { openPartFile, type PartFile } from './part-file';
import type { ProgressBar } from './progress-bar';

/** What to assign, and where to. Widths in metres. */
export interface AssignJob {
  readonly pointsPath: string;
  readonly outPath: string;
  readonly longitudeColumn: string;
  readonly latitudeColumn: string;
  readonly widthMetres: number;
}

/** How the rows of a file were disposed of. */
export interface AssignCounts {
  assigned: number;
  rejected: number;
  borderZone: number;
  readonly byStatus: Record<string, number>;
}

interface BrokenRecord {
  readonly kind: 'broken';
  readonly line: number;
  readonly reason: string;
  readonly raw: string;
}

const ADDED_COLUMNS = 'ward,status,border_zone,border_distance_m,neighbours';

interface CsvRecord {
  readonly kind: 'record';
  readonly record: string[];
  readonly raw: string;
  readonly info: Info;
}

/**
 * Streams a CSV of points through a ward index, row by row, into `outPath`; unusable rows into `outPath.rejected.csv`.
 *
 * Both files appear under their names only when complete. Memory does not grow with the number of rows.
 * @throws UsageError for an unreadable file or a missing column.
 */
export async function assignFile(index: WardIndex, job: AssignJob, bar: ProgressBar): Promise<AssignCounts> {
  const size = await sizeOf(job.pointsPath);
  const out = await openPartFile(job.outPath);
  const rejected = await openPartFile(`${job.outPath}.rejected.csv`);
  try {
    const counts = await assignRows(index, job, size, bar, out, rejected);
    await out.publish();
    await rejected.publish();
    return counts;
  } catch (error) {
    await Promise.all([out.discard(), rejected.discard()]);
    throw error;
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new UsageError(`${path} is not a file`);
    return found.size;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`can not read ${path}: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
  }
}

async function assignRows(
  index: WardIndex, job: AssignJob, size: number, bar: ProgressBar, out: PartFile, rejected: PartFile,
): Promise<AssignCounts> {
  const counts: AssignCounts = { assigned: 0, rejected: 0, borderZone: 0, byStatus: {} };
  const reject = async (line: number, reason: string, row: string): Promise<void> => {
    counts.rejected++;
    await rejected.write(`${String(line)},${csvField(reason)},${csvField(row)}\n`);
  };
  await rejected.write('line,reason,row\n');
  let header: Header | undefined;
  for await (const one of readCsv(job.pointsPath)) {
    const row = stripLineEnd(one.raw);
    if (one.kind === 'broken') {
      await reject(one.line, one.reason, row);
      continue;
    }
    if (header === undefined) {
      header = readHeader(one.record, job);
      await out.write(`${row},${ADDED_COLUMNS}\n`);
      continue;
    }
    const position = readPosition(one.record, header, job);
    if (typeof position === 'string') await reject(firstLine(one.info.lines, row), position, row);
    else await out.write(`${row},${answer(index, position, job.widthMetres, counts)}\n`);
    bar.update(one.info.bytes / size, counts.assigned);
  }
  if (header === undefined) throw new UsageError(`${job.pointsPath} is empty: it has no header line`);
  return counts;
}

/** Longest record taken, in characters: a quote that is never closed must not gather the rest of the file in memory. */
const MAX_RECORD = 1_000_000;

async function* readCsv(path: string): AsyncGenerator<CsvRecord | BrokenRecord> {
  const broken: BrokenRecord[] = [];
  const parser = parse({
    bom: true, info: true, raw: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, skip_records_with_error: true, max_record_size: MAX_RECORD,
    on_skip: (error: CsvError | undefined, raw: string | undefined) => {
      const text = raw ?? '';
      // A quote left open at the end of the file is told twice.
      if (broken.at(-1)?.raw === text) return;
      broken.push({ kind: 'broken', line: firstLine(Number(error?.['lines'] ?? 0), stripLineEnd(text)), reason: `not readable as CSV: ${error?.code ?? 'unknown'}`, raw: text });
    },
  });
  const source = createReadStream(path);
  source.on('error', (error) => parser.destroy(new UsageError(`can not read ${path}: ${error.message}`)));
  let told = 0;
  for await (const one of source.pipe(parser) as AsyncIterable<Omit<CsvRecord, 'kind'>>) {
    while (told < broken.length) yield broken[told++] as BrokenRecord;
    yield { kind: 'record', ...one };
  }
  yield* broken.slice(told);
}

interface Header {
  readonly columns: number;
  readonly longitude: number;
  readonly latitude: number;
}

function readHeader(names: readonly string[], { longitudeColumn, latitudeColumn, pointsPath }: AssignJob): Header {
  const find = (name: string, option: string): number => {
    const at = names.indexOf(name);
    if (at < 0) throw new UsageError(`${pointsPath} has no column "${name}" (${option}); it has: ${names.join(', ')}`);
    return at;
  };
  return { columns: names.length, longitude: find(longitudeColumn, '--lon'), latitude: find(latitudeColumn, '--lat') };
}

/** The position of a row, or the reason why it has none. */
function readPosition(record: readonly string[], header: Header, job: AssignJob): readonly [number, number] | string {
  if (record.length !== header.columns) return `has ${String(record.length)} fields, the header ${String(header.columns)}`;
  const longitude = readDegrees(record[header.longitude] ?? '', job.longitudeColumn, 180);
  if (typeof longitude === 'string') return longitude;
  const latitude = readDegrees(record[header.latitude] ?? '', job.latitudeColumn, 90);
  return typeof latitude === 'string' ? latitude : [longitude, latitude];
}

function readDegrees(text: string, name: string, limit: number): number | string {
  const trimmed = text.trim();
  if (trimmed === '') return `${name} is empty`;
  const value = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(trimmed) ? Number(trimmed) : NaN;
  if (!Number.isFinite(value)) return `${name} is not a number`;
  return Math.abs(value) > limit ? `${name} is not within ±${String(limit)}` : value;
}

function answer(index: WardIndex, position: readonly [number, number], widthMetres: number, counts: AssignCounts): string {
  const { ownerCode, status, neighbours } = locateWard(index, position, widthMetres);
  const nearest = neighbours[0];
  counts.assigned++;
  counts.byStatus[status] = (counts.byStatus[status] ?? 0) + 1;
  if (nearest !== undefined) counts.borderZone++;
  const near = neighbours.map((one) => one.code).join(';');
  const distance = nearest === undefined ? '' : nearest.distanceMetres.toFixed(2);
  return `${csvField(ownerCode ?? '')},${status},${String(nearest !== undefined)},${distance},${csvField(near)}`;
}

/** Line on which a record began; a quoted field may hold line breaks. */
const firstLine = (lastLine: number, row: string): number => lastLine - (row.match(/\n/g)?.length ?? 0);

const stripLineEnd = (raw: string): string => raw.replace(/^\uFEFF/, '').replace(/[\r\n]+$/, '');
