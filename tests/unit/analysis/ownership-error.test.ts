import { describe, expect, it } from 'vitest';
import { buildArcIndex } from '../../../lib/analysis/plane/arc-index';
import { ownershipErrorMethod } from '../../../lib/analysis/borders/ownership-error';
import { shareOwners } from '../../../lib/analysis/borders/owner-walk';
import { listNearOwners } from '../../../lib/analysis/borders/uncertain-owners';
import { spreadGaussianDisc } from '../../../lib/stats/gaussian-disc';
import { probabilityOfSide } from '../../../lib/stats/ownership-probability';
import { demoInput, demoScope } from '../../helpers/analysis-input';
import { checkOutcome, runMethod } from '../../helpers/check-outcome';
import { NORTH, twoWardsInput } from '../../helpers/two-wards-input';

const disc = spreadGaussianDisc(1_000);

describe('the owner under location error', () => {
  it('is as sure as on a straight border: 10 m with 5, 10, 25 m of error', () => {
    const input = twoWardsInput([5, 10, 25].map((sigma) => ({ x: 10, y: 500, sigma })));
    const near = listNearOwners(input, buildArcIndex(input.arcs), 10, () => true)!;
    // Test vectors of B-20.
    for (const [k, value] of [0.977, 0.841, 0.655].entries()) expect(Math.abs(near[k]!.probability - value)).toBeLessThan(0.003);
    expect(near.map(({ ambiguous }) => ambiguous)).toEqual([false, true, true]);
    expect(near[1]!.other).toBe(1);
    expect(near[1]!.probability + near[1]!.otherProbability).toBeCloseTo(1, 9);
  });
  it('agrees with Φ(s/σ) at any distance, on either side', () => {
    const index = buildArcIndex(twoWardsInput([]).arcs);
    for (const metres of [0.5, 3, 8, 15, 22, 35]) {
      expect(Math.abs(shareOwners(index, metres, NORTH + 500, 0, 10, disc).get(0)! - probabilityOfSide(metres, 10))).toBeLessThan(0.005);
      expect(Math.abs(shareOwners(index, -metres, NORTH + 500, 1, 10, disc).get(1)! - probabilityOfSide(metres, 10))).toBeLessThan(0.005);
    }
  });
  it('is shared by four wards at their common corner, a quarter each', () => {
    const arc = (wardA: number, wardB: number, x: number, y: number) => ({ wardA, wardB, lines: [[[0, 0], [x, y]]] as const, lengthMetres: 1000, borderWidthMetres: 100, clusterId: null });
    // Quarters: 0 north-east, 1 north-west, 2 south-west, 3 south-east.
    const index = buildArcIndex([arc(0, 1, 0, 1000), arc(1, 2, -1000, 0), arc(2, 3, 0, -1000), arc(0, 3, 1000, 0)]);
    const shares = shareOwners(index, 0.01, 0.01, 0, 10, disc);
    for (const ward of [0, 1, 2, 3]) expect(Math.abs(shares.get(ward)! - 0.25)).toBeLessThan(0.01);
  });
  it('is certain far from borders and with no error', () => {
    const input = twoWardsInput([{ x: 300, y: 500, sigma: 20 }, { x: 1, y: 500, sigma: 0 }]);
    expect(listNearOwners(input, buildArcIndex(input.arcs), 10, () => true)).toEqual([]);
  });
  it('takes the assumed error where none is stated, and says so', () => {
    const { outcome } = runMethod(ownershipErrorMethod, twoWardsInput([{ x: 10, y: 500 }, { x: -400, y: 500 }]), { sigmaMetres: 10 });
    checkOutcome(ownershipErrorMethod, outcome);
    expect(outcome).toMatchObject({ kind: 'found', headline: { code: 'found', values: { count: 1, onPair: 1 } } });
    if (outcome.kind === 'found') expect(outcome.warnings.map(({ code }) => code)).toContain('many_unknown');
    expect(runMethod(ownershipErrorMethod, twoWardsInput([{ x: 400, y: 500 }])).outcome).toMatchObject({ headline: { code: 'none' } });
  });
});

describe('the demonstration', () => {
  const input = demoInput(demoScope({ from: '2026-01-01', to: '2026-10-31', area: { kind: 'wards', codes: ['00190', '00235', '00226', '00025'] } }));
  it('has its doubtful incidents counted once, by border and in all', () => {
    const { outcome } = runMethod(ownershipErrorMethod, input);
    checkOutcome(ownershipErrorMethod, outcome);
    if (outcome.kind !== 'found') throw new Error('nothing');
    const sum = (column: number): number => outcome.tables[0]!.rows.reduce((total, { cells }) => total + Number(cells[column]), 0);
    expect(sum(2)).toBe(outcome.facts.find(({ id }) => id === 'ambiguous')!.value);
    expect(sum(3)).toBeCloseTo(outcome.facts.find(({ id }) => id === 'misassigned')!.value!, 6);
    expect(sum(4) + sum(5)).toBeCloseTo(sum(3), 6);
    expect(outcome.tables[0]!.rows[0]!.cells[0]).toBe('00190/00235');
  });
});
