/** A step of a density map: cells at or above `density` hold `massShare` of all mass on `areaShare` of the window. */
export interface DensityBreak {
  readonly density: number;
  readonly massShare: number;
  readonly areaShare: number;
}

/** Shares of the mass that the bands of a density map hold, from the darkest outwards. */
export const DEFAULT_MASS_SHARES = [0.1, 0.25, 0.5, 0.75, 0.9] as const;

/**
 * Densities that bound the smallest areas holding the given shares of the mass, so that a band means "half of it lies in here".
 *
 * Source: Hyndman (1996), highest density regions. Accuracy: shares are those really held: at least what was asked for.
 * Limits: cells outside the window (0) are left out; no mass gives []; shares that fall on one density give one break.
 */
export function listDensityBreaks(density: Float64Array, window: Uint8Array, massShares: readonly number[] = DEFAULT_MASS_SHARES): readonly DensityBreak[] {
  const values = density.filter((value, cell) => window[cell] === 1 && value > 0).sort().reverse();
  const cells = window.reduce((count, inside) => count + inside, 0);
  const total = values.reduce((sum, value) => sum + value, 0);
  const asked = [...massShares].sort((a, b) => a - b);
  const breaks: DensityBreak[] = [];
  let held = 0;
  let next = 0;
  for (let k = 0; k < values.length && next < asked.length; k++) {
    held += values[k]!;
    // Cells of one density belong together, whatever order they were sorted in.
    if (values[k + 1] === values[k] || held < asked[next]! * total * (1 - 1e-12)) continue;
    breaks.push({ density: values[k]!, massShare: held / total, areaShare: (k + 1) / cells });
    while (next < asked.length && held >= asked[next]! * total * (1 - 1e-12)) next++;
  }
  return breaks;
}
