import { describe, expect, it } from 'vitest';
import { countPasses, isOnEdge, TOUCHED } from '../../../lib/geo/orientation';

const passes = (p: [number, number], r: [number, number], ...chain: number[]): number =>
  countPasses(Float64Array.from(chain), 0, chain.length, p[0], p[1], r[0], r[1]);

describe('countPasses', () => {
  it('counts the edges between the two ends of a walk, not those beyond', () => {
    expect(passes([0, 0], [4, 0], 1, -1, 1, 1, 2, 1, 2, -1)).toBe(2);
    expect(passes([0, 0], [4, 0], 5, -1, 5, 1)).toBe(0);
  });

  it('passes a corner on the walk once when the line goes through, twice or never when it only touches', () => {
    expect(passes([0, 0], [4, 0], 2, 1, 2, 0, 2, -1)).toBe(1);
    expect(passes([0, 0], [4, 0], 2, -1, 2, 0, 2, 1)).toBe(1);
    expect(passes([0, 0], [4, 0], 2, 1, 2, 0) + passes([0, 0], [4, 0], 2, 0, 2, -1)).toBe(1); // cut in two at the corner
    expect(passes([0, 0], [4, 0], 1, 1, 2, 0, 3, 1) % 2).toBe(0);
    expect(passes([0, 0], [4, 0], 1, -1, 2, 0, 3, -1) % 2).toBe(0);
  });

  it('passes a line that runs along the walk as it would pass it bent to the left', () => {
    expect(passes([0, 0], [4, 0], 1, -1, 1, 0, 3, 0, 3, 1)).toBe(1);
    expect(passes([0, 0], [4, 0], 1, -1, 1, 0, 3, 0, 3, -1) % 2).toBe(0);
  });

  it('says when the position lies on the chain, to the last bit', () => {
    expect(passes([0.5, 0.5], [4, 0], 0, 0, 1, 1)).toBe(TOUCHED);
    expect(passes([0.5 + 2 ** -53, 0.5], [4, 0], 0, 0, 1, 1)).not.toBe(TOUCHED);
    expect(passes([1, 1], [4, 0], 0, 0, 1, 1)).toBe(TOUCHED);
  });
});

describe('isOnEdge', () => {
  it.each([
    ['the middle of a level edge', [1, 0], [0, 0], [2, 0], true],
    ['beyond a level edge', [3, 0], [0, 0], [2, 0], false],
    ['beyond a level edge run the other way', [-1, 0], [2, 0], [0, 0], false],
    ['a level edge run the other way', [1, 0], [2, 0], [0, 0], true],
    ['an upright edge', [0, 1], [0, 0], [0, 2], true],
    ['an edge of no length', [0, 0], [0, 0], [0, 0], true],
    ['beside an edge of no length', [0, 1], [0, 0], [0, 0], false],
  ] as const)('%s', (_, [px, py], [ax, ay], [bx, by], expected) => {
    expect(isOnEdge(px, py, ax, ay, bx, by)).toBe(expected);
  });
});
