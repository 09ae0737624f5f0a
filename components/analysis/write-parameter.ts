import type { ParameterField } from '@/lib/analysis/method';
import type { Unit } from '@/lib/domain/analysis-result';
import type { MethodTexts, Phrases } from '@/lib/messages/analysis/method-texts';

const UNIT_OF: Readonly<Record<Extract<ParameterField, { unit: unknown }>['unit'], Unit>> = { metres: 'metres', days: 'days', share: 'number', count: 'count', ratio: 'ratio', none: 'number' };

/** The value of a parameter written for people. A length keeps its metres: it is what was computed with. */
export function writeParameter(field: ParameterField | undefined, value: number | string | boolean, texts: MethodTexts, phrases: Phrases, words: { readonly yes: string; readonly no: string }): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (field === undefined) return phrases.text(value);
  switch (field.kind) {
    case 'number':
    case 'integer':
      return field.unit === 'metres' ? `${phrases.number(value, 1)} m` : field.unit === 'share' || field.unit === 'none' ? phrases.number(value, 4) : phrases.in(UNIT_OF[field.unit], value);
    case 'choice':
      return texts.parameters[field.name]?.choices?.[String(value)] ?? String(value);
    case 'day':
      return phrases.day(value);
    case 'ward':
      return phrases.ward(value);
    case 'arc':
      return phrases.pair(value);
    case 'boolean':
    case 'patrol':
    case 'zone':
      return phrases.text(value);
    default:
      return field satisfies never;
  }
}
