import { poissonUpperTail } from '../../stats/count-tails';
import { adjustBenjaminiHochberg } from '../../stats/false-discovery';
import type { AnalysisInput } from '../method';
import { listRepeatPairs, listWardRepeats } from './near-repeats';
import { indexLines } from './plane-fields';

/** What two wards share: incidents in their border zone, and near repeats across their border. */
export interface PairLink {
  readonly wardA: number;
  readonly wardB: number;
  /** Metres of border; 0 where they only come near each other. */
  readonly lengthMetres: number;
  /** Incidents in one of the two within the width of the other, and as many as an even spread along all borders would bring. */
  readonly borderIncidents: readonly number[];
  readonly borderExpected: number;
  readonly repeats: number;
  readonly repeatsExpected: number;
}

/** How wide a border zone and how near a near repeat is. */
export interface LinkBands {
  readonly widthMetres: number;
  readonly distanceMetres: number;
  readonly days: number;
}

/** Every pair of wards with a border or near repeats, by `wardA` < `wardB`. */
export function listPairLinks(input: AnalysisInput, { widthMetres, distanceMetres, days }: LinkBands): PairLink[] {
  const { arcs, points } = input;
  const index = indexLines(arcs.map(({ lines }) => lines));
  const near = arcs.map((): number[] => []);
  for (let i = 0; i < points.count; i++) {
    for (const arc of index.near(points.xs[i]!, points.ys[i]!, widthMetres).keys()) {
      const ward = points.wards[i]!;
      if (ward === arcs[arc]!.wardA || ward === arcs[arc]!.wardB) near[arc]!.push(i);
    }
  }
  const total = near.reduce((sum, incidents) => sum + incidents.length, 0);
  const length = arcs.reduce((sum, { lengthMetres }) => sum + lengthMetres, 0);
  const links = new Map<string, PairLink>();
  const keyOf = (a: number, b: number): string => `${String(Math.min(a, b))} ${String(Math.max(a, b))}`;
  arcs.forEach(({ wardA, wardB, lengthMetres }, k) => {
    links.set(keyOf(wardA, wardB), {
      wardA: Math.min(wardA, wardB), wardB: Math.max(wardA, wardB), lengthMetres, borderIncidents: near[k]!,
      borderExpected: length === 0 ? 0 : (total * lengthMetres) / length, repeats: 0, repeatsExpected: 0,
    });
  });
  for (const { wardA, wardB, observed, expected } of listWardRepeats(listRepeatPairs(input, distanceMetres, 'euclidean'), days * 86_400)) {
    const known = links.get(keyOf(wardA, wardB)) ?? { wardA, wardB, lengthMetres: 0, borderIncidents: [], borderExpected: 0 };
    links.set(keyOf(wardA, wardB), { ...known, repeats: observed, repeatsExpected: expected });
  }
  return [...links.values()].sort((a, b) => a.wardA - b.wardA || a.wardB - b.wardB);
}

/**
 * Whether each link stands above what is expected of it, at 5 % over all of them.
 *
 * Source: Poisson tail, Benjamini–Hochberg. Limits: pairs share incidents, so counts swing wider than Poisson ones: a sieve
 * for links that chance explains, no proof of those it leaves.
 */
export function listStanding(observed: readonly number[], expected: readonly number[]): boolean[] {
  const ps = observed.map((count, k) => (count === 0 ? 1 : expected[k]! <= 0 ? 0 : poissonUpperTail(count, expected[k]!)));
  return [...adjustBenjaminiHochberg(ps)].map((p) => p < 0.05);
}
