import type { AnalysisOutcome, AnalysisResult } from '../domain/analysis-result';
import type { AnalysisInput, AnyMethod } from '../analysis/method';
import { rounded } from '../analysis/rounded';
import type { Progress } from '../stats/progress';
import { createRandom } from '../stats/seeded-random';
import { formatAnalysisView } from '../view/analysis-view';
import type { BriefingInput } from './briefing-input';

/** Rounds of chance behind a p on a slide: enough for 5 %, and a composing stays a matter of seconds. */
export const PERMUTATIONS = 199;

/** Parameters that are set. */
export type Given = Readonly<Record<string, number | string | boolean>>;

/** Has a method look at some incidents; what is not given it proposes from them. Null when `progress` said stop. */
export function runMethod(method: AnyMethod, input: AnalysisInput, given: Given, seed: number, progress: Progress): AnalysisOutcome | null {
  const proposed = Object.fromEntries(Object.entries(method.propose(input, given)).map(([name, { value }]) => [name, value]));
  const checked = method.schema.safeParse({ ...proposed, ...given });
  // What does not fit the data is no fault of the briefing's: there is nothing to say then.
  if (!checked.success) return { kind: 'nothing', reason: { code: 'not_computable', values: {} } };
  const outcome = method.run(input, checked.data, createRandom(seed), progress);
  return outcome === null || outcome.kind === 'nothing' ? outcome : roundResult(outcome);
}

/** Numbers of cells and facts as they are kept: infinite ones can not be said. */
function roundResult(result: AnalysisResult): AnalysisResult {
  const cell = (value: number | string | null): number | string | null => (typeof value === 'number' ? rounded(value) : value);
  return {
    ...result,
    facts: result.facts.map((fact) => ({ ...fact, value: rounded(fact.value), ...(fact.low === undefined ? {} : { low: rounded(fact.low) }), ...(fact.high === undefined ? {} : { high: rounded(fact.high) }) })),
    tables: result.tables.map((table) => ({ ...table, rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(cell) })) })),
  };
}

/** The workbench with the same question, so that who doubts can compute it anew. */
export function linkToAnalysis({ area, seed }: BriefingInput, method: AnyMethod['id'], { scope }: AnalysisInput, given: Given): string {
  const parameters = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
  return `/analysis?${formatAnalysisView({ run: null, draft: { method, from: scope.from, to: scope.to, categories: scope.categories, editionId: scope.editionId, area, parameters, seed: String(seed) } })}`;
}
