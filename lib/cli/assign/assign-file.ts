import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { once } from 'node:events';
import { parse, type CsvError, type Info } from 'csv-parse';
import { locateWard } from '../../geo/locate-ward';
import type { WardIndex } from '../../geo/ward-index';
import { UsageError } from '../usage-error';
import { csvField } from './csv-field';
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

const ADDED_COLUMNS = 'ward,status,border_zone,border_distance_m,neighbours';

interface CsvRecord {
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
  const rejectedPath = `${job.outPath}.rejected.csv`;
  const out = createWriteStream(`${job.outPath}.part`);
  const rejected = createWriteStream(`${rejectedPath}.part`);
  try {
    await Promise.all([once(out, 'open'), once(rejected, 'open')]).catch((error: unknown) => {
      throw new UsageError(`can not write ${job.outPath}: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
    });
    const counts = await assignRows(index, job, size, bar, out, rejected);
    await Promise.all([finish(out), finish(rejected)]);
    await rename(`${job.outPath}.part`, job.outPath);
    await rename(`${rejectedPath}.part`, rejectedPath);
    return counts;
  } catch (error) {
    out.destroy();
    rejected.destroy();
    await Promise.all([rm(`${job.outPath}.part`, { force: true }), rm(`${rejectedPath}.part`, { force: true })]);
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
  index: WardIndex, job: AssignJob, size: number, bar: ProgressBar, out: WriteStream, rejected: WriteStream,
): Promise<AssignCounts> {
  const counts: AssignCounts = { assigned: 0, rejected: 0, borderZone: 0, byStatus: {} };
  const reject = (line: number, reason: string, raw: string): void => {
    counts.rejected++;
    rejected.write(`${String(line)},${csvField(reason)},${csvField(raw)}\n`);
  };
  rejected.write('line,reason,row\n');
  let header: Header | undefined;
  for await (const { record, raw, info } of readCsv(job.pointsPath, reject)) {
    const row = stripLineEnd(raw);
    if (header === undefined) {
      header = readHeader(record, job);
      await write(out, `${row},${ADDED_COLUMNS}\n`);
      continue;
    }
    const position = readPosition(record, header, job);
    if (typeof position === 'string') {
      reject(firstLine(info, row), position, row);
      continue;
    }
    await write(out, `${row},${answer(index, position, job.widthMetres, counts)}\n`);
    bar.update(info.bytes / size, counts.assigned);
  }
  if (header === undefined) throw new UsageError(`${job.pointsPath} is empty: it has no header line`);
  return counts;
}

async function* readCsv(path: string, reject: (line: number, reason: string, raw: string) => void): AsyncGenerator<CsvRecord> {
  const parser = parse({
    bom: true, info: true, raw: true, relax_column_count: true, skip_empty_lines: true, skip_records_with_error: true,
    on_skip: (error: CsvError | undefined, raw: string | undefined) => {
      reject(Number(error?.['lines'] ?? 0), `not readable as CSV: ${error?.code ?? 'unknown'}`, stripLineEnd(raw ?? ''));
      return undefined;
    },
  });
  const source = createReadStream(path);
  source.on('error', (error) => parser.destroy(new UsageError(`can not read ${path}: ${error.message}`)));
  yield* source.pipe(parser) as AsyncIterable<CsvRecord>;
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
const firstLine = (info: Info, row: string): number => info.lines - (row.match(/\n/g)?.length ?? 0);

const stripLineEnd = (raw: string): string => raw.replace(/^\uFEFF/, '').replace(/[\r\n]+$/, '');

/** Writes and waits while the disk is slower than we are, so that nothing piles up in memory. */
async function write(stream: WriteStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

async function finish(stream: WriteStream): Promise<void> {
  stream.end();
  await once(stream, 'finish');
}
