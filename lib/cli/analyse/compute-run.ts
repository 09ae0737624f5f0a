import type { AnalysisOutcome } from '../../domain/analysis-result';
import type { AnyMethod } from '../../analysis/method';
import { digestOf } from '../../analysis/digest';
import { findNotFinite } from '../../analysis/find-not-finite';
import { computeOutcome, prepareAnalysis, type PreparedAnalysis } from '../../analysis/run-analysis';
import { readAnalysisData } from '../../db/analysis-data';
import { describeRun, type ClaimedRun, type RunEnd } from '../../db/analysis-work';
import type { DatabaseClient } from '../../db/clients';
import type { MethodId, RUN_FAILURES } from '../../domain/analysis';
import type { RawStreet } from '../../analysis/build-input';
import type { EditionBook, RuleBook } from '../../rules/rule-book';
import type { Progress } from '../../stats/progress';

/** What computing a run needs of its surroundings. */
export interface ComputeParts {
  readonly service: DatabaseClient;
  readonly getRules: () => Promise<RuleBook>;
  readonly streetsOf: (codes: readonly string[], book: EditionBook) => Promise<readonly RawStreet[]>;
  readonly getMethod: (id: MethodId) => AnyMethod;
}

type Failure = (typeof RUN_FAILURES)[number];

/** What came of computing a run; times are the caller's to add. */
export type Computed =
  | { readonly kind: 'computed'; readonly used: PreparedAnalysis['used']; readonly outcome: AnalysisOutcome; readonly outcomeDigest: string }
  | { readonly kind: 'taken'; readonly used: PreparedAnalysis['used']; readonly takenFrom: string }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly detail: string | null };

/** Largest outcome that is kept, in bytes of JSON. */
export const MOST_OUTCOME_BYTES = 20 * 1024 * 1024;
/** Share of the progress that reading takes. */
const READ_SHARE = 0.02;

const failed = (failure: Failure, detail: string | null = null): Computed => ({ kind: 'failed', failure, detail });

/** Zones that a method's parameters name. */
const listNamedZones = ({ fields }: AnyMethod, { parameters }: ClaimedRun): string[] =>
  fields.flatMap(({ kind, name }) => (kind === 'zone' && typeof parameters[name] === 'string' && parameters[name] !== '' ? [parameters[name]] : []));

/** Reads what a run looks at, takes the outcome of an earlier one with the same inputs, or computes; a repetition is always computed. */
export async function computeRun({ service, getRules, streetsOf, getMethod }: ComputeParts, run: ClaimedRun, progress: Progress, mayTake = run.repeats === null): Promise<Computed> {
  const method = getMethod(run.method);
  const question = { scope: run.scope, namedZones: listNamedZones(method, run), known: run.known };
  const data = await readAnalysisData(service, await getRules(), question, streetsOf);
  if (data.kind === 'gone') return failed('bad_scope');
  if (!progress(READ_SHARE)) return { kind: 'stopped' };
  const prepared = prepareAnalysis(data.raw, { method, parameters: run.parameters, seed: run.seed });
  if (prepared.kind === 'bad_parameters') return failed('bad_parameters', prepared.faults.map(({ name, reason }) => `${name}: ${reason}`).join('; '));
  const takenFrom = await describeRun(service, run, { known: data.known, dataDigest: prepared.dataDigest, inputDigest: prepared.inputDigest });
  if (takenFrom !== null && mayTake) return { kind: 'taken', used: prepared.used, takenFrom };
  const outcome = computeOutcome(prepared, (share) => progress(READ_SHARE + share * (1 - READ_SHARE)));
  if (outcome === null) return { kind: 'stopped' };
  return checkOutcome(prepared, outcome);
}

/** An outcome is written only when it is JSON without loss, and not too large. */
function checkOutcome({ used }: PreparedAnalysis, outcome: AnalysisOutcome): Computed {
  const place = findNotFinite(outcome) ?? findNotFinite(used, 'used');
  if (place !== null) return failed('not_finite', place);
  if (Buffer.byteLength(JSON.stringify(outcome)) > MOST_OUTCOME_BYTES) return failed('too_large');
  return { kind: 'computed', used, outcome, outcomeDigest: digestOf(outcome) };
}

/** A failure as the end of a run. */
export const toRunEnd = (failure: Failure, detail: string | null, elapsedMs: number): RunEnd => ({ state: 'failed', failure, detail, elapsedMs });
