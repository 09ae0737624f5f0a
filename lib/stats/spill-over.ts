import { gammaQ, lnGamma } from './special-functions';
import type { Progress } from './progress';

/** Weekly counts of places and how a place's incidents spread to its neighbours. */
export interface SpillOverQuestion {
  readonly places: number;
  /** Counts by week and place: `counts[week * places + place]`. */
  readonly counts: ArrayLike<number>;
  /** `weights[from * places + to]`, e.g. the share of a ward's border that it has with a neighbour; 0 for itself. */
  readonly weights: ArrayLike<number>;
}

/** μ = λ·own last week + φ·Σ neighbours' last week + base, with variance μ(1 + ψμ). */
export interface SpillOverFit {
  readonly kind: 'fitted';
  readonly own: number;
  readonly neighbours: number;
  readonly bases: Float64Array;
  /** ψ; 0 = Poisson. */
  readonly overdispersion: number;
  readonly logLikelihood: number;
  /** Share of the expected incidents that the neighbours' last week explains, in all and by place. */
  readonly spillOverShare: number;
  readonly shareByPlace: Float64Array;
  /** Likelihood ratio test of φ = 0, which lies on the edge of what φ may be: half of a χ² with one degree. */
  readonly p: number;
  /** False when the steps ran out before the likelihood stood still. */
  readonly converged: boolean;
}

/** A fit, or why there is none. */
export type SpillOver = SpillOverFit | { readonly kind: 'too_few_weeks' | 'no_incident' | 'stopped' };

const MOST_STEPS = 5_000;
/** Change of the log likelihood, relative, under which it stands still. */
const STILL = 1e-11;

interface Design {
  readonly places: number;
  readonly rows: number;
  readonly y: Float64Array;
  readonly own: Float64Array;
  readonly near: Float64Array;
  /** How many counts exceed 0, 1, 2 …, and Σ ln y!: all that the likelihood needs of the counts beside their means. */
  readonly above: Float64Array;
  readonly factorials: number;
}

interface Parameters {
  own: number;
  neighbours: number;
  readonly bases: Float64Array;
  psi: number;
}

/**
 * How much of a place's weekly count its own and its neighbours' last week explain.
 *
 * Each step raises the likelihood: the mean's logarithm is split over its parts (Jensen), the rest bounded by its tangent.
 * Source: Held, Höhle & Hofmann (2005), Meyer & Held (2014). Accuracy: coefficients within 1e-3 of R's `surveillance::hhh4`,
 * log likelihood within 1e-4, Poisson and negative binomial. Limits: one λ, φ and ψ for all places, a constant base for each: no
 * trend, no season; fewer than ten weeks, or no incident, is said.
 */
export function fitSpillOver(question: SpillOverQuestion, family: 'poisson' | 'negative_binomial' = 'negative_binomial', progress: Progress = () => true): SpillOver {
  const weeks = question.places === 0 ? 0 : question.counts.length / question.places;
  if (weeks < 10) return { kind: 'too_few_weeks' };
  const design = buildDesign(question, weeks);
  if (design.y.every((count) => count === 0)) return { kind: 'no_incident' };
  const full = climb(design, family, true, (share) => progress(share / 2));
  const without = full === null ? null : climb(design, family, false, (share) => progress(0.5 + share / 2));
  if (full === null || without === null) return { kind: 'stopped' };
  const { parameters, logLikelihood, converged } = full;
  const chi = 2 * Math.max(0, logLikelihood - without.logLikelihood);
  return {
    kind: 'fitted', own: parameters.own, neighbours: parameters.neighbours, bases: parameters.bases, overdispersion: parameters.psi,
    logLikelihood, converged, ...shareSpillOver(design, parameters), p: chi === 0 ? 1 : gammaQ(0.5, chi / 2) / 2,
  };
}

function buildDesign({ places, counts, weights }: SpillOverQuestion, weeks: number): Design {
  const rows = (weeks - 1) * places;
  const near = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const [week, to] = [Math.floor(row / places), row % places];
    for (let from = 0; from < places; from++) near[row]! += weights[from * places + to]! * counts[week * places + from]!;
  }
  const all = Float64Array.from(counts);
  const y = all.slice(places);
  const above = new Float64Array(y.reduce((most, count) => Math.max(most, count), 0));
  for (const count of y) for (let k = 0; k < count; k++) above[k]!++;
  return { places, rows, near, y, own: all.slice(0, rows), above, factorials: y.reduce((sum, count) => sum + lnGamma(count + 1), 0) };
}

const meanOf = ({ places, own, near }: Design, parameters: Parameters, row: number): number =>
  Math.max(1e-12, parameters.own * own[row]! + parameters.neighbours * near[row]! + parameters.bases[row % places]!);

