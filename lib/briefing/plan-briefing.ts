import type { BriefingPeriod } from '../domain/briefing';
import { dayOf, isInForce, type Day, type Instant } from '../domain/instant';
import type { EditionBook, RuleBook } from '../rules/rule-book';
import { countSpanDays } from '../trends/reporting-periods';
import type { BriefingDays } from './briefing-input';
import { resolveBriefingPeriod } from './period';

/** What a briefing is asked for, as far as its days and boundaries go. */
export interface BriefingWish {
  readonly periodKind: BriefingPeriod;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly asOf: Instant;
}

/** Days and boundaries of a briefing, or which field of the wish can not be. */
export type BriefingPlan = (BriefingDays & { readonly kind: 'planned'; readonly book: EditionBook; readonly asOfDay: Day }) | { readonly kind: 'refused'; readonly field: string; readonly reason: string };

/** Longest period that is told in one briefing, in days: a reporting year and a day. */
export const MOST_PERIOD_DAYS = 367;
const FIRST_DAY = '1910-01-01';

/** Resolves the period and the boundaries in force on the as-of day; nothing may lie after the as-of instant, and that not after now. */
export function planBriefing(rules: RuleBook, { periodKind, from, to, asOf }: BriefingWish, nowMs: number): BriefingPlan {
  const refuse = (field: string, reason: string): BriefingPlan => ({ kind: 'refused', field, reason });
  if (Date.parse(asOf) > nowMs) return refuse('asOf', 'must not lie in the future');
  const asOfDay = dayOf(asOf, rules.timeZone);
  const days = resolveBriefingPeriod(periodKind, asOfDay) ?? (from === undefined || to === undefined ? null : { from, to });
  if (days === null) return refuse('to', 'periodKind days names from and to');
  if (days.from < FIRST_DAY) return refuse('from', `must not be before ${FIRST_DAY}`);
  if (days.to > asOfDay) return refuse('to', 'must not be after the day of asOf');
  if (countSpanDays(days) > MOST_PERIOD_DAYS) return refuse('from', `a period has at most ${String(MOST_PERIOD_DAYS)} days`);
  const book = rules.editions.find(({ edition }) => isInForce({ from: edition.effectiveFrom, to: edition.effectiveTo }, asOfDay));
  return book === undefined ? refuse('asOf', 'no boundary edition is in force on that day') : { kind: 'planned', ...days, book, asOfDay };
}
