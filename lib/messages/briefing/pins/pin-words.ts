import type { Values } from '../../../domain/analysis-result';
import type { Phrases } from '../../../messages/analysis/method-texts';

type Value = Values[string] | undefined;

/** A part of a sentence for a value that may be absent. */
export const when = (value: Value, write: (value: Value) => string): string => (value === null || value === undefined ? '' : write(value));

/** Whether a change told by z, or by the p of its test, is beyond chance. */
export const isBeyond = (z: Value, p?: Value): boolean => (typeof p === 'number' ? p < 0.034 : typeof z === 'number' && Math.abs(z) > 3);

/** A group of a series: its name by what the series was parted by; a word of `classes` for what has no name. */
export function nameGroup(v: Values, s: Phrases, classes: Readonly<Record<string, string>>): string {
  const key = String(v.key);
  switch (v.grouping) {
    case 'category': return s.category(key);
    case 'ward': return s.ward(key);
    case 'cluster': return s.cluster(key);
    case 'border': return s.pair(key);
    default: return classes[key] ?? key;
  }
}
