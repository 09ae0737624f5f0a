import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addAoristicWeight, hourOfWeek, listTouchedHours } from '../../../lib/stats/aoristic';

const HANOI = 7 * 3_600;
const at = (text: string): number => Date.parse(`${text}:00+07:00`) / 1000;
const gridOf = (from: string, until: string | null): Float64Array => {
  const grid = new Float64Array(168);
  addAoristicWeight(grid, at(from), until === null ? null : at(until), HANOI);
  return grid;
};
const filled = (grid: Float64Array): [number, number][] => [...grid].flatMap((weight, hour): [number, number][] => (weight === 0 ? [] : [[hour, weight]]));
const MONDAY = '2026-11-23';
const SUNDAY = '2026-11-29';

describe('aoristic weights', () => {
  it('give an instant its hour, by the clock of the place', () => {
    expect(filled(gridOf(`${MONDAY}T00:30`, null))).toEqual([[0, 1]]);
    expect(filled(gridOf(`${SUNDAY}T23:59`, null))).toEqual([[167, 1]]);
    expect(filled(gridOf('2026-11-25T14:00', '2026-11-25T14:00'))).toEqual([[2 * 24 + 14, 1]]);
  });

  it('part a night by its eight hours: found gone at six, it was not gone at six', () => {
    const night = gridOf(`${SUNDAY}T22:00`, '2026-11-30T06:00');
    expect(filled(night).map(([hour]) => hour)).toEqual([0, 1, 2, 3, 4, 5, 166, 167]);
    expect(filled(night).every(([, weight]) => weight === 1 / 8)).toBe(true);
    expect(filled(gridOf(`${MONDAY}T22:30`, '2026-11-24T06:01')).map(([, weight]) => weight)).toEqual(new Array(9).fill(1 / 9));
    expect(filled(gridOf(`${MONDAY}T10:10`, `${MONDAY}T10:50`))).toEqual([[10, 1]]);
  });

  it('spread a week, and anything longer, evenly', () => {
    for (const until of ['2026-11-30T00:00', '2026-12-20T12:34']) {
      const grid = gridOf(`${MONDAY}T00:00`, until);
      expect(Math.max(...grid)).toBe(1 / 168);
      expect(Math.min(...grid)).toBe(1 / 168);
    }
    expect(listTouchedHours(at(`${MONDAY}T00:00`), at('2026-11-29T22:00'), HANOI).hours).toBe(166);
  });

  it('always add up to one, and touch exactly the hours that a walk by the minute touches', () => {
    fc.assert(fc.property(fc.integer({ min: -2_000_000_000, max: 4_000_000_000 }), fc.integer({ min: 1, max: 200 * 3_600 }), fc.integer({ min: -12, max: 14 }), (from, length, zone) => {
      const grid = new Float64Array(168);
      addAoristicWeight(grid, from, from + length, zone * 3_600);
      expect(grid.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
      const touched = new Set<number>();
      for (let second = from; second < from + length; second += 60) touched.add(Math.floor((second + zone * 3_600) / 3_600));
      touched.add(Math.floor((from + length - 1 + zone * 3_600) / 3_600));
      expect(listTouchedHours(from, from + length, zone * 3_600).hours).toBe(Math.min(168, touched.size));
      for (const hour of touched) expect(grid[hourOfWeek(hour)]).toBeGreaterThan(0);
    }));
  });
});
