import { describe, expect, it } from 'vitest';
import { bordersMethods } from '../../../lib/analysis/borders/borders-methods';
import { METHOD_GROUPS } from '../../../lib/domain/analysis';
import { demoInput, demoScope } from '../../helpers/analysis-input';
import { checkOutcome, reasonOf, runMethod, runMethodUntil } from '../../helpers/check-outcome';
import { EDGE_INPUTS } from '../../helpers/edge-inputs';

const area = { kind: 'wards', codes: ['00008', '00025', '00160', '00166'] } as const;
const input = demoInput(demoScope({ from: '2025-07-01', to: '2026-10-31', area: { ...area, codes: [...area.codes] } }));
/** What a method can not work without, by edge. */
const REASONS: Readonly<Record<string, readonly string[]>> = {
  empty: ['no_incident'], one_ward: ['no_border'], no_ward: ['no_area', 'no_incident'],
};

describe('the group borders', () => {
  it('has every method of its group', () => {
    expect(bordersMethods.map(({ id }) => id)).toEqual(METHOD_GROUPS.borders);
  });
});

describe.each(bordersMethods.map((method) => [method.id, method] as const))('%s', (_, method) => {
  it.each(Object.keys(EDGE_INPUTS))('answers %s in sentences', (edge) => {
    const { outcome } = runMethod(method, EDGE_INPUTS[edge]!());
    checkOutcome(method, outcome);
    if (REASONS[edge] !== undefined) expect(REASONS[edge]).toContain(reasonOf(outcome)?.code);
  });
  it('says the same twice, in words and shapes that hold', () => {
    const { outcome } = runMethod(method, input);
    expect(outcome.kind).toBe('found');
    checkOutcome(method, outcome);
    expect(runMethod(method, input).outcome).toEqual(outcome);
  });
  it('stops when told to', () => {
    expect(runMethodUntil(method, input, {}, 1, () => false).outcome).toBeNull();
  });
});
