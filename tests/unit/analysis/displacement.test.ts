import { describe, expect, it } from 'vitest';
import { displacementMethod } from '../../../lib/analysis/relations/displacement';
import { isInRings } from '../../../lib/analysis/plane/plane-rings';
import type { RawInput, RawPatrol } from '../../../lib/analysis/build-input';
import type { AnalysisResult } from '../../../lib/domain/analysis-result';
import type { LngLat } from '../../../lib/geo/types';
import { computeQuotients, computeWeightedDifference } from '../../../lib/stats/displacement';
import { demoInput, demoScope } from '../../helpers/analysis-input';
import { checkOutcome, reasonOf, runMethod, runMethodUntil } from '../../helpers/check-outcome';
import { EDGE_INPUTS } from '../../helpers/edge-inputs';

const found = (outcome: unknown): AnalysisResult => {
  expect(outcome).toMatchObject({ kind: 'found' });
  return outcome as AnalysisResult;
};
const scope = demoScope({ from: '2025-07-01', to: '2026-10-31', categories: ['encroachment'], area: { kind: 'province', provinceCode: '01' } });
const site = { treated: 'circle', longitude: 105.79774, latitude: 21.037743, radiusMetres: 300, ward: '00160', date: '2026-03-02', periodDays: 91 };
const control = { control: 'circle', controlLongitude: 105.789686, controlLatitude: 21.022932, controlRadiusMetres: 300 };
const fact = ({ facts }: AnalysisResult, id: string) => facts.find((one) => one.id === id);
const rows = ({ tables }: AnalysisResult, id: string) => tables.find((table) => table.id === id)!.rows.map(({ cells }) => cells);

describe('displacement beside the published and worked examples (B-12)', () => {
  it('WDD −10 with SE 19.24 where ΔR = −20 and ΔC = −10; −14 ± 30 with a control of the displacement', () => {
    // Wheeler & Ratcliffe (2018), recomputed: 100+80+100+90 = 370, √370 = 19.235.
    const published = computeWeightedDifference({ target: { before: 100, after: 80 }, buffer: { before: 0, after: 0 }, control: { before: 100, after: 90 } });
    expect(published.estimate).toBe(-10);
    expect(published.standardError).toBeCloseTo(19.24, 2);
    const counts = { target: { before: 100, after: 70 }, buffer: { before: 80, after: 84 }, control: { before: 200, after: 190 } };
    expect(computeQuotients(counts).quotient).toBeCloseTo(-0.32, 2);
    expect(computeQuotients(counts).totalNetEffect).toBeCloseTo(17, 0);
    const withControl = computeWeightedDifference({ ...counts, bufferControl: { before: 90, after: 88 } });
    expect(withControl.estimate).toBe(-14);
    expect(withControl.standardError).toBeCloseTo(30, 0);
  });
});

