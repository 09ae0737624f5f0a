import { describe, expect, it } from 'vitest';
import type { AnalysisResult } from '../../../lib/domain/analysis-result';
import { sensitivityMethod } from '../../../lib/analysis/times/sensitivity';
import { planSettings } from '../../../lib/analysis/times/sensitivity-settings';
import { listMetAgain } from '../../../lib/analysis/times/sensitivity-test';
import { createRandom } from '../../../lib/stats/seeded-random';
import { isFoundAgain } from '../../../lib/stats/sensitivity-panel';
import { demoInput, demoScope } from '../../helpers/analysis-input';
import { checkOutcome, reasonOf, runMethod, runMethodUntil } from '../../helpers/check-outcome';
import { EDGE_INPUTS } from '../../helpers/edge-inputs';

const found = (outcome: unknown): AnalysisResult => outcome as AnalysisResult;
const BASES = ['kernel_density', 'getis_ord', 'density_clusters'] as const;
const scope = demoScope({ from: '2025-07-01', to: '2026-10-31', area: { kind: 'wards', codes: ['00008', '00025', '00160', '00166', '00004'] } });

describe('the settings', () => {
  it.each(BASES)('%s: at least 60 besides the starting one, each once', (method) => {
    for (const inBorderZone of [false, true]) {
      const { base, settings } = planSettings(method, { range: 1.6, significance: 0.05, leastPoints: 5, inBorderZone });
      expect(settings.length).toBeGreaterThanOrEqual(60);
      expect(new Set(settings.map((setting) => JSON.stringify(setting))).size).toBe(settings.length);
      expect(settings).not.toContainEqual(base);
      expect('zoneWidth' in base).toBe(inBorderZone);
    }
  });
});

describe('meeting a hotspot again', () => {
  it('equals the plain rule but for groups that have grown out of it', () => {
    const random = createRandom(4);
    for (let round = 0; round < 50; round++) {
      const draw = (): number[] => Array.from({ length: 200 }, (_, i) => i).filter(() => random() < 0.1);
      const hotspots = [draw(), draw(), []];
      const labels = Array.from({ length: 200 }, () => Math.floor(random() * 12) - 4);
      const groups = Array.from({ length: 8 }, (_, label) => labels.flatMap((one, i) => (one === label ? [i] : [])));
      expect(listMetAgain(hotspots, groups, 200)).toEqual(hotspots.map((members) => isFoundAgain(members, groups.filter(({ length }) => length <= 5 * members.length))));
    }
    // Half of the incidents are enough, a quarter are not.
    expect(listMetAgain([[0, 1, 2, 3]], [[0, 1, 9, 10]], 20)).toEqual([true]);
    expect(listMetAgain([[0, 1, 2, 3]], [[0, 9, 10]], 20)).toEqual([false]);
    expect(listMetAgain([[0, 1]], [Array.from({ length: 10 }, (_, i) => i)], 20)).toEqual([true]);
    expect(listMetAgain([[0, 1]], [Array.from({ length: 11 }, (_, i) => i)], 20)).toEqual([false]);
  });
});

