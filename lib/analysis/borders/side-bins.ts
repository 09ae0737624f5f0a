import type { BinSide, SignedBins } from '../../stats/border-discontinuity';
import type { ArcIndex } from '../plane/arc-index';
import { placeOnArcs, type PlacedOnArcs } from '../plane/place-on-arcs';
import { simplifyLine } from '../plane/simplify-ring';

/** Most places that stand for the land beside one border. */
const MOST_PLACES = 5_000;
/** Lines are followed to so many metres when the land beside them is listed. */
const FOLLOWED_METRES = 5;

/** The cells stand askew, or a border that runs due north would have rows of them fall into a bin or beside it all at once. */
const [COSINE, SINE] = [Math.cos(0.5), Math.sin(0.5)];
/** A column and a row as one number: cells lie within a million of the origin. */
const [OFFSET, WIDE] = [2 ** 21, 2 ** 22];

/** Middles of the square cells within `reachMetres` of a border (some a little farther), and their side. */
function listCellsBeside({ arcs }: ArcIndex, arc: number, reachMetres: number, finest: number): { xs: Float64Array; ys: Float64Array; side: number } {
  const { lines, lengthMetres } = arcs[arc]!;
  const side = Math.max(finest, Math.sqrt((2 * reachMetres * (lengthMetres + 2 * reachMetres)) / MOST_PLACES));
  const cells = new Set<number>();
  for (const line of lines) {
    const followed = simplifyLine(line, FOLLOWED_METRES).map(([x, y]) => [x * COSINE + y * SINE, y * COSINE - x * SINE] as const);
    for (let k = 1; k < followed.length; k++) {
      const [[x1, y1], [x2, y2]] = [followed[k - 1]!, followed[k]!];
      const parts = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / reachMetres));
      for (let part = 0; part < parts; part++) {
        const [from, to] = [part / parts, (part + 1) / parts];
        const box = [x1 + from * (x2 - x1), y1 + from * (y2 - y1), x1 + to * (x2 - x1), y1 + to * (y2 - y1)] as const;
        const columns = [Math.floor((Math.min(box[0], box[2]) - reachMetres) / side), Math.floor((Math.max(box[0], box[2]) + reachMetres) / side)] as const;
        const rows = [Math.floor((Math.min(box[1], box[3]) - reachMetres) / side), Math.floor((Math.max(box[1], box[3]) + reachMetres) / side)] as const;
        for (let column = columns[0]; column <= columns[1]; column++) for (let row = rows[0]; row <= rows[1]; row++) cells.add((column + OFFSET) * WIDE + row + OFFSET);
      }
    }
  }
  const keys = Float64Array.from(cells);
  const [us, vs] = [keys.map((key) => (Math.floor(key / WIDE) - OFFSET + 0.5) * side), keys.map((key) => ((key % WIDE) - OFFSET + 0.5) * side)];
  return { xs: us.map((u, k) => u * COSINE - vs[k]! * SINE), ys: vs.map((v, k) => v * COSINE + us[k]! * SINE), side };
}

function fillBins({ arcs, signed }: PlacedOnArcs, arc: number, binMetres: number, bins: number, weight: number): { positive: number[]; negative: number[] } {
  const sides = { positive: new Array<number>(bins).fill(0), negative: new Array<number>(bins).fill(0) };
  arcs.forEach((one, i) => {
    const bin = Math.floor(Math.abs(signed[i]!) / binMetres);
    if (one !== arc || !(bin < bins)) return;
    // −0 lies in wardB.
    const side = signed[i]! > 0 || Object.is(signed[i], 0) ? sides.positive : sides.negative;
    side[bin]! += weight;
  });
  return sides;
}

/**
 * Incidents beside a border by signed distance, with the square kilometres of land of each bin.
 *
 * Limits: the land is counted by cells of half a bin, coarser beside long borders (at most 5,000 cells or so): areas to a few per cent.
 */
export function binSides(index: ArcIndex, incidents: PlacedOnArcs, arc: number, findWard: (x: number, y: number) => number, binMetres: number, bins: number): SignedBins {
  const reach = binMetres * bins;
  const { xs, ys, side } = listCellsBeside(index, arc, reach, binMetres / 2);
  const { wardA, wardB } = index.arcs[arc]!;
  const wards = Int16Array.from(xs, (x, i) => { const ward = findWard(x, ys[i]!); return ward === wardA || ward === wardB ? ward : -1; });
  const land = fillBins(placeOnArcs(index, { count: xs.length, xs, ys, wards }, reach), arc, binMetres, bins, (side * side) / 1e6);
  const counts = fillBins(incidents, arc, binMetres, bins, 1);
  const join = (which: 'positive' | 'negative'): BinSide => ({ counts: counts[which], exposures: land[which] });
  return { binMetres, positive: join('positive'), negative: join('negative') };
}
