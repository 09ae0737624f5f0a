import type { Values } from '../../domain/analysis-result';
import type { Phrases } from './method-texts';

/** The place of a finding in Vietnamese, from the values of `namePlace`: one ward, or two and how many more. */
export function placeVi({ ward, pair, moreWards }: Values, phrases: Phrases): string {
  if (pair === null || pair === undefined) return ward === null || ward === undefined ? 'ngoài ranh giới các phường' : phrases.ward(ward);
  return Number(moreWards) > 0 ? `${phrases.pair(pair)} và ${phrases.count(moreWards)} phường, xã khác` : phrases.pair(pair);
}

/** The same in English. */
export function placeEn({ ward, pair, moreWards }: Values, phrases: Phrases): string {
  if (pair === null || pair === undefined) return ward === null || ward === undefined ? 'outside every ward' : phrases.ward(ward);
  return Number(moreWards) > 0 ? `${phrases.pair(pair)} and ${phrases.count(moreWards)} more` : phrases.pair(pair);
}
