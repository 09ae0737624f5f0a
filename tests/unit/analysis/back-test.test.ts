import { describe, expect, it } from 'vitest';
import type { AnalysisResult } from '../../../lib/domain/analysis-result';
import { findWinner, type ScoreInterval } from '../../../lib/analysis/times/back-test-intervals';
import { backTestMethod } from '../../../lib/analysis/times/back-test';
import { demoInput, demoScope } from '../../helpers/analysis-input';
import { checkOutcome, reasonOf, runMethod, runMethodUntil } from '../../helpers/check-outcome';
import { EDGE_INPUTS } from '../../helpers/edge-inputs';

const found = (outcome: unknown): AnalysisResult => outcome as AnalysisResult;
const WARDS = ['00008', '00025', '00160', '00166', '00004', '00190', '00235', '00256'];
const scope = demoScope({ from: '2025-07-01', to: '2026-10-31', area: { kind: 'wards', codes: WARDS } });
const tableOf = ({ tables }: AnalysisResult, id: string) => tables.find((table) => table.id === id)!;
const cell = (outcome: AnalysisResult, method: string, column: string) => {
  const { columns, rows } = tableOf(outcome, 'methods');
  return rows.find(({ cells }) => cells[0] === method)!.cells[columns.findIndex(({ id }) => id === column)]!;
};

describe('back-test of hotspot methods', () => {
  const input = demoInput(scope);
  const { outcome, parameters } = runMethod(backTestMethod, input);
  it('compares every method on the same weeks and the same area', () => {
    checkOutcome(backTestMethod, outcome);
    expect(tableOf(found(outcome), 'methods').rows.map(({ cells }) => cells[0])).toEqual(['naive', 'recent_counts', 'kde_narrow', 'kde', 'kde_wide', 'kde_recent', 'getis_ord', 'density_clusters', 'border_band']);
    for (const method of ['kde', 'getis_ord', 'recent_counts']) expect(cell(found(outcome), method, 'area_share')).toBe(cell(found(outcome), 'naive', 'area_share'));
    expect(Number(cell(found(outcome), 'density_clusters', 'area_share'))).toBeLessThanOrEqual(Number(cell(found(outcome), 'naive', 'area_share')));
    expect(tableOf(found(outcome), 'weeks').rows).toHaveLength(Number(parameters.testWeeks));
  });
  it('PAI is the share caught over the share of the area; the incidents are those of the last weeks', () => {
    expect(Number(cell(found(outcome), 'kde', 'pai'))).toBeCloseTo(Number(cell(found(outcome), 'kde', 'hit_share')) / Number(cell(found(outcome), 'kde', 'area_share')), 10);
    const tested = [...input.points.days].filter((day) => day > input.lastDay - 7 * Number(parameters.testWeeks)).length;
    expect(found(outcome).facts.find(({ id }) => id === 'incidents')!.value).toBe(tested);
    // The planted corridors make places matter: every sensible method is far better than chance.
    for (const method of ['naive', 'kde', 'getis_ord']) expect(Number(cell(found(outcome), method, 'pai'))).toBeGreaterThan(3);
  });
  it('a winner is named only when its lead clears 0', () => {
    const { code, values } = found(outcome).headline;
    const leads = tableOf(found(outcome), 'methods').rows.map(({ cells }) => cells[9]);
    if (code === 'winner') expect(Number(values.leadLow)).toBeGreaterThan(0);
    else expect(leads.slice(1, 7).every((low) => Number(low) <= 0)).toBe(true);
    const score = (methodId: string, pai: number, leadLow: number | null, areaShare = 0.05): ScoreInterval => ({ methodId, pai, low: pai, high: pai, lead: null, leadLow, leadHigh: null, recapture: null, areaShare, hitShare: null });
    expect(findWinner([score('naive', 5, 0), score('kde', 9, -0.1), score('zones', 30, 10, 0.01)])).toBeNull();
    expect(findWinner([score('naive', 5, 0), score('kde', 9, 0.1), score('gi', 10, 0.2), score('zones', 30, 10, 0.01)])!.methodId).toBe('gi');
  });
  it('shuffled places leave no method better than chance, and no winner', () => {
    const [xs, ys] = [new Float64Array(input.points.count), new Float64Array(input.points.count)];
    const places = Array.from(xs, (_, i) => (i * 7919 + 13) % input.points.count);
    const spots = places.map((_, i) => [input.area[0]![0]![0]![0] + ((i * 97) % 1500), input.area[0]![0]![0]![1] + ((i * 61) % 1500)] as const);
    places.forEach((place, i) => { [xs[i], ys[i]] = spots[place]!; });
    const { outcome: shuffled } = runMethod(backTestMethod, { ...input, area: [[[...square(spots)]]], areaSquareMetres: 1500 * 1500, points: { ...input.points, xs, ys } }, { testWeeks: 20, historyWeeks: 30 });
    checkOutcome(backTestMethod, shuffled);
    expect(found(shuffled).headline.code).toBe('no_winner');
    expect(Number(cell(found(shuffled), 'naive', 'low'))).toBeLessThan(1.1);
  });
  it('scores saved zones as they are', () => {
    const [x, y] = input.plane.toPlane(105.8063, 21.0385);
    const ring = [[x - 200, y - 300], [x + 200, y - 300], [x + 200, y + 300], [x - 200, y + 300], [x - 200, y - 300]] as const;
    const zoned = runMethod(backTestMethod, { ...input, zones: [{ id: 'a', name: 'Vùng T11', polygons: [[ring]] }] }).outcome;
    checkOutcome(backTestMethod, zoned);
    expect(Number(cell(found(zoned), 'saved_zones', 'area_share')) * (input.areaSquareMetres / 1e6)).toBeCloseTo(0.24, 1);
    expect(tableOf(found(zoned), 'zones').rows[0]!.cells[0]).toBe('Vùng T11');
    expect(found(zoned).warnings.map(({ code }) => code)).toContain('zones_with_hindsight');
  });
  it('the same seed gives the same outcome; it can be stopped', () => {
    expect(runMethod(backTestMethod, input).outcome).toEqual(outcome);
    expect(runMethodUntil(backTestMethod, input, {}, 1, (share) => share < 0.3).outcome).toBeNull();
  });
  it.each(Object.keys(EDGE_INPUTS))('answers in sentences: %s', (name) => { checkOutcome(backTestMethod, runMethod(backTestMethod, EDGE_INPUTS[name]!()).outcome); });
  it('names the reason', () => {
    const reasonAt = (name: string, given = {}) => reasonOf(runMethod(backTestMethod, EDGE_INPUTS[name]!(), given).outcome)?.code;
    expect(['empty', 'one_point', 'one_place', 'no_ward'].map((name) => reasonAt(name))).toEqual(['no_incident', 'too_few', 'one_place', 'no_area']);
    expect(reasonAt('one_ward', { testWeeks: 100, historyWeeks: 100 })).toBe('weeks_beyond_period');
  });
});

function square(spots: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const [west, south] = [Math.min(...spots.map(([x]) => x)) - 1, Math.min(...spots.map(([, y]) => y)) - 1];
  return [[west, south], [west + 1502, south], [west + 1502, south + 1502], [west, south + 1502], [west, south]];
}
