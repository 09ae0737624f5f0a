import type { Told } from '../../domain/analysis-result';
import type { AnalysisInput } from '../method';

/** Why places can not be compared at all, as the reason of a `nothing`: words in `lack-words.ts`. Null when they can. */
export function findLackOfSpread({ points, areaSquareMetres }: Pick<AnalysisInput, 'points' | 'areaSquareMetres'>): Told | null {
  if (!(areaSquareMetres > 0)) return { code: 'no_area', values: {} };
  if (points.count === 0) return { code: 'no_incident', values: {} };
  if (points.count === 1) return { code: 'one_incident', values: {} };
  const [x, y] = [points.xs[0]!, points.ys[0]!];
  const isOnePlace = points.xs.every((other, i) => Math.hypot(other - x, points.ys[i]! - y) < 1);
  return isOnePlace ? { code: 'one_place', values: { count: points.count } } : null;
}

/** Fewest incidents of which a pattern is said without a warning. */
export const FEW_INCIDENTS = 30;

/** Warnings that hold for any map of places: few incidents; locations less exact than `scaleMetres`, the size of what is drawn. */
export function listPlaceWarnings({ points }: Pick<AnalysisInput, 'points'>, scaleMetres: number): Told[] {
  const warnings: Told[] = points.count < FEW_INCIDENTS ? [{ code: 'few_incidents', values: { count: points.count, few: FEW_INCIDENTS } }] : [];
  const known = points.accuracies.filter((value) => !Number.isNaN(value));
  const rough = known.filter((value) => value > scaleMetres).length;
  if (known.length > 0 && rough / known.length > 0.1) warnings.push({ code: 'rough_locations', values: { share: rough / known.length, scale: scaleMetres } });
  return warnings;
}
