import { describe, expect, it } from 'vitest';
import type { RawInput } from '../../../lib/analysis/build-input';
import { computeOutcome, prepareAnalysis, type PreparedAnalysis } from '../../../lib/analysis/run-analysis';
import { countingMethod } from '../../database/support/counting-method';
import { demoInput, demoScope } from '../../helpers/analysis-input';

const SCOPE = demoScope({ from: '2025-01-01', to: '2025-03-31', area: { kind: 'province', provinceCode: '01' } });

/** The raw data behind `demoInput`, with a change. */
function rawOf(change: (raw: RawInput) => RawInput = (raw) => raw): RawInput {
  let kept: RawInput | undefined;
  demoInput(SCOPE, (raw) => { kept = { ...raw, wardCodes: raw.wardCodes.slice(0, 30), streets: raw.streets.slice(0, 50) }; return kept; });
  return change(kept!);
}
const prepare = (raw = rawOf(), more: object = {}): PreparedAnalysis => {
  const prepared = prepareAnalysis(raw, { method: countingMethod, parameters: {}, seed: 1, ...more });
  if (prepared.kind !== 'ready') throw new Error(JSON.stringify(prepared));
  return prepared;
};
const compute = (prepared: PreparedAnalysis) => computeOutcome(prepared, () => true);

describe('a prepared analysis', () => {
  it('has the same digests from the same data in another order, and the same outcome', () => {
    const one = prepare();
    const two = prepare(rawOf((raw) => ({ ...raw, incidents: [...raw.incidents].reverse() })));
    expect(one.used.data.incidents).toBeGreaterThan(100);
    expect([two.dataDigest, two.inputDigest]).toEqual([one.dataDigest, one.inputDigest]);
    expect(compute(two)).toEqual(compute(one));
  });

  it.each<[string, (raw: RawInput) => RawInput, boolean]>([
    ['one incident less', (raw) => ({ ...raw, incidents: raw.incidents.filter(({ ownerCode }) => ownerCode !== raw.wardCodes[0]) }), true],
    ['a place a hair away', (raw) => ({ ...raw, incidents: raw.incidents.map((one) => ({ ...one, longitude: one.longitude + 1e-7 })) }), true],
    ['an accuracy that somebody said', (raw) => ({ ...raw, incidents: raw.incidents.map((one) => ({ ...one, accuracyMetres: 12 })) }), true],
    ['another kind', (raw) => ({ ...raw, incidents: raw.incidents.map((one) => ({ ...one, category: 'x' })) }), true],
    ['a wider border zone', (raw) => ({ ...raw, defaultWidthMetres: 101 }), false],
    ['a street less', (raw) => ({ ...raw, streets: raw.streets.slice(1) }), false],
    ['a zone', (raw) => ({ ...raw, zones: [{ id: 'z', name: 'z', geometry: { type: 'Polygon', coordinates: [[[105.8, 21], [105.9, 21], [105.9, 21.1], [105.8, 21]]] } }] }), false],
    ['a ward less', (raw) => ({ ...raw, wardCodes: raw.wardCodes.slice(1), incidents: raw.incidents.filter(({ ownerCode }) => ownerCode !== raw.wardCodes[0]) }), true],
  ])('differs by %s', (_, change, isInData) => {
    const [one, other] = [prepare(), prepare(rawOf(change))];
    expect(other.inputDigest).not.toBe(one.inputDigest);
    expect(other.dataDigest !== one.dataDigest).toBe(isInData);
  });

  it('differs by seed, by version of the method and by a parameter, but not by who chose it', () => {
    const one = prepare();
    const loops = one.parameters['loops'] as number;
    expect(prepare(rawOf(), { parameters: { loops } }).inputDigest).toBe(one.inputDigest);
    expect(prepare(rawOf(), { parameters: { loops } }).used.parameters[0]).toEqual({ name: 'loops', value: loops, by: 'analyst' });
    expect(one.used.parameters[0]).toMatchObject({ by: 'data', told: { code: 'as_many' } });
    for (const more of [{ seed: 2 }, { parameters: { loops: loops + 1 } }, { method: { ...countingMethod, version: 8 } }]) {
      const other = prepare(rawOf(), more);
      expect([other.dataDigest === one.dataDigest, other.inputDigest === one.inputDigest]).toEqual([true, false]);
    }
  });

  it('is refused with the parameter at fault, by the field or by the method', () => {
    const refused = (parameters: object, method = countingMethod) => prepareAnalysis(rawOf(), { method, parameters: parameters as Record<string, number>, seed: 1 });
    expect(refused({ loops: -1 })).toEqual({ kind: 'bad_parameters', faults: [{ name: 'loops', reason: 'must lie between 0 and 100000' }] });
    // The field admits "odd", the method's own schema does not.
    expect(refused({ fault: 'odd' })).toMatchObject({ kind: 'bad_parameters', faults: [{ name: 'fault' }] });
  });

  it('stops when progress says so', () => {
    expect(computeOutcome(prepare(), () => false)).toBeNull();
  });
});
