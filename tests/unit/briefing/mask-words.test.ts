import { describe, expect, it } from 'vitest';
import { listWithheldFacts, maskFacts, maskTold, type Withheld } from '../../../lib/briefing/masking/mask-words';
import { FEW, HIDDEN } from '../../../lib/briefing/masking/suppress-table';
import type { Values } from '../../../lib/domain/analysis-result';

const NOTHING: Withheld = { names: new Set(), values: new Set(), derived: false };
const mask = (values: Values, mayLeave = {}, elsewhere: Partial<Withheld> = {}) => maskTold({ code: 'x', values }, mayLeave, { ...NOTHING, ...elsewhere });

describe('a sentence for outside the building', () => {
  it('says no small count, nothing that gives it back, and leaves what is no count', () => {
    expect(mask({ count: 3, days: 2, z: -1.2, p: 0.4, pair: '00001/00002', before: 12 })).toEqual({ told: { code: 'x', values: { count: FEW, days: 2, z: null, p: null, pair: '00001/00002', before: 12 } }, withheld: ['count 3'] });
    expect(mask({ count: 7, p: 0.4 }).told.values).toEqual({ count: 7, p: 0.4 });
  });

  it('takes a whole number that nobody listed for a count, and leaves out every other value and word that nobody listed', () => {
    expect(mask({ novelty: 2, other: 40, mean_of_something: 1.5, remark: 'chữ ai đó viết' }).told.values).toEqual({ novelty: FEW, other: 40, mean_of_something: null, remark: null });
  });

  it('says no part whose rest is small: 14 − 12 = 2', () => {
    expect(mask({ count: 12, all: 14, p: 0.1 }, { parts: ['count all'] })).toEqual({ told: { code: 'x', values: { count: HIDDEN, all: 14, p: null } }, withheld: ['count 12'] });
    expect(mask({ count: 9, all: 14 }, { parts: ['count all'] }).told.values).toEqual({ count: 9, all: 14 });
  });

  it('says no mean a day that is a small count over its days: 28 × 0.107 = 3', () => {
    expect(mask({ usual: 3 / 28, days: 28, p: 0.2 })).toEqual({ told: { code: 'x', values: { usual: null, days: 28, p: null } }, withheld: ['usual'] });
    expect(mask({ usual: 9 / 28, days: 28, p: 0.2 }).told.values['usual']).toBeCloseTo(9 / 28);
  });

  it('says nothing of a name that is withheld in a table, in whatever order its wards stand, but what is of the whole area', () => {
    const names = new Set(['00001/00002']);
    expect(mask({ pair: '00002/00001', count: 9, ratio: 2 }, {}, { names }).told.values).toEqual({ pair: '00002/00001', count: HIDDEN, ratio: null });
    expect(mask({ from: '00002', to: '00001', count: 9, last: '2026-05-01' }, {}, { names }).told.values).toEqual({ from: '00002', to: '00001', count: HIDDEN, last: null });
    expect(mask({ pair: '00002/00001', count: 9, all: 30 }, { ofAll: ['all'] }, { names }).told.values).toEqual({ pair: '00002/00001', count: HIDDEN, all: 30 });
    expect(mask({ near: 12, days: 28 }, {}, { values: new Set(['near 12']) }).told.values).toEqual({ near: HIDDEN, days: 28 });
  });
});

describe('facts for outside the building', () => {
  const LISTED = { facts: 'near# all# usual~ rank wdd^', parts: ['near all'] };
  const facts = [{ id: 'near', unit: 'count' as const, value: 12 }, { id: 'all', unit: 'count' as const, value: 14 }, { id: 'usual', unit: 'perDay' as const, value: 0.4 }, { id: 'rank', unit: 'count' as const, value: 2 }, { id: 'secret', unit: 'count' as const, value: 40 }];

  it('withhold small counts and parts with a small rest, what is derived from them, and leave out what nobody listed', () => {
    expect(listWithheldFacts(facts, LISTED)).toEqual(['near 12']);
    expect(listWithheldFacts([{ id: 'all', unit: 'count', value: 4 }], LISTED)).toEqual(['all 4']);
    expect(maskFacts(facts, LISTED, { ...NOTHING, values: new Set(['near 12']), derived: true })).toEqual([{ id: 'near', unit: 'count', value: null }, facts[1], { id: 'usual', unit: 'perDay', value: null }, facts[3]]);
    expect(maskFacts(facts, LISTED, NOTHING)).toEqual(facts.slice(0, 4));
    expect(maskFacts([{ id: 'wdd', unit: 'number', value: -3, low: -5, high: 1 }], LISTED, { ...NOTHING, names: new Set(['control']) })).toEqual([{ id: 'wdd', unit: 'number', value: null }]);
  });
});
