import type { CriterionScore, ScoreCriterion, ScoreFormula, WardScore } from '../domain/score';

/** How many of how many steps a ward took as it should. */
export interface Quantity {
  readonly part: number;
  readonly whole: number;
}

/** What is known of one ward. */
export interface WardFigures {
  readonly quantities: Readonly<Partial<Record<ScoreFormula, Quantity>>>;
  /** Points by hand, by criterion. */
  readonly given: Readonly<Record<string, { readonly value: number; readonly outOf: number } | undefined>>;
}

type Unshared = Omit<CriterionScore, 'share'>;

/**
 * One criterion: the share of the steps against the share that earns all points, 0 to 100.
 *
 * Limits: without a denominator, or with fewer records than the criterion asks for, there is no score, which is not a score of zero.
 */
function scoreCriterion(criterion: ScoreCriterion, { quantities, given }: WardFigures): Unshared {
  if (criterion.source === 'manual') {
    const entry = given[criterion.id];
    if (entry === undefined) return { id: criterion.id, state: 'not_given', part: 0, whole: criterion.outOf, points: null };
    return { id: criterion.id, state: 'scored', part: entry.value, whole: entry.outOf, points: (100 * entry.value) / entry.outOf };
  }
  const { part, whole } = quantities[criterion.formula] ?? { part: 0, whole: 0 };
  if (whole < criterion.least) return { id: criterion.id, state: whole === 0 ? 'no_data' : 'too_few', part, whole, points: null };
  return { id: criterion.id, state: 'scored', part, whole, points: Math.min(100, (100 * part) / (whole * criterion.full)) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/**
 * The score of one ward, 0 to 100: the mean of the criteria that have figures, by their weights.
 *
 * The weights of the others are shared out among them in proportion, and `share` says what each came to weigh. When less than
 * `leastShare` of the whole weight has figures, there is no total.
 */
export function scoreWard(criteria: readonly ScoreCriterion[], leastShare: number, figures: WardFigures): Omit<WardScore, 'ward'> {
  const scored = criteria.map((criterion) => ({ weight: criterion.weight, ...scoreCriterion(criterion, figures) }));
  const known = sum(scored.flatMap(({ points, weight }) => (points === null ? [] : [weight])));
  const weightShare = known / sum(scored.map(({ weight }) => weight));
  const shares = scored.map(({ weight, ...one }): CriterionScore => ({ ...one, share: one.points === null ? null : weight / known }));
  const hasTotal = known > 0 && weightShare >= leastShare;
  return { total: hasTotal ? Math.min(100, sum(shares.map(({ points, share }) => (points ?? 0) * (share ?? 0)))) : null, weightShare, criteria: shares };
}
