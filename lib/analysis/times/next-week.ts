import type { Finding } from '../../domain/analysis-result';
import { chooseExtent, type PredictionMethod } from '../../stats/back-test';
import { idsOf } from '../finding-members';
import { toFindingShape } from '../plane/finding-shapes';
import type { AnalysisInput } from '../method';
import { countByWard } from '../name-place';
import type { PredictionGrid } from './prediction-grid';

/** Most places that are proposed for the coming week. */
const MOST_PLACES = 20;

/** Cells that touch each other, in the order of their first cell. */
function groupCells({ cells }: PredictionGrid, chosen: Uint8Array): number[][] {
  const { starts, neighbours } = cells.weights(false);
  const seen = new Uint8Array(chosen.length);
  const groups: number[][] = [];
  chosen.forEach((one, first) => {
    if (one === 0 || seen[first] === 1) return;
    const group: number[] = [];
    const open = [first];
    seen[first] = 1;
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      group.push(cell);
      for (const other of neighbours.subarray(starts[cell]!, starts[cell + 1]!)) {
        if (chosen[other] === 0 || seen[other] === 1) continue;
        seen[other] = 1;
        open.push(other);
      }
    }
    groups.push(group);
  });
  return groups;
}

/** The places that a method chooses for the week after the scope, those with most incidents in the history first. */
export function listNextWeek(input: AnalysisInput, grid: PredictionGrid, method: PredictionMethod, historyDays: number, areaShare: number): Finding[] {
  const { points, plane, lastDay } = input;
  const history = Array.from({ length: points.count }, (_, i) => i).filter((i) => points.days[i]! > lastDay - historyDays && grid.cellOf[i]! >= 0);
  const chosen = chooseExtent(method.score(history, lastDay + 1), areaShare, 'at_most_share');
  const byCell = new Map<number, number[]>();
  for (const i of history) byCell.set(grid.cellOf[i]!, [...(byCell.get(grid.cellOf[i]!) ?? []), i]);
  const places = groupCells(grid, chosen).map((cells) => ({ cells, members: cells.flatMap((cell) => byCell.get(cell) ?? []).sort((a, b) => a - b) }));
  return places.sort((a, b) => b.members.length - a.members.length || a.cells[0]! - b.cells[0]!).slice(0, MOST_PLACES).flatMap(({ cells, members }, place): Finding[] => {
    const geometry = toFindingShape(plane, grid.cells.outline(cells));
    if (geometry === null) return [];
    const values = { count: members.length, days: historyDays, cells: cells.length, ward: countByWard(input, members)[0]?.[0] ?? null, method: method.id };
    return [{ id: `next-${String(place + 1)}`, rank: place + 1, geometry, incidents: idsOf(input, members), count: members.length, expected: null, p: null, told: { code: 'next_week', values } }];
  });
}
