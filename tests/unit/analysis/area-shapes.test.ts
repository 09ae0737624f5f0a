import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAreaCells } from '../../../lib/analysis/plane/area-cells';
import { boxOfArea, maskGrid, maskHexagons } from '../../../lib/analysis/plane/area-mask';
import { discRing, hullRing, toFindingShape, turnOfRing } from '../../../lib/analysis/plane/finding-shapes';
import { bufferLines } from '../../../lib/analysis/plane/line-buffer';
import type { PlaneRings } from '../../../lib/analysis/method';
import { isInRings, ringsAreaSquareMetres } from '../../../lib/analysis/plane/plane-rings';
import { crossesItself, simplifyRing } from '../../../lib/analysis/plane/simplify-ring';
import { buildMetricPlane } from '../../../lib/geo/transverse-mercator';
import { buildGrid } from '../../../lib/stats/grid-frame';
import { buildHexagonGrid, hexagonCentre } from '../../../lib/stats/hexagon-grid';
import { permutePlaces, computeLocalMoran } from '../../../lib/stats/local-moran';
import { createRandom } from '../../../lib/stats/seeded-random';
import { buildGridWeights, standardiseRows } from '../../../lib/stats/spatial-weights';

const star = (corners: number, phase: number): [number, number][] => {
  const ring = Array.from({ length: corners }, (_, k): [number, number] => {
    const reach = k % 2 === 0 ? 900 : 350;
    return [1000 + reach * Math.cos(phase + (2 * Math.PI * k) / corners), 1000 + reach * Math.sin(phase + (2 * Math.PI * k) / corners)];
  });
  return [...ring, ring[0]!];
};

/** Metres from a position to the nearest side of some rings. */
const metresToRings = (rings: PlaneRings, x: number, y: number): number => Math.min(...rings.flatMap((ring) => ring.slice(1).map(([x2, y2], i) => {
  const [x1, y1] = ring[i]!;
  const along = Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2)));
  return Math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1));
})));

describe('cells of an area', () => {
  // On the outline either answer is right, to the micrometre.
  it('are those whose centre lies in it, holes left out: brute force over every cell', () => {
    fc.assert(fc.property(fc.integer({ min: 5, max: 14 }), fc.double({ min: 0, max: 3, noNaN: true }), fc.integer({ min: 23, max: 170 }), (points, phase, size) => {
      const area: PlaneRings[] = [[star(2 * points, phase), [[900, 900], [1100, 900], [1100, 1100], [900, 1100], [900, 900]]]];
      const box = boxOfArea(area)!;
      const [grid, hexagons] = [buildGrid(box, size), buildHexagonGrid(box, size)];
      const agrees = (mask: Uint8Array, centreOf: (cell: number) => readonly [number, number]): boolean => mask.every((inside, cell) => {
        const [x, y] = centreOf(cell);
        return inside === (isInRings(area[0]!, x, y) ? 1 : 0) || metresToRings(area[0]!, x, y) < 1e-6;
      });
      return agrees(maskGrid(grid, area), (cell) => [grid.westMetres + ((cell % grid.columns) + 0.5) * size, grid.southMetres + (Math.floor(cell / grid.columns) + 0.5) * size])
        && agrees(maskHexagons(hexagons, area), (cell) => hexagonCentre(hexagons, cell));
    }), { numRuns: 60, examples: [[6, 0, 30]] });
  });
  it.each(['square', 'hexagon'] as const)('have an outline of their own area, with %s cells', (shape) => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 80 }), { minLength: 1, maxLength: 60 }), (chosen) => {
      const cells = buildAreaCells({ area: [[[[0, 0], [1000, 0], [1000, 1000], [0, 1000], [0, 0]]]] }, shape, 100)!;
      const places = chosen.filter((place) => place < cells.count);
      const outline = cells.outline(places);
      const area = outline.reduce((sum, rings) => sum + ringsAreaSquareMetres(rings), 0);
      const inside = places.every((place) => outline.filter((rings) => isInRings(rings, ...cells.centreOf(place))).length === 1);
      const turned = outline.every(([outer, ...holes]) => turnOfRing(outer!) > 0 && holes.every((hole) => turnOfRing(hole) < 0));
      return Math.abs(area - places.length * cells.cellSquareMetres) < 1e-3 && inside && turned;
    }), { numRuns: 100 });
  });
});

