import { z } from 'zod';
import { METHOD_IDS, type AnalysisScope, type MethodId, type Parameters, type RUN_FAILURES } from '../domain/analysis';
import type { AnalysisOutcome, UsedData, UsedParameter } from '../domain/analysis-result';
import { unwrap } from './api-error';
import { knownSchema, type KnownFacts } from './analysis-changes';
import type { DatabaseClient } from './clients';
import type { Json } from './database.types';

/** A run that this process computes. */
export interface ClaimedRun {
  readonly id: string;
  /** Number of the claim: who has another one may not write to the run. */
  readonly claim: string;
  readonly method: MethodId;
  readonly scope: AnalysisScope;
  readonly parameters: Parameters;
  readonly seed: number;
  readonly known: KnownFacts | null;
  /** The run it repeats: then it is computed, whatever is known of it. */
  readonly repeats: string | null;
}

const claimedSchema = z.object({
  id: z.string(), claim: z.string(), method: z.enum(METHOD_IDS as readonly [MethodId, ...MethodId[]]),
  scope: z.custom<AnalysisScope>(), parameters: z.custom<Parameters>(), seed: z.number(), known: knownSchema.nullable(), repeats: z.string().nullable(),
});

/** Takes the next run in the queue; null when none waits that may run now. */
export async function claimRun(service: DatabaseClient, claim: string, mostPerAuthor: number): Promise<ClaimedRun | null> {
  const answer = await service.rpc('claim_analysis_run', { worker_claim: claim, most_per_author: mostPerAuthor });
  return answer.error === null && answer.data === null ? null : claimedSchema.parse(unwrap('taking a run', answer));
}

type Held = Pick<ClaimedRun, 'id' | 'claim'>;

/** Says that a run is being computed and how far it is, 0 to 1; learns whether to go on. */
export async function beatRun(service: DatabaseClient, { id, claim }: Held, progress: number): Promise<'go' | 'cancel' | 'lost'> {
  const answer = await service.rpc('beat_analysis_run', { run: id, worker_claim: claim, reached: progress });
  return z.enum(['go', 'cancel', 'lost']).parse(unwrap('the beat of a run', answer));
}

/** What a run looks at. */
export interface RunFacts {
  readonly known: KnownFacts;
  readonly dataDigest: string;
  readonly inputDigest: string;
}

/** Writes down what a run looks at; gives an earlier run with the same inputs that is done, if there is one. */
export async function describeRun(service: DatabaseClient, { id, claim }: Held, { known, dataDigest, inputDigest }: RunFacts): Promise<string | null> {
  const answer = await service.rpc('describe_analysis_run', {
    run: id, worker_claim: claim, facts: { as_of: known.at, known, data_digest: dataDigest, input_digest: inputDigest },
  });
  return answer.error === null && answer.data === null ? null : z.string().parse(unwrap('the facts of a run', answer));
}

/** What came of a run: an outcome of its own, or another run's. */
export type RunResult = { readonly used: { readonly data: UsedData; readonly parameters: readonly UsedParameter[] }; readonly elapsedMs: number } & (
  | { readonly kind: 'computed'; readonly outcome: AnalysisOutcome; readonly outcomeDigest: string }
  | { readonly kind: 'taken'; readonly takenFrom: string });

/** Writes the outcome. `cancelled`: somebody asked for that meanwhile; `lost`: another process has the run; `gone`: the run it would take from is cleared away. */
export async function finishRun(service: DatabaseClient, { id, claim }: Held, result: RunResult): Promise<'done' | 'cancelled' | 'lost' | 'gone'> {
  const content: Record<string, Json> = result.kind === 'computed'
    ? { outcome: result.outcome as unknown as Json, outcome_digest: result.outcomeDigest }
    : { taken_from: result.takenFrom };
  const answer = await service.rpc('finish_analysis_run', {
    run: id, worker_claim: claim, result: { used: result.used as unknown as Json, elapsed_ms: Math.round(result.elapsedMs), ...content },
  });
  return z.enum(['done', 'cancelled', 'lost', 'gone']).parse(unwrap('the outcome of a run', answer));
}

/** How a run ends without an outcome; `queued`: it goes back to the queue. */
export type RunEnd =
  | { readonly state: 'failed'; readonly failure: (typeof RUN_FAILURES)[number]; readonly detail: string | null; readonly elapsedMs: number }
  | { readonly state: 'cancelled'; readonly elapsedMs: number }
  | { readonly state: 'queued' };

/** Ends a run without an outcome; false when another process has it. */
export async function endRun(service: DatabaseClient, { id, claim }: Held, end: RunEnd): Promise<boolean> {
  const failed = end.state === 'failed' ? { failure: end.failure, failure_detail: end.detail } : {};
  const elapsed = end.state === 'queued' ? {} : { elapsed_ms: Math.round(end.elapsedMs) };
  const answer = await service.rpc('end_analysis_run', { run: id, worker_claim: claim, result: { state: end.state, ...failed, ...elapsed } });
  return z.boolean().parse(unwrap('the end of a run', answer));
}

/** Clears away old runs that nobody kept; gives their number. */
export async function pruneRuns(service: DatabaseClient): Promise<number> {
  return z.number().parse(unwrap('clearing runs away', await service.rpc('prune_analysis_runs')));
}
