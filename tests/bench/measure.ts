/** How fast something answered. */
export interface Rate {
  readonly perSecond: number;
  /** How many answers named an owner, so that the work can not be left out and peers can be compared. */
  readonly found: number;
}

/**
 * Asks each position once, in rounds after a warm-up round, and keeps the median round.
 *
 * Limits: a clock is read here; nothing is passed or failed on it.
 */
export function measureRate<P>(positions: readonly P[], rounds: number, hasOwner: (position: P) => boolean): Rate {
  const rates: number[] = [];
  let found = 0;
  for (let round = 0; round <= rounds; round++) {
    found = 0;
    const start = performance.now();
    for (const position of positions) if (hasOwner(position)) found++;
    const elapsedMs = performance.now() - start;
    if (round > 0) rates.push((positions.length / elapsedMs) * 1000);
  }
  rates.sort((a, b) => a - b);
  return { perSecond: rates[Math.floor(rates.length / 2)] as number, found };
}
