import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { crossBorderRepeatMethod } from '../../../lib/analysis/relations/cross-border-repeat';
import { isInRings } from '../../../lib/analysis/plane/plane-rings';
import type { AnalysisResult } from '../../../lib/domain/analysis-result';
import { demoInput, demoScope } from '../../helpers/analysis-input';
import { checkOutcome, reasonOf, runMethod, runMethodUntil } from '../../helpers/check-outcome';
import { EDGE_INPUTS } from '../../helpers/edge-inputs';

const truth = (JSON.parse(readFileSync(new URL('../../../data/demo/ground-truth.json', import.meta.url), 'utf8')) as { nearRepeat: { pairs: { first: string; second: string; crosses: boolean }[] } }).nearRepeat;
const found = (outcome: unknown): AnalysisResult => {
  expect(outcome).toMatchObject({ kind: 'found' });
  return outcome as AnalysisResult;
};
const quick = { permutations: 199, resamples: 99 };
const thefts = () => demoInput(demoScope({ from: '2025-09-01', to: '2026-04-07', categories: ['theft'], area: { kind: 'province', provinceCode: '01' } }));

describe('near repeats across borders', () => {
  it('finds the planted steps from 00337 to 00340 first, in the right direction (GROUND_TRUTH §4)', () => {
    const { outcome, parameters } = runMethod(crossBorderRepeatMethod, thefts(), quick);
    checkOutcome(crossBorderRepeatMethod, outcome);
    expect(parameters).toMatchObject({ distanceMetres: 200, days: 7 });
    const { headline, tables, facts } = found(outcome);
    expect(headline).toMatchObject({ code: 'headline_directed', values: { from: '00337', to: '00340' } });
    const [first] = tables[0]!.rows;
    expect(first!.cells.slice(0, 2)).toEqual(['00337/00340', 21]);
    expect(first!.cells.slice(4, 7)).toEqual(['00337', 16, 5]);
    // R 4.2.2: binom.test(16, 21)$p.value
    expect(first!.cells[7]).toBeCloseTo(0.0266036987305, 9);
    expect(first!.cells[9]).toBe('directed');
    expect(facts.find(({ id }) => id === 'cross_p')!.value).toBeLessThanOrEqual(0.01);
    expect(tables[0]!.rows.filter(({ cells }) => cells[9] === 'directed')).toHaveLength(1);
  });
  it('counts every planted crossing pair, and none when only those are taken away', () => {
    const crossing = truth.pairs.filter((pair) => pair.crosses);
    expect(crossing).toHaveLength(14);
    const without = new Set(crossing.flatMap(({ first, second }) => [first, second]));
    const input = demoInput(demoScope({ from: '2025-09-01', to: '2026-04-07', categories: ['theft'], area: { kind: 'province', provinceCode: '01' } }), (raw) => ({ ...raw, incidents: raw.incidents.filter(({ id }) => !without.has(id)) }));
    const row = found(runMethod(crossBorderRepeatMethod, input, quick).outcome).tables[0]!.rows.find(({ cells }) => cells[0] === '00337/00340');
    expect(Number(row?.cells[1] ?? 0)).toBeLessThanOrEqual(7);
    expect(row?.cells[9] ?? 'too_few_steps').not.toBe('directed');
  });
  it('watches the strip across: in the other ward, within reach of the new incidents, and only of new ones', () => {
    const scope = demoScope({ from: '2026-01-01', to: '2026-03-20', categories: ['theft'], area: { kind: 'wards', codes: ['00337', '00340', '00331'] } });
    const input = demoInput(scope);
    const { outcome } = runMethod(crossBorderRepeatMethod, input, { ...quick, distanceMetres: 200, days: 7, watchDays: 14 });
    checkOutcome(crossBorderRepeatMethod, outcome);
    const { findings, tables } = found(outcome);
    expect(findings.length).toBeGreaterThan(0);
    findings.forEach((finding, k) => {
      const to = input.wards.find(({ code }) => code === tables[1]!.rows[k]!.cells[1])!;
      const origins = finding.incidents.map((id) => input.points.ids.indexOf(id));
      for (const i of origins) {
        expect(input.points.days[i]!).toBeGreaterThan(input.lastDay - 14);
        expect(input.wards[input.points.wards[i]!]!.code).toBe(tables[1]!.rows[k]!.cells[0]);
      }
      const polygons = finding.geometry.type === 'Polygon' ? [finding.geometry.coordinates] : finding.geometry.coordinates;
      const corners = polygons.flatMap((rings) => rings[0]!).map(([longitude, latitude]) => input.plane.toPlane(longitude!, latitude!));
      const near = corners.filter(([x, y]) => Math.min(...origins.map((i) => Math.hypot(input.points.xs[i]! - x, input.points.ys[i]! - y))) <= 208);
      expect(near).toHaveLength(corners.length);
      const [cx, cy] = [corners.reduce((sum, [x]) => sum + x, 0) / corners.length, corners.reduce((sum, [, y]) => sum + y, 0) / corners.length];
      const all = corners.map(([x, y]) => [x + (cx - x) * 0.1, y + (cy - y) * 0.1] as const).filter(([x, y]) => to.polygons.some((rings) => isInRings(rings, x, y)));
      expect(all.length / corners.length).toBeGreaterThan(0.8);
    });
  });
  it('reports no direction when the dates are dealt anew (30 times, 5 % each)', () => {
    const input = demoInput(demoScope({ from: '2025-09-01', to: '2026-04-07', categories: ['theft'], area: { kind: 'wards', codes: ['00337', '00340', '00190', '00235'] } }));
    let directed = 0;
    for (let turn = 1; turn <= 30; turn++) {
      const move = (turn * 37) % input.points.count;
      const times = Float64Array.from(input.points.times, (_, i) => input.points.times[(i * 7 + move) % input.points.count]!);
      const order = [...times.keys()].sort((a, b) => times[a]! - times[b]!);
      const pick = <T extends Float64Array | Int16Array | Int32Array | Uint8Array>(values: T): T => (values as Float64Array).map((_, k) => (values as Float64Array)[order[k]!]!) as unknown as T;
      const { points } = input;
      const dealt = { ...input, points: { ...points, times: times.sort(), ids: order.map((k) => points.ids[k]!), xs: pick(points.xs), ys: pick(points.ys), wards: pick(points.wards) } };
      const { headline } = found(runMethod(crossBorderRepeatMethod, dealt, { permutations: 99, resamples: 99, days: 7, watchDays: 1 }).outcome);
      if (headline.code === 'headline_directed') directed++;
    }
    expect(directed).toBeLessThanOrEqual(4);
  });
  it('says when the period is too short for the days', () => {
    const input = demoInput(demoScope({ from: '2026-10-01', to: '2026-10-31', area: { kind: 'wards', codes: ['00008', '00160'] } }));
    expect(reasonOf(runMethod(crossBorderRepeatMethod, input, { ...quick, days: 12 }).outcome)).toEqual({ code: 'period_too_short', values: { period: 31, days: 12 } });
  });
  it('gives the same outcome for the same seed, and stops when told', () => {
    const input = thefts();
    expect(runMethod(crossBorderRepeatMethod, input, quick, 5).outcome).toEqual(runMethod(crossBorderRepeatMethod, input, quick, 5).outcome);
    expect(runMethodUntil(crossBorderRepeatMethod, input, quick, 5, () => false).outcome).toBeNull();
  });
  it.each(Object.keys(EDGE_INPUTS))('answers in words: %s', (name) => {
    const { outcome } = runMethod(crossBorderRepeatMethod, EDGE_INPUTS[name]!(), quick);
    checkOutcome(crossBorderRepeatMethod, outcome);
    const reasons: Record<string, string> = { empty: 'too_few', one_point: 'too_few', one_place: 'no_cross_pair', one_ward: 'no_border', one_day: 'too_few', one_moment: 'all_at_once', no_ward: 'no_border' };
    if (name === 'no_streets') expect(outcome.kind).toBe('found');
    if (name in reasons) expect(reasonOf(outcome)?.code).toBe(reasons[name]);
  });
});
