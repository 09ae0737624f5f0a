import { dayNumber, type AnalysisInput, type ScopePoints } from '../analysis/method';
import type { BriefingDays } from './briefing-input';

const COLUMNS = ['longitudes', 'latitudes', 'xs', 'ys', 'times', 'days', 'kinds', 'wards', 'accuracies'] as const;

/** The points at some places, in their order. */
export function pickPoints(points: ScopePoints, places: readonly number[]): ScopePoints {
  const columns = Object.fromEntries(COLUMNS.map((name) => {
    const source = points[name];
    const picked = new (source.constructor as Float64ArrayConstructor)(places.length) as Float64Array;
    places.forEach((place, k) => { picked[k] = source[place]!; });
    return [name, picked];
  })) as unknown as Pick<ScopePoints, (typeof COLUMNS)[number]>;
  return { ...columns, count: places.length, ids: places.map((place) => points.ids[place]!) };
}

/** Places of the points of some days, both included. */
export function placesOfDays({ days, count }: ScopePoints, { from, to }: BriefingDays): number[] {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  return Array.from({ length: count }, (_, place) => place).filter((place) => days[place]! >= first && days[place]! <= last);
}

/** The same area with the incidents of fewer days. */
export function narrowInput(input: AnalysisInput, days: BriefingDays): AnalysisInput {
  return {
    ...input, scope: { ...input.scope, ...days }, firstDay: dayNumber(days.from), lastDay: dayNumber(days.to),
    points: pickPoints(input.points, placesOfDays(input.points, days)),
  };
}

/** The same area and days with the incidents of some kinds only; no kind named = all. */
export function narrowKinds(input: AnalysisInput, categories: readonly string[]): AnalysisInput {
  if (categories.length === 0) return input;
  const { points } = input;
  const kept = new Set(categories.map((category) => input.categories.indexOf(category)));
  const places = Array.from({ length: points.count }, (_, place) => place).filter((place) => kept.has(points.kinds[place]!));
  return { ...input, scope: { ...input.scope, categories: [...categories].sort() }, points: pickPoints(points, places) };
}
