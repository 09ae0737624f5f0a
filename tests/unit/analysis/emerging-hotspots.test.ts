import { describe, expect, it } from 'vitest';
import type { AnalysisResult, Finding } from '../../../lib/domain/analysis-result';
import { cutSlices } from '../../../lib/analysis/times/emerging-cube';
import { dayNumber } from '../../../lib/analysis/method';
import { emergingHotspotsMethod } from '../../../lib/analysis/times/emerging-hotspots';
import { isInRings } from '../../../lib/analysis/plane/plane-rings';
import { demoInput, demoScope } from '../../helpers/analysis-input';
import { checkOutcome, reasonOf, runMethod, runMethodUntil } from '../../helpers/check-outcome';
import { EDGE_INPUTS } from '../../helpers/edge-inputs';

const found = (outcome: unknown): AnalysisResult => outcome as AnalysisResult;
const polygonsOf = ({ geometry }: Finding) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as unknown as Parameters<typeof isInRings>[0][];
const findAt = ({ findings }: AnalysisResult, x: number, y: number): Finding | undefined => findings.find((finding) => polygonsOf(finding).some((rings) => isInRings(rings, x, y)));
const emerging = demoScope({ from: '2025-11-01', to: '2026-10-31', categories: ['theft', 'disorder', 'robbery'], area: { kind: 'province', provinceCode: '01' } });
const fading = (to: string) => demoScope({ from: '2025-01-01', to, categories: ['gambling', 'disorder', 'drugs'], area: { kind: 'province', provinceCode: '31' } });

describe('emerging hot spots', () => {
  it('slices are of equal length and end on the last day', () => {
    expect(cutSlices({ firstDay: dayNumber('2026-01-01' as never), lastDay: dayNumber('2026-03-31' as never) }, 28)).toEqual({ days: 28, count: 3, firstDay: dayNumber('2026-01-07' as never), leftOutDays: 6 });
  });
  it('Định Công – Hoàng Mai heats up, and is the first that is told', () => {
    const { outcome, parameters } = runMethod(emergingHotspotsMethod, demoInput(emerging));
    checkOutcome(emergingHotspotsMethod, outcome);
    const place = findAt(found(outcome), 105.8409, 20.9769)!;
    expect(place.rank).toBe(1);
    expect(place.told.code).toMatch(/^hot_(new|consecutive|intensifying)$/);
    expect(found(outcome).headline.code).toBe('headline_rising');
    // GROUND_TRUTH.md §2: 26 in October; the last 28 days lack 3 of its days, the cells hold some background.
    expect(parameters.slice).toBe('four_weeks');
    expect(Number(place.told.values.last)).toBeGreaterThanOrEqual(20);
    expect(Number(place.told.values.last)).toBeGreaterThan(2 * Number(place.told.values.before));
    expect(place.p!).toBeLessThan(0.001);
    expect(found(outcome).charts[0]!.series[0]!.values.at(-1)).toBe(place.told.values.last);
  });
  it.each([['2026-09-30', 'twelve_weeks'], ['2026-10-31', 'twelve_weeks'], ['2026-09-30', 'four_weeks'], ['2026-10-31', 'four_weeks']])('Hưng Đạo – Dương Kinh fades until %s in slices of %s', (to, slice) => {
    const { outcome } = runMethod(emergingHotspotsMethod, demoInput(fading(to)), { slice });
    checkOutcome(emergingHotspotsMethod, outcome);
    const place = findAt(found(outcome), 106.71191, 20.792108)!;
    expect(place.told.code).toMatch(/^hot_(diminishing|historical|faded)$/);
    expect(Number(place.told.values.last)).toBeLessThan(Number(place.told.values.before) / 2);
  });
  it('all cells instead of those with incidents: the mean falls, the same place stays first', () => {
    const { outcome } = runMethod(emergingHotspotsMethod, demoInput(emerging), { cells: 'all', cellMetres: 600 });
    checkOutcome(emergingHotspotsMethod, outcome);
    expect(findAt(found(outcome), 105.8409, 20.9769)?.told.code).toMatch(/^hot_/);
  });
  it('every cell drawn is counted in its class, every incident in its cell', () => {
    const input = demoInput(emerging);
    const { outcome } = runMethod(emergingHotspotsMethod, input);
    const { features, tables, facts } = found(outcome);
    const drawn = tables[1]!.rows.reduce((sum, { cells }) => sum + Number(cells[1]), 0);
    expect(features).toHaveLength(drawn);
    expect(['rising', 'persistent', 'irregular', 'fading', 'cold'].reduce((sum, id) => sum + facts.find((fact) => fact.id === id)!.value!, 0)).toBe(drawn);
    expect(runMethod(emergingHotspotsMethod, input).outcome).toEqual(outcome);
    expect(runMethodUntil(emergingHotspotsMethod, input, {}, 1, () => false).outcome).toBeNull();
  });
  it.each(Object.keys(EDGE_INPUTS))('answers in sentences: %s', (name) => {
    for (const slice of ['week', 'twelve_weeks']) checkOutcome(emergingHotspotsMethod, runMethod(emergingHotspotsMethod, EDGE_INPUTS[name]!(), { slice }).outcome);
  });
  it('names the reason', () => {
    const reasonAt = (name: string, given = {}) => reasonOf(runMethod(emergingHotspotsMethod, EDGE_INPUTS[name]!(), given).outcome)?.code;
    expect(['empty', 'one_point', 'one_place', 'one_moment', 'one_day', 'no_ward'].map((name) => reasonAt(name))).toEqual(['no_incident', 'too_few', 'one_place', 'one_day', 'too_few', 'no_area']);
    expect(reasonAt('one_ward', { cellMetres: 5000 })).toMatch(/^(too_few_cells|cells_too_large)$/);
  });
});
