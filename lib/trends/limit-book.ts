import { cusumLimit, cusumReference, cusumRunLength, type CusumDesign } from '../stats/count-cusum';
import { countMasses } from '../stats/count-masses';

/** A CUSUM as it is used: its design, the mean and dispersion it is made for, what an alarm costs. */
export interface CusumChart extends CusumDesign {
  readonly mean: number;
  /** Variance over mean. */
  readonly dispersion: number;
  readonly runLengthWeeks: number;
}

/** Means are rounded up to steps of 3 %, dispersions to steps of 0.1: the chart is a little too slow rather than too quick. */
const MEAN_STEP = Math.log(1.03);
const stepsFor = (mean: number): number => (mean < 2 ? 4 : mean < 8 ? 2 : 1);
/** A doubling is what is looked for; where there is much, half as many again. */
const ratioFor = (mean: number): number => (mean < 3 ? 2 : 1.5);

const massesFor = (mean: number, dispersion: number): Float64Array => countMasses(mean, dispersion > 1 ? (dispersion - 1) / mean : 0);

/** Limits of CUSUM charts by mean, dispersion and run length, each worked out once. */
export class LimitBook {
  readonly #charts = new Map<string, CusumChart | null>();

  /** The chart for a weekly mean whose average run length is at least `runLengthWeeks`; null where none is found. */
  chartFor(mean: number, dispersion: number, runLengthWeeks: number): CusumChart | null {
    const step = Math.ceil(Math.log(mean) / MEAN_STEP);
    const tenths = Math.ceil(dispersion * 10 - 1e-9);
    const key = `${String(step)} ${String(tenths)} ${String(runLengthWeeks)}`;
    const known = this.#charts.get(key);
    if (known !== undefined) return known;
    const made = designChart(Math.exp(step * MEAN_STEP), tenths / 10, runLengthWeeks);
    this.#charts.set(key, made);
    return made;
  }
}

function designChart(mean: number, dispersion: number, wanted: number): CusumChart | null {
  const steps = stepsFor(mean);
  const design = { steps, reference: Math.max(1, Math.round(steps * cusumReference(mean, ratioFor(mean) * mean))) };
  const masses = massesFor(mean, dispersion);
  const limit = cusumLimit(masses, design, wanted);
  return limit === null ? null : { ...design, limit, mean, dispersion, runLengthWeeks: cusumRunLength(masses, { ...design, limit }) };
}

/** Average run length, in weeks, of a chart whose limit lies just under a sum: how rarely so high a sum comes; null beyond 1e12. */
export function recurrenceOfSum({ mean, dispersion, steps, reference }: CusumChart, sum: number): number | null {
  const limit = Math.min(1_200, Math.max(0, Math.round(sum * steps) - 1));
  const weeks = cusumRunLength(massesFor(mean, dispersion), { steps, reference, limit });
  return weeks > 0 && weeks < 1e12 ? weeks : null;
}
