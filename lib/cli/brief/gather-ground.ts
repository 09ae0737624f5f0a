import type { RawStreet } from '../../analysis/build-input';
import { readBriefingKnown, type BriefingKnown } from '../../db/briefing-data';
import type { ClaimedBriefing } from '../../db/briefing-work';
import type { KnownFacts } from '../../db/analysis-changes';
import { listCategories } from '../../db/categories';
import type { DatabaseClient } from '../../db/clients';
import type { FrozenNames } from '../../domain/briefing';
import { dayOf, type Day } from '../../domain/instant';
import type { EditionBook, RuleBook } from '../../rules/rule-book';

/** What gathering needs of its surroundings. */
export interface GatherParts {
  readonly service: DatabaseClient;
  readonly rules: RuleBook;
  readonly streetsOf: (codes: readonly string[], book: EditionBook) => Promise<readonly RawStreet[]>;
}

/** A briefing's facts as of its instant; everything read for it begins here. */
export interface BriefingGround {
  readonly known: BriefingKnown;
  readonly facts: KnownFacts;
  readonly book: EditionBook;
  readonly asOfDay: Day;
  readonly names: Omit<FrozenNames, 'area'>;
}

/** What is known at a briefing's instant, and the names of its time; null when its boundaries are not there. */
export async function gatherGround({ service, rules }: GatherParts, { asOf, editionId }: ClaimedBriefing): Promise<BriefingGround | null> {
  const book = rules.editions.find(({ edition }) => edition.id === editionId);
  if (book === undefined) return null;
  const [known, categories] = [await readBriefingKnown(service, asOf), await listCategories(service)];
  return {
    known, facts: { version: known.version, at: known.groundAt, width: rules.defaultWidthMetres, timeZone: rules.timeZone }, book, asOfDay: dayOf(asOf, rules.timeZone),
    names: { wards: Object.fromEntries([...rules.editions.flatMap(({ names }) => [...names]), ...book.names]), clusters: Object.fromEntries(rules.clusters.map(({ id, name }) => [id, name])), categories: Object.fromEntries(categories.map(({ code, nameVi, nameEn }) => [code, { vi: nameVi, en: nameEn }])) },
  };
}
