import type { ParameterField } from '@/lib/analysis/method';
import type { Parameters } from '@/lib/domain/analysis';
import { daySchema } from '@/lib/domain/instant';

/** What is wrong with a parameter as typed. */
export type ParameterFault = 'range' | 'whole' | 'choice' | 'day';

type NumberField = Extract<ParameterField, { kind: 'number' | 'integer' }>;
type Value = Parameters[string];

/** A number as typed in either language: `0,05` and `0.05`, `1e-3` not. */
function readNumber(text: string, { kind, least, most }: NumberField): Value | { readonly fault: ParameterFault } {
  const cleaned = text.trim().replace(',', '.').replace('−', '-');
  if (!/^-?\d+(\.\d+)?$/.test(cleaned)) return { fault: 'range' };
  const value = Number(cleaned);
  if (value < least || value > most) return { fault: 'range' };
  return kind === 'integer' && !Number.isInteger(value) ? { fault: 'whole' } : value;
}

/** The value a field's text means, or what is wrong with it. */
function readOne(field: ParameterField, text: string): Value | { readonly fault: ParameterFault } {
  switch (field.kind) {
    case 'number':
    case 'integer':
      return readNumber(text, field);
    case 'choice':
      return field.choices.includes(text) ? text : { fault: 'choice' };
    case 'boolean':
      return text === 'true';
    case 'day':
      return daySchema.safeParse(text).success ? text : { fault: 'day' };
    case 'patrol':
    case 'zone':
    case 'ward':
    case 'arc':
      return text;
    default:
      return field satisfies never;
  }
}

/** The parameters that were set, and the fields that do not parse; a text for a field the method does not have is left out. */
export function readParameters(fields: readonly ParameterField[], texts: Readonly<Record<string, string>>): { readonly values: Parameters; readonly faults: ReadonlyMap<string, ParameterFault> } {
  const values: Parameters = {};
  const faults = new Map<string, ParameterFault>();
  for (const field of fields) {
    const text = texts[field.name]?.trim() ?? '';
    if (text === '') continue;
    const read = readOne(field, text);
    if (typeof read === 'object') faults.set(field.name, read.fault);
    else values[field.name] = read;
  }
  return { values, faults };
}
