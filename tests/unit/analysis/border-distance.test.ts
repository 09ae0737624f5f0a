import { describe, expect, it } from 'vitest';
import { buildArcIndex } from '../../../lib/analysis/plane/arc-index';
import { sampleArea, sampleStreets } from '../../../lib/analysis/borders/border-exposure';
import { listBands, measureBorderDistances } from '../../../lib/analysis/borders/border-profile';
import { borderDistanceMethod } from '../../../lib/analysis/borders/border-distance';
import { shareOnStreets } from '../../../lib/analysis/borders/street-share';
import type { AnalysisResult } from '../../../lib/domain/analysis-result';
import { createRandom } from '../../../lib/stats/seeded-random';
import { demoInput, demoScope } from '../../helpers/analysis-input';
import { checkOutcome, runMethod } from '../../helpers/check-outcome';
import { NORTH, twoWardsInput, type PlacedIncident } from '../../helpers/two-wards-input';

const random = createRandom(7);
/** Spread by Kronecker sequences, so that no seed is lucky. */
const even = (count: number): PlacedIncident[] => Array.from({ length: count }, (_, k) => ({ x: (((k + 0.5) * 0.618_033_988_75) % 1 - 0.5) * 2000, y: ((k * 0.754_877_666) % 1) * 1000 }));
const eastern = (count: number, within: number): PlacedIncident[] => Array.from({ length: count }, () => ({ x: random() * within, y: random() * 1000 }));
function look(incidents: readonly PlacedIncident[], given = {}): AnalysisResult {
  const { outcome } = runMethod(borderDistanceMethod, twoWardsInput(incidents), { exposure: 'area', ...given });
  if (outcome.kind !== 'found') throw new Error(outcome.reason.code);
  checkOutcome(borderDistanceMethod, outcome);
  return outcome;
}
const factOf = ({ facts }: AnalysisResult, id: string): number | null | undefined => facts.find((fact) => fact.id === id)?.value;

describe('the distance to a border', () => {
  it('means nothing where incidents are even', () => {
    const found = look(even(800));
    expect(found.headline.code).toBe('even');
    expect(factOf(found, 'p2')).toBeGreaterThan(0.01);
    expect(factOf(found, 'concentration')).toBeGreaterThan(0.7);
    expect(factOf(found, 'concentration')).toBeLessThan(1.4);
  });
  it('shows risk near the line, how far it reaches and on which side', () => {
    const found = look([...even(400), ...eastern(200, 150)], { border: '00001/00002', strata: 'area' });
    expect(found.headline.code).toBe('near');
    expect(factOf(found, 'z2')).toBeLessThan(-3);
    expect(factOf(found, 'reachA')).toBeGreaterThan(90);
    expect(factOf(found, 'reachA')).toBeLessThan(220);
    expect(factOf(found, 'reachB')).toBeLessThan(60);
    expect(found.findings[0]!.told.values).toMatchObject({ pair: '00001/00002' });
    // The zone's count is that of incidents within the proposed width.
    expect(found.findings[0]!.count).toBeGreaterThan(150);
  });
  it('shows too few near the line', () => {
    expect(look(even(1200).filter(({ x }) => Math.abs(x) > 90)).headline.code).toBe('far');
  });
  it('takes the two codes in either order, and knows a border that is none', () => {
    expect(look(even(100), { border: '00002/00001' }).headline.values).toMatchObject({ pair: '00001/00002' });
    expect(runMethod(borderDistanceMethod, twoWardsInput(even(100)), { border: '00001/00009' }).outcome).toMatchObject({ kind: 'nothing', reason: { code: 'unknown_border' } });
  });
});

describe('what incidents are held against', () => {
  const input = twoWardsInput([...even(300), ...eastern(100, 1000)], [{ name: null, kind: 'road', line: [[-500, NORTH + 500], [500, NORTH + 500]] }]);
  const index = buildArcIndex(input.arcs);
  it('is the area, all of it, each cell in its ward', () => {
    const sample = sampleArea(input, 10_000);
    expect(sample.weights.reduce((sum, weight) => sum + weight, 0) / 2e6).toBeCloseTo(1, 1);
    sample.xs.forEach((x, i) => { expect(sample.wards[i]).toBe(x >= 0 ? 0 : 1); });
  });
  it('is the street, all of it', () => {
    const sample = sampleStreets(input, 10, () => true)!;
    expect(sample.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1000, 6);
    expect(sampleStreets(input, 10, () => false)).toBeNull();
    expect(shareOnStreets(input, 2000)).toBe(1);
    expect(shareOnStreets(twoWardsInput([{ x: 5, y: 505 }, { x: 5, y: 900 }], input.streets), 10)).toBe(0.5);
  });
  it('is scaled ward by ward, so that a busier ward is no effect of the border', () => {
    const { exposure, distances } = measureBorderDistances(index, input.points, sampleArea(input, 10_000), true, 0);
    const east = [...exposure.weights].reduce((sum, weight, i) => sum + (exposure.values[i]! > 0 ? weight : 0), 0);
    expect(east).toBeCloseTo([...distances].filter((distance) => distance > 0).length, 6);
    const bands = listBands({ distances, exposure, leftOut: 0 });
    expect(bands.reduce((sum, { count }) => sum + count, 0)).toBe(distances.length);
    expect(bands.reduce((sum, { expected }) => sum + expected, 0)).toBeCloseTo(distances.length, 6);
  });
});

describe('the demonstration', () => {
  const wards = { kind: 'wards', codes: ['00008', '00025', '00160', '00166', '00190', '00235', '00226'] } as const;
  const demo = demoInput(demoScope({ from: '2025-07-01', to: '2026-10-31', area: { ...wards, codes: [...wards.codes] } }));
  it('is near its borders by area, much less so by street: borders follow main roads', () => {
    const by = (exposure: string): number => {
      const { outcome } = runMethod(borderDistanceMethod, demo, { exposure });
      checkOutcome(borderDistanceMethod, outcome);
      return outcome.kind === 'found' ? outcome.facts[0]!.value! : NaN;
    };
    expect(by('area')).toBeGreaterThan(2 * by('streets'));
  });
});
