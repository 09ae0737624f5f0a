import type { AnalysisInput } from '../method';
import { indexLines } from './plane-fields';

/** Counts by week and ward, and how what leaves a ward is dealt over its neighbours. */
export interface WardWeeks {
  readonly weeks: number;
  readonly places: number;
  /** Day number on which the first whole week begins; earlier days of the scope are left out. */
  readonly firstDay: number;
  /** `counts[week * places + place]`. */
  readonly counts: Float64Array;
  /** `weights[from * places + to]`: the share of the ward's border (inside the area) that it has with a neighbour. */
  readonly weights: Float64Array;
}

/** Incidents by whole weeks of `weekDays` days that end with the scope; with `borderMetres` only those so near to a border of their ward. */
export function countWardWeeks(input: AnalysisInput, weekDays: number, borderMetres: number | null): WardWeeks {
  const { points, arcs, wards } = input;
  const places = wards.length;
  const weeks = Math.floor((input.lastDay - input.firstDay + 1) / weekDays);
  const firstDay = input.lastDay - weeks * weekDays + 1;
  const counts = new Float64Array(weeks * places);
  const index = indexLines(arcs.map(({ lines }) => lines));
  for (let i = 0; i < points.count; i++) {
    const [ward, week] = [points.wards[i]!, Math.floor((points.days[i]! - firstDay) / weekDays)];
    if (ward < 0 || week < 0) continue;
    if (borderMetres !== null && ![...index.near(points.xs[i]!, points.ys[i]!, borderMetres).keys()].some((arc) => arcs[arc]!.wardA === ward || arcs[arc]!.wardB === ward)) continue;
    counts[week * places + ward]!++;
  }
  const lengths = new Float64Array(places);
  for (const { wardA, wardB, lengthMetres } of arcs) {
    lengths[wardA]! += lengthMetres;
    lengths[wardB]! += lengthMetres;
  }
  const weights = new Float64Array(places * places);
  for (const { wardA, wardB, lengthMetres } of arcs) {
    if (!(lengthMetres > 0)) continue;
    weights[wardA * places + wardB]! += lengthMetres / lengths[wardA]!;
    weights[wardB * places + wardA]! += lengthMetres / lengths[wardB]!;
  }
  return { weeks, places, firstDay, counts, weights };
}
