import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { BACKUP_FORMAT } from './write-backup';

const headerSchema = z.object({ format: z.literal(BACKUP_FORMAT), createdAt: z.string(), migrations: z.array(z.string()) });
const quotedName = z.string().regex(/^(?:[a-z_][a-z0-9_]*|"[^"]+")$/);
const tableSchema = z.object({ table: z.string().regex(/^(?:public|auth)\.[a-z_][a-z0-9_]*$/), columns: z.array(quotedName).min(1) });
const sequenceSchema = z.object({ sequence: z.literal('public.incident_version'), value: z.string().regex(/^\d+$/) });
const endSchema = z.object({ end: z.literal(true), rows: z.number(), sha256: z.string() });

/** Heading of a table in a backup. */
export type TableHeading = z.output<typeof tableSchema>;

/** One piece of a backup, in the order of the file. */
export type BackupPart =
  | { readonly kind: 'header'; readonly createdAt: string; readonly migrations: readonly string[] }
  | { readonly kind: 'table'; readonly heading: TableHeading }
  | { readonly kind: 'row'; readonly json: string }
  | { readonly kind: 'table_end' }
  | { readonly kind: 'sequence'; readonly value: string }
  | { readonly kind: 'end'; readonly rows: number };

/** The file is not a whole backup of this product. */
export class BackupDamaged extends Error {}

/** Complete lines of a gzip file, each with its line feed. */
async function* readLines(file: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  try {
    // Not `pipe`, which keeps a file's error from the reader: nobody would catch it. The loop below meets it and needs no callback.
    const unpacked = pipeline(createReadStream(file), createGunzip(), () => undefined);
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      for (let feed = rest.indexOf(10); feed >= 0; feed = rest.indexOf(10)) {
        yield rest.subarray(0, feed + 1);
        rest = rest.subarray(feed + 1);
      }
    }
  } catch (error) {
    throw new BackupDamaged(`it can not be unpacked (${error instanceof Error ? error.message : String(error)})`);
  }
  if (rest.length > 0) throw new BackupDamaged('its last line is cut off');
}

function parseLine<T>(schema: z.ZodType<T>, line: Buffer, what: string): T {
  try {
    return schema.parse(JSON.parse(line.toString('utf8')));
  } catch {
    throw new BackupDamaged(`${what} was expected, not "${line.toString('utf8').slice(0, 60).trim()}"`);
  }
}

const TABLE_END = '\\.\n';
const isTableEnd = (line: Buffer): boolean => line.length === 3 && line.toString('latin1') === TABLE_END;

/**
 * Reads a backup piece by piece.
 *
 * @throws BackupDamaged at the first thing that is wrong; the last piece is `end` only when count and checksum are right.
 */
export async function* readBackup(file: string): AsyncGenerator<BackupPart> {
  const hash = createHash('sha256');
  let place: 'start' | 'between' | 'table' | 'after' = 'start';
  let rows = 0;
  for await (const line of readLines(file)) {
    if (place === 'after') throw new BackupDamaged('something follows its end');
    if (place === 'between' && line.toString('utf8').startsWith('{"end"')) {
      const end = parseLine(endSchema, line, 'the end');
      if (end.rows !== rows || end.sha256 !== hash.digest('hex')) throw new BackupDamaged('its checksum does not fit its content');
      place = 'after';
      yield { kind: 'end', rows };
      continue;
    }
    hash.update(line);
    if (place === 'start') {
      yield { kind: 'header', ...parseLine(headerSchema, line, 'a backup of this product') };
      place = 'between';
    } else if (place === 'table') {
      if (isTableEnd(line)) place = 'between';
      else rows++;
      yield isTableEnd(line) ? { kind: 'table_end' } : { kind: 'row', json: line.toString('utf8') };
    } else if (line.toString('utf8').startsWith('{"sequence"')) {
      yield { kind: 'sequence', value: parseLine(sequenceSchema, line, 'a sequence').value };
    } else {
      yield { kind: 'table', heading: parseLine(tableSchema, line, 'a table') };
      place = 'table';
    }
  }
  if (place !== 'after') throw new BackupDamaged('its end is missing');
}
