import { standardiseRates } from '../../stats/empirical-bayes';
import type { Progress } from '../../stats/progress';
import type { SpatialWeights } from '../../stats/spatial-weights';
import { buildAreaCells, type CellShape } from '../plane/area-cells';
import { wardAt } from './border-share';
import { deviations, expectCounts, type Yardstick } from '../cell-background';
import { countInCells } from '../plane/cell-groups';
import type { AnalysisInput, PlaneRings } from '../method';

/** Places that are compared with their neighbours: cells of a grid, or wards. */
export interface MoranUnits {
  readonly count: number;
  readonly counts: Float64Array;
  readonly expected: Float64Array;
  /** What is compared: counts, their deviations, or standardised rates. */
  readonly values: Float64Array;
  /** Neighbours without the place itself. */
  readonly weights: SpatialWeights;
  /** Unit of each incident; −1 for none. */
  readonly unitOf: ArrayLike<number>;
  readonly areaKm2Of: (place: number) => number;
  readonly wardOf: (place: number) => string | null;
  readonly outline: (places: readonly number[]) => PlaneRings[];
  readonly cellMetres: number | null;
}

/** Cells of a grid; null when it was stopped, 0 where the area has no cell. */
export function buildCellUnits(input: AnalysisInput, shape: CellShape, cellMetres: number, yardstick: Yardstick, progress: Progress): MoranUnits | null | 0 {
  const cells = buildAreaCells(input, shape, cellMetres);
  if (cells === null) return 0;
  const { counts, cellOf } = countInCells(cells, input.points);
  const expected = expectCounts(cells, counts, yardstick, progress);
  if (expected === null) return null;
  return {
    count: cells.count, counts, expected, unitOf: cellOf, weights: cells.weights(false), outline: cells.outline, cellMetres,
    values: yardstick === 'area' ? counts : deviations(counts, expected),
    areaKm2Of: () => cells.cellSquareMetres / 1e6,
    wardOf: (place) => input.wards[wardAt(input, ...cells.centreOf(place))]?.code ?? null,
  };
}

/** Wards that share a border, by their incidents per km², drawn towards the mean where a ward is small (Assunção & Reis 1999). */
export function buildWardUnits({ wards, points, arcs, areaSquareMetres }: AnalysisInput): MoranUnits {
  const counts = new Float64Array(wards.length);
  for (const ward of points.wards) if (ward >= 0) counts[ward]!++;
  const exposures = Float64Array.from(wards, (ward) => Math.max(1, ward.areaSquareMetres) / 1e6);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const near = wards.map(() => new Set<number>());
  for (const { wardA, wardB } of arcs) {
    near[wardA]!.add(wardB);
    near[wardB]!.add(wardA);
  }
  const starts = new Uint32Array(wards.length + 1);
  near.forEach((neighbours, ward) => { starts[ward + 1] = starts[ward]! + neighbours.size; });
  return {
    count: wards.length, counts, unitOf: points.wards, cellMetres: null,
    expected: exposures.map((km2) => (total * km2 * 1e6) / areaSquareMetres),
    values: standardiseRates({ counts, exposures }),
    weights: { starts, neighbours: Uint32Array.from(near.flatMap((neighbours) => [...neighbours].sort((a, b) => a - b))), weights: null },
    areaKm2Of: (place) => exposures[place]!,
    wardOf: (place) => wards[place]!.code,
    outline: (places) => places.flatMap((place) => wards[place]!.polygons),
  };
}
