import { describe, expect, it } from 'vitest';
import { INDICATOR_FORMULAS } from '../../../lib/domain/programme';
import { newScoreSetSchema, SCORE_FORMULAS, type ScoreCriterion, type ScoreFormula } from '../../../lib/domain/score';
import { scoreWard, type WardFigures } from '../../../lib/rules/score-ward';

const records = (id: string, weight: number, formula: ScoreFormula, more: { full?: number; least?: number } = {}): ScoreCriterion => ({ id, name: id, weight, source: 'records', formula, full: 1, least: 1, ...more });
const manual = (id: string, weight: number, outOf: number): ScoreCriterion => ({ id, name: id, weight, source: 'manual', outOf });
const figures = (quantities: Partial<Record<ScoreFormula, [number, number]>>, given: WardFigures['given'] = {}): WardFigures => ({
  quantities: Object.fromEntries(Object.entries(quantities).map(([formula, [part, whole]]) => [formula, { part, whole }])), given,
});
const THREE = [records('a', 50, 'confirm_in_time'), records('b', 30, 'assists_accepted'), manual('c', 20, 10)];

describe('the score of a ward', () => {
  it('is the mean of its criteria by their weights', () => {
    const { total, weightShare, criteria } = scoreWard(THREE, 0.5, figures({ confirm_in_time: [3, 4], assists_accepted: [1, 2] }, { c: { value: 9, outOf: 10 } }));
    expect(criteria.map(({ points, share }) => [points, share])).toEqual([[75, 0.5], [50, 0.3], [90, 0.2]]);
    expect([total, weightShare]).toEqual([75 * 0.5 + 50 * 0.3 + 90 * 0.2, 1]);
  });

  it('shares the weight of what has no figures among the others; nothing is not zero', () => {
    const known = scoreWard(THREE, 0.5, figures({ confirm_in_time: [3, 4], assists_accepted: [1, 2] }));
    expect(known.criteria.map(({ state, points, share }) => [state, points, share])).toEqual([['scored', 75, 50 / 80], ['scored', 50, 30 / 80], ['not_given', null, null]]);
    expect(known.total).toBeCloseTo((75 * 50 + 50 * 30) / 80, 12);
    expect(known.weightShare).toBe(0.8);
    const zero = scoreWard(THREE, 0.5, figures({ confirm_in_time: [3, 4], assists_accepted: [0, 2] }));
    expect(zero.criteria[1]).toMatchObject({ state: 'scored', points: 0 });
    expect(zero.total).toBeLessThan(known.total ?? 0);
  });

  it('has no total when too little of the weight has figures, and at exactly that share it has one', () => {
    const half = figures({ confirm_in_time: [3, 4] });
    expect(scoreWard(THREE, 0.5, half)).toMatchObject({ total: 75, weightShare: 0.5 });
    expect(scoreWard(THREE, 0.51, half)).toMatchObject({ total: null, weightShare: 0.5 });
    expect(scoreWard(THREE, 0, figures({}))).toMatchObject({ total: null, weightShare: 0 });
  });

  it('asks for enough records and gives all points from the share that earns them', () => {
    const [one] = scoreWard([records('a', 1, 'joint_patrols', { least: 3 })], 0, figures({ joint_patrols: [2, 2] })).criteria;
    expect(one).toMatchObject({ state: 'too_few', part: 2, whole: 2, points: null });
    const pointsOf = (part: number): number | null => scoreWard([records('a', 1, 'joint_patrols', { full: 0.9 })], 0, figures({ joint_patrols: [part, 100] })).total;
    expect([pointsOf(45), pointsOf(90), pointsOf(100)]).toEqual([50, 100, 100]);
  });
});

// A ward with more incidents is not better or worse for it.
describe('a ward is not ranked on how much happens in it', () => {
  it.each(SCORE_FORMULAS)('%s: ten times as many of the same share score the same', (formula) => {
    const score = (times: number) => scoreWard([records('a', 1, formula)], 0, figures({ [formula]: [3 * times, 4 * times] })).total;
    expect(score(10)).toBe(score(1));
    expect(score(1)).toBe(75);
  });

  const setWith = (criterion: object) => newScoreSetSchema.safeParse({ name: 'x', criteria: [{ id: 'a', name: 'a', weight: 1, ...criterion }] }).success;
  it('no count of incidents is a formula, of a programme\'s indicators or otherwise', () => {
    expect(setWith({ source: 'records', formula: 'confirm_in_time' })).toBe(true);
    for (const formula of ['border_incidents', 'category_incidents', 'incidents', 'received', ...INDICATOR_FORMULAS.filter((one) => !(SCORE_FORMULAS as readonly string[]).includes(one))]) {
      expect(setWith({ source: 'records', formula }), formula).toBe(false);
    }
    expect([...SCORE_FORMULAS].filter((one) => /incidents|count/.test(one))).toEqual([]);
  });
});

describe('criteria', () => {
  const parse = (criteria: readonly object[]) => newScoreSetSchema.safeParse({ name: 'x', criteria }).error?.issues[0]?.path.join('.');
  it.each([
    ['of one id', [manual('a', 1, 5), manual('a', 1, 5)], 'criteria'], ['that count one quantity twice', [records('a', 1, 'joint_patrols'), records('b', 1, 'joint_patrols')], 'criteria'],
    ['without weight', [manual('a', 0, 5)], 'criteria.0.weight'], ['with a share above all', [records('a', 1, 'joint_patrols', { full: 1.1 })], 'criteria.0.full'], ['none', [], 'criteria'],
  ])('%s are refused', (_, criteria, field) => expect(parse(criteria)).toBe(field));
});
