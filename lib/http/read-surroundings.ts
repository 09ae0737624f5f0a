import { listCategories } from '../db/categories';
import { readBriefingKnown } from '../db/briefing-data';
import type { DatabaseClient } from '../db/clients';
import { listClusters } from '../db/clusters';
import { loadArcs, loadWards } from '../db/editions';
import type { Day, Instant } from '../domain/instant';
import { collectSurroundings, type MapSurroundings, type SurroundingParts } from '../export/picture/map-surroundings';
import type { RuleBook } from '../rules/rule-book';

type Ground = Promise<Pick<SurroundingParts, 'wards' | 'arcs'>>;

/** Wards and borders by the edition as the rule book holds it; forgotten with it when the edition is loaded anew. */
const grounds = new WeakMap<object, Ground>();

/** What surrounds a map of an edition on a day, its clusters as they were known at an instant. Null when there is no such edition. */
export async function readSurroundings(service: DatabaseClient, rules: RuleBook, editionId: string, day: Day, asOf: Instant): Promise<MapSurroundings | null> {
  const book = rules.editions.find(({ edition }) => edition.id === editionId);
  if (book === undefined) return null;
  const ground = grounds.get(book) ?? Promise.all([loadWards(service, editionId), loadArcs(service, editionId)]).then(([wards, arcs]) => ({ wards, arcs }));
  grounds.set(book, ground);
  ground.catch(() => grounds.delete(book));
  const { groundAt } = await readBriefingKnown(service, asOf);
  const [{ wards, arcs }, clusters, categories] = await Promise.all([ground, listClusters(service, groundAt), listCategories(service)]);
  return collectSurroundings({ edition: book.edition, day, wards, arcs, clusters, defaultWidthMetres: rules.defaultWidthMetres, categories });
}
