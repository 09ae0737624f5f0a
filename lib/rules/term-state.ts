import { TERM_WARNING_DAYS, type TermState } from '../domain/cluster-work';
import type { Day } from '../domain/instant';

const DAY_MS = 86_400_000;

const daysFrom = (from: Day, to: Day): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/**
 * Where a term stands on a day: `ending` within the last 60 days, the last day included.
 *
 * `days`: until it begins (`not_yet`), until its last day (`in_force`, `ending`), since its last day (`lapsed`); null for an open end.
 */
export function findTermState(term: { readonly termFrom: Day; readonly termTo: Day | null }, day: Day): TermState {
  if (day < term.termFrom) return { state: 'not_yet', days: daysFrom(day, term.termFrom) };
  if (term.termTo === null) return { state: 'in_force', days: null };
  const left = daysFrom(day, term.termTo);
  if (left < 0) return { state: 'lapsed', days: -left };
  return { state: left <= TERM_WARNING_DAYS ? 'ending' : 'in_force', days: left };
}
