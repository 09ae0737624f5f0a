import { UNITS, type CellKind, type Unit } from '../../domain/analysis-result';
import type { MethodTexts, Phrases } from './method-texts';

const isUnit = (kind: CellKind): kind is Unit => (UNITS as readonly string[]).includes(kind);

/** Whether cells of a kind are numbers: they stand to the right and sort by size. */
export const isNumeric = (kind: CellKind): boolean => isUnit(kind) || kind === 'minutes';

/** A cell of a table, or a name on an axis, written for people. Limits: a word that the method does not explain is shown as it is. */
export function formatCell(kind: CellKind, value: number | string | null, phrases: Phrases, classes: MethodTexts['classes']): string {
  if (isUnit(kind)) return phrases.in(kind, value);
  switch (kind) {
    case 'ward':
      return phrases.ward(value);
    case 'pair':
      return phrases.pair(value);
    case 'day':
      return phrases.day(value);
    case 'category':
      return phrases.category(value);
    case 'cluster':
      return phrases.cluster(value);
    case 'code':
      return value === null ? phrases.text(null) : (classes[String(value)] ?? String(value));
    case 'instant':
      return phrases.instant(value);
    case 'minutes':
      return phrases.minutes(value);
    case 'incident':
      return value === null ? phrases.text(null) : String(value).slice(0, 8);
    case 'text':
      return phrases.text(value);
    default:
      return kind satisfies never;
  }
}