function climb(design: Design, family: 'poisson' | 'negative_binomial', withNeighbours: boolean, progress: Progress) {
  const mean = design.y.reduce((sum, count) => sum + count, 0) / design.rows;
  const parameters: Parameters = { own: 0.2, neighbours: withNeighbours ? 0.2 : 0, bases: new Float64Array(design.places).fill(mean * 0.6 + 1e-3), psi: family === 'poisson' ? 0 : 0.1 };
  let logLikelihood = -Infinity;
  for (let step = 0; step < MOST_STEPS; step++) {
    if (step % 5 === 0 && !progress(step / MOST_STEPS)) return null;
    stepUp(design, parameters);
    if (family === 'negative_binomial' && step % 5 === 0) parameters.psi = bestOverdispersion(design, parameters);
    const next = likelihoodOf(design, meansOf(design, parameters), parameters.psi);
    if (step % 5 === 4 && next - logLikelihood < STILL * Math.abs(next)) return { parameters, logLikelihood: next, converged: true };
    logLikelihood = next;
  }
  return { parameters, logLikelihood, converged: false };
}

/** Multiplies each parameter by Σ x·y/μ over Σ x·(1 + ψy)/(1 + ψμ), which never lowers the likelihood. */
function stepUp(design: Design, parameters: Parameters): void {
  const { places, rows, y, own, near } = design;
  const gains = new Float64Array(places);
  const costs = new Float64Array(places);
  let [ownGain, ownCost, nearGain, nearCost] = [0, 0, 0, 0];
  for (let row = 0; row < rows; row++) {
    const mean = meanOf(design, parameters, row);
    const gain = y[row]! / mean;
    const cost = (1 + parameters.psi * y[row]!) / (1 + parameters.psi * mean);
    ownGain += own[row]! * gain;
    ownCost += own[row]! * cost;
    nearGain += near[row]! * gain;
    nearCost += near[row]! * cost;
    gains[row % places]! += gain;
    costs[row % places]! += cost;
  }
  if (ownCost > 0) parameters.own *= ownGain / ownCost;
  if (nearCost > 0) parameters.neighbours *= nearGain / nearCost;
  for (let place = 0; place < places; place++) parameters.bases[place]! *= gains[place]! / costs[place]!;
}

function meansOf(design: Design, parameters: Parameters): Float64Array {
  const means = new Float64Array(design.rows);
  for (let row = 0; row < means.length; row++) means[row] = meanOf(design, parameters, row);
  return means;
}

/** Γ(y + 1/ψ)/Γ(1/ψ)·ψ^y is the product of 1 + kψ over k < y, so that the gamma functions of all rows need one logarithm a count. */
function likelihoodOf({ y, above, factorials, rows }: Design, means: Float64Array, psi: number): number {
  let sum = -factorials;
  for (let k = 1; k < above.length; k++) sum += above[k]! * Math.log1p(k * psi);
  for (let row = 0; row < rows; row++) {
    const count = y[row]!;
    const mean = means[row]!;
    if (count > 0) sum += count * Math.log(mean);
    sum -= psi === 0 ? mean : (count + 1 / psi) * Math.log1p(psi * mean);
  }
  return sum;
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Best ψ for the means as they are, by golden section on its logarithm from 1e-6 to 20. */
function bestOverdispersion(design: Design, parameters: Parameters): number {
  const means = meansOf(design, parameters);
  const value = (log: number): number => likelihoodOf(design, means, Math.exp(log));
  let [low, high] = [Math.log(1e-6), Math.log(20)];
  let [a, b] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
  let [atA, atB] = [value(a), value(b)];
  while (high - low > 1e-6) {
    if (atA > atB) [high, b, atB, a] = [b, a, atA, b - GOLDEN * (b - low)];
    else [low, a, atA, b] = [a, b, atB, a + GOLDEN * (high - a)];
    if (atA === atB && a === b) break;
    [atA, atB] = [value(a), value(b)];
  }
  return Math.exp((low + high) / 2);
}

function shareSpillOver(design: Design, parameters: Parameters): Pick<SpillOverFit, 'spillOverShare' | 'shareByPlace'> {
  const near = new Float64Array(design.places);
  const all = new Float64Array(design.places);
  for (let row = 0; row < design.rows; row++) {
    near[row % design.places]! += parameters.neighbours * design.near[row]!;
    all[row % design.places]! += meanOf(design, parameters, row);
  }
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  return { spillOverShare: sum(near) / sum(all), shareByPlace: near.map((value, place) => (all[place] === 0 ? 0 : value / all[place]!)) };
}
