import type { AnalysisInput, Proposal } from '../method';
import { listRepeatPairs, shareNearInTime } from './near-repeats';

/** Cross-border repeats that chance alone should make within the bands, so that a test can say anything. */
const LEAST_EXPECTED = 5;
const [SHORTEST_DAYS, LONGEST_DAYS] = [7, 28];

/**
 * Proposes how near in metres and days two incidents must be to count as a near repeat.
 *
 * The distance is twice the widest agreed border zone, the days the fewest of 7, 14 and 28 at which chance would make five
 * repeats across borders; neither looks at how many there really were.
 */
export function proposeRepeatBands(input: AnalysisInput, given: { readonly distanceMetres?: number; readonly days?: number; readonly metric?: 'manhattan' | 'euclidean' }): { readonly distanceMetres: Proposal; readonly days: Proposal } {
  const width = input.arcs.reduce((widest, { borderWidthMetres }) => Math.max(widest, borderWidthMetres), 0) || input.defaultWidthMetres;
  const distance = Math.max(50, Math.min(500, 2 * width));
  return {
    distanceMetres: { value: distance, by: 'data', told: { code: 'distance_from_width', values: { width, distance } } },
    days: proposeDays(input, given.distanceMetres ?? distance, given.metric ?? 'euclidean'),
  };
}

function proposeDays(input: AnalysisInput, distanceMetres: number, metric: 'manhattan' | 'euclidean'): Proposal {
  const { pairs, wards, times } = listRepeatPairs(input, distanceMetres, metric);
  const crossing = pairs.first.reduce((count, i, k) => count + (wards[i] === wards[pairs.second[k]!] ? 0 : 1), 0);
  let days = SHORTEST_DAYS;
  while (days < LONGEST_DAYS && crossing * shareNearInTime(times, days * 86_400) < LEAST_EXPECTED) days *= 2;
  const expected = crossing * shareNearInTime(times, days * 86_400);
  return crossing === 0 ? { value: SHORTEST_DAYS, by: 'default' } : { value: days, by: 'data', told: { code: 'days_from_expected', values: { days, expected } } };
}
