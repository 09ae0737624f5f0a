import { describe, expect, it } from 'vitest';
import { buildArcIndex } from '../../../lib/analysis/plane/arc-index';
import { contrastWards } from '../../../lib/analysis/borders/border-jumps';
import { discontinuityMethod } from '../../../lib/analysis/borders/discontinuity';
import { placeOnArcs } from '../../../lib/analysis/plane/place-on-arcs';
import { binSides } from '../../../lib/analysis/borders/side-bins';
import { buildWardFinder } from '../../../lib/analysis/borders/ward-finder';
import type { AnalysisResult } from '../../../lib/domain/analysis-result';
import { testHeaps } from '../../../lib/stats/border-heaps';
import { createRandom } from '../../../lib/stats/seeded-random';
import { checkOutcome, runMethod } from '../../helpers/check-outcome';
import { twoWardsInput, type PlacedIncident } from '../../helpers/two-wards-input';

const random = createRandom(11);
const spread = (count: number, west: number, east: number): PlacedIncident[] => Array.from({ length: count }, () => ({ x: west + random() * (east - west), y: random() * 1000 }));
function look(incidents: readonly PlacedIncident[]): AnalysisResult {
  const { outcome } = runMethod(discontinuityMethod, twoWardsInput(incidents));
  checkOutcome(discontinuityMethod, outcome);
  if (outcome.kind !== 'found') throw new Error(outcome.reason.code);
  return outcome;
}
const kindOf = ({ tables }: AnalysisResult): unknown => tables[0]!.rows[0]!.cells[1];

describe('a border', () => {
  it('with the same density on both sides shows nothing', () => {
    const found = look(spread(600, -400, 400));
    expect([kindOf(found), found.headline.code, found.findings.length]).toEqual(['even', 'none', 0]);
  });
  it('with three times the density on one side jumps, towards that side', () => {
    const found = look([...spread(150, -400, 0), ...spread(450, 0, 400)]);
    expect([kindOf(found), found.headline.code]).toEqual(['jump', 'found_jump']);
    expect(found.headline.values).toMatchObject({ denser: '00001', sparser: '00002' });
    const [, , , , rateA, rateB, jump, low, high] = found.tables[0]!.rows[0]!.cells.map(Number) as number[];
    // 450 in 0.4 km² against 150.
    expect(low! < 750 && 750 < high!).toBe(true);
    expect(rateA! - rateB!).toBeCloseTo(jump!, 6);
  });
  it('with positions drawn to one side of the line is named as snapped there', () => {
    const found = look([...spread(300, -400, 400), ...spread(60, -8, 0)]);
    expect([kindOf(found), found.headline.code]).toEqual(['snapped', 'found_snapped']);
    expect(found.headline.values.heapWard).toBe('00002');
  });
  it('that is a busy street heaps on both sides and is not blamed', () => {
    const found = look([...spread(300, -400, 400), ...spread(160, -10, 10)]);
    expect([kindOf(found), found.headline.code]).toEqual(['along', 'none']);
  });
});

describe('what it rests on', () => {
  it('is the land on each side, bin by bin', () => {
    const input = twoWardsInput(spread(100, -300, 300));
    const index = buildArcIndex(input.arcs);
    const { positive, negative } = binSides(index, placeOnArcs(index, input.points, 200), 0, buildWardFinder(input.wards), 20, 10);
    // 20 m × 1 km each.
    for (const { exposures } of [positive, negative]) for (const km2 of exposures) expect(Math.abs(km2 / 0.02 - 1)).toBeLessThan(0.15);
    const near = [...input.points.xs].filter((x) => Math.abs(x) < 200).length;
    expect([...positive.counts, ...negative.counts].reduce((sum, count) => sum + count, 0)).toBe(near);
    expect(positive.counts[0]).toBe([...input.points.xs].filter((x) => x >= 0 && x < 20).length);
  });
  it('is an exact test of the innermost bin: 10 there and 10 in three as large, P(Bin(20, ¼) ≥ 10)', () => {
    const side = (counts: number[]) => ({ counts, exposures: counts.map(() => 1) });
    const { right, left, asymmetryP } = testHeaps({ binMetres: 20, positive: side([10, 4, 3, 3, 9]), negative: side([3, 3, 3, 3]) });
    expect(right).toBeCloseTo(0.0138644169438, 11); // R 4.2.2: pbinom(9, 20, .25, lower.tail = FALSE)
    expect(left).toBeGreaterThan(0.5);
    expect(asymmetryP).toBeGreaterThan(0.01);
    expect(testHeaps({ binMetres: 20, positive: { counts: [5, 0, 0, 0], exposures: [0, 1, 1, 1] }, negative: side([1, 1, 1, 1]) })).toMatchObject({ right: 1, asymmetryP: 1 });
  });
  it('ranks wards by their shrunk rates, most unlike first', () => {
    const [first] = contrastWards(twoWardsInput([...spread(90, 0, 900), ...spread(10, -900, 0)]));
    expect(first).toMatchObject({ arc: 0, rank: 1 });
    expect(first!.difference).toBeCloseTo(first!.rateA - first!.rateB, 9);
    expect(first!.difference).toBeGreaterThan(60);
  });
  it('needs incidents near a border', () => {
    expect(runMethod(discontinuityMethod, twoWardsInput(spread(5, -100, 100))).outcome).toMatchObject({ kind: 'nothing', reason: { code: 'too_few_near' } });
  });
});
