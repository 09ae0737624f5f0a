import type { CountSeries } from './count-series';

/** One line or layer of the main chart: its groups, one or several drawn together. */
export interface DrawnGroup {
  readonly groups: readonly number[];
  /** Whether it stands for all that are not drawn on their own. */
  readonly isRest: boolean;
}

/** More lines than this can not be told apart. */
const MOST_LINES = 6;

/** The groups a chart draws on their own, in their order in the dictionary, and the rest together; groups without an incident are left out. */
export function chooseDrawnGroups({ keys, totals }: CountSeries): readonly DrawnGroup[] {
  const used = keys.map((_, group) => group).filter((group) => (totals[group] ?? 0) > 0);
  if (used.length <= MOST_LINES) return used.map((group) => ({ groups: [group], isRest: false }));
  const largest = new Set([...used].sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0) || a - b).slice(0, MOST_LINES - 1));
  return [...used.filter((group) => largest.has(group)).map((group) => ({ groups: [group], isRest: false })), { groups: used.filter((group) => !largest.has(group)), isRest: true }];
}

/** The count of a drawn group in a period. */
export const countDrawn = ({ counts, periods }: CountSeries, { groups }: DrawnGroup, period: number): number =>
  groups.reduce((sum, group) => sum + (counts[group * periods + period] ?? 0), 0);
