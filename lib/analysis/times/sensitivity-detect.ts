import { clusterByDensity } from '../../stats/density-clusters';
import { computeGetisOrd } from '../../stats/getis-ord';
import { findCell, type StatGrid } from '../../stats/grid-frame';
import { listDensityBreaks } from '../../stats/isoband-breaks';
import type { Progress } from '../../stats/progress';
import { buildGridWeights } from '../../stats/spatial-weights';
import { buildAreaCells } from '../plane/area-cells';
import { boxOfArea } from '../plane/area-mask';
import { deviations, expectCounts, proposeYardstick } from '../cell-background';
import { listGroups } from '../plane/cell-groups';
import { outlineCells } from '../plane/cell-outline';
import { estimateSurface } from '../density-surface';
import { bufferLines } from '../plane/line-buffer';
import type { AnalysisInput, PlaneRings, ScopePoints } from '../method';
import { ORIGINS, type SensitivityBase, type SizedSetting } from './sensitivity-settings';

/** What a method finds under one setting: groups of incidents (numbers of the points it was given), and their shapes. */
export interface Detection {
  readonly groups: readonly (readonly number[])[];
  readonly shapeOf: (group: number) => readonly PlaneRings[];
}

/** What the settings are factors of. Metres. */
export interface DetectionChoice {
  readonly method: SensitivityBase;
  readonly sizeMetres: number;
  readonly cellMetres: number;
  readonly topShare: number;
}

type Seen = Pick<AnalysisInput, 'area' | 'areaSquareMetres'> & { readonly points: ScopePoints };
const NO_GROUPS: Detection = { groups: [], shapeOf: () => [] };

/** The area with a corner that covers nothing, so that grids over its box begin some metres farther west and south. */
function shiftOrigin(area: readonly PlaneRings[], [westShare, southShare]: readonly [number, number], cellMetres: number): readonly PlaneRings[] {
  const box = boxOfArea(area);
  if (box === null || (westShare === 0 && southShare === 0)) return area;
  const corner = [box[0] - westShare * cellMetres, box[1] - southShare * cellMetres] as const;
  return [...area, [[corner, corner, corner]]];
}

/** Points by the group of their cell; groups without a point are left out. */
function gather(groups: readonly (readonly number[])[], cellOf: ArrayLike<number>): { readonly members: number[][]; readonly cells: (readonly number[])[] } {
  const groupOf = new Map(groups.flatMap((cells, group) => cells.map((cell) => [cell, group] as const)));
  const members = groups.map((): number[] => []);
  for (let i = 0; i < cellOf.length; i++) {
    const group = groupOf.get(cellOf[i]!);
    if (group !== undefined) members[group]!.push(i);
  }
  const kept = members.flatMap((list, group) => (list.length > 0 ? [group] : []));
  return { members: kept.map((group) => members[group]!), cells: kept.map((group) => groups[group]!) };
}

const squareCorners = ({ westMetres, southMetres, cellMetres, columns }: StatGrid, cell: number) =>
  [[0, 0], [1, 0], [1, 1], [0, 1]].map(([dx, dy]) => [westMetres + ((cell % columns) + dx!) * cellMetres, southMetres + (Math.floor(cell / columns) + dy!) * cellMetres] as const);

function detectDensity({ area, points }: Seen, { sizeMetres, cellMetres, topShare }: DetectionChoice, setting: SizedSetting, progress: Progress): Detection | null {
  const cell = cellMetres * (setting.cell ?? 1);
  const found = estimateSurface({ area: shiftOrigin(area, ORIGINS[setting.origin ?? 0]!, cell), points }, { radiusMetres: sizeMetres * (setting.size ?? 1), cellMetres: cell, edge: 'jones_diggle', adaptive: false }, progress);
  if (found === null) return null;
  if (found === 'no_area') return NO_GROUPS;
  const { grid, window, density } = found;
  const [top] = listDensityBreaks(density, window, [topShare]);
  if (top === undefined) return NO_GROUPS;
  const high = new Uint8Array(density.length);
  const numbers: number[] = [];
  for (let at = 0; at < density.length; at++) if (window[at] === 1 && density[at]! >= top.density) high[numbers[numbers.push(at) - 1]!] = 1;
  const groups = listGroups(buildGridWeights(grid, high, 'queen', false), () => true).map((group) => group.map((place) => numbers[place]!));
  const { members, cells } = gather(groups, Int32Array.from(points.xs, (x, i) => findCell(grid, x, points.ys[i]!)));
  const lattice = { westMetres: grid.westMetres, southMetres: grid.southMetres, stepX: grid.cellMetres, stepY: grid.cellMetres };
  return { groups: members, shapeOf: (group) => outlineCells(lattice, cells[group]!.map((one) => squareCorners(grid, one))) };
}

function detectHotCells({ area, areaSquareMetres, points }: Seen, { sizeMetres }: DetectionChoice, setting: SizedSetting, progress: Progress): Detection | null {
  const size = sizeMetres * (setting.size ?? 1);
  const cells = buildAreaCells({ area: shiftOrigin(area, ORIGINS[setting.origin ?? 0]!, size) }, 'hexagon', size);
  if (cells === null) return NO_GROUPS;
  const cellOf = Int32Array.from(points.xs, (x, i) => cells.placeAt(x, points.ys[i]!));
  const counts = new Float64Array(cells.count);
  for (const cell of cellOf) if (cell >= 0) counts[cell]!++;
  const yardstick = proposeYardstick(areaSquareMetres);
  const expected = expectCounts(cells, counts, yardstick, progress);
  if (expected === null) return null;
  const weights = cells.weights(true);
  const { z, adjusted } = computeGetisOrd(yardstick === 'area' ? counts : deviations(counts, expected), weights);
  const { members, cells: kept } = gather(listGroups(weights, (place) => z[place]! > 0 && adjusted[place]! <= (setting.significance ?? 0.05)), cellOf);
  return { groups: members, shapeOf: (group) => cells.outline(kept[group]!) };
}

function detectClusters({ points }: Seen, { sizeMetres }: DetectionChoice, setting: SizedSetting): Detection {
  const { labels, count } = clusterByDensity(points, sizeMetres * (setting.size ?? 1), setting.leastPoints ?? 5);
  const groups = Array.from({ length: count }, (): number[] => []);
  labels.forEach((label, i) => { if (label >= 0) groups[label]!.push(i); });
  return { groups, shapeOf: (group) => bufferLines(groups[group]!.map((i) => [[points.xs[i]!, points.ys[i]!]]), 0.6 * sizeMetres).map((rings) => rings.slice(0, 1)) };
}

/** What the base method finds among some incidents under one setting; null when it was stopped. */
export function detectHotspots(seen: Seen, choice: DetectionChoice, setting: SizedSetting, progress: Progress): Detection | null {
  switch (choice.method) {
    case 'kernel_density': return detectDensity(seen, choice, setting, progress);
    case 'getis_ord': return detectHotCells(seen, choice, setting, progress);
    case 'density_clusters': return detectClusters(seen, choice, setting);
    default: return choice.method satisfies never;
  }
}
