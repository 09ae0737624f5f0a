import type { Finding, Told } from '../../domain/analysis-result';
import type { SpatialWeights } from '../../stats/spatial-weights';
import type { AreaCells } from './area-cells';
import { idsOf } from '../finding-members';
import { toFindingShape } from './finding-shapes';
import type { AnalysisInput, ScopePoints } from '../method';
import { namePlace } from '../name-place';

/** Incidents of each cell: their number, and the cell of each incident (−1 where no cell is near). */
export interface CellCounts {
  readonly counts: Float64Array;
  readonly cellOf: Int32Array;
}

/** Counts incidents in the cells of an area. */
export function countInCells(cells: AreaCells, { xs, ys }: ScopePoints): CellCounts {
  const cellOf = Int32Array.from(xs, (x, i) => cells.placeAt(x, ys[i]!));
  const counts = new Float64Array(cells.count);
  for (const cell of cellOf) if (cell >= 0) counts[cell]!++;
  return { counts, cellOf };
}

/** Groups of places that hang together by their neighbours, each ascending, in the order of their first places. */
export function listGroups({ starts, neighbours }: SpatialWeights, isIn: (place: number) => boolean): number[][] {
  const seen = new Uint8Array(starts.length - 1);
  const groups: number[][] = [];
  for (let first = 0; first < seen.length; first++) {
    if (seen[first] === 1 || !isIn(first)) continue;
    const group: number[] = [];
    const open = [first];
    seen[first] = 1;
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      group.push(place);
      for (let at = starts[place]!; at < starts[place + 1]!; at++) {
        const next = neighbours[at]!;
        if (seen[next] === 1 || !isIn(next)) continue;
        seen[next] = 1;
        open.push(next);
      }
    }
    groups.push(group.sort((a, b) => a - b));
  }
  return groups;
}

/** A group of cells with its incidents. */
export interface CellGroup {
  readonly cells: readonly number[];
  readonly members: readonly number[];
  readonly count: number;
  readonly areaKm2: number;
  /** Incidents that the yardstick expects there. */
  readonly expected: number;
  readonly finding: Finding;
}

/** What a method adds to a group: its probability and the values of its sentence. */
export type DescribeGroup = (cells: readonly number[]) => { readonly p: number | null; readonly strength: number; readonly values: Told['values'] };

/** Groups of cells with more incidents than expected as findings, strongest first: a cell that only its neighbours make hot is no place to go. */
export function describeGroups(input: AnalysisInput, cells: AreaCells, { cellOf }: CellCounts, expectedOf: Float64Array, groups: readonly (readonly number[])[], describe: DescribeGroup): readonly CellGroup[] {
  const groupOf = new Int32Array(cells.count).fill(-1);
  groups.forEach((group, at) => { for (const cell of group) groupOf[cell] = at; });
  const members = groups.map((): number[] => []);
  cellOf.forEach((cell, i) => { if (cell >= 0 && groupOf[cell]! >= 0) members[groupOf[cell]!]!.push(i); });
  return groups.map((group, at) => ({ group, members: members[at]!, ...describe(group) }))
    .sort((a, b) => b.strength - a.strength || b.members.length - a.members.length || a.group[0]! - b.group[0]!)
    .flatMap(({ group, members: inside, p, values }): CellGroup[] => {
      const [areaKm2, expected] = [(group.length * cells.cellSquareMetres) / 1e6, group.reduce((sum, cell) => sum + expectedOf[cell]!, 0)];
      const geometry = inside.length > expected ? toFindingShape(input.plane, cells.outline(group)) : null;
      if (geometry === null) return [];
      const told: Told = { code: 'group', values: { ...namePlace(input, inside), count: inside.length, cells: group.length, areaKm2, expected, ...values } };
      return [{ cells: group, members: inside, count: inside.length, areaKm2, expected, finding: { id: '', rank: 0, geometry, incidents: idsOf(input, inside), count: inside.length, expected, p, told } }];
    })
    .map((one, at) => ({ ...one, finding: { ...one.finding, id: `g${String(at + 1)}`, rank: at + 1 } }));
}
