/** A source of random numbers that gives the same sequence for the same seed and label, on every engine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform integer in [0, below). */
  below(limit: number): number;
  /** Roughly normal, mean 0, deviation 1: a sum of twelve uniforms, because logarithm and cosine differ between engines in the last bit. */
  normal(): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One of the items, all equally likely. */
  pick<T>(items: readonly T[]): T;
}

/** FNV-1a of a text, so that every part of the generator has a stream of its own. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** sfc32 of Chris Doty-Humphrey (PractRand, public domain): 128 bits of state, integer operations only. */
function sfc32(a: number, b: number, c: number): () => number {
  let counter = 1;
  return () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
}

/** A stream of random numbers for one part of the generator; adding a part does not shift the others. */
export function createRandom(seed: number, label: string): Random {
  const next = sfc32(seed >>> 0, hash(label), hash(`${label}/${seed}`));
  for (let i = 0; i < 15; i++) next();
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    normal: () => {
      let sum = -6;
      for (let i = 0; i < 12; i++) sum += next();
      return sum;
    },
    chance: (probability) => next() < probability,
    pick: <T>(items: readonly T[]): T => {
      if (items.length === 0) throw new Error('pick from an empty list');
      return items[below(items.length)] as T;
    },
  };
}

/** Draws positions of a list of weights in proportion to them. */
export function createWeightedPick(weights: readonly number[]): (random: Random) => number {
  const sums: number[] = [];
  let total = 0;
  for (const weight of weights) sums.push((total += weight));
  if (!(total > 0)) throw new Error(`weights must add up to more than 0, got ${total}`);
  return (random) => {
    const target = random.next() * total;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > target) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** A version 4 UUID from the stream. */
export function createUuid(random: Random): string {
  const hex = (bits: number): string => Math.floor(random.next() * 2 ** bits).toString(16).padStart(bits / 4, '0');
  const variant = (8 + random.below(4)).toString(16);
  return `${hex(32)}-${hex(16)}-4${hex(12)}-${variant}${hex(12)}-${hex(24)}${hex(24)}`;
}