describe('shapes of findings', () => {
  const plane = buildMetricPlane(105.8);
  const [x0, y0] = plane.toPlane(105.8, 21);
  it('have closed rings in 7 decimals that run the right way, whichever way they came', () => {
    const ring = star(10, 0.3).map(([x, y]) => [x + x0, y + y0] as const);
    for (const one of [ring, [...ring].reverse()]) {
      const shape = toFindingShape(plane, [[one]])!;
      const [outer] = shape.coordinates as [number, number][][];
      expect(outer![0]).toEqual(outer!.at(-1));
      expect(turnOfRing(outer!)).toBeGreaterThan(0);
    }
  });
  it('keep few corners and their area, and never cross themselves', () => {
    const ring = Array.from({ length: 4000 }, (_, k) => [x0 + (500 + 5 * Math.sin(k * 1.7)) * Math.cos((2 * Math.PI * k) / 4000), y0 + (500 + 5 * Math.sin(k * 1.7)) * Math.sin((2 * Math.PI * k) / 4000)] as const);
    const closed = [...ring, ring[0]!];
    const shape = toFindingShape(plane, [[closed]])!;
    const back = (shape.coordinates as [number, number][][])[0]!.map(([longitude, latitude]) => plane.toPlane(longitude, latitude));
    expect(back.length).toBeLessThanOrEqual(480);
    expect(crossesItself(back)).toBe(false);
    expect(ringsAreaSquareMetres([back]) / ringsAreaSquareMetres([closed])).toBeCloseTo(1, 1);
    expect(crossesItself([[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]])).toBe(true);
    expect(simplifyRing([[0, 0], [50, 0.1], [100, 0], [100, 100], [0, 100], [0, 0]], 1)).toHaveLength(5);
  });
  it('enclose what they were made of', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 })), { minLength: 1, maxLength: 30 }), (points) => {
      const hull = hullRing(points, 25);
      return turnOfRing(hull) > 0 && points.every(([x, y]) => [[24, 0], [-24, 0], [0, 24], [0, -24], [17, 17]].every(([dx, dy]) => isInRings([hull], x + dx!, y + dy!)));
    }), { numRuns: 60 });
    expect(ringsAreaSquareMetres([discRing(0, 0, 100)]) / (Math.PI * 1e4)).toBeCloseTo(1, 1);
  });
  it('buffer a line by its radius', () => {
    const [rings] = bufferLines([[[0, 0], [300, 0]]], 50);
    expect(ringsAreaSquareMetres(rings!) / (300 * 100 + Math.PI * 2500)).toBeCloseTo(1, 2);
    expect([isInRings(rings!, 150, 47), isInRings(rings!, 150, 53), isInRings(rings!, -47, 0), isInRings(rings!, 353, 0)]).toEqual([true, false, true, false]);
  });
});

describe('a second round of permutations', () => {
  it('gives the same p as the first where it permutes alike', () => {
    const window = new Uint8Array(100).fill(1);
    const weights = standardiseRows(buildGridWeights({ columns: 10, rows: 10 }, window, 'queen', false));
    const values = Float64Array.from(window, (_, k) => (k % 10) * (k > 50 ? 2 : 1) + (k * 7) % 5);
    const all = computeLocalMoran(values, weights, 4999, createRandom(1))!;
    const some = permutePlaces(values, weights, [3, 44, 77], 4999, createRandom(2))!;
    [3, 44, 77].forEach((place, at) => { expect(Math.abs(some[at]! - all.p[place]!)).toBeLessThan(4 * Math.sqrt(0.25 / 4999) + 1e-3); });
    expect(permutePlaces(values, weights, [3], 99, createRandom(1), () => false)).toBeNull();
  });
});
