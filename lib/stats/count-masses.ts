import { lnGamma } from './special-functions';

/**
 * P(X = 0), P(X = 1) … of a count of the given mean and variance mean + dispersion·mean², until what is left over is below 1e-17.
 *
 * Limits: dispersion 0 is Poisson, above it negative binomial. @throws RangeError for a mean that is not above 0 or a dispersion below 0
 */
export function countMasses(mean: number, dispersion = 0): Float64Array {
  if (!(mean > 0) || !(dispersion >= 0)) throw new RangeError(`counts need a mean above 0 and a dispersion of 0 or more, got ${String(mean)} and ${String(dispersion)}`);
  const size = 1 / dispersion;
  const lnMass = dispersion === 0
    ? (y: number): number => y * Math.log(mean) - mean - lnGamma(y + 1)
    : (y: number): number => lnGamma(y + size) - lnGamma(size) - lnGamma(y + 1) + size * Math.log(size / (size + mean)) + y * Math.log(mean / (size + mean));
  const masses: number[] = [];
  for (let y = 0; ; y++) {
    const mass = Math.exp(lnMass(y));
    masses.push(mass);
    // Beyond the mean the masses fall at least geometrically, so that the rest is of the size of the last one over (1 − ratio).
    const ratio = dispersion === 0 ? mean / (y + 1) : ((y + size) * mean) / ((y + 1) * (size + mean));
    if (y > mean && ratio < 1 && mass / (1 - ratio) < 1e-17) return Float64Array.from(masses);
  }
}

/** A count drawn from its masses by a number 0 ≤ u < 1. */
export function drawCount(masses: Float64Array, u: number): number {
  let total = 0;
  for (let y = 0; y < masses.length; y++) {
    total += masses[y]!;
    if (u < total) return y;
  }
  return masses.length - 1;
}
