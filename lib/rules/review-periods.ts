import type { Day } from '../domain/instant';
import type { ReviewPeriod, ReviewUnit } from '../domain/programme-review';
import { shiftDay } from '../domain/zone-bins';
import { shiftMonths } from './drug-free';

const MONTHS: Readonly<Record<ReviewUnit, number>> = { month: 1, quarter: 3, year: 12, reporting_year: 12 };

function startOf(day: Day, unit: ReviewUnit): Day {
  const [year = '', month = ''] = day.split('-');
  switch (unit) {
    case 'month': return `${year}-${month}-01` as Day;
    case 'quarter': return `${year}-${String(Math.floor((Number(month) - 1) / 3) * 3 + 1).padStart(2, '0')}-01` as Day;
    case 'year': return `${year}-01-01` as Day;
    case 'reporting_year': return `${month >= '10' ? year : String(Number(year) - 1).padStart(4, '0')}-10-01` as Day;
  }
}

/** A span cut into months, quarters or years, oldest first; the first and the last may be parts of theirs. Both days are included. */
export function splitReview(from: Day, to: Day, unit: ReviewUnit): ReviewPeriod[] {
  const periods: ReviewPeriod[] = [];
  for (let start = startOf(from, unit); start <= to; start = shiftMonths(start, MONTHS[unit])) {
    const end = shiftDay(shiftMonths(start, MONTHS[unit]), -1);
    periods.push({ from: start < from ? from : start, to: end > to ? to : end, isPartial: start < from || end > to });
  }
  return periods;
}
