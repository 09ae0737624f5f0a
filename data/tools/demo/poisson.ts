/**
 * Probability of `observed` or more events where `expected` are expected (Poisson), to three significant digits.
 * Limits: an expectation of 0 gives 0 for any event; for large expectations the sum runs over the complement.
 */
export function poissonTail(observed: number, expected: number): number {
  if (observed <= 0) return 1;
  let term = Math.exp(-expected);
  let below = 0;
  for (let k = 0; k < observed; k++) {
    below += term;
    term *= expected / (k + 1);
  }
  if (1 - below > 1e-6) return Number((1 - below).toPrecision(3));
  let tail = 0;
  for (let k = observed; term > tail * 1e-12 && k < observed + 1_000; k++) {
    tail += term;
    term *= expected / (k + 1);
  }
  return Number(tail.toPrecision(3));
}