describe('displacement on the demonstration (GROUND_TRUTH §5)', () => {
  const input = () => demoInput(scope);
  it('counts 61 → 12, 10 → 46, 44 → 43 and can not tell the difference from chance', () => {
    const { outcome } = runMethod(displacementMethod, input(), { ...site, ...control });
    checkOutcome(displacementMethod, outcome);
    const result = found(outcome);
    expect(rows(result, 'counts').map((cells) => cells.slice(0, 3))).toEqual([['target', 61, 12], ['facing', 10, 46], ['ring', 12, 48], ['control', 44, 43]]);
    expect(result.headline).toMatchObject({ code: 'headline_unclear', values: { estimate: -12, targetBefore: 61, targetAfter: 12, bufferBefore: 10, bufferAfter: 46, controlBefore: 44, controlAfter: 43 } });
    expect(fact(result, 'standard_error')!.value).toBeCloseTo(14.7, 1);
    const { value, low, high } = fact(result, 'wdd')!;
    expect([value, low! < 0, high! > 0]).toEqual([-12, true, true]);
    expect(fact(result, 'wdq')!.value).toBeGreaterThan(-1);
    expect(fact(result, 'wdq')!.value).toBeLessThan(0);
    expect(result.findings[0]).toMatchObject({ id: 'facing', count: 46 });
    expect(result.findings[0]!.incidents).toHaveLength(46);
  });
  it('matches stretches of border elsewhere, with a control for the buffer too, none of them near or overlapping', () => {
    const all = input();
    const { outcome, parameters } = runMethod(displacementMethod, all, { ...site, placeboStepDays: 14 });
    checkOutcome(displacementMethod, outcome);
    const result = found(outcome);
    expect(parameters).toMatchObject({ control: 'matched', buffer: 'facing', corridorMetres: 0 });
    const controls = rows(result, 'controls');
    expect(controls).toHaveLength(5);
    const distances = controls.map((cells) => Number(cells[2]));
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    expect(rows(result, 'counts').map(([area]) => area)).toEqual(['target', 'facing', 'ring', 'control', 'control_facing', 'control_ring']);
    const [target, buffer, , ctl, ctlBuffer] = rows(result, 'counts').map((cells) => Number(cells[3]));
    expect(fact(result, 'wdd')!.value).toBe(target! + buffer! - ctl! - ctlBuffer!);
    const centres = result.features.filter(({ told }) => told?.code === 'area_control' || told?.code === 'area_other_control').map(({ geometry }) => {
      const ring = (geometry as unknown as { coordinates: [number, number][][] }).coordinates[0]!.slice(0, -1).map(([a, b]) => all.plane.toPlane(a, b));
      return [ring.reduce((sum, [x]) => sum + x, 0) / ring.length, ring.reduce((sum, [, y]) => sum + y, 0) / ring.length] as const;
    });
    expect(centres).toHaveLength(5);
    const [sx, sy] = all.plane.toPlane(site.longitude, site.latitude);
    for (const [k, [x, y]] of centres.entries()) {
      expect(Math.hypot(x - sx, y - sy)).toBeGreaterThan(300 + 300 + 200);
      for (const [ox, oy] of centres.slice(k + 1)) expect(Math.hypot(x - ox, y - oy)).toBeGreaterThan(2 * 300);
    }
  });
  it('places the real date among placebo dates that end before it', () => {
    const result = found(runMethod(displacementMethod, input(), { ...site, ...control, placeboStepDays: 10 }).outcome);
    const placebos = rows(result, 'placebos');
    expect(placebos.map(([day]) => day)).toEqual([...placebos.map(([day]) => String(day))].sort());
    expect(String(placebos.at(-1)![0])).toBe('2025-12-01');
    const lower = placebos.filter(([, wdd]) => Number(wdd) <= -12).length;
    expect(fact(result, 'placebo_rank')!.value).toBeCloseTo((lower + 1) / (placebos.length + 1), 12);
  });
  it('draws the treated side in 00160 and the facing corridor in 00166 only', () => {
    const all = input();
    const result = found(runMethod(displacementMethod, all, { ...site, ...control }).outcome);
    const corners = (code: string) => result.features.filter(({ told }) => told?.code === code).flatMap(({ geometry }) => JSON.stringify(geometry).match(/\[(\d+\.\d+),(\d+\.\d+)\]/g)!.map((pair) => JSON.parse(pair) as [number, number]));
    for (const [code, ward] of [['area_target', '00160'], ['area_facing', '00166']] as const) {
      const positions = corners(code).map(([a, b]) => all.plane.toPlane(a, b));
      const [sx, sy] = all.plane.toPlane(site.longitude, site.latitude);
      expect(positions.length).toBeGreaterThan(10);
      expect(Math.max(...positions.map(([x, y]) => Math.hypot(x - sx, y - sy)))).toBeLessThan(301);
      const [mx, my] = [positions.reduce((sum, [x]) => sum + x, 0) / positions.length, positions.reduce((sum, [, y]) => sum + y, 0) / positions.length];
      expect(all.wards.find((one) => one.code === ward)!.polygons.some((rings) => isInRings(rings, mx, my))).toBe(true);
    }
  });
  it('evaluates a patrol by its track and reach, on the side of its wards', () => {
    const line: LngLat[] = [[105.7975, 21.0365], [105.7979, 21.039]];
    const patrol: RawPatrol = { id: 'patrol-1', name: 'T', from: Date.parse('2026-03-02T19:00:00+07:00') / 1000, to: Date.parse('2026-03-02T22:00:00+07:00') / 1000, reachMetres: 150, wardCodes: ['00160'], lines: [line], areas: [] };
    const all = demoInput(scope, (raw: RawInput) => ({ ...raw, patrols: [patrol] }));
    const { outcome, parameters } = runMethod(displacementMethod, all, {});
    checkOutcome(displacementMethod, outcome);
    expect(parameters).toMatchObject({ treated: 'patrol', patrol: 'patrol-1', date: '2026-03-02', periodDays: 91, buffer: 'facing', corridorMetres: 200 });
    const result = found(outcome);
    const flat = line.map(([a, b]) => all.plane.toPlane(a, b));
    const ward = all.wards.findIndex(({ code }) => code === '00160');
    const [[ax, ay], [bx, by]] = [flat[0]!, flat[1]!];
    const toLine = (x: number, y: number): number => {
      const t = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)));
      return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
    };
    const count = (isIn: (metres: number, sameSide: boolean) => boolean): number[] => ['2025-12-01', '2026-03-02'].map((from) => {
      const first = Date.parse(`${from}T00:00:00Z`) / 86_400_000;
      return [...all.points.days].filter((day, i) => day >= first && day < first + 91 && isIn(toLine(all.points.xs[i]!, all.points.ys[i]!), all.points.wards[i] === ward)).length;
    });
    expect(rows(result, 'counts').slice(0, 2).map((cells) => cells.slice(1, 3))).toEqual([count((metres, side) => side && metres <= 150), count((metres, side) => !side && metres <= 350)]);
    expect(result.warnings.map(({ code }) => code)).toContain('footprint_beyond');
  });
  it('a ring where no side is told, and a zone', () => {
    const geometry = { type: 'Polygon' as const, coordinates: [[[105.795, 21.035], [105.8, 21.035], [105.8, 21.04], [105.795, 21.04], [105.795, 21.035]]] };
    const all = demoInput(scope, (raw: RawInput) => ({ ...raw, zones: [{ id: 'zone-1', name: 'Z', geometry }] }));
    const { outcome, parameters } = runMethod(displacementMethod, all, { zone: 'zone-1', treated: 'zone', date: '2026-03-02' });
    checkOutcome(displacementMethod, outcome);
    expect(parameters).toMatchObject({ buffer: 'ring', ward: '' });
    const inside = [...all.points.days].filter((day, i) => isInRings(all.zones[0]!.polygons[0]!, all.points.xs[i]!, all.points.ys[i]!) && day >= Date.parse('2026-03-02') / 86_400_000 && day < Date.parse('2026-06-01') / 86_400_000);
    expect(rows(found(outcome), 'counts')[0]![2]).toBe(inside.length);
  });
  it('says undefined where a control has nothing to divide by, never infinity', () => {
    const all = demoInput(demoScope({ from: '2025-07-01', to: '2026-10-31', categories: ['encroachment'], area: { kind: 'wards', codes: ['00160', '00166'] } }));
    const lonely = [...all.points.ids.keys()].find((i) => {
      const near = [...all.points.ids.keys()].filter((j) => Math.hypot(all.points.xs[i]! - all.points.xs[j]!, all.points.ys[i]! - all.points.ys[j]!) <= 60);
      return near.length === 1 && all.points.days[i]! < Date.parse('2025-12-01') / 86_400_000;
    })!;
    const [controlLongitude, controlLatitude] = [all.points.longitudes[lonely]!, all.points.latitudes[lonely]!];
    const { outcome } = runMethod(displacementMethod, all, { ...site, control: 'circle', controlLongitude, controlLatitude, controlRadiusMetres: 55 });
    checkOutcome(displacementMethod, outcome);
    const result = found(outcome);
    expect([fact(result, 'wdq')!.value, fact(result, 'tne')!.value, fact(result, 'wdd')!.value]).toEqual([null, null, -13]);
    expect(result.warnings.map(({ code }) => code)).toContain('wdq_undefined');
  });
});

