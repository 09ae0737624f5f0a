import type { CriterionScore, ScoreCriterion, ScorePeriod, ScoreSet } from '@/lib/domain/score';
import { formatDay } from '@/lib/format/format-instant';
import { INTL_TAG, type Language } from '@/lib/format/language';
import type { Messages } from '@/lib/messages/messages';

/** Points and weights as people read them; one decimal at most. */
export const formatPoints = (points: number, language: Language): string => new Intl.NumberFormat(INTL_TAG[language], { maximumFractionDigits: 1 }).format(points);

/** How a criterion is computed, in words. */
export const describeHow = (criterion: ScoreCriterion, { scores }: Messages): string => (criterion.source === 'manual' ? scores.forms.manual : scores.formulas[criterion.formula]);

/** Part and whole of a criterion; why there are no points beside it. */
export function describeFigures({ part, whole, state }: CriterionScore, language: Language, { scores }: Messages): string {
  if (state === 'not_given' || state === 'no_data') return scores.states[state];
  const figures = scores.unfold.of(formatPoints(part, language), formatPoints(whole, language));
  return state === 'scored' ? figures : `${figures}, ${scores.states[state]}`;
}

/** The document that criteria rest on, in words; null without. */
export function describeSetBasis({ basisNumber, basisDate }: ScoreSet, { scores: { list } }: Messages): string | null {
  if (basisNumber === null) return null;
  return basisDate === null ? list.basisNumber(basisNumber) : list.basis(basisNumber, formatDay(basisDate));
}

/** Whether a thing is made up, in words. */
export function AssumedBadge({ assumed, messages }: { readonly assumed: boolean; readonly messages: Messages }) {
  return assumed ? <span className="rounded-full border border-dashed border-edge px-2 py-0.5 text-xs whitespace-nowrap text-ink-2">{messages.scores.assumed}</span> : null;
}

/** The status of a period. */
export function PeriodBadges({ period, messages }: { readonly period: Pick<ScorePeriod, 'status' | 'assumed'>; readonly messages: Messages }) {
  return (
    <>
      <span className={`rounded-full px-2 py-0.5 text-xs font-medium whitespace-nowrap ${period.status === 'open' ? 'bg-accent-soft text-accent' : 'bg-sunken text-ink-2'}`} data-testid="score-status" data-status={period.status}>{messages.scores.statuses[period.status]}</span>
      <AssumedBadge assumed={period.assumed} messages={messages} />
    </>
  );
}
