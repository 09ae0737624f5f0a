import type { Progress } from '../../stats/progress';
import { snapToPlaces } from '../../stats/junction-ranking';
import { stepAlong } from './footprint';
import type { AnalysisInput, PlaneLine } from '../method';
import { isInRings } from '../plane/plane-rings';

/** Positions a radius is sampled by in each direction: catchments are right within about 3 %. */
const STEPS = 8;
/** Streets are measured by positions this far apart, in metres. */
const STREET_STEP = 10;

interface Places { readonly xs: Float64Array; readonly ys: Float64Array }

/**
 * Square metres of the scope's area that lie within `reachMetres` of each place and nearer to it than to any other.
 *
 * Limits: null when it was stopped.
 */
export function catchmentAreas({ area }: AnalysisInput, places: Places, reachMetres: number, progress: Progress): Float64Array | null {
  const step = reachMetres / STEPS;
  const edges = area.flat().flatMap((ring) => ring.slice(1).map((end, k): PlaneLine => [ring[k]!, end]));
  const south = Float64Array.from(edges, ([from, to]) => Math.min(from![1], to![1]));
  const north = Float64Array.from(edges, ([from, to]) => Math.max(from![1], to![1]));
  const east = Float64Array.from(edges, ([from, to]) => Math.max(from![0], to![0]));
  const found = new Float64Array(places.xs.length);
  for (let k = 0; k < found.length; k++) {
    if (!progress(k / found.length)) return null;
    const [cx, cy] = [places.xs[k]!, places.ys[k]!];
    // A ray to the east from the disc crosses none of the others; wards beside each other share edges, which cancel.
    const around: PlaneLine[] = [];
    for (let at = 0; at < edges.length; at++) if (north[at]! >= cy - reachMetres && south[at]! <= cy + reachMetres && east[at]! >= cx - reachMetres) around.push(edges[at]!);
    const [xs, ys]: [number[], number[]] = [[], []];
    for (let row = -STEPS; row <= STEPS; row++) {
      for (let column = -STEPS; column <= STEPS; column++) {
        const [x, y] = [cx + column * step, cy + row * step];
        if (row * row + column * column > STEPS * STEPS || !isInRings(around, x, y)) continue;
        xs.push(x);
        ys.push(y);
      }
    }
    found[k] = nearestOf(places, xs, ys, cx, cy, reachMetres).filter((nearest) => nearest === k).length * step * step;
  }
  return found;
}

/** The place nearest to each of some positions around one; only places that can be nearest are asked. */
function nearestOf(places: Places, xs: readonly number[], ys: readonly number[], cx: number, cy: number, reachMetres: number): number[] {
  const rivals = [...places.xs.keys()].filter((k) => Math.hypot(places.xs[k]! - cx, places.ys[k]! - cy) <= 2 * reachMetres);
  return xs.map((x, at) => rivals.reduce((best, k) => (Math.hypot(places.xs[k]! - x, places.ys[k]! - ys[at]!) < Math.hypot(places.xs[best]! - x, places.ys[best]! - ys[at]!) ? k : best), rivals[0]!));
}

/** Metres of known street within `reachMetres` of each place and nearer to it than to any other. */
export function catchmentStreets({ streets }: AnalysisInput, places: Places, reachMetres: number): Float64Array {
  const [xs, ys]: [number[], number[]] = [[], []];
  for (const { line } of streets) {
    for (const [x, y] of stepAlong(line, STREET_STEP)) {
      xs.push(x);
      ys.push(y);
    }
  }
  return snapToPlaces({ xs: Float64Array.from(xs), ys: Float64Array.from(ys) }, places, reachMetres).counts.map((count) => count * STREET_STEP);
}
