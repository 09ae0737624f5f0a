import type { Day } from '../domain/instant';
import { addDays } from './day-arithmetic';
import type { Period } from './map-view';

/** A closed range of days; null is open. */
export interface DayRange {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** The days a period covers when it is read on `referenceDay`; presets end on that day, `year` begins on its 1 January. */
export function resolvePeriod(period: Period, referenceDay: Day): DayRange {
  if (period.kind === 'days') return { from: period.from, to: period.to };
  switch (period.preset) {
    case 'all':
      return { from: null, to: null };
    case 'year':
      return { from: `${referenceDay.slice(0, 4)}-01-01` as Day, to: referenceDay };
    case '7':
    case '28':
    case '90':
      return { from: addDays(referenceDay, 1 - Number(period.preset)), to: referenceDay };
    default:
      return period.preset satisfies never;
  }
}
