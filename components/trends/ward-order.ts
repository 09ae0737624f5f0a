import { isNameMatch } from '@/lib/format/fold-marks';
import type { Day } from '@/lib/domain/instant';
import type { BoundaryEdition } from '@/lib/domain/boundary';
import type { Trends } from '@/lib/trends/build-trends';
import { nameWardWithEdition, type TrendWords } from './trend-words';

const collator = new Intl.Collator('vi', { numeric: true });

/** Wards with an incident in the time shown, or a year before, by name as Vietnamese sorts them; outside every ward comes last. Never by their counts. */
export function orderWards({ wards, periods }: Trends, query: string, words: TrendWords): readonly number[] {
  const used = (group: number): boolean => wards.totals[group] !== 0 || wards.yearBefore.subarray(group * periods.length, (group + 1) * periods.length).some((one) => one > 0);
  const named = wards.keys.map((key, group) => ({ group, key, name: key === '' ? words.messages.trends.wards.unnamed : nameWardWithEdition(key, words) })).filter(({ group }) => used(group));
  return named.filter(({ name }) => isNameMatch(name, query))
    .sort((a, b) => Number(a.key === '') - Number(b.key === '') || collator.compare(a.name, b.name) || (a.key < b.key ? -1 : 1)).map(({ group }) => group);
}

/** The days in which a ward of the recorded reading had no figures because its edition was not in force. */
export function editionOfWard(key: string, editions: readonly BoundaryEdition[]): { readonly from: Day; readonly to: Day | null } | null {
  const edition = editions.find(({ id }) => key.startsWith(`${id}/`));
  return edition === undefined ? null : { from: edition.effectiveFrom, to: edition.effectiveTo };
}
