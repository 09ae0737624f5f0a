import { z } from 'zod';
import type { AnalysisScope, MethodId, Parameters, RunChange } from '../domain/analysis';
import { unwrap } from './api-error';
import { readChange, type ChangeResult } from './change-result';
import { createServiceClient, type DatabaseClient } from './clients';
import type { Json } from './database.types';
import type { Actor } from './incidents';

const actorJson = (actor: Actor): Json => actor as unknown as Json;

/** Up to where the facts of a run were known, for one that repeats it. */
export const knownSchema = z.object({ version: z.number(), at: z.string(), width: z.number(), timeZone: z.string() });
export type KnownFacts = z.output<typeof knownSchema>;

/** Unfinished runs an account may have. */
export const MOST_UNFINISHED = 20;

/** A run as it is asked for. */
export interface SubmittedRun {
  readonly id: string;
  readonly method: MethodId;
  readonly methodVersion: number;
  readonly scope: AnalysisScope;
  readonly parameters: Parameters;
  readonly seed: number;
  readonly repeats: string | null;
  /** The facts a repetition begins with; null = what is known now. */
  readonly known: KnownFacts | null;
  readonly name?: string | null;
}

/** `too_many`: the account has `MOST_UNFINISHED` runs waiting or running. */
export type SubmitResult = ChangeResult | { readonly kind: 'too_many' };
/** `forbidden`: it is another analyst's run. */
export type RunChangeResult = ChangeResult | { readonly kind: 'forbidden' };

const outcomeSchema = z.looseObject({ outcome: z.string() });

/** Puts a run into the queue; the same id and content twice make one. */
export async function submitRun(run: SubmittedRun, actor: Actor, service: DatabaseClient = createServiceClient()): Promise<SubmitResult> {
  const row = {
    id: run.id, method: run.method, method_version: run.methodVersion, scope: run.scope as unknown as Json, parameters: run.parameters,
    seed: run.seed, repeats: run.repeats, known: run.known, name: run.name ?? null,
  };
  const answer = await service.rpc('submit_analysis_run', { payload: { run: row, most: MOST_UNFINISHED, actor: actorJson(actor) } });
  const { outcome } = outcomeSchema.parse(unwrap('asking for a run', answer));
  return outcome === 'too_many' ? { kind: 'too_many' } : readChange('asking for a run', answer);
}

/** Stops a run of the actor's, or of anybody's for an administrator. */
export async function cancelRun(run: string, actor: Actor, service: DatabaseClient = createServiceClient()): Promise<RunChangeResult> {
  const answer = await service.rpc('cancel_analysis_run', { run, actor: actorJson(actor) });
  const { outcome } = outcomeSchema.parse(unwrap('stopping a run', answer));
  return outcome === 'forbidden' ? { kind: 'forbidden' } : readChange('stopping a run', answer);
}

/** Names or keeps a run, if nobody changed it since the version the caller saw. */
export async function changeRun(run: string, { version, name, saved }: RunChange, actor: Actor, service: DatabaseClient = createServiceClient()): Promise<RunChangeResult> {
  const change = { ...(name === undefined ? {} : { name }), ...(saved === undefined ? {} : { saved }) };
  const answer = await service.rpc('change_analysis_run', { run, seen_version: version, change, actor: actorJson(actor) });
  const { outcome } = outcomeSchema.parse(unwrap('changing a run', answer));
  return outcome === 'forbidden' ? { kind: 'forbidden' } : readChange('changing a run', answer);
}

/** The facts that a run rested on; null when it read none yet. With the server's rights. */
export async function findKnownFacts(run: string, service: DatabaseClient = createServiceClient()): Promise<KnownFacts | null> {
  const rows = unwrap('facts of a run', await service.from('analysis_runs').select('known').eq('id', run));
  return knownSchema.nullable().parse(rows[0]?.known ?? null);
}
