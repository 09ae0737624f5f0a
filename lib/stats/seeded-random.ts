/** Answers numbers 0 ≤ x < 1, the same sequence for the same seed. */
export type Random = () => number;

/** Spreads a seed over 32 bits, so that seeds 1 and 2 do not begin alike. */
function splitmix(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
}

/** A seeded generator for permutations and simulations: sfc32, 2⁻³² resolution. Source: Doty-Humphrey, PractRand. */
export function createRandom(seed: number): Random {
  const mix = splitmix(seed);
  let [a, b, c, counter] = [mix(), mix(), mix(), 1];
  const next = (): number => {
    const sum = (a + b + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0;
    return sum;
  };
  for (let round = 0; round < 12; round++) next();
  return () => next() / 2 ** 32;
}

/** Shuffles an array in place, every order equally likely. Source: Fisher–Yates, as in Knuth. */
export function shuffle(values: { [index: number]: number; readonly length: number }, random: Random): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = values[i]!;
    values[i] = values[j]!;
    values[j] = kept;
  }
}

/** Two independent standard normal values. Source: Box & Muller (1958). */
export function drawNormalPair(random: Random): readonly [number, number] {
  // 1 − u lies above 0, so its logarithm is finite.
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  const angle = 2 * Math.PI * random();
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}
