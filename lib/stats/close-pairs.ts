import KDBush from 'kdbush';
import type { PlanePoints } from './grid-frame';

/** How far apart two places are: along streets at right angles, or in a straight line. */
export const DISTANCE_METRICS = ['manhattan', 'euclidean'] as const;
/** One of `DISTANCE_METRICS`. */
export type DistanceMetric = (typeof DISTANCE_METRICS)[number];

/** Pairs of points with the distance band of each; `first[k] < second[k]`. */
export interface ClosePairs {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  readonly band: Uint8Array;
}

/** Bands `[edges[k], edges[k + 1])`; the band of a value, −1 outside all. */
export function findBand(edges: readonly number[], value: number): number {
  if (value < edges[0]!) return -1;
  for (let band = 0; band + 1 < edges.length; band++) if (value < edges[band + 1]!) return band;
  return -1;
}

/** A spatial index over points in metres. */
export function indexPoints({ xs, ys }: PlanePoints): KDBush {
  const index = new KDBush(xs.length, 64, Float64Array);
  for (let i = 0; i < xs.length; i++) index.add(xs[i]!, ys[i]!);
  return index.finish();
}

/** Every pair of points whose distance in metres falls into a band, each once. */
export function listClosePairs(points: PlanePoints, edgesMetres: readonly number[], metric: DistanceMetric): ClosePairs {
  const { xs, ys } = points;
  const reach = edgesMetres.at(-1) ?? 0;
  const first: number[] = [];
  const second: number[] = [];
  const bands: number[] = [];
  if (xs.length > 1) {
    const index = indexPoints(points);
    for (let i = 0; i < xs.length; i++) {
      // Under the Manhattan metric nothing within reach lies farther than reach in a straight line.
      for (const j of index.within(xs[i]!, ys[i]!, reach)) {
        if (j <= i) continue;
        const dx = Math.abs(xs[i]! - xs[j]!);
        const dy = Math.abs(ys[i]! - ys[j]!);
        const band = findBand(edgesMetres, metric === 'manhattan' ? dx + dy : Math.sqrt(dx * dx + dy * dy));
        if (band < 0) continue;
        first.push(i);
        second.push(j);
        bands.push(band);
      }
    }
  }
  return { first: Uint32Array.from(first), second: Uint32Array.from(second), band: Uint8Array.from(bands) };
}
