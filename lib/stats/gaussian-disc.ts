/** Places that stand for a round normal error of standard deviation 1 in each coordinate, each with the same share of it. */
export interface GaussianDisc {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Spreads `count` places evenly over a round normal distribution: no chance, so equal questions get equal answers.
 *
 * Source: sunflower spiral of Vogel (1979) with radii at the quantiles √(−2 ln(1 − u)) of Rayleigh's distribution.
 * Accuracy: shares beyond a straight line to 0.005 with 1,000 places. Limits: fewer than one place gives none.
 */
export function spreadGaussianDisc(count: number): GaussianDisc {
  const disc = { xs: new Float64Array(Math.max(0, count)), ys: new Float64Array(Math.max(0, count)) };
  for (let k = 0; k < count; k++) {
    const radius = Math.sqrt(-2 * Math.log(1 - (k + 0.5) / count));
    disc.xs[k] = radius * Math.cos(k * GOLDEN_ANGLE);
    disc.ys[k] = radius * Math.sin(k * GOLDEN_ANGLE);
  }
  return disc;
}
