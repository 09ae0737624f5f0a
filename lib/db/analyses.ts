import { z } from 'zod';
import { METHOD_IDS, RUN_STATES, type AnalysisRun, type AnalysisRunDetail, type AnalysisScope, type MethodId, type Parameters } from '../domain/analysis';
import type { AnalysisOutcome, UsedData, UsedParameter } from '../domain/analysis-result';
import { ROLES } from '../domain/role';
import { unwrap } from './api-error';
import type { DatabaseClient } from './clients';
import { instantOf } from './instant-of';

// Written by the server from what it had parsed or computed, and by nobody else.
const written = <T>() => z.custom<T>((value) => typeof value === 'object' && value !== null);
const instant = z.string().transform(instantOf);

const runSchema = z.object({
  id: z.string(),
  version: z.number(),
  method: z.enum(METHOD_IDS as readonly [MethodId, ...MethodId[]]),
  method_version: z.number(),
  scope: written<AnalysisScope>(),
  parameters: written<Parameters>(),
  seed: z.number(),
  state: z.enum(RUN_STATES),
  progress: z.number(),
  failure: z.string().nullable(),
  failure_detail: z.string().nullable(),
  as_of: instant.nullable(),
  data_digest: z.string().nullable(),
  input_digest: z.string().nullable(),
  outcome_digest: z.string().nullable(),
  taken_from: z.string().nullable(),
  repeats: z.string().nullable(),
  name: z.string().nullable(),
  saved: z.boolean(),
  created_by_role: z.enum(ROLES),
  mine: z.boolean(),
  created_at: instant,
  finished_at: instant.nullable(),
  elapsed_ms: z.number().nullable(),
});

const usedSchema = written<{ readonly data: UsedData; readonly parameters: readonly UsedParameter[] }>();
const detailSchema = runSchema.extend({ outcome: written<AnalysisOutcome>().nullable(), used: usedSchema.nullable() });

const toRun = (row: z.output<typeof runSchema>): AnalysisRun => ({
  id: row.id, version: row.version, method: row.method, methodVersion: row.method_version, scope: row.scope, parameters: row.parameters,
  seed: row.seed, state: row.state, progress: row.progress, failure: row.failure, failureDetail: row.failure_detail, asOf: row.as_of,
  dataDigest: row.data_digest, inputDigest: row.input_digest, outcomeDigest: row.outcome_digest, takenFrom: row.taken_from,
  repeats: row.repeats, name: row.name, saved: row.saved, createdByRole: row.created_by_role, isMine: row.mine,
  createdAt: row.created_at, finishedAt: row.finished_at, elapsedMs: row.elapsed_ms,
});

/** What a list of runs can be narrowed by. */
export interface RunFilter {
  readonly saved?: boolean | undefined;
  readonly mine?: boolean | undefined;
  readonly method?: MethodId | undefined;
}

/** The newest runs that the client may see, without their outcomes; at most `limit`, 1 to 500. */
export async function listRuns(client: DatabaseClient, filter: RunFilter, limit: number): Promise<AnalysisRun[]> {
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as Record<string, string | boolean>;
  const answer = await client.rpc('list_analysis_runs', { filter: given, page_size: limit });
  return z.array(runSchema).parse(unwrap('runs of analyses', answer)).map(toRun);
}

/** One run without its outcome, if the client may see it. */
export async function findRun(client: DatabaseClient, id: string): Promise<AnalysisRun | undefined> {
  const answer = await client.rpc('find_analysis_run', { run: id, with_outcome: false });
  // Null is an answer here: there is no such run for this client.
  return answer.error === null && answer.data === null ? undefined : toRun(runSchema.parse(unwrap('a run', answer)));
}

/** One run with its outcome, if the client may see it. */
export async function findRunDetail(client: DatabaseClient, id: string): Promise<AnalysisRunDetail | undefined> {
  const answer = await client.rpc('find_analysis_run', { run: id, with_outcome: true });
  if (answer.error === null && answer.data === null) return undefined;
  const row = detailSchema.parse(unwrap('a run with its outcome', answer));
  return { ...toRun(row), used: row.used, outcome: row.outcome };
}
