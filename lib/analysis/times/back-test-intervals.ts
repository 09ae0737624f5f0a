import { NAIVE_METHOD, type BackTest, type WeekScore } from '../../stats/back-test';
import { quantileOf } from '../../stats/quantile';
import type { Random } from '../../stats/seeded-random';

/** PAI of a method over all weeks, and its lead over the naive one, with bootstrap intervals; null where undefined. */
export interface ScoreInterval {
  readonly methodId: string;
  readonly pai: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** PAI less that of the naive method, in the same weeks. */
  readonly lead: number | null;
  readonly leadLow: number | null;
  readonly leadHigh: number | null;
  /** Mean of the weekly recapture rates that are defined. */
  readonly recapture: number | null;
  readonly areaShare: number;
  readonly hitShare: number | null;
}

const RESAMPLES = 1_000;
const LEVEL = 0.95;

/** PAI of some weeks taken together. */
function pooledPai(weeks: readonly WeekScore[], drawn: readonly number[]): number | null {
  let [hits, incidents, area] = [0, 0, 0];
  for (const place of drawn) {
    const week = weeks[place]!;
    hits += week.hits;
    incidents += week.incidents;
    area += week.areaShare;
  }
  return incidents === 0 || area === 0 ? null : hits / incidents / (area / drawn.length);
}

function intervalOf(estimate: number | null, values: readonly (number | null)[], level: number): readonly [number | null, number | null] {
  const known = Float64Array.from(values.filter((value) => value !== null)).sort();
  if (estimate === null || known.length < values.length / 2) return [null, null];
  // Of few weeks the draws may all lie on one side of the estimate.
  return [Math.min(estimate, quantileOf(known, (1 - level) / 2)), Math.max(estimate, quantileOf(known, (1 + level) / 2))];
}

const meanOf = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
};

/**
 * Intervals by drawing whole weeks again, the same weeks for every method: 95 % for PAI; for the lead 95 % over all comparisons
 * together (Bonferroni).
 *
 * Source: Efron (1979). Limits: needs at least one week; weeks are taken as independent.
 */
export function listScoreIntervals({ weeks, methods }: BackTest, random: Random): readonly ScoreInterval[] {
  const byMethod = new Map(methods.map(({ methodId }) => [methodId, weeks.filter((week) => week.methodId === methodId)]));
  const naive = byMethod.get(NAIVE_METHOD)!;
  const every = naive.map((_, week) => week);
  const draws = Array.from({ length: RESAMPLES }, () => every.map(() => Math.floor(random() * every.length)));
  const naiveDraws = draws.map((drawn) => pooledPai(naive, drawn));
  const leadLevel = 1 - (1 - LEVEL) / Math.max(1, methods.length - 1);
  return methods.map(({ methodId }): ScoreInterval => {
    const own = byMethod.get(methodId)!;
    const [pai, plain] = [pooledPai(own, every), pooledPai(naive, every)];
    const drawn = draws.map((one) => pooledPai(own, one));
    const [low, high] = intervalOf(pai, drawn, LEVEL);
    const lead = pai === null || plain === null ? null : pai - plain;
    const [leadLow, leadHigh] = intervalOf(lead, drawn.map((value, k) => (value === null || naiveDraws[k] === null ? null : value - naiveDraws[k]!)), leadLevel);
    const incidents = own.reduce((sum, week) => sum + week.incidents, 0);
    return {
      methodId, pai, low, high, recapture: meanOf(own.map((week) => week.recapture)),
      lead, leadLow, leadHigh,
      areaShare: meanOf(own.map((week) => week.areaShare)) ?? 0,
      hitShare: incidents === 0 ? null : own.reduce((sum, week) => sum + week.hits, 0) / incidents,
    };
  });
}

/** Share of the naive method's area that a method must have to be compared with it: tiny zones have a high PAI for nothing. */
const SAME_AREA = 0.99;

/** The method of the same area as the naive one that leads it beyond its interval, the highest PAI first; null without one. */
export function findWinner(scores: readonly ScoreInterval[]): ScoreInterval | null {
  const naive = scores.find(({ methodId }) => methodId === NAIVE_METHOD)!;
  const ahead = scores.filter(({ methodId, leadLow, areaShare }) => methodId !== NAIVE_METHOD && leadLow !== null && leadLow > 0 && areaShare >= SAME_AREA * naive.areaShare && areaShare <= naive.areaShare / SAME_AREA);
  return ahead.reduce<ScoreInterval | null>((best, one) => (best === null || one.pai! > best.pai! ? one : best), null);
}
