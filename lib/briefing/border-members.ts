import { countBorders, type BorderCount } from '../analysis/borders/border-counts';
import { pairOf } from '../analysis/borders/border-conditions';
import type { AnalysisInput } from '../analysis/method';
import { buildArcIndex, type ArcIndex } from '../analysis/plane/arc-index';

/** Incidents of the area by its borders, each within the border's own width. */
export interface BorderMembers {
  readonly index: ArcIndex;
  readonly borders: readonly BorderCount[];
  /** Whether an incident, by its place in the points, lies at a border. */
  readonly isNear: Uint8Array;
}

/** Sorts the incidents of the area onto its borders. Limits: borders to wards outside the area are none of it. */
export function listBorderMembers(input: AnalysisInput): BorderMembers {
  const index = buildArcIndex(input.arcs);
  const borders = countBorders(input, index, (arc) => input.arcs[arc]!.borderWidthMetres, 1);
  const isNear = new Uint8Array(input.points.count);
  for (const { members } of borders) for (const place of members) isNear[place] = 1;
  return { index, borders, isNear };
}

/** How many incidents of some days, by their numbers, lie at a border. */
export function countNear({ points }: AnalysisInput, { isNear }: BorderMembers, first: number, last: number): number {
  let count = 0;
  for (let place = 0; place < points.count; place++) if (isNear[place] === 1 && points.days[place]! >= first && points.days[place]! <= last) count++;
  return count;
}

/** The pair of wards of a border, `code/code`. */
export const pairOfBorder = (input: AnalysisInput, { arc }: BorderCount): string => pairOf(input, input.arcs[arc]!);
