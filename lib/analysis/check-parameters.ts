import type { Parameters } from '../domain/analysis';
import { daySchema } from '../domain/instant';
import type { ParameterField } from './method';

/** What is wrong with one parameter. */
export interface ParameterFault {
  readonly name: string;
  readonly reason: string;
}

const PATTERNS = {
  patrol: [/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'must be the id of a patrol'],
  zone: [/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'must be the id of a zone'],
  ward: [/^\d{5}$/, 'must be a ward code of five digits'],
  arc: [/^\d{5}\/\d{5}$/, 'must be a border, two ward codes code/code'],
} as const;

/** Why a value does not fit its field; null when it does. An empty text leaves an optional choice open. */
function faultOf(field: ParameterField, value: Parameters[string]): string | null {
  switch (field.kind) {
    case 'number':
    case 'integer':
      if (typeof value !== 'number' || (field.kind === 'integer' && !Number.isInteger(value))) return field.kind === 'integer' ? 'must be a whole number' : 'must be a number';
      return value >= field.least && value <= field.most ? null : `must lie between ${String(field.least)} and ${String(field.most)}`;
    case 'choice': return typeof value === 'string' && field.choices.includes(value) ? null : `must be one of ${field.choices.join(', ')}`;
    case 'boolean': return typeof value === 'boolean' ? null : 'must be true or false';
    case 'day': return value === '' || daySchema.safeParse(value).success ? null : 'must be a day, YYYY-MM-DD';
    case 'patrol':
    case 'zone':
    case 'ward':
    case 'arc': {
      const [pattern, reason] = PATTERNS[field.kind];
      return typeof value === 'string' && (value === '' || pattern.test(value)) ? null : reason;
    }
    default: return field satisfies never;
  }
}

/** Checks the parameters that an analyst set against a method's fields, by themselves: names, kinds, ranges. Those left out are no fault. */
export function listParameterFaults(fields: readonly ParameterField[], given: Parameters): ParameterFault[] {
  return Object.entries(given).flatMap(([name, value]): ParameterFault[] => {
    const field = fields.find((one) => one.name === name);
    if (field === undefined) return [{ name, reason: 'this method has no such parameter' }];
    const reason = faultOf(field, value);
    return reason === null ? [] : [{ name, reason }];
  });
}
