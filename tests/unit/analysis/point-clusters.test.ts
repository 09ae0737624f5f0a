import { describe, expect, it } from 'vitest';
import type { AnyMethod } from '../../../lib/analysis/method';
import { densityClustersMethod } from '../../../lib/analysis/hotspots/density-clusters';
import { hierarchicalClustersMethod } from '../../../lib/analysis/hotspots/hierarchical-clusters';
import { overlapOf } from '../../../lib/analysis/hotspots/point-clusters';
import { demoInput, demoScope } from '../../helpers/analysis-input';
import { checkOutcome, reasonOf, runMethod, runMethodUntil } from '../../helpers/check-outcome';
import { EDGE_INPUTS } from '../../helpers/edge-inputs';

const METHODS: readonly AnyMethod[] = [densityClustersMethod, hierarchicalClustersMethod];
const year = () => demoInput(demoScope({ from: '2025-11-01', to: '2026-10-31', area: { kind: 'wards', codes: ['00008', '00025', '00160'] } }));

describe.each(METHODS.map((method) => [method.id, method] as const))('%s', (_, method) => {
  it('finds the hotspot on the borders around T11, and its numbers add up', () => {
    const input = year();
    const { outcome } = runMethod(method, input);
    checkOutcome(method, outcome);
    if (outcome.kind !== 'found') throw new Error('nothing found');
    const [clusters, shares] = outcome.tables;
    const straddling = clusters!.rows.filter(({ cells }) => cells[4] === 'straddles');
    expect(straddling.some(({ cells }) => [cells[1], cells[2]].includes('00008') && [cells[1], cells[2]].includes('00160'))).toBe(true);
    for (const { id, count } of outcome.findings) expect(shares!.rows.filter(({ findingId }) => findingId === id).reduce((sum, { cells }) => sum + Number(cells[2]), 0)).toBe(count);
    const wardOf = new Map(input.points.ids.map((one, i) => [one, input.wards[input.points.wards[i]!]!.code]));
    for (const [at, finding] of outcome.findings.entries()) expect(new Set(finding.incidents.map((one) => wardOf.get(one))).size).toBe(clusters!.rows[at]!.cells[3]);
    expect(outcome.facts.find(({ id }) => id === 'steadiness')!.value).toBeGreaterThan(0);
  });
  it('gives equal outcomes for equal inputs, and stops when told to', () => {
    expect(runMethod(method, year()).outcome).toEqual(runMethod(method, year()).outcome);
    expect(runMethodUntil(method, year(), {}, 1, () => false).outcome).toBeNull();
  });
  it.each(Object.keys(EDGE_INPUTS))('answers in sentences for %s', (name) => {
    const { outcome } = runMethod(method, EDGE_INPUTS[name]!());
    checkOutcome(method, outcome);
    const expected: Record<string, string> = { empty: 'no_incident', one_point: 'one_incident', one_day: 'one_incident', two_points: 'fewer_than_cluster', one_place: 'one_place', no_ward: 'no_area' };
    expect(reasonOf(outcome)?.code).toBe(expected[name]);
  });
});

describe('clusters', () => {
  it('say none where nothing is dense, and warn of one that holds the town', () => {
    const sparse = runMethod(densityClustersMethod, year(), { radiusMetres: 10, minPoints: 100 }).outcome;
    checkOutcome(densityClustersMethod, sparse);
    expect(sparse.kind === 'found' && [sparse.headline.code, sparse.findings.length, sparse.charts[0]!.id]).toEqual(['none', 0, 'distances']);
    const heap = runMethod(densityClustersMethod, year(), { radiusMetres: 1_000, minPoints: 5 }).outcome;
    checkOutcome(densityClustersMethod, heap);
    expect(heap.kind === 'found' && heap.warnings.map(({ code }) => code)).toContain('one_large');
  });
  it('overlap by intersection over union', () => {
    expect(overlapOf([1, 2, 3, 4], [3, 4, 5])).toBeCloseTo(2 / 5, 12);
    expect(overlapOf([1], [2])).toBe(0);
  });
});
