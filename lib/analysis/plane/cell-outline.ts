import { isInRings } from './plane-rings';
import { turnOfRing } from './finding-shapes';
import type { PlaneLine, PlaneRings } from '../method';

/** Where corners of cells may lie: every corner is a whole number of steps from the origin. Metres. */
export interface CornerLattice {
  readonly westMetres: number;
  readonly southMetres: number;
  readonly stepX: number;
  readonly stepY: number;
}

interface Side { readonly from: string; readonly to: string; readonly corner: readonly [x: number, y: number] }

/** Sides that only one of the cells has, by the corner they start from. */
function listOuterSides({ westMetres, southMetres, stepX, stepY }: CornerLattice, cells: readonly PlaneLine[]): Map<string, Side[]> {
  const keyOf = ([x, y]: readonly [number, number]): string => `${String(Math.round((x - westMetres) / stepX))} ${String(Math.round((y - southMetres) / stepY))}`;
  const sides = new Map<string, Side>();
  for (const corners of cells) {
    corners.forEach((corner, at) => {
      const [from, to] = [keyOf(corner), keyOf(corners[(at + 1) % corners.length]!)];
      if (!sides.delete(`${to} ${from}`)) sides.set(`${from} ${to}`, { from, to, corner });
    });
  }
  const leaving = new Map<string, Side[]>();
  for (const side of sides.values()) leaving.set(side.from, [...(leaving.get(side.from) ?? []), side]);
  return leaving;
}

/** The side to go on with: of two at one corner the one that turns most to the left, which keeps to the same cell. */
function takeNext(leaving: Map<string, Side[]>, before: Side, at: readonly [number, number]): Side | undefined {
  const open = leaving.get(before.to);
  if (open === undefined) return undefined;
  const turn = ({ to }: Side): number => {
    const corner = leaving.get(to)?.[0]?.corner ?? at;
    const [ax, ay, bx, by] = [at[0] - before.corner[0], at[1] - before.corner[1], corner[0] - at[0], corner[1] - at[1]];
    return Math.atan2(ax * by - ay * bx, ax * bx + ay * by);
  };
  const next = open.length === 1 ? open[0]! : open.reduce((a, b) => (turn(b) > turn(a) ? b : a));
  if (open.length === 1) leaving.delete(before.to);
  else leaving.set(before.to, open.filter((side) => side !== next));
  return next;
}

const isStraight = (a: PlaneLine[number], b: PlaneLine[number], c: PlaneLine[number], scale: number): boolean =>
  Math.abs((b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])) < 1e-9 * scale;

/**
 * Outline of some cells as polygons in metres: outer rings anticlockwise with their holes, sides between two cells left out.
 *
 * Cells are given by their corners, anticlockwise, unclosed. Limits: cells that meet only at a corner make polygons of their own.
 */
export function outlineCells(lattice: CornerLattice, cells: readonly PlaneLine[]): PlaneRings[] {
  const leaving = listOuterSides(lattice, cells);
  const cornerOf = new Map([...leaving].map(([key, sides]) => [key, sides[0]!.corner]));
  const rings: PlaneLine[] = [];
  for (let first = leaving.keys().next(); first.done !== true; first = leaving.keys().next()) {
    const start = leaving.get(first.value)![0]!;
    const ring: (readonly [number, number])[] = [];
    for (let side = start; ;) {
      ring.push(side.corner);
      const next = takeNext(leaving, side, cornerOf.get(side.to)!);
      if (next === undefined || next === start) break;
      side = next;
    }
    const scale = lattice.stepX * lattice.stepY;
    const bent = ring.filter((corner, at) => !isStraight(ring.at(at - 1)!, corner, ring[(at + 1) % ring.length]!, scale));
    rings.push([...bent, bent[0]!]);
  }
  return nestHoles(rings);
}

function nestHoles(rings: readonly PlaneLine[]): PlaneRings[] {
  const outers = rings.filter((ring) => turnOfRing(ring) > 0).map((ring) => [ring]);
  for (const hole of rings) {
    if (turnOfRing(hole) > 0) continue;
    // The middle of a side: a corner may touch another ring.
    const [x, y] = [(hole[0]![0] + hole[1]![0]) / 2, (hole[0]![1] + hole[1]![1]) / 2];
    const around = outers.filter(([outer]) => isInRings([outer!], x, y)).sort((a, b) => turnOfRing(a[0]!) - turnOfRing(b[0]!))[0];
    around?.push(hole);
  }
  return outers;
}
