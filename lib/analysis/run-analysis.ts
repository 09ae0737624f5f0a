import type { Parameters } from '../domain/analysis';
import type { AnalysisOutcome, UsedData, UsedParameter } from '../domain/analysis-result';
import type { Progress } from '../stats/progress';
import { createRandom } from '../stats/seeded-random';
import { buildInput, type RawInput } from './build-input';
import { listParameterFaults, type ParameterFault } from './check-parameters';
import { digestOf, digestPoints, digestSurroundings } from './digest';
import type { AnalysisInput, AnyMethod, Proposal } from './method';

/** A computation ready to begin: what it looks at, with which parameters, and the digests that tell it from others. */
export interface PreparedAnalysis {
  readonly kind: 'ready';
  readonly method: AnyMethod;
  readonly input: AnalysisInput;
  readonly seed: number;
  /** Complete parameters as the method takes them. */
  readonly parameters: Parameters;
  readonly used: { readonly data: UsedData; readonly parameters: readonly UsedParameter[] };
  readonly dataDigest: string;
  /** Of method and version, scope, parameters, seed, incidents and surroundings: of everything the outcome depends on. */
  readonly inputDigest: string;
}

/** What a computation is asked for. */
export interface AnalysisRequest {
  readonly method: AnyMethod;
  readonly parameters: Parameters;
  readonly seed: number;
}

function listUsed(proposals: Readonly<Record<string, Proposal>>, given: Parameters): UsedParameter[] {
  return Object.entries(proposals).map(([name, { value, by, told }]): UsedParameter => {
    const set = given[name];
    if (set !== undefined) return { name, value: set, by: 'analyst' };
    return { name, value, by, ...(told === undefined ? {} : { told }) };
  });
}

/** Brings raw data into a method's input, completes its parameters from them and checks the whole; pure. */
export function prepareAnalysis(raw: RawInput, { method, parameters: given, seed }: AnalysisRequest): PreparedAnalysis | { readonly kind: 'bad_parameters'; readonly faults: readonly ParameterFault[] } {
  const faults = listParameterFaults(method.fields, given);
  if (faults.length > 0) return { kind: 'bad_parameters', faults };
  const { input, used } = buildInput(raw);
  const chosen = listUsed(method.propose(input, given) as Readonly<Record<string, Proposal>>, given);
  const checked = method.schema.safeParse(Object.fromEntries(chosen.map(({ name, value }) => [name, value])));
  if (!checked.success) {
    return { kind: 'bad_parameters', faults: checked.error.issues.map(({ path, message }) => ({ name: path.join('.') || '(parameters)', reason: message })) };
  }
  const parameters = checked.data as Parameters;
  const dataDigest = digestPoints(input);
  const inputDigest = digestOf({
    method: method.id, version: method.version, scope: raw.scope, timeZone: raw.timeZone, parameters, seed, data: dataDigest, surroundings: digestSurroundings(input),
  });
  return { kind: 'ready', method, input, seed, parameters, used: { data: used, parameters: chosen }, dataDigest, inputDigest };
}

/** Computes; null when `progress` said stop. The same prepared analysis always gives the same outcome. */
export function computeOutcome({ method, input, parameters, seed }: PreparedAnalysis, progress: Progress): AnalysisOutcome | null {
  return method.run(input, parameters, createRandom(seed), progress);
}
