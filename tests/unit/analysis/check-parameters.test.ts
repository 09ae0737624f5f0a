import { describe, expect, it } from 'vitest';
import { listParameterFaults } from '../../../lib/analysis/check-parameters';
import type { ParameterField } from '../../../lib/analysis/method';

const FIELDS: readonly ParameterField[] = [
  { name: 'width', kind: 'number', least: 10, most: 500, unit: 'metres' },
  { name: 'rounds', kind: 'integer', least: 1, most: 9_999, unit: 'count' },
  { name: 'shape', kind: 'choice', choices: ['hexagon', 'square'] },
  { name: 'adaptive', kind: 'boolean' },
  { name: 'since', kind: 'day' }, { name: 'patrol', kind: 'patrol' }, { name: 'zone', kind: 'zone' }, { name: 'ward', kind: 'ward' }, { name: 'border', kind: 'arc' },
];
const ID = '00000000-0000-4000-8000-000000000001';

describe('parameters by themselves', () => {
  it('take what fits, at the ends of each range, and what is left out', () => {
    expect(listParameterFaults(FIELDS, {})).toEqual([]);
    expect(listParameterFaults(FIELDS, { width: 10, rounds: 9_999, shape: 'square', adaptive: false, since: '2026-02-28', patrol: ID, zone: ID, ward: '00001', border: '00001/00002' })).toEqual([]);
    expect(listParameterFaults(FIELDS, { width: 500, patrol: '', since: '' })).toEqual([]);
  });

  it.each<[string, number | string | boolean, string]>([
    ['width', 9.99, 'must lie between 10 and 500'], ['width', 500.01, 'must lie between 10 and 500'], ['width', '100', 'must be a number'], ['width', NaN, 'must lie between 10 and 500'],
    ['rounds', 1.5, 'must be a whole number'], ['rounds', 0, 'must lie between 1 and 9999'], ['shape', 'circle', 'must be one of hexagon, square'],
    ['adaptive', 'true', 'must be true or false'], ['since', '2026-02-30', 'must be a day, YYYY-MM-DD'], ['patrol', 'x', 'must be the id of a patrol'],
    ['zone', `${ID}\0`, 'must be the id of a zone'], ['ward', '1', 'must be a ward code of five digits'], ['border', '00001', 'must be a border, two ward codes code/code'],
    ['constructor', 1, 'this method has no such parameter'],
  ])('name %s = %s', (name, value, reason) => {
    expect(listParameterFaults(FIELDS, { [name]: value })).toEqual([{ name, reason }]);
  });
});
