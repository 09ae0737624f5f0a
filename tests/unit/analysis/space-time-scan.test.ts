import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AnalysisResult, Finding } from '../../../lib/domain/analysis-result';
import { isInRings } from '../../../lib/analysis/plane/plane-rings';
import { spaceTimeScanMethod } from '../../../lib/analysis/times/space-time-scan';
import { demoInput, demoScope } from '../../helpers/analysis-input';
import { checkOutcome, reasonOf, runMethod, runMethodUntil } from '../../helpers/check-outcome';
import { EDGE_INPUTS } from '../../helpers/edge-inputs';

const truth = JSON.parse(readFileSync(new URL('../../../data/demo/ground-truth.json', import.meta.url), 'utf8')) as { hotCorridors: { id: string; plantedIds: string[] }[] };
const t11 = truth.hotCorridors.find(({ id }) => id === 't11-last-28-days')!;
/** The wards around T11 (GROUND_TRUTH.md §1) and their neighbours to the south. */
const T11_WARDS = ['00008', '00025', '00160', '00166', '00169', '00004'];
const t11Scope = demoScope({ from: '2025-07-01', to: '2026-10-31', categories: ['drugs', 'prostitution', 'theft'], area: { kind: 'wards', codes: T11_WARDS } });
const found = (outcome: unknown): AnalysisResult => outcome as AnalysisResult;
const holds = ({ geometry }: Finding, x: number, y: number): boolean => geometry.type === 'Polygon' && isInRings(geometry.coordinates as never, x, y);

describe('space-time scan', () => {
  it('finds T11 under way on the last day: most of the 13 planted incidents, in three wards', () => {
    const { outcome } = runMethod(spaceTimeScanMethod, demoInput(t11Scope), { ending: 'last', permutations: 99 });
    checkOutcome(spaceTimeScanMethod, outcome);
    const [first] = found(outcome).findings;
    expect(first!.p).toBe(1 / 100);
    expect(first!.incidents.filter((id) => t11.plantedIds.includes(id)).length).toBeGreaterThanOrEqual(8);
    expect(first!.expected!).toBeLessThan(first!.count / 4);
    expect(found(outcome).facts.find(({ id }) => id === 'recurrence')!.value).toBeGreaterThan(365);
    expect(Number(first!.told.values.wards)).toBeGreaterThanOrEqual(2);
  });
  it('finds the emerging hot spot of Định Công – Hoàng Mai, beside the thefts planted at Hoàng Liệt and nothing else', () => {
    const scope = demoScope({ from: '2025-11-01', to: '2026-10-31', categories: ['theft', 'disorder', 'robbery'], area: { kind: 'province', provinceCode: '01' } });
    const { outcome } = runMethod(spaceTimeScanMethod, demoInput(scope), { permutations: 99 });
    checkOutcome(spaceTimeScanMethod, outcome);
    // GROUND_TRUTH.md §2: 15 in August, 19 in September, 26 in October, around 105.8409, 20.9769; §4: thefts in 00337 and 00340.
    const here = found(outcome).findings.find((finding) => holds(finding, 105.8409, 20.9769))!;
    expect(here.count).toBeGreaterThanOrEqual(45);
    expect(here.p).toBe(1 / 100);
    expect(here.told.values.to).toMatch(/^2026-10/);
    const others = found(outcome).findings.filter((finding) => finding !== here);
    expect(others.filter(({ told }) => !['00337', '00340'].includes(String(told.values.ward)))).toEqual([]);
    expect(found(outcome).charts[0]!.series.reduce((sum, { values }) => sum + values.reduce((all: number, value) => all + value!, 0), 0)).toBe(found(outcome).tables[0]!.rows[0]!.cells[6]);
  }, 120_000);
  it('says so when days are dealt by chance: p is large and there is no finding', () => {
    const input = demoInput(demoScope({ from: '2020-01-01', to: '2020-12-31', categories: ['theft'], area: { kind: 'wards', codes: T11_WARDS } }));
    const days = Int32Array.from(input.points.days, (_, i) => input.firstDay + ((i * 7919) % 366));
    const { outcome } = runMethod(spaceTimeScanMethod, { ...input, points: { ...input.points, days } }, { permutations: 199, radiusMetres: 300 });
    checkOutcome(spaceTimeScanMethod, outcome);
    expect(found(outcome).headline.code).toBe('none');
    expect(found(outcome).findings).toEqual([]);
    expect(Number(found(outcome).headline.values.p)).toBeGreaterThan(0.05);
  });
  it('the same seed gives the same outcome; it can be stopped; a raster of centres finds the same place', () => {
    const input = demoInput(t11Scope);
    const once = runMethod(spaceTimeScanMethod, input, { permutations: 99 }, 5).outcome;
    expect(runMethod(spaceTimeScanMethod, input, { permutations: 99 }, 5).outcome).toEqual(once);
    expect(runMethodUntil(spaceTimeScanMethod, input, { permutations: 99 }, 5, (share) => share < 0.5).outcome).toBeNull();
    const raster = runMethod(spaceTimeScanMethod, input, { permutations: 99, centres: 'raster', ending: 'last' }).outcome;
    checkOutcome(spaceTimeScanMethod, raster);
    expect(found(raster).findings[0]!.incidents.filter((id) => t11.plantedIds.includes(id)).length).toBeGreaterThanOrEqual(6);
  });
  it.each(Object.keys(EDGE_INPUTS))('answers in sentences: %s', (name) => {
    for (const ending of ['any', 'last']) checkOutcome(spaceTimeScanMethod, runMethod(spaceTimeScanMethod, EDGE_INPUTS[name]!(), { permutations: 99, ending }).outcome);
  });
  it('names the reason', () => {
    const reasons = Object.fromEntries(Object.entries(EDGE_INPUTS).map(([name, input]) => [name, reasonOf(runMethod(spaceTimeScanMethod, input(), { permutations: 99 }).outcome)?.code]));
    expect(reasons).toMatchObject({ empty: 'no_incident', one_point: 'too_few', two_points: 'too_few', one_place: 'one_place', one_moment: 'one_day', no_ward: 'no_area' });
  });
  it('keeps parameters in their ranges', () => {
    const { parameters } = runMethod(spaceTimeScanMethod, demoInput(t11Scope), { permutations: 99 });
    for (const wrong of [{ radiusMetres: 0 }, { durationDays: 1.5 }, { permutations: 10_000 }, { ending: 'soon' }, { more: 1 }]) expect(spaceTimeScanMethod.schema.safeParse({ ...parameters, ...wrong }).success).toBe(false);
  });
});
