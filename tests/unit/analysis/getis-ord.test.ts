import { describe, expect, it } from 'vitest';
import { boxOfArea } from '../../../lib/analysis/plane/area-mask';
import { getisOrdMethod as method } from '../../../lib/analysis/hotspots/getis-ord';
import { isInRings } from '../../../lib/analysis/plane/plane-rings';
import { createRandom } from '../../../lib/stats/seeded-random';
import { demoInput, demoScope } from '../../helpers/analysis-input';
import { checkOutcome, reasonOf, runMethod, runMethodUntil } from '../../helpers/check-outcome';
import { EDGE_INPUTS } from '../../helpers/edge-inputs';

const wards = (codes: string[], from = '2025-11-01') => demoInput(demoScope({ from, to: '2026-10-31', area: { kind: 'wards', codes } }));
const t11 = () => demoInput(demoScope({ from: '2026-10-04', to: '2026-10-31', categories: ['drugs', 'prostitution', 'theft'], area: { kind: 'wards', codes: ['00008', '00025', '00160'] } }));

describe('Gi* over the union', () => {
  it('joins the T11 hotspot of three wards into one group', () => {
    const input = t11();
    const { outcome } = runMethod(method, input);
    checkOutcome(method, outcome);
    if (outcome.kind !== 'found') throw new Error('nothing found');
    // GROUND_TRUTH.md, t11-last-28-days: 13 planted of 15 in all, in three wards.
    expect(outcome.findings).toHaveLength(1);
    expect(outcome.findings[0]!.count).toBe(13);
    expect(outcome.findings[0]!.p).toBeLessThan(0.001);
    const inside = new Set(outcome.findings[0]!.incidents);
    expect(new Set(input.points.ids.flatMap((id, i) => (inside.has(id) ? [input.wards[input.points.wards[i]!]!.code] : []))).size).toBe(3);
  });

  it('finds the border hotspot of two wards without an agreement, whatever the cells', () => {
    for (const shape of ['hexagon', 'square']) {
      const { outcome } = runMethod(method, wards(['00190', '00235'], '2025-07-01'), { shape, against: 'area' });
      checkOutcome(method, outcome);
      if (outcome.kind !== 'found') throw new Error('nothing found');
      // GROUND_TRUTH.md, 7: 348 incidents within 100 m of the border of 00190 and 00235.
      expect(outcome.findings[0]!.told.values['pair']).toMatch(/00190|00235/);
      expect(outcome.findings.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(100);
    }
  });

  it('counts every class of its picture, and every finding is hotter than normal', () => {
    const { outcome } = runMethod(method, wards(['00008', '00025', '00160']), { confidence: '90', against: 'surroundings' });
    checkOutcome(method, outcome);
    if (outcome.kind !== 'found') throw new Error('nothing found');
    const bars = outcome.charts[0]!.series[0]!.values as number[];
    const fact = (id: string) => outcome.facts.find((one) => one.id === id)!.value!;
    expect(bars.slice(3).reduce((sum, value) => sum + value, 0)).toBe(fact('hotCells'));
    expect(bars.slice(0, 3).reduce((sum, value) => sum + value, 0)).toBe(fact('coldCells'));
    expect(outcome.tables[1]!.rows).toHaveLength(fact('hotCells') + fact('coldCells'));
    expect(outcome.findings.every(({ count, expected }) => count > expected!)).toBe(true);
  });

  it('finds next to nothing where the same number of incidents is spread by chance', () => {
    const input = wards(['00008', '00025', '00160']);
    const [west, south, east, north] = boxOfArea(input.area)!;
    const random = createRandom(7);
    const draw = (): [number, number] => {
      for (;;) {
        const [x, y] = [west + random() * (east - west), south + random() * (north - south)];
        if (input.area.some((rings) => isInRings(rings, x, y))) return [x, y];
      }
    };
    const places = Array.from(input.points.xs, draw);
    const points = { ...input.points, xs: Float64Array.from(places, ([x]) => x), ys: Float64Array.from(places, ([, y]) => y) };
    const { outcome } = runMethod(method, { ...input, points }, { cellMetres: 250, confidence: '99' });
    checkOutcome(method, outcome);
    expect(outcome.kind === 'found' && outcome.findings.length).toBe(0);
    expect(outcome.kind === 'found' && outcome.headline.code).toBe('none');
  });

  it('gives equal outcomes for equal inputs, and stops when told to', () => {
    expect(runMethod(method, t11()).outcome).toEqual(runMethod(method, t11()).outcome);
    expect(runMethodUntil(method, t11(), {}, 1, () => false).outcome).toBeNull();
    expect(runMethodUntil(method, t11(), { against: 'surroundings' }, 1, (share) => share < 0.3).outcome).toBeNull();
  });

  it.each(Object.keys(EDGE_INPUTS))('answers in sentences for %s', (name) => {
    const { outcome } = runMethod(method, EDGE_INPUTS[name]!());
    checkOutcome(method, outcome);
    const expected: Record<string, string> = { empty: 'no_incident', one_point: 'one_incident', one_day: 'one_incident', one_place: 'one_place', no_ward: 'no_area' };
    expect(reasonOf(outcome)?.code).toBe(expected[name]);
  });
  it('says when the cells are too large for the area', () => {
    const { outcome } = runMethod(method, t11(), { cellMetres: 5_000 });
    checkOutcome(method, outcome);
    expect(reasonOf(outcome)?.code).toBe('few_cells');
  });
});