describe('sensitivity of hotspots', () => {
  const input = demoInput(scope);
  it.each(BASES)('%s: every hotspot with its share of settings, coloured by it', (method) => {
    const { outcome } = runMethod(sensitivityMethod, input, { method });
    checkOutcome(sensitivityMethod, outcome);
    const { findings, tables, features, facts } = found(outcome);
    expect(findings.length).toBeGreaterThan(0);
    tables[0]!.rows.forEach(({ cells: [, , , count, survived, settings, share] }, place) => {
      expect(count).toBe(findings[place]!.count);
      expect(Number(share)).toBeCloseTo(Number(survived) / Number(settings), 12);
      expect(features[place]!.tone).toBe(Number(share) >= 0.9 ? 'heat7' : Number(share) >= 0.75 ? 'heat5' : Number(share) >= 0.5 ? 'heat3' : 'heat1');
    });
    expect(facts.find(({ id }) => id === 'settings')!.value).toBeGreaterThanOrEqual(60);
    // The values of one axis share out all settings.
    const own = tables[1]!.rows.filter(({ cells }) => cells[0] === 1 && cells[1] === 'size');
    expect(own.reduce((sum, { cells }) => sum + Number(cells[4]), 0)).toBe(tables[0]!.rows[0]!.cells[5]);
  });
  it('the emerging hot spot of Định Công – Hoàng Mai is steady; a hotspot of chance is not', () => {
    const real = demoInput(demoScope({ from: '2026-05-01', to: '2026-10-31', categories: ['theft', 'disorder', 'robbery'], area: { kind: 'wards', codes: ['00331', '00337', '00328', '00340'] } }));
    const [x, y] = real.plane.toPlane(105.8409, 20.9769);
    const { outcome } = runMethod(sensitivityMethod, real);
    checkOutcome(sensitivityMethod, outcome);
    const here = [...real.points.xs.keys()].filter((i) => Math.hypot(real.points.xs[i]! - x, real.points.ys[i]! - y) <= 170).map((i) => real.points.ids[i]!);
    const place = found(outcome).findings.findIndex(({ incidents }) => incidents.filter((id) => here.includes(id)).length > here.length / 4);
    const shares = found(outcome).tables[0]!.rows.map(({ cells }) => Number(cells[6]));
    expect(shares[place]).toBeGreaterThanOrEqual(0.9);
    const random = createRandom(3);
    const [xs, ys] = [real.points.xs.map(() => x + random() * 4000 - 2000), real.points.ys.map(() => y + random() * 4000 - 2000)];
    const square = [[x - 2000, y - 2000], [x + 2000, y - 2000], [x + 2000, y + 2000], [x - 2000, y + 2000], [x - 2000, y - 2000]] as const;
    const chance = runMethod(sensitivityMethod, { ...real, area: [[square]], areaSquareMetres: 16e6, points: { ...real.points, xs, ys } }).outcome;
    checkOutcome(sensitivityMethod, chance);
    expect(Number(found(chance).facts.find(({ id }) => id === 'mean')!.value)).toBeLessThan(Number(shares[place]) - 0.2);
  });
  it('only the border zone: its width is one of the choices', () => {
    const { outcome } = runMethod(sensitivityMethod, input, { incidents: 'border_zone', method: 'density_clusters' });
    checkOutcome(sensitivityMethod, outcome);
    expect(found(outcome).tables[1]!.rows.some(({ cells }) => cells[1] === 'zoneWidth')).toBe(true);
    expect(found(outcome).warnings.map(({ code }) => code)).toContain('boundary_edition_not_varied');
    expect(reasonOf(runMethod(sensitivityMethod, EDGE_INPUTS.one_ward!(), { incidents: 'border_zone' }).outcome)?.code).toBe('no_border');
  });
  it('the same input gives the same outcome; it can be stopped', () => {
    const run = () => runMethod(sensitivityMethod, input, { method: 'density_clusters' }).outcome;
    expect(run()).toEqual(run());
    expect(runMethodUntil(sensitivityMethod, input, { method: 'getis_ord' }, 1, (share) => share < 0.3).outcome).toBeNull();
  });
  it.each(Object.keys(EDGE_INPUTS))('answers in sentences: %s', (name) => {
    for (const method of BASES) checkOutcome(sensitivityMethod, runMethod(sensitivityMethod, EDGE_INPUTS[name]!(), { method }).outcome);
  });
  it('names the reason', () => {
    expect(['empty', 'one_point', 'one_place', 'no_ward'].map((name) => reasonOf(runMethod(sensitivityMethod, EDGE_INPUTS[name]!()).outcome)?.code)).toEqual(['no_incident', 'too_few', 'one_place', 'no_area']);
  });
});
