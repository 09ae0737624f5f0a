import type { AnalysisInput } from '../../lib/analysis/method';
import { createRandom, shuffle } from '../../lib/stats/seeded-random';

/** The same places and the same times, dealt anew to each other: no place keeps its own times, so whatever is found is false. */
export function shuffleTimes(input: AnalysisInput, seed: number): AnalysisInput {
  const { points } = input;
  const order = Uint32Array.from({ length: points.count }, (_, i) => i);
  shuffle(order, createRandom(seed));
  const pick = (values: Float64Array): Float64Array => Float64Array.from(order, (i) => values[i]!);
  return {
    ...input,
    points: {
      ...points, xs: pick(points.xs), ys: pick(points.ys), longitudes: pick(points.longitudes), latitudes: pick(points.latitudes), accuracies: pick(points.accuracies),
      ids: Array.from(order, (i) => points.ids[i]!), wards: Int16Array.from(order, (i) => points.wards[i]!), kinds: Uint8Array.from(order, (i) => points.kinds[i]!),
    },
  };
}
