import { describe, expect, it } from 'vitest';
import { spillOverMethod } from '../../../lib/analysis/relations/spill-over';
import { countWardWeeks } from '../../../lib/analysis/relations/ward-weeks';
import type { AnalysisInput } from '../../../lib/analysis/method';
import type { AnalysisResult } from '../../../lib/domain/analysis-result';
import { createRandom } from '../../../lib/stats/seeded-random';
import { demoInput, demoScope } from '../../helpers/analysis-input';
import { checkOutcome, reasonOf, runMethod, runMethodUntil } from '../../helpers/check-outcome';
import { EDGE_INPUTS } from '../../helpers/edge-inputs';

const found = (outcome: unknown): AnalysisResult => {
  expect(outcome).toMatchObject({ kind: 'found' });
  return outcome as AnalysisResult;
};
const codes = ['00008', '00025', '00160', '00166', '00190', '00235'];
const town = () => demoInput(demoScope({ from: '2024-01-01', to: '2026-10-31', area: { kind: 'wards', codes } }));
const fact = ({ facts }: AnalysisResult, id: string) => facts.find((one) => one.id === id)!;

/** Incidents of six wards over 150 weeks; each brings `spill` more in the next week, dealt over the neighbours by length of border. */
function drawSpilling(spill: number, seed: number): AnalysisInput {
  const input = town();
  const random = createRandom(seed);
  const { weights, places } = countWardWeeks(input, 7, null);
  const poisson = (mean: number): number => {
    let [count, left] = [0, Math.exp(-mean)];
    for (let u = random(); u > left; u *= random()) count++;
    left = 0;
    return count + left;
  };
  const [days, wards]: [number[], number[]] = [[], []];
  let last = new Array<number>(places).fill(2);
  for (let week = 0; week < 150; week++) {
    const now = last.map((_, to) => poisson(1.5 + spill * last.reduce((sum, count, from) => sum + weights[from * places + to]! * count, 0)));
    now.forEach((count, ward) => { for (let k = 0; k < count; k++) { days.push(input.lastDay - 150 * 7 + 1 + week * 7 + (k % 7)); wards.push(ward); } });
    last = now;
  }
  const { points } = input;
  const xs = Float64Array.from(days, (_, k) => points.xs[k % points.count]!);
  return { ...input, firstDay: input.lastDay - 150 * 7 + 1, points: { ...points, count: days.length, ids: days.map(String), days: Int32Array.from(days), wards: Int16Array.from(wards), xs, ys: xs, longitudes: xs, latitudes: xs, times: xs, kinds: new Uint8Array(days.length), accuracies: xs } };
}

describe('spill-over between wards', () => {
  it('finds the spill-over that was drawn in, its interval around it, and none where there is none', () => {
    const { outcome } = runMethod(spillOverMethod, drawSpilling(0.4, 11));
    checkOutcome(spillOverMethod, outcome);
    const result = found(outcome);
    expect(result.headline.code).toBe('headline_spills');
    const { low, high } = fact(result, 'neighbours');
    expect(low!).toBeLessThan(0.4);
    expect(high!).toBeGreaterThan(0.4);
    expect(fact(result, 'spill_over_share').low).toBeGreaterThan(0.2);
    const quiet = found(runMethod(spillOverMethod, drawSpilling(0, 12)).outcome);
    expect(quiet.headline.code).toBe('headline_none');
    expect(fact(quiet, 'spill_over_share').value).toBeLessThan(0.12);
  });
  it('deals each ward’s spill over its borders: what comes in adds up to its share', () => {
    const input = drawSpilling(0.4, 11);
    const { tables, facts } = found(runMethod(spillOverMethod, input).outcome);
    const share = facts.find(({ id }) => id === 'spill_over_share')!.value!;
    const sums = new Map<string, number>();
    for (const { cells: [, to, incidents] } of tables[1]!.rows) sums.set(String(to), (sums.get(String(to)) ?? 0) + Number(incidents));
    for (const { cells: [ward, , , , , incidents] } of tables[0]!.rows) expect(sums.get(String(ward))! / Number(incidents)).toBeCloseTo(1, 1);
    expect([...sums.values()].reduce((a, b) => a + b, 0) / tables[0]!.rows.reduce((sum, { cells: [, count] }) => sum + Number(count), 0)).toBeCloseTo(share, 2);
  });
  it('counts whole weeks that end with the scope, and weights that add up to one', () => {
    const input = town();
    const { weeks, places, counts, weights, firstDay } = countWardWeeks(input, 7, null);
    expect([weeks, places]).toEqual([Math.floor((input.lastDay - input.firstDay + 1) / 7), 6]);
    const kept = [...input.points.days].filter((day) => day >= firstDay).length;
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(kept);
    for (let from = 0; from < places; from++) {
      const sum = weights.slice(from * places, (from + 1) * places).reduce((all, one) => all + one, 0);
      expect(sum === 0 || Math.abs(sum - 1) < 1e-12).toBe(true);
      expect(weights[from * places + from]).toBe(0);
    }
    const border = countWardWeeks(input, 7, 100).counts.reduce((sum, count) => sum + count, 0);
    expect(border).toBeGreaterThan(0);
    expect(border).toBeLessThan(kept);
  });
  it('runs on the demonstration, both families, all or border zone; the same twice; stops when told', () => {
    for (const given of [{}, { counted: 'border_zone', family: 'poisson' }]) {
      const { outcome } = runMethod(spillOverMethod, town(), given);
      checkOutcome(spillOverMethod, outcome);
      expect(found(outcome).features.length).toBeGreaterThan(5);
      expect(runMethod(spillOverMethod, town(), given).outcome).toEqual(outcome);
    }
    for (const until of [0.02, 0.5]) expect(runMethodUntil(spillOverMethod, town(), {}, 1, (share) => share < until).outcome).toBeNull();
  });
  it('says when the period is too short', () => {
    const input = demoInput(demoScope({ from: '2026-09-01', to: '2026-10-31', area: { kind: 'wards', codes } }));
    expect(reasonOf(runMethod(spillOverMethod, input).outcome)).toEqual({ code: 'period_too_short', values: { periods: 8, least: 10 } });
  });
  it.each(Object.keys(EDGE_INPUTS))('answers in words: %s', (name) => {
    const { outcome } = runMethod(spillOverMethod, EDGE_INPUTS[name]!());
    checkOutcome(spillOverMethod, outcome);
    const reasons: Record<string, string> = { empty: 'no_incident', one_point: 'too_few', one_ward: 'no_border', one_day: 'period_too_short', no_ward: 'no_border' };
    if (name in reasons) expect(reasonOf(outcome)?.code).toBe(reasons[name]);
  });
});
