import type { NothingToSay } from '../../domain/analysis-result';
import type { AnalysisInput } from '../method';
import { findObstacle, nothing } from '../times-conditions';

/** Why a method of place, time and borders has nothing to work on, or null: as `findObstacle`, or no two wards of the area share a border. */
export function findBorderObstacle(input: AnalysisInput, leastIncidents: number, leastDays: number): NothingToSay | null {
  return findObstacle(input, leastIncidents, leastDays) ?? (input.arcs.length === 0 ? nothing('no_border') : null);
}

/** Codes of the two wards of a border, `code/code`. */
export const pairOf = ({ wards }: Pick<AnalysisInput, 'wards'>, { wardA, wardB }: { readonly wardA: number; readonly wardB: number }): string => `${wards[wardA]!.code}/${wards[wardB]!.code}`;

/** The width that most of the length of the area's borders has, in metres; the city's without a border. */
export function commonWidthMetres({ arcs, defaultWidthMetres }: Pick<AnalysisInput, 'arcs' | 'defaultWidthMetres'>): number {
  const lengths = new Map<number, number>();
  for (const { borderWidthMetres, lengthMetres } of arcs) lengths.set(borderWidthMetres, (lengths.get(borderWidthMetres) ?? 0) + lengthMetres);
  return [...lengths].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? defaultWidthMetres;
}
