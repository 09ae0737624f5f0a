import { createRandom } from '../../stats/seeded-random';

/** A stream of chance that a seed repeats. */
export interface SeededRandom {
  /** A number from 0 (included) to 1 (left out). */
  readonly next: () => number;
  /** A number between two others. */
  readonly between: (low: number, high: number) => number;
  /** One of a list by weight, all alike without; undefined for an empty list. */
  readonly pick: <T>(items: readonly T[], weightOf?: (item: T) => number) => T | undefined;
}

/** Chance that repeats for the same seed (any integer). */
export function createSeededRandom(seed: number): SeededRandom {
  const next = createRandom(seed);
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    pick: (items, weightOf = () => 1) => {
      let left = next() * items.reduce((sum, item) => sum + weightOf(item), 0);
      return items.find((item) => (left -= weightOf(item)) < 0) ?? items.at(-1);
    },
  };
}
