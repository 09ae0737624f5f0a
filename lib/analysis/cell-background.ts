import KDBush from 'kdbush';
import type { Progress } from '../stats/progress';
import type { AreaCells } from './plane/area-cells';

/** What the count of a cell is compared with: the mean of the whole area, or that of the cells around it. */
export const YARDSTICKS = ['area', 'surroundings'] as const;
export type Yardstick = (typeof YARDSTICKS)[number];

/** Area in km² above which town and country are too unlike for one mean. */
const ONE_MEAN_KM2 = 50;
export const proposeYardstick = (areaSquareMetres: number): Yardstick => (areaSquareMetres / 1e6 > ONE_MEAN_KM2 ? 'surroundings' : 'area');

/** How far the surroundings of a cell reach, in metres: 2 km, or six cells where those are large. */
export const surroundingsMetres = (cellMetres: number): number => Math.max(2_000, 6 * cellMetres);

/** Expected count of each cell by the yardstick; null when it was stopped. */
export function expectCounts(cells: AreaCells, counts: Float64Array, yardstick: Yardstick, progress: Progress): Float64Array | null {
  const mean = counts.reduce((sum, count) => sum + count, 0) / cells.count;
  const expected = new Float64Array(cells.count).fill(mean);
  if (yardstick === 'area') return expected;
  const index = new KDBush(cells.count);
  for (let place = 0; place < cells.count; place++) index.add(...cells.centreOf(place));
  index.finish();
  const reach = surroundingsMetres(cells.sizeMetres);
  for (let place = 0; place < cells.count; place++) {
    if (place % 256 === 0 && !progress(place / cells.count)) return null;
    const around = index.within(...cells.centreOf(place), reach);
    expected[place] = around.reduce((sum, other) => sum + counts[other]!, 0) / around.length;
  }
  return expected;
}

/**
 * How far each count lies from what was expected, in about standard deviations of a Poisson variable: √n + √(n + 1) − √(4E + 1).
 *
 * Source: Freeman & Tukey (1950).
 */
export const deviations = (counts: Float64Array, expected: Float64Array): Float64Array => counts.map((count, place) => Math.sqrt(count) + Math.sqrt(count + 1) - Math.sqrt(4 * expected[place]! + 1));
