import { expect } from 'vitest';
import type { AnalysisOutcome, Told, UsedParameter } from '../../lib/domain/analysis-result';
import type { AnalysisInput, AnyMethod, Proposal } from '../../lib/analysis/method';
import { getMethodTexts } from '../../lib/messages/analysis/get-method-texts';
import { LANGUAGES } from '../../lib/format/language';
import { createRandom } from '../../lib/stats/seeded-random';
import { listToldFaults } from './told-faults';
import { listShapeFaults } from './shape-faults';
import { listWordFaults } from './word-faults';

type Values = Record<string, number | string | boolean>;

/** Proposes, checks and runs like the worker does; the proposals' sentences are checked on the way. Null when `progress` stopped it. */
export function runMethodUntil(method: AnyMethod, input: AnalysisInput, given: Values, seed: number, progress: (share: number) => boolean): { outcome: AnalysisOutcome | null; parameters: Values; used: UsedParameter[] } {
  const proposals = method.propose(input, given) as Record<string, Proposal>;
  const names = method.fields.map(({ name }) => name);
  expect(Object.keys(proposals).sort()).toEqual([...names].sort());
  const faults = LANGUAGES.flatMap((language) => Object.values(proposals).flatMap(({ told }) => (told === undefined ? [] : listToldFaults(getMethodTexts(language, method.id), told))));
  expect(faults).toEqual([]);
  const proposed = Object.fromEntries(Object.entries(proposals).map(([name, { value }]) => [name, value]));
  const parameters = method.schema.parse({ ...proposed, ...given }) as Values;
  expect(Object.keys(parameters).filter((name) => !names.includes(name))).toEqual([]);
  const used = Object.entries(parameters).map(([name, value]): UsedParameter => {
    const told = proposals[name]?.told;
    return { name, value, by: name in given ? 'analyst' : proposals[name]?.by ?? 'default', ...(told === undefined || name in given ? {} : { told }) };
  });
  return { outcome: method.run(input, parameters, createRandom(seed), progress), parameters, used };
}

/** Proposes, checks and runs like the worker does, to the end. */
export function runMethod(method: AnyMethod, input: AnalysisInput, given: Values = {}, seed = 2026): { outcome: AnalysisOutcome; parameters: Values; used: UsedParameter[] } {
  const shares: number[] = [];
  const { outcome, ...rest } = runMethodUntil(method, input, given, seed, (share) => { shares.push(share); return true; });
  expect(shares.filter((share) => !(share >= 0 && share <= 1 + 1e-9))).toEqual([]);
  expect(outcome).not.toBeNull();
  return { outcome: outcome!, ...rest };
}

function listNumberFaults(value: unknown, path: string): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is ${String(value)}`];
  if (value === undefined) return [`${path} is undefined`];
  if (typeof value !== 'object' || value === null) return [];
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return [`${path} is no plain object or array`];
  return Object.entries(value).flatMap(([key, one]) => listNumberFaults(one, `${path}.${key}`));
}

/** Everything wrong with an outcome: numbers that are none, shapes that are no zones, words that are missing in a language. */
export function listOutcomeFaults(method: AnyMethod, outcome: AnalysisOutcome): string[] {
  const faults = listNumberFaults(outcome, 'outcome');
  if (outcome.kind === 'found') faults.push(...listShapeFaults(outcome));
  for (const language of LANGUAGES) faults.push(...listWordFaults(method, getMethodTexts(language, method.id), outcome).map((fault) => `${language}: ${fault}`));
  return faults;
}

/** Holds an outcome to everything that every outcome must be: see `listOutcomeFaults`. */
export function checkOutcome(method: AnyMethod, outcome: AnalysisOutcome): void {
  expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
  expect(listOutcomeFaults(method, outcome).slice(0, 20)).toEqual([]);
}

/** The reason of an outcome that says there is nothing to say. */
export function reasonOf(outcome: AnalysisOutcome): Told | null {
  return outcome.kind === 'nothing' ? outcome.reason : null;
}
