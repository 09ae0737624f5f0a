import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { Instant } from '../../domain/instant';

/** A file within a ZIP archive. */
export interface ArchiveEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Archives keep no zone and start in 1980; the time is written as UTC has it, whatever zone the computer is in. */
function archiveTime(at: Instant): Date {
  const utc = new Date(at);
  return new Date(Math.max(1980, utc.getUTCFullYear()), utc.getUTCMonth(), utc.getUTCDate(), utc.getUTCHours(), utc.getUTCMinutes(), utc.getUTCSeconds() & ~1);
}

/** Kinds of files that are compressed already. */
const PACKED = /\.(png|xlsx)$/;

/** Entries as one ZIP archive; all bear the same time, so that equal entries give equal bytes. */
export function writeArchive(entries: readonly ArchiveEntry[], at: Instant): Uint8Array {
  const mtime = archiveTime(at);
  const files: Zippable = {};
  for (const { name, bytes } of entries) files[name] = [bytes, { mtime, level: PACKED.test(name) ? 0 : 6 }];
  return zipSync(files);
}

/** The files of a ZIP archive in their order, without its folders. */
export function readArchive(bytes: Uint8Array): readonly ArchiveEntry[] {
  return Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')).map(([name, content]) => ({ name, bytes: content }));
}

/** An entry of text. */
export const textEntry = (name: string, text: string): ArchiveEntry => ({ name, bytes: strToU8(text) });
