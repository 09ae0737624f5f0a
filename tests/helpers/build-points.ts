import { CATEGORY_CODES } from '../../lib/domain/category';
import { NO_CODE, type PointColumns } from '../../lib/domain/point-columns';

/** A small deterministic generator (Numerical Recipes' LCG); answers 0 ≤ x < 1. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (state * 1_664_525 + 1_013_904_223) >>> 0) / 2 ** 32;
}

/** Columns of `count` made-up incidents of 2020–2026, the same for the same seed. */
export function buildPoints(count: number, seed: number): PointColumns {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const wards = Array.from({ length: 12 }, (_, i) => `e${i % 2}/${String(10_000 + i)}`);
  const clusters = ['alpha', 'beta'];
  const fill = <T extends { [index: number]: number; length: number }>(array: T, value: () => number): T => {
    for (let i = 0; i < array.length; i++) array[i] = value();
    return array;
  };
  return {
    count, version: count, asOf: 1_790_000_000, total: null,
    dictionaries: { categories: [...CATEGORY_CODES], wards, clusters, editions: ['e0', 'e1'] },
    ids: fill(new Uint8Array(count * 16), () => below(256)),
    longitudes: fill(new Float64Array(count), () => 105 + random()),
    latitudes: fill(new Float64Array(count), () => 20 + random()),
    occurredAt: fill(new Float64Array(count), () => 1_577_836_800 + below(200_000_000)),
    versions: Float64Array.from({ length: count }, (_, i) => i + 1),
    dueAt: fill(new Float64Array(count), () => (random() < 0.8 ? 0 : 1_790_000_000 + below(100_000))),
    wards: fill(new Uint16Array(count), () => (random() < 0.05 ? NO_CODE : below(wards.length))),
    leads: fill(new Uint16Array(count), () => below(wards.length)),
    clusters: fill(new Uint16Array(count), () => (random() < 0.5 ? NO_CODE : below(clusters.length))),
    editions: fill(new Uint8Array(count), () => below(2)),
    categories: fill(new Uint8Array(count), () => below(CATEGORY_CODES.length)),
    statuses: fill(new Uint8Array(count), () => below(4)),
    leadReasons: fill(new Uint8Array(count), () => below(6)),
    flags: fill(new Uint8Array(count), () => below(4)),
    occurredUntil: fill(new Float64Array(count), () => (random() < 0.9 ? 0 : 1_790_000_000 + below(100_000))),
    neighbours: fill(new Uint16Array(count), () => (random() < 0.6 ? NO_CODE : below(wards.length))),
  };
}
