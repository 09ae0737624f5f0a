import { z } from 'zod';
import type { AnalysisOutcome, Told } from '../../domain/analysis-result';
import { fitSpillOver } from '../../stats/spill-over';
import { computeSpillOverError } from '../../stats/spill-over-error';
import type { AnalysisInput, AnalysisMethod } from '../method';
import { tellSpillOver } from './spill-over-outcome';
import { countWardWeeks } from './ward-weeks';

const schema = z.strictObject({
  weekDays: z.int().min(1).max(28),
  counted: z.enum(['all', 'border_zone']),
  borderMetres: z.number().min(20).max(1_000),
  family: z.enum(['negative_binomial', 'poisson']),
});
type P = z.output<typeof schema>;

/** Fewer weeks than this do not show what one says about the next. */
const LEAST_WEEKS = 10;

/** What share of each ward's incidents its own and its neighbours' last week explain (B-17, capability 17). */
export const spillOverMethod: AnalysisMethod<P> = {
  id: 'spill_over',
  version: 1,
  fields: [
    { name: 'weekDays', kind: 'integer', least: 1, most: 28, unit: 'days' },
    { name: 'counted', kind: 'choice', choices: ['all', 'border_zone'] },
    { name: 'borderMetres', kind: 'number', least: 20, most: 1_000, unit: 'metres' },
    { name: 'family', kind: 'choice', choices: ['negative_binomial', 'poisson'] },
  ],
  schema,
  propose: (input) => {
    const width = input.arcs.reduce((widest, { borderWidthMetres }) => Math.max(widest, borderWidthMetres), 0) || input.defaultWidthMetres;
    return {
      weekDays: { value: 7, by: 'default' },
      counted: { value: 'all', by: 'default' },
      borderMetres: { value: Math.max(20, Math.min(1_000, width)), by: 'data', told: { code: 'width_agreed', values: { width } } },
      family: { value: 'negative_binomial', by: 'default' },
    };
  },
  run: (input, parameters, _random, progress) => {
    const reason = findReason(input, parameters);
    if (reason !== null) return reason;
    const weeks = countWardWeeks(input, parameters.weekDays, parameters.counted === 'border_zone' ? parameters.borderMetres : null);
    if (!progress(0.05)) return null;
    const fit = fitSpillOver(weeks, parameters.family, (share) => progress(0.05 + share * 0.9));
    switch (fit.kind) {
      case 'stopped':
        return null;
      case 'too_few_weeks':
        return nothing('period_too_short', { periods: weeks.weeks, least: LEAST_WEEKS });
      case 'no_incident':
        return nothing('no_incident');
      case 'fitted':
        return tellSpillOver({ input, parameters, weeks, fit, error: computeSpillOverError(weeks, fit) });
      default:
        return fit satisfies never;
    }
  },
};

const nothing = (code: string, values: Told['values'] = {}): AnalysisOutcome => ({ kind: 'nothing', reason: { code, values } });

function findReason({ wards, arcs, points, firstDay, lastDay }: AnalysisInput, { weekDays }: P): AnalysisOutcome | null {
  if (wards.length < 2 || arcs.length === 0) return nothing('no_border');
  if (points.count === 0) return nothing('no_incident');
  const periods = Math.floor((lastDay - firstDay + 1) / weekDays);
  if (periods < LEAST_WEEKS) return nothing('period_too_short', { periods, least: LEAST_WEEKS });
  return points.count < 2 * LEAST_WEEKS ? nothing('too_few', { incidents: points.count, least: 2 * LEAST_WEEKS }) : null;
}
