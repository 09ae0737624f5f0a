import { describe, expect, it } from 'vitest';
import { buildArcIndex } from '../../../lib/analysis/plane/arc-index';
import { countBorders, measureStreets } from '../../../lib/analysis/borders/border-counts';
import { rankBorders } from '../../../lib/analysis/borders/league-rows';
import type { ScopeArc } from '../../../lib/analysis/method';
import { borderLeagueMethod } from '../../../lib/analysis/borders/border-league';
import { countChangeScaledZ } from '../../../lib/stats/count-change';
import { gammaQuantile } from '../../../lib/stats/gamma-quantile';
import { demoInput, demoScope } from '../../helpers/analysis-input';
import { checkOutcome, runMethod } from '../../helpers/check-outcome';
import { withDemoClusters } from '../../helpers/demo-clusters';

const input = demoInput(demoScope({ from: '2025-07-01', to: '2026-10-31', area: { kind: 'province', provinceCode: '01' } }), withDemoClusters);
const pairAt = (arc: ScopeArc): string => `${input.wards[arc.wardA]!.code}/${input.wards[arc.wardB]!.code}`;

describe('the border league of the demonstration', () => {
  const { outcome } = runMethod(borderLeagueMethod, input);
  if (outcome.kind !== 'found') throw new Error(outcome.reason.code);
  it('holds in words and shapes', () => {
    checkOutcome(borderLeagueMethod, outcome);
  });
  it('has the border without an agreement on top: 348 incidents between Ô Chợ Dừa and Đống Đa, GROUND_TRUTH §7', () => {
    const columns = outcome.tables[0]!.columns.map(({ id }) => id);
    const cell = (row: number, id: string): unknown => outcome.tables[0]!.rows[row]!.cells[columns.indexOf(id)];
    expect([cell(0, 'border'), cell(0, 'count'), cell(0, 'agreement'), cell(0, 'cluster'), cell(0, 'standing')]).toEqual(['00190/00235', 348, 'unagreed', null, 'above_action']);
    expect(outcome.headline).toMatchObject({ code: 'found_unagreed', values: { pair: '00190/00235', count: 348 } });
    expect(outcome.findings[0]).toMatchObject({ count: 348, rank: 1 });
    // The clusters in force are known: not every border is without an agreement.
    expect(outcome.tables[0]!.rows.some(({ cells }) => cells[columns.indexOf('agreement')] === 'agreed')).toBe(true);
  });
  it('sees the rise at Định Công – Hoàng Mai in the last 28 days, GROUND_TRUTH §2', () => {
    const columns = outcome.tables[0]!.columns.map(({ id }) => id);
    const row = outcome.tables[0]!.rows.find(({ cells }) => cells[1] === '00316/00331')!.cells;
    expect(row[columns.indexOf('changeZ')]).toBeGreaterThan(3);
    expect(row[columns.indexOf('changeP')]).toBeLessThan(1e-6);
  });
  it('draws borders without an agreement dashed and says so in the legend', () => {
    const unagreed = outcome.tables[0]!.rows.filter(({ cells }) => cells[2] === 'unagreed').length;
    expect(outcome.features.filter(({ drawn }) => drawn === 'dashed')).toHaveLength(unagreed);
    expect(outcome.legend.some(({ told }) => told.code === 'legend_above_action_unagreed')).toBe(true);
  });
  it('can be held against streets', () => {
    const { outcome: streets } = runMethod(borderLeagueMethod, input, { exposure: 'streets' });
    checkOutcome(borderLeagueMethod, streets);
    expect(streets).toMatchObject({ kind: 'found', headline: { values: { pair: '00190/00235' } } });
  });
});

describe('what a border is counted by', () => {
  const index = buildArcIndex(input.arcs);
  it('is its own incidents within its own width, by side, as a search through all says', () => {
    const counts = countBorders(input, index, () => 60, 28);
    const arc = input.arcs.findIndex((one) => pairAt(one) === '00008/00160');
    const { points } = input;
    const near = Array.from({ length: points.count }, (_, i) => i).filter((i) => [input.arcs[arc]!.wardA, input.arcs[arc]!.wardB].includes(points.wards[i]!) && input.arcs[arc]!.lines.some((line) => line.slice(1).some(([x2, y2], k) => {
      const [x1, y1] = line[k]!;
      const squared = (x2 - x1) ** 2 + (y2 - y1) ** 2;
      const part = squared === 0 ? 0 : Math.min(1, Math.max(0, ((points.xs[i]! - x1) * (x2 - x1) + (points.ys[i]! - y1) * (y2 - y1)) / squared));
      return Math.hypot(points.xs[i]! - x1 - part * (x2 - x1), points.ys[i]! - y1 - part * (y2 - y1)) <= 60;
    })));
    expect(counts[arc]!.members).toEqual(near);
    expect(counts[arc]!.inA + counts[arc]!.inB).toBe(near.length);
    expect(counts[arc]!.recent).toBe(near.filter((i) => points.days[i]! > input.lastDay - 28).length);
  });
  it('is the street within its width', () => {
    const one: ScopeArc = { wardA: 0, wardB: 1, lines: [[[0, 0], [0, 1000]]], lengthMetres: 1000, borderWidthMetres: 100, clusterId: null };
    const metres = measureStreets({ ...input, streets: [{ name: null, kind: 'road', line: [[-500, 500], [500, 500]] }, { name: null, kind: 'road', line: [[300, 0], [300, 1000]] }] }, buildArcIndex([one]), () => 100, 1);
    expect(metres[0]).toBeCloseTo(200, 6);
  });
  it('draws a short border with a few incidents towards the mean, with an interval that holds it', () => {
    const arcs = input.arcs.slice(0, 20);
    const rows = rankBorders(arcs, arcs.map((_, arc) => ({ arc, widthMetres: 100, members: Array.from({ length: arc === 0 ? 4 : arc }, (__, k) => k), inA: 0, inB: 0, recent: 0, change: { ratio: null, p: 1, interval: [0, null] }, changeZ: 0 })), arcs.map((_, arc) => (arc === 0 ? 0.1 : 2)), 2);
    const short = rows.find(({ arc }) => arc === 0)!;
    const mean = short.expected / short.exposureKm;
    expect(short.relative).toBeLessThan(40 / mean);
    for (const { low, high, relative } of rows) expect([low! < relative, relative < high!]).toEqual([true, true]);
  });
  it('changes by a z that has variance 1 whatever the lengths', () => {
    // 2(√14 − √2)/√2 of equal lengths; Wheeler's 4.65 over √2.
    expect(countChangeScaledZ(2, 28, 14, 28)).toBeCloseTo(4.654885 / Math.SQRT2, 5);
    expect(countChangeScaledZ(100, 100, 10, 10)).toBeCloseTo(0, 12);
    expect(() => countChangeScaledZ(1, 0, 1, 1)).toThrow(RangeError);
  });
  it('has gamma quantiles as R', () => {
    // R 4.2.2 qgamma(p, shape, rate)
    for (const [p, shape, rate, value] of [[0.025, 3.5, 2, 0.422467295169], [0.975, 3.5, 2, 4.00319106866], [0.5, 0.01, 1, 4.46553501891e-31], [0.975, 400, 3.2, 137.54302139]] as const) expect(gammaQuantile(p, shape, rate) / value).toBeCloseTo(1, 9);
    expect(() => gammaQuantile(1, 2, 2)).toThrow(RangeError);
  });
});
