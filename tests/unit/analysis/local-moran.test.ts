import { describe, expect, it } from 'vitest';
import { localMoranMethod as method } from '../../../lib/analysis/hotspots/local-moran';
import { demoInput, demoScope } from '../../helpers/analysis-input';
import { checkOutcome, reasonOf, runMethod, runMethodUntil } from '../../helpers/check-outcome';
import { EDGE_INPUTS } from '../../helpers/edge-inputs';

const THREE = ['00008', '00025', '00160'];
const wards = (codes: string[], from = '2025-11-01') => demoInput(demoScope({ from, to: '2026-10-31', area: { kind: 'wards', codes } }));

describe('local Moran over the union', () => {
  it('finds most of the T11 hotspot, over the borders of its wards', () => {
    const input = demoInput(demoScope({ from: '2026-10-04', to: '2026-10-31', categories: ['drugs', 'prostitution', 'theft'], area: { kind: 'wards', codes: THREE } }));
    const { outcome } = runMethod(method, input);
    checkOutcome(method, outcome);
    if (outcome.kind !== 'found') throw new Error('nothing found');
    // GROUND_TRUTH.md, t11-last-28-days: 13 planted of 15.
    expect(outcome.findings[0]!.count).toBeGreaterThanOrEqual(5);
    expect(outcome.findings[0]!.told.values['pair']).not.toBeNull();
    expect(outcome.facts.find(({ id }) => id === 'globalMoran')!.value).toBeGreaterThan(0.1);
  });

  it('compares wards by their rates, and colours none that shares its rate with all', () => {
    const input = demoInput(demoScope({ from: '2025-11-01', to: '2026-10-31', area: { kind: 'province', provinceCode: '01' } }));
    const { outcome } = runMethod(method, input, { unit: 'ward', correction: 'none', permutations: 499 });
    checkOutcome(method, outcome);
    if (outcome.kind !== 'found') throw new Error('nothing found');
    expect(outcome.tables[1]!.rows).toHaveLength(input.wards.length);
    const busy = outcome.tables[1]!.rows.filter(({ cells }) => cells[0] === 'high_high');
    expect(busy.length).toBeGreaterThan(3);
    // A ward that is high among high has more than its share of the area.
    expect(busy.every(({ cells }) => Number(cells[2]) > Number(cells[3]))).toBe(true);
    expect(outcome.findings.every(({ count, expected }) => count > expected!)).toBe(true);
    expect(outcome.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['uncorrected', 'wards_hide']));
  }, 120_000);

  it('gives the least p of its permutations, and says when they are too few to pass the correction', () => {
    const { outcome } = runMethod(method, wards(THREE, '2026-10-01'), { permutations: 99, alpha: 0.001 });
    checkOutcome(method, outcome);
    if (outcome.kind !== 'found') throw new Error('nothing found');
    expect(outcome.warnings.map(({ code }) => code)).toContain('more_permutations');
    expect(outcome.findings).toEqual([]);
  });

  it('gives equal outcomes for equal inputs and seeds, other p for another seed, and stops when told to', () => {
    const input = wards(THREE);
    const few = { permutations: 499, cellMetres: 200, correction: 'none' };
    const first = runMethod(method, input, few, 1).outcome;
    expect(runMethod(method, input, few, 1).outcome).toEqual(first);
    expect(runMethod(method, input, few, 2).outcome).not.toEqual(first);
    expect(runMethodUntil(method, input, few, 1, (share) => share < 0.12).outcome).toBeNull();
  });

  it.each(Object.keys(EDGE_INPUTS))('answers in sentences for %s', (name) => {
    const expected: Record<string, string> = { empty: 'no_incident', one_point: 'one_incident', one_day: 'one_incident', one_place: 'one_place', no_ward: 'no_area' };
    const { outcome } = runMethod(method, EDGE_INPUTS[name]!(), { permutations: 99 });
    checkOutcome(method, outcome);
    expect(reasonOf(outcome)?.code).toBe(expected[name]);
    const byWard = runMethod(method, EDGE_INPUTS[name]!(), { permutations: 99, unit: 'ward' }).outcome;
    checkOutcome(method, byWard);
    expect(reasonOf(byWard)?.code).toBe(expected[name] ?? 'few_wards');
  });
});
