import { describe, expect, it } from 'vitest';
import { shareFromAcross } from '../../../lib/analysis/hotspots/border-share';
import { estimateSurface } from '../../../lib/analysis/density-surface';
import { kernelDensityMethod as method } from '../../../lib/analysis/hotspots/kernel-density';
import { demoInput, demoScope } from '../../helpers/analysis-input';
import { checkOutcome, reasonOf, runMethod, runMethodUntil } from '../../helpers/check-outcome';
import { EDGE_INPUTS } from '../../helpers/edge-inputs';

const t11 = () => demoInput(demoScope({ from: '2026-10-04', to: '2026-10-31', categories: ['drugs', 'prostitution', 'theft'], area: { kind: 'wards', codes: ['00008', '00025', '00160'] } }));
const year = () => demoInput(demoScope({ from: '2025-11-01', to: '2026-10-31', area: { kind: 'wards', codes: ['00008', '00025', '00160'] } }));

describe('kernel density over the union', () => {
  it('finds the T11 hotspot that lies on the borders of three wards, and says how much of it comes from across them', () => {
    const { outcome } = runMethod(method, t11());
    checkOutcome(method, outcome);
    if (outcome.kind !== 'found') throw new Error('nothing found');
    // GROUND_TRUTH.md, t11-last-28-days: 13 incidents within 70 m of a line over three wards, five, three and five of each.
    const t11Lies = [105.8063, 21.0385] as const;
    const [first] = outcome.findings;
    const ring = (first!.geometry.type === 'Polygon' ? first!.geometry.coordinates : first!.geometry.coordinates[0]!)[0]!;
    const longitudes = ring.map(([longitude]) => longitude!);
    expect(Math.min(...longitudes)).toBeLessThan(t11Lies[0] + 0.001);
    expect(Math.max(...longitudes)).toBeGreaterThan(t11Lies[0] - 0.001);
    expect(first!.count).toBeGreaterThanOrEqual(4);
    expect(outcome.facts.find(({ id }) => id === 'borderShare')!.value).toBeGreaterThan(0.3);
  });

  it('keeps the number of incidents under Jones–Diggle, and loses some at the edge without correction', () => {
    const input = year();
    const massOf = (edge: 'none' | 'jones_diggle', adaptive: boolean): number => {
      const surface = estimateSurface(input, { radiusMetres: 300, cellMetres: 40, edge, adaptive }, () => true);
      if (surface === null || surface === 'no_area') throw new Error('no surface');
      return surface.density.reduce((sum, value) => sum + value, 0) * 40 * 40;
    };
    expect(massOf('jones_diggle', false)).toBeCloseTo(input.points.count, 6);
    expect(massOf('jones_diggle', true)).toBeCloseTo(input.points.count, 6);
    expect(massOf('none', false)).toBeLessThan(input.points.count * 0.99);
  });

  it.each([['fixed', 'none'], ['fixed', 'uniform'], ['adaptive', 'uniform'], ['adaptive', 'jones_diggle']])('answers soundly with radius %s and edge %s', (radiusKind, edge) => {
    const { outcome } = runMethod(method, year(), { radiusKind, edge, radiusMetres: 250 });
    checkOutcome(method, outcome);
    if (outcome.kind !== 'found') throw new Error('nothing found');
    const shares = outcome.tables.find(({ id }) => id === 'bands')!.rows.map(({ cells }) => cells[0] as number);
    shares.forEach((share, at) => { expect(share).toBeGreaterThanOrEqual([0.1, 0.25, 0.5, 0.75, 0.9][at]!); });
    expect(outcome.findings.every(({ count, expected }) => count > expected!)).toBe(true);
  });

  it('gives equal outcomes for equal inputs, and stops when told to', () => {
    const input = t11();
    expect(runMethod(method, input).outcome).toEqual(runMethod(method, input).outcome);
    expect(runMethodUntil(method, input, {}, 1, () => false).outcome).toBeNull();
  });

  it('takes larger cells than asked for where there would be too many', () => {
    const { outcome } = runMethod(method, year(), { radiusMetres: 2_000, cellMetres: 5 });
    checkOutcome(method, outcome);
    if (outcome.kind !== 'found') throw new Error('nothing found');
    expect(outcome.warnings.map(({ code }) => code)).toContain('cell_raised');
    expect(outcome.facts.find(({ id }) => id === 'cell')!.value).toBe(50);
  });

  it.each(Object.keys(EDGE_INPUTS))('answers in sentences for %s', (name) => {
    const { outcome } = runMethod(method, EDGE_INPUTS[name]!());
    checkOutcome(method, outcome);
    const expected: Record<string, string> = { empty: 'no_incident', one_point: 'one_incident', one_day: 'one_incident', one_place: 'one_place', no_ward: 'no_area' };
    expect(reasonOf(outcome)?.code).toBe(expected[name]);
  });
});

describe('the share from across the border', () => {
  // 40 × 40 incidents 10 m apart around the origin; ward 0 in the west (or the north-west quarter), ward 1 the rest.
  const side = Array.from({ length: 40 }, (_, k) => (k - 19.5) * 10);
  const places = side.flatMap((x) => side.map((y) => [x, y] as const));
  const square = (west: number, south: number, east: number, north: number) => [[[west, south], [east, south], [east, north], [west, north], [west, south]]] as [number, number][][];
  const shareOf = (isInFirst: (x: number, y: number) => boolean, first: [number, number][][]): number | null => {
    const points = { count: places.length, xs: Float64Array.from(places, ([x]) => x), ys: Float64Array.from(places, ([, y]) => y), wards: Int16Array.from(places, ([x, y]) => (isInFirst(x, y) ? 0 : 1)) };
    return shareFromAcross({ points, wards: [{ polygons: [first] }, { polygons: [square(0, -300, 300, 300)] }] } as never, [[-0.001, 0.001]], new Float64Array(places.length).fill(150));
  };
  it('is a half on a straight border, three quarters in a right-angled corner (B-1)', () => {
    expect(shareOf((x) => x < 0, square(-300, -300, 0, 300))).toBeCloseTo(0.5, 3);
    expect(shareOf((x, y) => x < 0 && y > 0, square(-300, 0, 0, 300))).toBeCloseTo(0.75, 3);
  });
});
