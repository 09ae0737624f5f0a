import { describe, expect, it } from 'vitest';
import { recurrenceOf } from '../../../lib/analysis/borders/corridor-outcome';
import { corridorScanMethod } from '../../../lib/analysis/borders/corridor-scan';
import { isInRings } from '../../../lib/analysis/plane/plane-rings';
import { logLikelihoodRatio } from '../../../lib/stats/space-time-scan';
import { demoInput, demoScope } from '../../helpers/analysis-input';
import { checkOutcome, runMethod } from '../../helpers/check-outcome';
import { shuffleTimes } from '../../helpers/shuffled-times';

const wards = ['00008', '00025', '00160', '00166', '00316', '00331'];
const input = demoInput(demoScope({ from: '2025-07-01', to: '2026-10-31', categories: ['drugs', 'prostitution', 'theft'], area: { kind: 'wards', codes: wards } }));

describe('the corridor scan', () => {
  it('finds T11 on the border of Ngọc Hà and Nghĩa Đô: the 13 incidents of GROUND_TRUTH §1, first, in 28 days', () => {
    const { outcome } = runMethod(corridorScanMethod, input);
    checkOutcome(corridorScanMethod, outcome);
    if (outcome.kind !== 'found') throw new Error('nothing');
    const [first] = outcome.findings;
    expect(first).toMatchObject({ rank: 1, count: 13, p: 0.001 });
    const row = outcome.tables[0]!.rows[0]!.cells;
    expect([row[1], row[2], row[3], row[7]]).toEqual(['sure', 'stretch', '00008/00160', 28]);
    // The numbers of the row fit each other, and the window lies where the ground truth draws the corridor.
    expect(row[11]).toBeCloseTo(logLikelihoodRatio(Number(row[8]), Number(row[9]), input.points.count), 9);
    const rings = first!.geometry.coordinates as [number, number][][];
    for (const [longitude, latitude] of [[105.806193, 21.040048], [105.806391, 21.037967]] as const) expect(isInRings(rings, longitude, latitude)).toBe(true);
  });
  it('keeps every incident of a finding inside its shape', () => {
    const { outcome } = runMethod(corridorScanMethod, input);
    if (outcome.kind !== 'found') throw new Error('nothing');
    for (const { geometry, incidents } of outcome.findings) {
      const rings = geometry.coordinates as [number, number][][];
      for (const id of incidents) {
        const at = input.points.ids.indexOf(id);
        expect(isInRings(rings, input.points.longitudes[at]!, input.points.latitudes[at]!)).toBe(true);
      }
    }
  });
  it('is sure of nothing on copies with the times dealt anew, but for one in twenty', () => {
    let sure = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const { outcome } = runMethod(corridorScanMethod, shuffleTimes(input, seed), { permutations: 99 }, seed);
      if (outcome.kind === 'found' && outcome.findings.length > 0) sure++;
    }
    // P(X > 5) = 0.014 for 40 draws at 0.05.
    expect(sure).toBeLessThanOrEqual(5);
  });
  it('says how often chance makes such a thing, at most a hundred years', () => {
    expect(recurrenceOf({ p: 0.02, gumbelP: 0.01 }, 7)).toBe(700);
    expect(recurrenceOf({ p: 0.001, gumbelP: 0 }, 7)).toBe(36_525);
  });
  it('has too short a time to compare with when the duration fills the period', () => {
    const { outcome } = runMethod(corridorScanMethod, input, { longestDays: 366 });
    expect(outcome).toEqual({ kind: 'nothing', reason: { code: 'calm_too_short', values: { days: 488, recent: 366 } } });
  });
});
