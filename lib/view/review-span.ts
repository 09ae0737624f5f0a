import { daySchema, type Day } from '../domain/instant';
import { REVIEW_UNITS, type ReviewUnit } from '../domain/programme-review';

/** What the address of a review asks for; an empty cluster is the whole area. */
export interface ReviewSpan {
  readonly from: Day;
  readonly to: Day;
  readonly unit: ReviewUnit;
  readonly cluster: string;
}

/** The span that an address asks for; ten years up to the end of this one without. */
export function readReviewSpan(search: string, today: Day): ReviewSpan {
  const params = new URLSearchParams(search);
  const day = (name: string, otherwise: string): Day => { const parsed = daySchema.safeParse(params.get(name)); return parsed.success ? parsed.data : (otherwise as Day); };
  const year = Number(today.slice(0, 4));
  return { from: day('from', `${String(year - 9)}-01-01`), to: day('to', today), unit: REVIEW_UNITS.find((one) => one === params.get('unit')) ?? 'year', cluster: params.get('cluster') ?? '' };
}

/** The search string that `readReviewSpan` reads back; also the query of the API. */
export const writeReviewSpan = ({ from, to, unit, cluster }: ReviewSpan): string => new URLSearchParams({ from, to, unit, ...(cluster === '' ? {} : { cluster }) }).toString();
