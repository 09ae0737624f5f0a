import Flatbush from 'flatbush';
import { rankByExceedance, shrinkRates, type ShrunkRate } from './empirical-bayes';
import type { PlanePoints } from './grid-frame';

/** Incidents counted at the nearest of some places (crossings of road and border, tri-points). */
export interface SnappedCounts {
  readonly counts: Float64Array;
  /** Place of each incident; −1 when none lies within reach. */
  readonly places: Int32Array;
  /** Share of the incidents that no place is near; 0 without incidents. To be shown beside every ranking. */
  readonly unsnappedShare: number;
}

/** Counts incidents at the nearest place within `reachMetres` (inclusive); of equally near places the first. */
export function snapToPlaces(incidents: PlanePoints, places: PlanePoints, reachMetres: number): SnappedCounts {
  const found: SnappedCounts = { counts: new Float64Array(places.xs.length), places: new Int32Array(incidents.xs.length).fill(-1), unsnappedShare: incidents.xs.length === 0 ? 0 : 1 };
  if (places.xs.length === 0 || incidents.xs.length === 0) return found;
  const index = new Flatbush(places.xs.length);
  places.xs.forEach((x, k) => index.add(x, places.ys[k]!));
  index.finish();
  let snapped = 0;
  incidents.xs.forEach((x, i) => {
    const place = findNearest(index, places, x, incidents.ys[i]!, reachMetres);
    if (place < 0) return;
    found.places[i] = place;
    found.counts[place]!++;
    snapped++;
  });
  return { ...found, unsnappedShare: 1 - snapped / incidents.xs.length };
}

function findNearest(index: Flatbush, { xs, ys }: PlanePoints, x: number, y: number, reachMetres: number): number {
  const [nearest] = index.neighbors(x, y, 1);
  if (nearest === undefined) return -1;
  const squared = (xs[nearest]! - x) ** 2 + (ys[nearest]! - y) ** 2;
  if (squared > reachMetres * reachMetres) return -1;
  const reach = Math.sqrt(squared) * (1 + 1e-12);
  return index.search(x - reach, y - reach, x + reach, y + reach).reduce((first, k) => (k < first && (xs[k]! - x) ** 2 + (ys[k]! - y) ** 2 <= squared ? k : first), nearest);
}

/** A junction in the order of its shrunk risk. */
export interface RankedPlace extends ShrunkRate {
  readonly place: number;
  readonly count: number;
  readonly expected: number;
}

/**
 * Junctions by the probability that their true risk exceeds `threshold` times that of all, surest first.
 *
 * Source: gamma–Poisson shrinkage (B-19). Limits: `expected` is above 0 for each place; no place gives [].
 */
export function rankPlaces(counts: ArrayLike<number>, expected: ArrayLike<number>, threshold = 2): readonly RankedPlace[] {
  const rates = shrinkRates({ counts, exposures: expected }, threshold);
  return rankByExceedance(rates).map((place) => ({ ...rates[place]!, place, count: counts[place]!, expected: expected[place]! }));
}
