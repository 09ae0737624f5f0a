import type { NothingToSay, Told } from '../domain/analysis-result';
import { quantileOf } from '../stats/quantile';
import type { AnalysisInput } from './method';

/** An outcome that says why there is nothing to say. */
export const nothing = (code: string, values: Told['values'] = {}): NothingToSay => ({ kind: 'nothing', reason: { code, values } });

/** Whole days of the scope, both ends included. */
export const countDays = ({ firstDay, lastDay }: AnalysisInput): number => lastDay - firstDay + 1;

const isOnePlace = ({ points: { xs, ys } }: AnalysisInput): boolean => xs.every((x, i) => x === xs[0] && ys[i] === ys[0]);

/**
 * Why a method of place and time has nothing to work on, or null: no area, fewer than `leastIncidents`, all at one place, a
 * period below `leastDays` days, all on one day.
 */
export function findObstacle(input: AnalysisInput, leastIncidents: number, leastDays: number): NothingToSay | null {
  const { points: { count, days }, areaSquareMetres } = input;
  if (!(areaSquareMetres > 0)) return nothing('no_area');
  if (count === 0) return nothing('no_incident');
  if (count < leastIncidents) return nothing('too_few', { count, least: leastIncidents });
  if (countDays(input) < leastDays) return nothing('too_short', { days: countDays(input), least: leastDays });
  if (isOnePlace(input)) return nothing('one_place', { count });
  if (days.every((day) => day === days[0])) return nothing('one_day', { count });
  return null;
}

/** Fewest incidents from which shares and ranks are steady enough to need no word of caution. */
const FEW_INCIDENTS = 50;

/** Conditions that hold for any method that looks at places of a size: few incidents, locations less exact than the size. */
export function listConditions({ points }: AnalysisInput, sizeMetres: number): Told[] {
  const known = points.accuracies.filter((metres) => metres >= 0).sort();
  const accuracy = known.length === 0 ? null : quantileOf(known, 0.75);
  return [
    ...(points.count < FEW_INCIDENTS ? [{ code: 'few_incidents', values: { count: points.count } }] : []),
    ...(accuracy !== null && accuracy > sizeMetres / 2 ? [{ code: 'inexact_locations', values: { metres: accuracy, size: sizeMetres } }] : []),
  ];
}

/** A length rounded to steps that a person would choose, in metres. */
export function roundMetres(metres: number): number {
  const step = metres < 100 ? 5 : metres < 500 ? 10 : metres < 2_000 ? 50 : 100;
  return Math.max(step, Math.round(metres / step) * step);
}
