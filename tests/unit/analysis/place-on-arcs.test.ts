import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildArcIndex } from '../../../lib/analysis/plane/arc-index';
import { cutStretch, pointOnArc } from '../../../lib/analysis/borders/arc-stretch';
import type { PlaneLine, ScopeArc } from '../../../lib/analysis/method';
import { findNearestArc, listArcPlaces, placeOnArcs } from '../../../lib/analysis/plane/place-on-arcs';

const arcOf = (wardA: number, wardB: number, ...lines: PlaneLine[]): ScopeArc => ({ wardA, wardB, lines, lengthMetres: 0, borderWidthMetres: 100, clusterId: null });
const coordinate = fc.integer({ min: -500, max: 500 });
const line = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 6 });
const arcs = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => lines.map((one, k) => arcOf(k, k + 1, one)));

function slowest(all: readonly ScopeArc[], x: number, y: number, accepts: (arc: number) => boolean): { arc: number; distance: number } | null {
  let best: { arc: number; distance: number } | null = null;
  all.forEach(({ lines }, arc) => {
    if (!accepts(arc)) return;
    for (const one of lines) {
      for (let k = 1; k < one.length; k++) {
        const [[x1, y1], [x2, y2]] = [one[k - 1]!, one[k]!];
        const squared = (x2 - x1) ** 2 + (y2 - y1) ** 2;
        if (squared === 0) continue;
        const part = Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / squared));
        const distance = Math.hypot(x - x1 - part * (x2 - x1), y - y1 - part * (y2 - y1));
        if (best === null || distance < best.distance - 1e-9) best = { arc, distance };
      }
    }
  });
  return best;
}

describe('the nearest border', () => {
  it('is the one that a search through every piece finds', () => {
    fc.assert(fc.property(arcs, coordinate, coordinate, fc.integer({ min: 1, max: 900 }), (all, x, y, reach) => {
      const found = findNearestArc(buildArcIndex(all), x, y, reach, (arc) => arc !== 1);
      const expected = slowest(all, x, y, (arc) => arc !== 1);
      if (expected === null || expected.distance > reach + 1e-6) return found === null;
      if (expected.distance > reach - 1e-6) return true;
      return found !== null && Math.abs(found.distanceMetres - expected.distance) < 1e-6;
    }), { numRuns: 500 });
  });
  it('is named with the place along it, which leads back to it', () => {
    const index = buildArcIndex([arcOf(0, 1, [[0, 0], [100, 0], [100, 50]], [[500, 0], [600, 0]])]);
    expect(findNearestArc(index, 90, 20, 100)).toMatchObject({ arc: 0, alongMetres: 120, distanceMetres: 10 });
    expect(pointOnArc(index, 0, 120)).toEqual([100, 20]);
    expect(findNearestArc(index, 550, 5, 100)).toMatchObject({ alongMetres: 200, distanceMetres: 5, run: 1 });
    expect(cutStretch(index, 0, 90, 120)).toEqual([[[90, 0], [100, 0], [100, 20]]]);
    expect(cutStretch(index, 0, 140, 160)).toHaveLength(2);
  });
  it('is every border within reach when all are asked for, runs apart when asked', () => {
    const index = buildArcIndex([arcOf(0, 1, [[0, 0], [0, 100]], [[40, 0], [40, 100]]), arcOf(1, 2, [[0, 100], [50, 100]])]);
    expect(listArcPlaces(index, 10, 90, 50).map(({ arc, distanceMetres }) => [arc, distanceMetres])).toEqual([[0, 10], [1, 10]]);
    expect(listArcPlaces(index, 10, 90, 50, true).map(({ run, distanceMetres }) => [run, distanceMetres])).toEqual([[0, 10], [1, 30], [2, 10]]);
  });
});

describe('incidents placed on borders', () => {
  const index = buildArcIndex([arcOf(0, 1, [[0, 0], [0, 100]]), arcOf(1, 2, [[30, 0], [30, 100]])]);
  it('take a border of their own ward, above 0 in wardA', () => {
    const placed = placeOnArcs(index, { count: 4, xs: Float64Array.of(-5, 5, 28, 0), ys: Float64Array.of(50, 60, 70, 10), wards: Int16Array.of(0, 1, 0, -1) }, 100);
    expect([...placed.arcs]).toEqual([0, 0, 0, -1]);
    expect([...placed.signed]).toEqual([5, -5, 28, NaN]);
    expect([...placed.alongs]).toEqual([50, 60, 70, NaN]);
  });
  it('have none beyond the reach', () => {
    expect([...placeOnArcs(index, { count: 1, xs: Float64Array.of(-50), ys: Float64Array.of(50), wards: Int16Array.of(0) }, 49).arcs]).toEqual([-1]);
  });
});
