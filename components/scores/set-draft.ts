import { SCORE_FORMULAS, type ScoreCriterion, type ScoreFormula, type ScoreSet } from '@/lib/domain/score';
import { readNumber } from './read-number';

/** A criterion as it is typed; `id` is empty until it is sent the first time. */
export interface CriterionDraft {
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly weight: string;
  readonly source: ScoreFormula | 'manual';
  readonly full: string;
  readonly least: string;
  readonly outOf: string;
}

/** A criterion not filled in yet, of the first quantity that none counts. */
export const emptyCriterion = (key: number, used: readonly (ScoreFormula | 'manual')[]): CriterionDraft =>
  ({ key, id: '', name: '', weight: '10', source: SCORE_FORMULAS.find((one) => !used.includes(one)) ?? 'manual', full: '100', least: '1', outOf: '10' });

const percentOf = (share: number): string => String(Math.round(share * 1000) / 10);

/** The criteria of a set, to be changed. */
export const draftsOf = (set: ScoreSet | null): CriterionDraft[] =>
  set === null ? [emptyCriterion(0, [])] : set.criteria.map((one, key) => ({
    key, id: one.id, name: one.name, weight: String(one.weight), source: one.source === 'manual' ? 'manual' : one.formula,
    full: one.source === 'records' ? percentOf(one.full) : '100', least: one.source === 'records' ? String(one.least) : '1', outOf: one.source === 'manual' ? String(one.outOf) : '10',
  }));

/** What is wrong with a criterion as typed, by its field. */
export interface CriterionFaults {
  readonly name: boolean;
  readonly weight: boolean;
  readonly full: boolean;
  readonly least: boolean;
  readonly outOf: boolean;
  readonly twice: boolean;
}

export function findFaults(draft: CriterionDraft, all: readonly CriterionDraft[]): CriterionFaults {
  const isManual = draft.source === 'manual';
  return {
    name: draft.name.trim() === '', weight: (readNumber(draft.weight, 0, 1_000) ?? 0) <= 0, full: !isManual && (readNumber(draft.full, 0, 100) ?? 0) <= 0,
    least: !isManual && !Number.isInteger(readNumber(draft.least, 1, 1_000) ?? 0.5), outOf: isManual && (readNumber(draft.outOf, 0, 1_000) ?? 0) <= 0,
    twice: !isManual && all.filter(({ source }) => source === draft.source).length > 1,
  };
}

/** Whether criteria can be sent. */
export const isSound = (all: readonly CriterionDraft[]): boolean => all.length > 0 && all.every((one) => !Object.values(findFaults(one, all)).some(Boolean));

/** An id for a new criterion that none of the others has; those that were sent before keep theirs, so that points by hand stay with them. */
function nameCriterion(draft: CriterionDraft, taken: ReadonlySet<string>): string {
  const base = draft.source === 'manual' ? 'manual' : draft.source;
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}_${String(number)}`;
    if (!taken.has(id)) return id;
  }
}

/** Criteria as they are sent. @throws when they are not sound */
export function toCriteria(all: readonly CriterionDraft[]): ScoreCriterion[] {
  const taken = new Set(all.map(({ id }) => id));
  return all.map((draft): ScoreCriterion => {
    const id = draft.id === '' ? nameCriterion(draft, taken) : draft.id;
    taken.add(id);
    const number = (text: string): number => {
      const value = readNumber(text, 0, Infinity);
      if (value === null) throw new Error(`not a number: ${text}`);
      return value;
    };
    const common = { id, name: draft.name.trim(), weight: number(draft.weight) };
    return draft.source === 'manual' ? { ...common, source: 'manual', outOf: number(draft.outOf) } : { ...common, source: 'records', formula: draft.source, full: number(draft.full) / 100, least: number(draft.least) };
  });
}
