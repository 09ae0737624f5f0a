import { ANALYSIS_METHODS } from '../analysis/registry';
import type { AnyMethod } from '../analysis/method';
import { listParameterFaults } from '../analysis/check-parameters';
import { findRun } from '../db/analyses';
import { MOST_UNFINISHED, submitRun, type RunChangeResult, type SubmittedRun } from '../db/analysis-changes';
import type { DatabaseClient } from '../db/clients';
import { getRuleBook } from '../db/rule-book';
import type { Session } from '../db/session';
import { MAY_ANALYSE, MAY_READ_ANALYSES, type MethodId, type NewRun } from '../domain/analysis';
import { buildAnalysisCollection, nameAnalysisFile, writeResultCsv } from '../interop/analysis-export';
import type { AnalysisRunDetail } from '../domain/analysis';
import { problemOfChange } from './answer-change';
import { jsonAnswer } from './json-answer';
import { fieldProblem, problem } from './problem';
import { uuidSchema } from './queries';
import { actorOf } from './signed-in';

export const NO_RUN = 'there is no such run';

/** The answer to an account that may not read analyses, or with `toRun` not run them; null for one that may. */
export function refuseRole({ role }: Session, toRun = false): Response | null {
  if (!MAY_READ_ANALYSES.includes(role)) return problem('forbidden', 'analysts, commanders and administrators see analyses');
  return toRun && !MAY_ANALYSE.includes(role) ? problem('forbidden', 'analysts and administrators run analyses') : null;
}

/** A method by its id, as far as this version of the product has it. */
export const findMethod = (id: MethodId): AnyMethod | undefined => ANALYSIS_METHODS.find((method) => method.id === id);

/** What is wrong with a request by itself, each parameter named; null when nothing is. */
export function requestProblem({ method: id, parameters }: Pick<NewRun, 'method' | 'parameters'>): Response | null {
  const method = findMethod(id);
  if (method === undefined) return fieldProblem('method', 'this method is not available', 'unprocessable');
  const errors = listParameterFaults(method.fields, parameters).map(({ name, reason }) => ({ field: `parameters.${name}`, message: reason }));
  return errors.length === 0 ? null : problem('unprocessable', errors.map(({ field, message }) => `${field}: ${message}`).join('; '), errors);
}

/** Who asks, for the history. */
export const actorNow = async (session: Session) => actorOf(session, new Date().toISOString(), (await getRuleBook()).timeZone);

/** Puts a run into the queue and answers with it. */
export async function submitAndAnswer(client: DatabaseClient, session: Session, run: Omit<SubmittedRun, 'methodVersion'>): Promise<Response> {
  const methodVersion = findMethod(run.method)?.version;
  if (methodVersion === undefined) return fieldProblem('method', 'this method is not available', 'unprocessable');
  const result = await submitRun({ ...run, methodVersion }, await actorNow(session));
  if (result.kind === 'too_many') return problem('too_many', `an account may have ${String(MOST_UNFINISHED)} runs waiting or running; cancel one, or wait`, [], { headers: { 'Retry-After': '10' } });
  const failure = problemOfChange(result, NO_RUN);
  if (failure !== null) return failure;
  const status = result.kind === 'done' && result.repeated ? 200 : 201;
  return jsonAnswer(await findRun(client, run.id), status, { Location: `/api/stats/runs/${run.id}` });
}

/** The answer to a change of a run: the run as it is now; one that lost a race carries it as `current`. */
export async function answerRunChange(client: DatabaseClient, id: string, result: RunChangeResult): Promise<Response> {
  if (result.kind === 'forbidden') return problem('forbidden', 'this is another analyst\'s run; an administrator may change it');
  const run = await findRun(client, id);
  const failure = problemOfChange(result, NO_RUN);
  if (failure === null) return jsonAnswer(run);
  if (result.kind !== 'conflict' || run === undefined) return failure;
  return jsonAnswer({ ...((await failure.json()) as object), current: run }, failure.status, { 'Content-Type': 'application/problem+json' });
}

/** Whether a part of a path can be a run's id; else the answer that says so. */
export function checkId(id: string): Response | null {
  return uuidSchema.safeParse(id).success ? null : fieldProblem('id', 'is not a UUID');
}

const attachment = (name: string, type: string) => ({ 'Content-Type': type, 'Cache-Control': 'no-store', 'Content-Disposition': `attachment; filename="${name}"` });

/** A run's result as a file. */
export function answerExport(run: AnalysisRunDetail, form: 'geojson' | 'csv', table: string | undefined): Response {
  const result = run.outcome;
  if (result?.kind !== 'found') return fieldProblem('format', 'this run has no result to export', 'unprocessable');
  if (form === 'geojson') {
    return new Response(JSON.stringify(buildAnalysisCollection(run, result)), { headers: attachment(`${nameAnalysisFile(run)}.geojson`, 'application/geo+json') });
  }
  const ids = result.tables.map(({ id }) => id);
  const found = result.tables.find(({ id }) => id === (table ?? ids[0]));
  if (found === undefined) return fieldProblem('table', ids.length === 0 ? 'this result has no table' : `must be one of ${ids.join(', ')}`);
  return new Response(writeResultCsv(found), { headers: attachment(`${nameAnalysisFile(run, found.id)}.csv`, 'text/csv; charset=utf-8') });
}
