import { describe, expect, it } from 'vitest';
import { classifyCube, classifyEmerging } from '../../../lib/stats/emerging-hotspots';
import { classifyGetisOrd, computeGetisOrd } from '../../../lib/stats/getis-ord';
import { createRandom } from '../../../lib/stats/seeded-random';
import { computeSpaceTimeGetisOrd } from '../../../lib/stats/space-time-getis-ord';
import { buildGridWeights } from '../../../lib/stats/spatial-weights';
import { largestError } from '../../fixtures/stats/read-fixture';

const weights = buildGridWeights({ columns: 4, rows: 3 }, new Uint8Array(12).fill(1), 'queen', true);

describe('space-time Gi*', () => {
  it.each([0, 1, 2])('equals Gi* on the neighbours written out, %i slices back', (stepsBack) => {
    const random = createRandom(3);
    const values = Float64Array.from({ length: 12 * 5 }, () => Math.floor(random() * 9));
    const starts = [0];
    const neighbours: number[] = [];
    for (let t = 0; t < 5; t++) {
      for (let i = 0; i < 12; i++) {
        for (let back = 0; back <= Math.min(t, stepsBack); back++) neighbours.push(...Array.from(weights.neighbours.subarray(weights.starts[i], weights.starts[i + 1]), (j) => (t - back) * 12 + j));
        starts.push(neighbours.length);
      }
    }
    const written = computeGetisOrd(values, { starts: Uint32Array.from(starts), neighbours: Uint32Array.from(neighbours), weights: null });
    const found = computeSpaceTimeGetisOrd({ places: 12, slices: 5, values }, weights, stepsBack);
    expect(largestError(found.z, written.z)).toBeLessThan(1e-12);
    expect(largestError(found.adjusted, written.adjusted)).toBeLessThan(1e-12);
  });
  it('constant and empty cubes give z = 0, p = 1', () => {
    const { z, p } = computeSpaceTimeGetisOrd({ places: 12, slices: 3, values: new Float64Array(36).fill(0.1) }, weights);
    expect(z.every((value) => value === 0) && p.every((value) => value === 1)).toBe(true);
    expect(computeSpaceTimeGetisOrd({ places: 0, slices: 0, values: [] }, { starts: Uint32Array.of(0), neighbours: new Uint32Array(0), weights: null }).z).toHaveLength(0);
  });
});

/** `+` hot, `-` cold, `.` neither; z flat unless a trend is asked for. */
const flags = (text: string) => Array.from(text, (sign) => (sign === '+' ? 3 : sign === '-' ? -3 : 0));
const flat = (text: string) => Array.from(text, (_, i) => [5, 4, 6, 5][i % 4]!);
const rising = (text: string) => Array.from(text, (_, i) => i);
const falling = (text: string) => Array.from(text, (_, i) => -i);

describe('classes of emerging hot spots', () => {
  it.each([
    ['.........+', flat, 'new'],
    ['----.....+', flat, 'new'],
    ['+', flat, 'new'],
    ['.......+++', flat, 'consecutive'],
    ['++++++++++', rising, 'intensifying'],
    ['.+++++++++', rising, 'intensifying'],
    ['++++++++++', flat, 'persistent'],
    ['+++++++++.', flat, 'persistent'],
    ['++++++++++', falling, 'diminishing'],
    ['..++..+.++', flat, 'sporadic'],
    ['--+...+.++', flat, 'oscillating'],
    ['+++++++++.', falling, 'historical'],
    ['++++++++.+.', flat, 'historical'],
  ] as const)('%s with a %o trend is %s', (text, z, pattern) => {
    expect(classifyEmerging(z(text), flags(text))).toEqual({ heat: 'hot', pattern });
    const mirrored = flags(text).map((value) => -value);
    expect(classifyEmerging(z(text).map((value) => -value), mirrored)).toEqual({ heat: 'cold', pattern });
  });
  it.each(['..........', '+.........', '++++......', ''])('%s is none', (text) => { expect(classifyEmerging(flat(text), flags(text))).toEqual({ heat: 'none' }); });
  it('a falling place that is still hot nearly always but not in the last slice is neither intensifying nor diminishing', () => {
    expect(classifyEmerging(rising('+++++++++.'), flags('+++++++++.'))).toEqual({ heat: 'hot', pattern: 'historical' });
  });
  it('classifies a cube: a place that heats up in the last slices', () => {
    const values = new Float64Array(12 * 8);
    const random = createRandom(12);
    for (let k = 0; k < values.length; k++) values[k] = Math.floor(random() * 3);
    for (const t of [6, 7]) for (const place of [0, 1, 4, 5]) values[t * 12 + place] = 25;
    const found = computeSpaceTimeGetisOrd({ places: 12, slices: 8, values }, weights, 0);
    const patterns = classifyCube(12, found.z, classifyGetisOrd(found));
    expect(patterns[0]).toEqual({ heat: 'hot', pattern: 'consecutive' });
    expect(patterns[11]!.heat).not.toBe('hot');
    expect(classifyCube(0, [], [])).toEqual([]);
  });
});
