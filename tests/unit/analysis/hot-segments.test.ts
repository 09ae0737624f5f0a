import { describe, expect, it } from 'vitest';
import { hotSegmentsMethod as method } from '../../../lib/analysis/hotspots/hot-segments';
import { cutLine, joinSegments, snapToSegments, type StreetSegment } from '../../../lib/analysis/hotspots/street-segments';
import { demoInput, demoScope } from '../../helpers/analysis-input';
import { checkOutcome, reasonOf, runMethod, runMethodUntil } from '../../helpers/check-outcome';
import { EDGE_INPUTS } from '../../helpers/edge-inputs';

const year = () => demoInput(demoScope({ from: '2025-11-01', to: '2026-10-31', area: { kind: 'wards', codes: ['00008', '00025', '00160'] } }));

describe('hot street segments', () => {
  it('finds the street where vending was planted, counts what it says, and keeps intervals around its rates', () => {
    const input = year();
    const { outcome, parameters } = runMethod(method, input);
    checkOutcome(method, outcome);
    if (outcome.kind !== 'found') throw new Error('nothing found');
    // GROUND_TRUTH.md, 5: encroachment within 300 m of 105.79774, 21.037743.
    const [x, y] = input.plane.toPlane(105.79774, 21.037743);
    const near = new Set(input.points.ids.filter((_, i) => Math.hypot(input.points.xs[i]! - x, input.points.ys[i]! - y) < 300));
    expect(outcome.findings[0]!.incidents.filter((id) => near.has(id)).length / outcome.findings[0]!.count).toBeGreaterThan(0.8);
    const rows = outcome.tables[0]!.rows.map(({ cells }) => cells as (number | null)[]);
    for (const cells of rows) {
      expect(cells[8]!).toBeLessThanOrEqual(cells[7]!);
      expect(cells[9]!).toBeGreaterThanOrEqual(cells[7]!);
      expect(cells[3]!).toBeLessThanOrEqual(Number(parameters['segmentMetres']) + 1e-6);
    }
    expect(rows.map((cells) => cells[10]!)).toEqual(rows.map((cells) => cells[10]!).sort((a, b) => b - a));
    const snapped = rows.reduce((sum, cells) => sum + cells[4]!, 0);
    const share = outcome.facts.find(({ id }) => id === 'unsnappedShare')!.value!;
    expect(rows.length).toBeLessThan(300);
    expect(snapped).toBe(Math.round((1 - share) * input.points.count));
  });
  it('gives equal outcomes for equal inputs, and stops when told to', () => {
    expect(runMethod(method, year()).outcome).toEqual(runMethod(method, year()).outcome);
    expect(runMethodUntil(method, year(), {}, 1, (share) => share < 0.1).outcome).toBeNull();
  });
  it.each(Object.keys(EDGE_INPUTS))('answers in sentences for %s', (name) => {
    const { outcome } = runMethod(method, EDGE_INPUTS[name]!());
    checkOutcome(method, outcome);
    const expected: Record<string, string> = { empty: 'no_incident', one_point: 'one_incident', one_day: 'one_incident', one_place: 'one_place', no_ward: 'no_area', no_streets: 'no_streets' };
    expect(reasonOf(outcome)?.code).toBe(expected[name]);
  });
});

describe('segments', () => {
  const segment = (line: [number, number][], street = 0): StreetSegment => ({ street, line, lengthMetres: 1 });
  it('are equal pieces that keep the corners between them', () => {
    const pieces = cutLine([[0, 0], [100, 0], [100, 200]], 150);
    expect(pieces).toEqual([[[0, 0], [100, 0], [100, 50]], [[100, 50], [100, 200]]]);
    expect(cutLine([[0, 0], [450, 0]], 150)).toHaveLength(3);
    expect(cutLine([[0, 0], [451, 0]], 150)).toHaveLength(4);
    expect(cutLine([[5, 5], [5, 5]], 150)).toEqual([]);
  });
  it('take incidents within reach, the first of equally near ones', () => {
    const segments = [segment([[0, 0], [100, 0]]), segment([[100, 0], [200, 0]]), segment([[0, 40], [200, 40]])];
    const points = { count: 4, xs: Float64Array.of(100, 50, 150, 50), ys: Float64Array.of(0, 30, -10, -31) };
    expect([...snapToSegments(points as never, segments, 30, () => true)!]).toEqual([0, 2, 1, -1]);
  });
  it('join where they meet', () => {
    const segments = [segment([[0, 0], [100, 0]]), segment([[300, 0], [400, 0]]), segment([[100, 0.2], [200, 0]]), segment([[400, 0], [400, 90]])];
    expect(joinSegments(segments, [3, 0, 1, 2])).toEqual([[0, 2], [1, 3]]);
  });
});
