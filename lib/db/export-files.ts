import { z } from 'zod';
import { EXPORT_FORMS, EXPORT_STATES, newExportSchema, type ExportFile, type NewExport } from '../domain/export-file';
import { unwrap } from './api-error';
import { endJson, type WorkEnd } from './briefing-work';
import type { LimitedChange } from './briefing-changes';
import { readChange, type ChangeResult } from './change-result';
import { createServiceClient, type DatabaseClient } from './clients';
import type { Json } from './database.types';
import { instantOf } from './instant-of';
import type { Actor } from './incidents';

const json = (value: unknown): Json => value as Json;

/** Unfinished files an account may have. */
export const MOST_UNFINISHED_EXPORTS = 10;

const COLUMNS = 'id, form, state, progress, failure, file_name, size, digest, created_at';
const rowSchema = z.object({
  id: z.string(), form: z.enum(EXPORT_FORMS), state: z.enum(EXPORT_STATES), progress: z.number(), failure: z.string().nullable(), file_name: z.string(), size: z.number().nullable(), digest: z.string().nullable(),
  created_at: z.string().transform(instantOf),
});

/** A file that the client asked for; undefined for anybody else's. */
export async function findExport(client: DatabaseClient, id: string): Promise<ExportFile | undefined> {
  const [row] = unwrap('a file', await client.from('export_files').select(COLUMNS).eq('id', id));
  if (row === undefined) return undefined;
  const { file_name, size, created_at, ...rest } = rowSchema.parse(row);
  return { ...rest, fileName: file_name, bytes: size, createdAt: created_at };
}

/** The bytes of a file that the client asked for; null when they are not there (any more). */
export async function readExportContent(client: DatabaseClient, id: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const answer = await client.rpc('export_content', { file: id });
  if (answer.error === null && answer.data === null) return null;
  return new Uint8Array(Buffer.from(z.string().parse(unwrap('the bytes of a file', answer)), 'base64'));
}

/** Puts a file into the queue with all that it is made of; the same id and request twice make one. */
export async function submitExport(file: { readonly id: string; readonly request: Omit<NewExport, 'id'>; readonly payload: unknown; readonly fileName: string }, actor: Actor, service: DatabaseClient = createServiceClient()): Promise<LimitedChange> {
  const row = { id: file.id, form: file.request.form, request: json(file.request), payload: json(file.payload), file_name: file.fileName };
  const answer = await service.rpc('submit_export', { payload: { file: row, most: MOST_UNFINISHED_EXPORTS, actor: json(actor) } });
  const { outcome } = z.looseObject({ outcome: z.string() }).parse(unwrap('asking for a file', answer));
  return outcome === 'too_many' ? { kind: 'too_many' } : readChange('asking for a file', answer);
}

/** Stops the making of a file of the actor's. */
export async function cancelExport(file: string, actor: Actor, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  return readChange('stopping a file', await service.rpc('cancel_export', { file, actor: json(actor) }));
}

const claimedSchema = z.object({ id: z.string(), claim: z.string(), form: z.enum(EXPORT_FORMS), request: newExportSchema, payload: z.custom<unknown>() });
/** A file that this process makes. */
export type ClaimedExport = z.output<typeof claimedSchema>;

/** Takes the next file in the queue; null when none waits. */
export async function claimExport(service: DatabaseClient, claim: string): Promise<ClaimedExport | null> {
  const answer = await service.rpc('claim_export', { worker_claim: claim });
  return answer.error === null && answer.data === null ? null : claimedSchema.parse(unwrap('taking a file', answer));
}

type Held = Pick<ClaimedExport, 'id' | 'claim'>;

/** Says that a file is being made and how far it is, 0 to 1; learns whether to go on. */
export async function beatExport(service: DatabaseClient, { id, claim }: Held, progress: number): Promise<'go' | 'cancel' | 'lost'> {
  return z.enum(['go', 'cancel', 'lost']).parse(unwrap('the beat of a file', await service.rpc('beat_export', { file: id, worker_claim: claim, reached: progress })));
}

/** A file that was made. */
export interface MadeFile { readonly kind: 'file'; readonly bytes: Uint8Array; readonly digest: string }

/** Writes the bytes of a file. */
export async function finishExport(service: DatabaseClient, { id, claim }: Held, { bytes, digest }: MadeFile, elapsedMs: number): Promise<'done' | 'cancelled' | 'lost'> {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  return z.enum(['done', 'cancelled', 'lost']).parse(unwrap('the bytes of a file', await service.rpc('finish_export', { file: id, worker_claim: claim, bytes: content, content_digest: digest, took: Math.round(elapsedMs) })));
}

/** Ends the making of a file without bytes; false when another process has it. */
export async function endExport(service: DatabaseClient, { id, claim }: Held, end: WorkEnd): Promise<boolean> {
  return z.boolean().parse(unwrap('the end of a file', await service.rpc('end_export', { file: id, worker_claim: claim, result: endJson(end) })));
}

/** Clears the bytes of old files away; gives how many. */
export async function pruneExports(service: DatabaseClient): Promise<number> {
  return z.number().parse(unwrap('clearing files away', await service.rpc('prune_exports')));
}