describe('displacement says why there is nothing', () => {
  const small = () => demoInput(demoScope({ from: '2025-07-01', to: '2026-10-31', categories: ['encroachment'], area: { kind: 'wards', codes: ['00160', '00166'] } }));
  it.each([
    ['period_outside', { ...site, date: '2026-09-01' }], ['no_centre', { ...site, longitude: 0, latitude: 0 }], ['ward_outside', { ...site, ward: '00001' }],
    ['no_patrol', { treated: 'patrol', patrol: 'x', date: '2026-03-02' }], ['no_zone', { treated: 'zone', zone: 'x', date: '2026-03-02' }],
    ['no_control', { ...site, radiusMetres: 3_000 }], ['control_outside', { ...site, ...control, controlLongitude: 106.9 }],
  ])('%s', (code, given) => {
    const { outcome } = runMethod(displacementMethod, small(), given);
    checkOutcome(displacementMethod, outcome);
    expect(reasonOf(outcome)?.code).toBe(code);
  });
  it('no_facing: deep inside a ward only the ring can be a buffer', () => {
    const all = small();
    const toBorder = (i: number): number => Math.min(...all.arcs.flatMap(({ lines }) => lines.flat()).map(([x, y]) => Math.hypot(x - all.points.xs[i]!, y - all.points.ys[i]!)));
    const [deepest] = [...all.points.ids.keys()].filter((i) => all.wards[all.points.wards[i]!]!.code === '00160').sort((a, b) => toBorder(b) - toBorder(a));
    expect(toBorder(deepest!)).toBeGreaterThan(200);
    const inside = { ...site, radiusMetres: 50, longitude: all.points.longitudes[deepest!]!, latitude: all.points.latitudes[deepest!]! };
    expect(reasonOf(runMethod(displacementMethod, all, { ...inside, buffer: 'facing' }).outcome)?.code).toBe('no_facing');
  });
  it.each(Object.keys(EDGE_INPUTS))('answers in words: %s', (name) => {
    const input = EDGE_INPUTS[name]!();
    for (const given of [{}, { treated: 'circle', longitude: 105.806, latitude: 21.0385, periodDays: 30 }]) checkOutcome(displacementMethod, runMethod(displacementMethod, input, given).outcome);
  });
  it('gives the same twice and stops when told', () => {
    expect(runMethod(displacementMethod, small(), { ...site, ...control }).outcome).toEqual(runMethod(displacementMethod, small(), { ...site, ...control }).outcome);
    expect(runMethodUntil(displacementMethod, small(), { ...site, ...control }, 1, () => false).outcome).toBeNull();
  });
});
