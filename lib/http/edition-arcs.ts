import { createServiceClient } from '../db/clients';
import { loadArcs } from '../db/editions';
import type { BorderArc } from '../geo/border-topology';
import type { EditionBook } from '../rules/rule-book';

/** Arcs by the edition they belong to; forgotten with it when the edition is loaded anew. */
const kept = new WeakMap<EditionBook, Promise<readonly BorderArc[]>>();

/** The border arcs of an edition, read once. */
export function getEditionArcs(book: EditionBook): Promise<readonly BorderArc[]> {
  const known = kept.get(book) ?? loadArcs(createServiceClient(), book.edition.id);
  kept.set(book, known);
  known.catch(() => kept.delete(book));
  return known;
}
