import { describe, expect, it } from 'vitest';
import { listBorderCrossings } from '../../../lib/analysis/relations/border-crossings';
import { catchmentAreas, catchmentStreets } from '../../../lib/analysis/relations/catchments';
import { gammaQuantile } from '../../../lib/analysis/relations/gamma-interval';
import { junctionRankingMethod } from '../../../lib/analysis/relations/junction-ranking';
import type { AnalysisResult } from '../../../lib/domain/analysis-result';
import { demoInput, demoScope } from '../../helpers/analysis-input';
import { checkOutcome, reasonOf, runMethod, runMethodUntil } from '../../helpers/check-outcome';
import { EDGE_INPUTS } from '../../helpers/edge-inputs';

const found = (outcome: unknown): AnalysisResult => {
  expect(outcome).toMatchObject({ kind: 'found' });
  return outcome as AnalysisResult;
};
const area = { kind: 'wards' as const, codes: ['00160', '00166', '00008', '00025', '00190', '00235'] };
const town = () => demoInput(demoScope({ from: '2025-11-01', to: '2026-10-31', area }));

describe('the ranking of junctions', () => {
  it('finds the crossing in the planted border of 00160 and 00166 first (GROUND_TRUTH §5) and counts by hand', () => {
    const input = demoInput(demoScope({ from: '2025-11-01', to: '2026-10-31', categories: ['encroachment'], area }));
    const { outcome } = runMethod(junctionRankingMethod, input, { reachMetres: 120, mergeMetres: 60 });
    checkOutcome(junctionRankingMethod, outcome);
    const result = found(outcome);
    const [first] = result.findings;
    expect(result.headline).toMatchObject({ code: 'headline', values: { wardA: '00160', wardB: '00166' } });
    const ring = (first!.geometry.coordinates as [number, number][][])[0]!.slice(0, -1).map(([a, b]) => input.plane.toPlane(a, b));
    const [cx, cy] = [ring.reduce((sum, [x]) => sum + x, 0) / ring.length, ring.reduce((sum, [, y]) => sum + y, 0) / ring.length];
    const [px, py] = input.plane.toPlane(105.79774, 21.037743);
    expect(Math.hypot(cx - px, cy - py)).toBeLessThan(400);
    const all = listBorderCrossings(input, 60);
    const near = input.points.ids.filter((_, i) => {
      const metres = all.map(({ x, y }) => Math.hypot(input.points.xs[i]! - x, input.points.ys[i]! - y));
      const least = Math.min(...metres);
      return least <= 120 && Math.hypot(all[metres.indexOf(least)]!.x - cx, all[metres.indexOf(least)]!.y - cy) < 1;
    });
    expect(first!.incidents).toEqual(near);
    expect(result.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['no_isochrones', 'unsnapped']));
  });
  it('ranks by probability above the threshold, risks drawn inside what was seen, intervals around them', () => {
    const { outcome } = runMethod(junctionRankingMethod, town());
    checkOutcome(junctionRankingMethod, outcome);
    const rows = found(outcome).tables[0]!.rows.map(({ cells }) => cells);
    const chances = rows.map((cells) => Number(cells[10]));
    expect(chances).toEqual([...chances].sort((a, b) => b - a));
    for (const cells of rows) {
      const [count, expected, relative, low, high] = [5, 6, 7, 8, 9].map((k) => Number(cells[k]));
      expect(low!).toBeLessThanOrEqual(relative!);
      expect(high!).toBeGreaterThanOrEqual(relative!);
      const raw = count! / expected!;
      expect(relative!).toBeGreaterThanOrEqual(Math.min(1, raw) - 1e-9);
      expect(relative!).toBeLessThanOrEqual(Math.max(1, raw) + 1e-9);
    }
    const facts = new Map(found(outcome).facts.map(({ id, value }) => [id, value]));
    expect(facts.get('unsnapped_share')).toBeCloseTo(1 - facts.get('snapped')! / town().points.count, 12);
  });
  it('finds where streets cross borders: on the border of its two wards, merged ones apart', () => {
    const input = town();
    const all = listBorderCrossings(input, 50);
    const crossings = all.filter(({ kind }) => kind === 'crossing');
    expect(crossings.length).toBeGreaterThan(10);
    expect(all.filter(({ kind }) => kind === 'tri_point').length).toBeLessThanOrEqual(input.junctions.length);
    for (const { x, y, wards } of crossings) {
      const arc = input.arcs.find((one) => Math.min(one.wardA, one.wardB) === wards[0] && Math.max(one.wardA, one.wardB) === wards[1])!;
      const away = Math.min(...arc.lines.flatMap((line) => line.slice(1).map(([bx, by], k) => {
        const [ax, ay] = line[k]!;
        const t = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)));
        return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
      })));
      expect(away).toBeLessThan(0.01);
    }
    for (const [k, one] of all.entries()) for (const other of all.slice(k + 1)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(50);
  });
  it('measures catchments: a lone disc inside the area whole, two that touch halved, streets by length', () => {
    const square = [[[0, 0], [1000, 0], [1000, 1000], [0, 1000], [0, 0]]] as const;
    const input = { ...town(), area: [square], streets: [{ name: null, kind: 'x', line: [[400, 500], [600, 500]] as const }] };
    const places = { xs: Float64Array.of(500, 0), ys: Float64Array.of(500, 500) };
    const areas = catchmentAreas(input, places, 100, () => true)!;
    expect(areas[0]! / (Math.PI * 100 * 100)).toBeCloseTo(1, 1);
    expect(areas[1]! / (Math.PI * 50 * 100)).toBeCloseTo(1, 0);
    expect([...catchmentStreets(input, places, 100)]).toEqual([210, 0]);
    const pair = catchmentAreas(input, { xs: Float64Array.of(500, 500.001), ys: Float64Array.of(500, 500) }, 100, () => true)!;
    expect(pair[0]! + pair[1]!).toBeLessThan(areas[0]! * 1.1);
    expect(catchmentAreas(input, places, 100, () => false)).toBeNull();
  });
  it('has the gamma quantiles of R', () => {
    // R 4.2.2: qgamma(c(0.025, 0.5, 0.975), 3.7)
    for (const [share, value] of [[0.025, 0.9408724644], [0.5, 3.3725380132], [0.975, 8.3129772612]] as const) expect(gammaQuantile(3.7, share)).toBeCloseTo(value, 8);
  });
  it('also by street length; the same twice; stops when told', () => {
    const { outcome } = runMethod(junctionRankingMethod, town(), { exposure: 'streets' });
    checkOutcome(junctionRankingMethod, outcome);
    expect(found(outcome).findings.length).toBeGreaterThan(0);
    expect(runMethod(junctionRankingMethod, town(), { exposure: 'streets' }).outcome).toEqual(outcome);
    expect(runMethodUntil(junctionRankingMethod, town(), {}, 1, () => false).outcome).toBeNull();
  });
  it.each(Object.keys(EDGE_INPUTS))('answers in words: %s', (name) => {
    const { outcome } = runMethod(junctionRankingMethod, EDGE_INPUTS[name]!());
    checkOutcome(junctionRankingMethod, outcome);
    const reasons: Record<string, string> = { empty: 'no_incident', one_ward: 'no_place', no_ward: 'no_incident' };
    if (name in reasons) expect(reasonOf(outcome)?.code).toBe(reasons[name]);
    if (name === 'no_streets' && outcome.kind === 'found') expect(outcome.warnings.map(({ code }) => code)).toContain('no_streets');
  });
});
