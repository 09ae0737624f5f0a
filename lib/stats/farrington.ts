import { negativeBinomialUpperTail } from './count-tails';
import { dot, fitQuasiPoisson, quadratic, type QuasiPoissonFit } from './quasi-poisson';

/** How a week is compared with the same season of the years before. */
export interface FarringtonSettings {
  /** Years that are looked back. */
  readonly years: number;
  /** Weeks on either side of the same week of those years that count as the same season. */
  readonly halfWindow: number;
  /** Seasons of a year, the one around the week included. */
  readonly seasons: number;
  /** Weeks just before the week under test that are left out, so that an outbreak does not hide itself. */
  readonly skippedWeeks: number;
  /** Anscombe residuals above this are weighed down. */
  readonly residualLimit: number;
}

/** As Noufaily et al. (2013) recommend, with four years. */
export const FARRINGTON: FarringtonSettings = { years: 4, halfWindow: 3, seasons: 10, skippedWeeks: 26, residualLimit: 2.58 };

const WEEKS_A_YEAR = 52;

/** Weeks before a week that the comparison needs. */
export const farringtonReach = ({ years, halfWindow }: FarringtonSettings): number => years * WEEKS_A_YEAR + halfWindow;

/** What a week is compared with. */
export interface FarringtonWeek {
  readonly expected: number;
  /** Variance over mean, 1 or more. */
  readonly dispersion: number;
  /** Change a week of the logarithm; null where no trend was kept. */
  readonly trend: number | null;
  /** Standard error of the logarithm of what was expected. */
  readonly standardError: number;
  /** P(as many or more) when the week is like those before: negative binomial, Poisson at dispersion 1. */
  readonly p: number;
}

/** Season of each week: `seasons` around the same week of each year, 1 … seasons − 1 through the rest of it, 0 = not looked at. */
function listSeasons(week: number, { years, halfWindow, seasons }: FarringtonSettings): Int32Array {
  const season = new Int32Array(week + 1);
  for (let year = years; year >= 1; year--) {
    const same = week - year * WEEKS_A_YEAR;
    season.fill(seasons, same - halfWindow, same + halfWindow + 1);
    const between = WEEKS_A_YEAR - 2 * halfWindow - 1;
    const parts = seasons - 1;
    let at = same + halfWindow + 1;
    for (let part = 1; part <= parts; part++) {
      const length = Math.floor(between / parts) + (part <= between % parts ? 1 : 0);
      season.fill(part, at, at + length);
      at += length;
    }
  }
  return season.fill(seasons, week - halfWindow, week + 1);
}

/** Anscombe residuals of a Poisson fit, standardised. */
const anscombe = (counts: Float64Array, { fitted, leverages }: QuasiPoissonFit, dispersion: number): Float64Array =>
  fitted.map((mean, i) => (1.5 * (Math.cbrt(counts[i]!) ** 2 * mean ** (-1 / 6) - Math.sqrt(mean))) / Math.sqrt(dispersion * (1 - leverages[i]!)));

/** Weights that sum to the number of counts: residuals above the limit count by 1/s². */
function weightsOf(residuals: Float64Array, limit: number): Float64Array {
  const raw = residuals.map((s) => (s > limit ? s ** -2 : 1));
  const scale = raw.length / raw.reduce((sum, one) => sum + one, 0);
  return raw.map((one) => one * scale);
}

interface Fitted { readonly fit: QuasiPoissonFit; readonly dispersion: number }

function fitTwice(rows: readonly Float64Array[], counts: Float64Array, residualLimit: number): Fitted | null {
  const first = fitQuasiPoisson(rows, counts, new Float64Array(rows.length).fill(1));
  if (first === null) return null;
  const weights = weightsOf(anscombe(counts, first, Math.max(1, first.dispersion)), residualLimit);
  const fit = fitQuasiPoisson(rows, counts, weights);
  return fit === null ? null : { fit, dispersion: Math.max(1, fit.dispersion) };
}

/**
 * Compares a week's count with the same season of earlier years: log μ = α + βt + season, quasi-Poisson, fitted twice so that
 * earlier outbreaks weigh less; the trend is kept unless it would expect more than was ever seen.
 *
 * Source: Noufaily et al. (2013), after Farrington et al. (1996). Accuracy: equals `surveillance::farringtonFlexible`
 * (`thresholdMethod = "nbPlugin"`, `pThresholdTrend = 1`) to 1e-5 in expectation, 1e-5 in p and 1e-4 in dispersion.
 * Limits: null when the weeks before do not determine the model. @throws RangeError when there are too few weeks before
 */
export function compareWithYears(counts: ArrayLike<number>, week: number, settings: FarringtonSettings = FARRINGTON): FarringtonWeek | null {
  if (week < farringtonReach(settings) || week >= counts.length) throw new RangeError(`week ${String(week)} needs ${String(farringtonReach(settings))} weeks before it`);
  const season = listSeasons(week, settings);
  const weeks: number[] = [];
  for (let t = 0; t < week - settings.skippedWeeks; t++) if (season[t] !== 0) weeks.push(t);
  const response = Float64Array.from(weeks, (t) => counts[t]!);
  const first = weeks[0]!;
  // Time counts from the first week: the numbers stay small, and the fit is the same.
  const rowOf = (t: number, part: number, hasTrend: boolean): Float64Array => {
    const row = new Float64Array(settings.seasons + (hasTrend ? 1 : 0));
    row[0] = 1;
    if (part > 1) row[part - 1] = 1;
    if (hasTrend) row[settings.seasons] = t - first;
    return row;
  };
  const most = response.reduce((a, b) => Math.max(a, b), 0);
  for (const hasTrend of [true, false]) {
    const fitted = fitTwice(weeks.map((t) => rowOf(t, season[t]!, hasTrend)), response, settings.residualLimit);
    if (fitted === null) continue;
    const { fit, dispersion } = fitted;
    const now = rowOf(week, settings.seasons, hasTrend);
    const expected = Math.exp(dot(now, fit.coefficients));
    if (hasTrend && !(expected <= most)) continue;
    return {
      expected, dispersion, trend: hasTrend ? fit.coefficients[settings.seasons]! : null,
      standardError: Math.sqrt(dispersion * quadratic(now, fit.inverse)), p: upperTail(counts[week]!, expected, dispersion),
    };
  }
  return null;
}

/** P(count or more) of a count of the given mean and variance dispersion·mean; Poisson at 1. */
export const upperTail = (count: number, mean: number, dispersion: number): number => negativeBinomialUpperTail(count, mean, dispersion > 1 ? (dispersion - 1) / mean : 0);
