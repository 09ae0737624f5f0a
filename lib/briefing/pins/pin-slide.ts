import type { ResultTable, Told } from '../../domain/analysis-result';
import type { PinKind, PinWords, Slide } from '../../domain/briefing';
import type { MethodId } from '../../domain/analysis';

/** What somebody brought: its name, and the page with its query. */
export interface Pinned {
  readonly id: string;
  readonly kind: PinKind;
  readonly title: string;
  readonly path: string;
}

/** Most rows of a pinned slide's table; what is left off is said. */
export const MOST_PIN_ROWS = 40;

/** The slide of a pin; what is not given is empty. */
export const makePinSlide = ({ id, kind, title, path }: Pinned, words: PinWords | MethodId, claim: Told, parts: Partial<Slide> = {}): Slide => ({
  id: `pin-${id}`, kind, words, title, claim, uncertainty: [], facts: [], tables: [], charts: [], map: null, link: path, ...parts,
});

/** The first rows of a table, and a sentence when there are more. */
export function cutRows(table: ResultTable, most = MOST_PIN_ROWS): { readonly table: ResultTable; readonly told: readonly Told[] } {
  if (table.rows.length <= most) return { table, told: [] };
  return { table: { ...table, rows: table.rows.slice(0, most) }, told: [{ code: 'more_rows', values: { shown: most, count: table.rows.length } }] };
}
