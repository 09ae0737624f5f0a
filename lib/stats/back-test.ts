import { binomialTwoSided } from './count-tails';
import { recaptureRateIndex, scorePrediction, type PredictionAccuracy } from './prediction-accuracy';
import type { Progress } from './progress';

/** Incidents by cell and day (any whole numbers), and the cells there are. */
export interface DatedCells {
  readonly cells: ArrayLike<number>;
  readonly days: ArrayLike<number>;
  readonly cellCount: number;
}

/**
 * How many cells a method's scores choose: the plan's share of all, that share but only cells above 0 (zones that may be smaller),
 * or every cell above 0 (zones taken as they are, whatever their size).
 */
export type PredictionExtent = 'share' | 'at_most_share' | 'as_scored';

/** A method foretells from the incidents before a day (their indices) how much each cell will have; only the order matters. */
export interface PredictionMethod {
  readonly id: string;
  /** `share` unless said. */
  readonly extent?: PredictionExtent;
  readonly score: (history: readonly number[], day: number) => ArrayLike<number>;
}

/** When and how much: a week begins every `stepDays`; the cells with the highest scores make up `areaShare` of all. */
export interface BackTestPlan {
  readonly firstDay: number;
  readonly weeks: number;
  readonly stepDays: number;
  readonly historyDays: number;
  readonly areaShare: number;
}

/** One method in one week. */
export interface WeekScore extends PredictionAccuracy {
  readonly methodId: string;
  readonly day: number;
  readonly incidents: number;
  /** Recapture: (hits then/hits in the history)/(all then/all in the history); null where undefined. */
  readonly recapture: number | null;
}

/** A method over all weeks, and against the naive one. */
export interface MethodSummary {
  readonly methodId: string;
  readonly hits: number;
  readonly incidents: number;
  readonly pai: number | null;
  readonly peiStar: number | null;
  /** Weeks with more and with fewer hits than the naive method, and the sign test between the two. */
  readonly weeksBetter: number;
  readonly weeksWorse: number;
  readonly p: number;
}

/** All weeks of all methods, the naive one first, and their sums. */
export interface BackTest {
  readonly weeks: readonly WeekScore[];
  readonly methods: readonly MethodSummary[];
}

/** Id of the baseline that every back-test includes: next week as the history was. */
export const NAIVE_METHOD = 'naive';

/**
 * Scores methods week by week on what came after, each seeing only the incidents before its week.
 *
 * Source: rolling origin evaluation; PAI (Chainey et al. 2008), PEI*, recapture (Levine 2008).
 * Limits: null when it was stopped; cells of equal score are taken in their order; weeks without incidents give null indices.
 */
export function runBackTest(data: DatedCells, methods: readonly PredictionMethod[], plan: BackTestPlan, progress: Progress = () => true): BackTest | null {
  const all: readonly PredictionMethod[] = [{ id: NAIVE_METHOD, score: (history: readonly number[]) => countCells(data, history) }, ...methods];
  const weeks: WeekScore[] = [];
  for (let week = 0; week < plan.weeks; week++) {
    if (!progress(week / plan.weeks)) return null;
    const day = plan.firstDay + week * plan.stepDays;
    const history = listIncidents(data, day - plan.historyDays, day);
    const later = countCells(data, listIncidents(data, day, day + plan.stepDays));
    const before = countCells(data, history);
    for (const { id, score, extent } of all) weeks.push(scoreWeek(id, day, chooseExtent(score(history, day), plan.areaShare, extent), before, later));
  }
  return { weeks, methods: all.map(({ id }) => summarise(id, weeks)) };
}

function listIncidents({ days }: DatedCells, fromDay: number, beforeDay: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < days.length; i++) if (days[i]! >= fromDay && days[i]! < beforeDay) found.push(i);
  return found;
}

function countCells({ cells, cellCount }: DatedCells, incidents: readonly number[]): Float64Array {
  const counts = new Float64Array(cellCount);
  for (const i of incidents) counts[cells[i]!]!++;
  return counts;
}

/** Sum of values, of the marked ones only where marks are given. */
function sumOf(values: Float64Array, marks?: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) if (marks === undefined || marks[i] === 1) sum += values[i]!;
  return sum;
}

/** 1 for the cells with the highest scores, `areaShare` of all of them but at least one; of equal scores the first. */
export function chooseCells(scores: ArrayLike<number>, areaShare: number): Uint8Array {
  const chosen = new Uint8Array(scores.length);
  if (scores.length === 0) return chosen;
  const wanted = Math.min(scores.length, Math.max(1, Math.round(areaShare * scores.length)));
  // Numbers sort far faster than places by a comparison, and every method ranks all cells every week.
  const threshold = Float64Array.from(scores).sort()[scores.length - wanted]!;
  let left = wanted;
  for (let cell = 0; cell < scores.length; cell++) if (scores[cell]! > threshold) left -= chosen[cell] = 1;
  for (let cell = 0; cell < scores.length && left > 0; cell++) if (scores[cell] === threshold) left -= chosen[cell] = 1;
  return chosen;
}

/** 1 for the cells that the scores choose under an extent; a method that chooses by sign may choose none. */
export function chooseExtent(scores: ArrayLike<number>, areaShare: number, extent: PredictionExtent = 'share'): Uint8Array {
  const above = Uint8Array.from(scores, (score) => (score > 0 ? 1 : 0));
  if (extent === 'as_scored') return above;
  const chosen = chooseCells(scores, areaShare);
  return extent === 'share' ? chosen : chosen.map((one, cell) => one & above[cell]!);
}

function scoreWeek(methodId: string, day: number, chosen: Uint8Array, before: Float64Array, later: Float64Array): WeekScore {
  const accuracy = scorePrediction(later, chosen);
  return { methodId, day, incidents: sumOf(later), ...accuracy, recapture: recaptureRateIndex(sumOf(before, chosen), accuracy.hits, sumOf(before), sumOf(later)) };
}

function summarise(methodId: string, weeks: readonly WeekScore[]): MethodSummary {
  const own = weeks.filter((week) => week.methodId === methodId);
  const naive = new Map(weeks.filter((week) => week.methodId === NAIVE_METHOD).map(({ day, hits }) => [day, hits]));
  const total = (f: (week: WeekScore) => number): number => own.reduce((sum, week) => sum + f(week), 0);
  const [hits, incidents, area] = [total((week) => week.hits), total((week) => week.incidents), total((week) => week.areaShare)];
  const best = total(({ bestHits }) => bestHits);
  const weeksBetter = own.filter(({ day, hits: caught }) => caught > naive.get(day)!).length;
  const weeksWorse = own.filter(({ day, hits: caught }) => caught < naive.get(day)!).length;
  return {
    methodId, hits, incidents, weeksBetter, weeksWorse,
    pai: incidents === 0 || area === 0 ? null : hits / incidents / (area / own.length),
    peiStar: best === 0 ? null : hits / best,
    p: binomialTwoSided(weeksBetter, weeksBetter + weeksWorse, 0.5),
  };
}
