import { buildGrid } from '../../stats/grid-frame';
import type { Progress } from '../../stats/progress';
import { boxOfArea, maskGrid } from '../plane/area-mask';
import type { AnalysisInput } from '../method';
import { isInRings } from '../plane/plane-rings';
import { buildWardFinder } from './ward-finder';

/** Places where incidents could happen, each standing for some metres of street or square metres, with its ward. */
export interface ExposureSample {
  readonly count: number;
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** Place in the input's wards. */
  readonly wards: Int16Array;
  readonly weights: Float64Array;
}

const pack = (rows: readonly (readonly [x: number, y: number, ward: number, weight: number])[]): ExposureSample => ({
  count: rows.length, xs: Float64Array.from(rows, ([x]) => x), ys: Float64Array.from(rows, ([, y]) => y), wards: Int16Array.from(rows, ([, , ward]) => ward), weights: Float64Array.from(rows, ([, , , weight]) => weight),
});

/** Streets that are looked at between two calls of `progress`. */
const STREETS_A_STEP = 200;

/** Places on the known streets of the area, about `stepMetres` apart; weights are metres of street. Null when it was stopped. */
export function sampleStreets({ streets, wards, area, scope }: AnalysisInput, stepMetres: number, progress: Progress): ExposureSample | null {
  const findWard = buildWardFinder(wards);
  const isInside = (x: number, y: number): boolean => scope.area.kind !== 'zone' || area.some((rings) => isInRings(rings, x, y));
  const rows: [number, number, number, number][] = [];
  for (const [at, { line }] of streets.entries()) {
    if (at % STREETS_A_STEP === 0 && !progress(at / streets.length)) return null;
    for (let k = 1; k < line.length; k++) {
      const [[x1, y1], [x2, y2]] = [line[k - 1]!, line[k]!];
      const length = Math.hypot(x2 - x1, y2 - y1);
      const parts = Math.max(1, Math.round(length / stepMetres));
      for (let part = 0; part < parts && length > 0; part++) {
        const share = (part + 0.5) / parts;
        const [x, y] = [x1 + share * (x2 - x1), y1 + share * (y2 - y1)];
        const ward = findWard(x, y);
        if (ward >= 0 && isInside(x, y)) rows.push([x, y, ward, length / parts]);
      }
    }
  }
  return pack(rows);
}

/** Middles of about `cells` square cells of the area; weights are square metres. Limits: no area gives none. */
export function sampleArea({ wards, area, areaSquareMetres, scope }: AnalysisInput, cells: number): ExposureSample {
  const box = boxOfArea(area);
  if (box === null || !(areaSquareMetres > 0)) return pack([]);
  const wide = (box[2] - box[0]) * (box[3] - box[1]);
  // The box may hold far more cells than the area; it must not pass a million.
  const side = Math.max(Math.sqrt(areaSquareMetres / cells), Math.sqrt(wide / 1_000_000));
  const grid = buildGrid(box, side);
  const inside = scope.area.kind === 'zone' ? maskGrid(grid, area) : null;
  const rows: [number, number, number, number][] = [];
  wards.forEach(({ polygons }, ward) => {
    maskGrid(grid, polygons).forEach((on, cell) => {
      if (on === 0 || inside?.[cell] === 0) return;
      rows.push([grid.westMetres + ((cell % grid.columns) + 0.5) * side, grid.southMetres + (Math.floor(cell / grid.columns) + 0.5) * side, ward, side * side]);
    });
  });
  return pack(rows);
}
