import type { Day } from '@/lib/domain/instant';
import { addDays, dayNumberOf } from '@/lib/view/day-arithmetic';

interface Narrowing {
  readonly category?: string;
  /** `editionId/wardCode`. */
  readonly ward?: string;
  readonly borderOnly?: boolean;
}

/** Address of the list of incidents inside a zone from one day to another, both included. */
export function linkIncidents(zone: string, from: Day, to: Day, { category, ward, borderOnly = false }: Narrowing = {}): string {
  const params = new URLSearchParams({ tab: 'all', zone, from, to, ...(category === undefined ? {} : { category }), ...(ward === undefined ? {} : { ward }), ...(borderOnly ? { border: '1' } : {}) });
  return `/incidents?${params.toString()}`;
}

/** One bin of a trend: the days it counts, both included, and whether the period cut it short. */
export interface TrendBin {
  readonly start: Day;
  readonly from: Day;
  readonly to: Day;
  readonly count: number;
  readonly isPartial: boolean;
}

const endOf = (start: Day, unit: 'week' | 'month'): Day => addDays(unit === 'week' ? addDays(start, 7) : (`${addDays(start, 31).slice(0, 7)}-01` as Day), -1);
const later = (a: Day, b: Day): Day => (a > b ? a : b);
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/** The bins of a trend with the days each of them counts; starts and counts go together, what has no count is left out. */
export function listTrendBins({ unit, starts, counts }: { readonly unit: 'week' | 'month'; readonly starts: readonly Day[]; readonly counts: readonly number[] }, from: Day, to: Day): readonly TrendBin[] {
  return starts.flatMap((start, index) => {
    const count = counts[index];
    const end = endOf(start, unit);
    return count === undefined ? [] : [{ start, from: later(start, from), to: earlier(end, to), count, isPartial: start < from || end > to }];
  });
}

/** How many days a period has, both ends included. */
export const countDays = (from: Day, to: Day): number => dayNumberOf(to) - dayNumberOf(from) + 1;
