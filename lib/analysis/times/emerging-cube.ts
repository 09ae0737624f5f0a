import { classifyCube, EMERGING_CLASSES, type EmergingClass, type EmergingPattern } from '../../stats/emerging-hotspots';
import { testTrend } from '../../stats/mann-kendall';
import { computeSpaceTimeGetisOrd } from '../../stats/space-time-getis-ord';
import type { SpatialWeights } from '../../stats/spatial-weights';
import type { AreaCells } from '../plane/area-cells';
import type { AnalysisInput } from '../method';

/** Slices of equal length, counted back from the last day; days before the first whole one are left out. */
export interface TimeSlices {
  readonly days: number;
  readonly count: number;
  readonly firstDay: number;
  readonly leftOutDays: number;
}

/** Cuts a scope into slices of some days. */
export function cutSlices({ firstDay, lastDay }: Pick<AnalysisInput, 'firstDay' | 'lastDay'>, days: number): TimeSlices {
  const all = lastDay - firstDay + 1;
  const count = Math.floor(all / days);
  return { days, count, firstDay: lastDay + 1 - count * days, leftOutDays: all - count * days };
}

/**
 * The published classes, and one of our own: `faded`, hot in most slices before, not in the last one, with a falling trend.
 * The published ones call it nothing unless it was hot in nine of ten, though it is what a commander asks about.
 */
export const COURSES = [...EMERGING_CLASSES, 'faded'] as const;
export type Course = EmergingClass | 'faded';
type CellCourse = EmergingPattern | { readonly heat: 'hot'; readonly pattern: 'faded' };

/** Counts of cells by slice with their Gi* and class; cells are numbers of `AreaCells`. */
export interface EmergingCube {
  readonly cells: readonly number[];
  readonly weights: SpatialWeights;
  readonly counts: Float64Array;
  readonly z: Float64Array;
  readonly adjusted: Float64Array;
  /** +1 hot, −1 cold, 0 neither, by slice and cell. */
  readonly signs: Int8Array;
  readonly patterns: readonly CellCourse[];
  /** Incidents of each cell, whatever their slice. */
  readonly members: readonly (readonly number[])[];
}

/** The same neighbours among some of the places, numbered by their place among those. */
function restrictWeights({ starts, neighbours }: SpatialWeights, kept: readonly number[]): SpatialWeights {
  const numbers = new Map(kept.map((place, number) => [place, number]));
  const rows = kept.map((place) => Array.from(neighbours.subarray(starts[place]!, starts[place + 1]!)).flatMap((other) => numbers.get(other) ?? []));
  const found = new Uint32Array(kept.length + 1);
  rows.forEach((row, number) => { found[number + 1] = found[number]! + row.length; });
  return { starts: found, neighbours: Uint32Array.from(rows.flat()), weights: null };
}

/**
 * The cube of cells and slices: space-time Gi* over all of it, called hot or cold where p adjusted for false discoveries is at
 * most `significance`, then each cell's class.
 *
 * Limits: with `withIncidents` cells that never had an incident are no part of it; none gives null.
 */
export function buildEmergingCube({ points }: AnalysisInput, area: AreaCells, slices: TimeSlices, choice: { readonly withIncidents: boolean; readonly stepsBack: number; readonly significance: number }): EmergingCube | null {
  const byCell = new Map<number, number[]>();
  for (let i = 0; i < points.count; i++) {
    const cell = points.days[i]! < slices.firstDay ? -1 : area.placeAt(points.xs[i]!, points.ys[i]!);
    if (cell >= 0) byCell.set(cell, [...(byCell.get(cell) ?? []), i]);
  }
  const cells = choice.withIncidents ? [...byCell.keys()].sort((a, b) => a - b) : Array.from({ length: area.count }, (_, cell) => cell);
  if (byCell.size === 0) return null;
  const members = cells.map((cell) => byCell.get(cell) ?? []);
  const counts = new Float64Array(cells.length * slices.count);
  members.forEach((list, number) => { for (const i of list) counts[Math.floor((points.days[i]! - slices.firstDay) / slices.days) * cells.length + number]!++; });
  const weights = restrictWeights(area.weights(true), cells);
  const { z, adjusted } = computeSpaceTimeGetisOrd({ places: cells.length, slices: slices.count, values: counts }, weights, choice.stepsBack);
  const signs = Int8Array.from(z, (value, i) => (adjusted[i]! <= choice.significance ? Math.sign(value) : 0));
  const patterns = classifyCube(cells.length, z, signs).map((pattern, cell): CellCourse => (pattern.heat === 'none' && hasFaded(z, signs, cell, cells.length) ? { heat: 'hot', pattern: 'faded' } : pattern));
  return { cells, weights, counts, z, adjusted, signs, members, patterns };
}

const TREND_SIGNIFICANCE = 0.05;

function hasFaded(z: Float64Array, signs: Int8Array, cell: number, size: number): boolean {
  const slices = Array.from({ length: z.length / size }, (_, slice) => slice * size + cell);
  const hot = slices.slice(0, -1).filter((at) => signs[at]! > 0).length;
  if (signs[slices.at(-1)!]! > 0 || hot * 2 < slices.length - 1) return false;
  const { s, p } = testTrend(slices.map((at) => z[at]!));
  return s < 0 && p < TREND_SIGNIFICANCE;
}

/** Classes that say the same to a reader of the map: what rises, stays, comes and goes, or fades. */
export const EMERGING_GROUPS = ['rising', 'persistent', 'irregular', 'fading'] as const;
export type EmergingGroup = (typeof EMERGING_GROUPS)[number];
const GROUP_OF: Readonly<Record<Course, EmergingGroup>> = {
  new: 'rising', consecutive: 'rising', intensifying: 'rising', persistent: 'persistent', sporadic: 'irregular', oscillating: 'irregular', diminishing: 'fading', historical: 'fading', faded: 'fading',
};
/** The group of a class. */
export const groupOfClass = (pattern: Course): EmergingGroup => GROUP_OF[pattern];

/** Cells of one heat and group that touch each other: numbers of the cube's cells. */
export interface EmergingPlace {
  readonly group: EmergingGroup;
  readonly cells: readonly number[];
}

/** Hot cells that touch each other and are of one group, in the order of their first cell. */
export function listHotPlaces({ patterns, weights: { starts, neighbours } }: EmergingCube): EmergingPlace[] {
  const groups = patterns.map((pattern) => (pattern.heat === 'hot' ? groupOfClass(pattern.pattern) : null));
  const seen = new Uint8Array(groups.length);
  const places: EmergingPlace[] = [];
  groups.forEach((group, first) => {
    if (group === null || seen[first] === 1) return;
    const cells: number[] = [];
    const open = [first];
    seen[first] = 1;
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      cells.push(cell);
      for (const other of neighbours.subarray(starts[cell]!, starts[cell + 1]!)) {
        if (seen[other] === 1 || groups[other] !== group) continue;
        seen[other] = 1;
        open.push(other);
      }
    }
    places.push({ group, cells: cells.sort((a, b) => a - b) });
  });
  return places;
}
