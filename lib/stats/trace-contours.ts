import type { StatGrid } from './grid-frame';

/** A closed ring in a metric plane, first position repeated at the end. */
export type PlaneRing = readonly (readonly [x: number, y: number])[];
/** An outer ring (anticlockwise) with its holes (clockwise). */
export type PlanePolygon = readonly PlaneRing[];

/** Sides of a square of four neighbouring cell centres. */
const [BOTTOM, RIGHT, TOP, LEFT] = [0, 1, 2, 3] as const;
type Step = readonly [from: number, to: number];

/** Ways across a square by which corners are high (1 lower left, 2 lower right, 4 upper right, 8 upper left): high lies on the left. */
const STEPS: Readonly<Record<number, readonly Step[]>> = {
  1: [[BOTTOM, LEFT]], 2: [[RIGHT, BOTTOM]], 4: [[TOP, RIGHT]], 8: [[LEFT, TOP]],
  3: [[RIGHT, LEFT]], 6: [[TOP, BOTTOM]], 12: [[LEFT, RIGHT]], 9: [[BOTTOM, TOP]],
  14: [[LEFT, BOTTOM]], 13: [[BOTTOM, RIGHT]], 11: [[RIGHT, TOP]], 7: [[TOP, LEFT]],
};
/** Two opposite corners high: joined when the middle is high too, apart otherwise. */
const SADDLES: Readonly<Record<number, { readonly joined: readonly Step[]; readonly apart: readonly Step[] }>> = {
  5: { joined: [[TOP, LEFT], [BOTTOM, RIGHT]], apart: [[BOTTOM, LEFT], [TOP, RIGHT]] },
  10: { joined: [[LEFT, BOTTOM], [RIGHT, TOP]], apart: [[RIGHT, BOTTOM], [LEFT, TOP]] },
};

/** Cell centres with a rim of zeros around, so that every line closes. */
interface Field {
  readonly width: number;
  readonly height: number;
  readonly valueAt: (column: number, row: number) => number;
}

function buildField({ columns, rows }: StatGrid, values: ArrayLike<number>): Field {
  const valueAt = (column: number, row: number): number => (column < 1 || row < 1 || column > columns || row > rows ? 0 : values[(row - 1) * columns + column - 1]!);
  return { width: columns + 2, height: rows + 2, valueAt };
}

/** Key of a square's side: a side is shared by two squares and crossed at most once. */
function sideKey(width: number, column: number, row: number, side: number): number {
  if (side === BOTTOM || side === TOP) return ((row + (side === TOP ? 1 : 0)) * width + column) * 2;
  return (row * width + column + (side === RIGHT ? 1 : 0)) * 2 + 1;
}

function listSteps({ valueAt }: Field, column: number, row: number, threshold: number): readonly Step[] {
  const corners = [valueAt(column, row), valueAt(column + 1, row), valueAt(column + 1, row + 1), valueAt(column, row + 1)];
  const kind = corners.reduce((bits, value, k) => bits + (value >= threshold ? 1 << k : 0), 0);
  const saddle = SADDLES[kind];
  if (saddle === undefined) return STEPS[kind] ?? [];
  return corners.reduce((sum, value) => sum + value, 0) / 4 >= threshold ? saddle.joined : saddle.apart;
}

/**
 * Outlines of where a density is at least `threshold`, as polygons in metres: drawn over one another they are isobands.
 *
 * Source: marching squares on the cell centres with linear interpolation; ambiguous squares are decided by their mean.
 * Accuracy: a centre lies inside exactly when its value reaches the threshold. Limits: outside the grid counts as 0; nothing
 * that high gives []. @throws RangeError for a threshold that is not above 0
 */
export function traceContours(grid: StatGrid, values: ArrayLike<number>, threshold: number): readonly PlanePolygon[] {
  if (!(threshold > 0)) throw new RangeError(`a contour is traced above 0, got ${String(threshold)}`);
  const field = buildField(grid, values);
  const next = new Map<number, number>();
  for (let row = 0; row + 1 < field.height; row++) {
    for (let column = 0; column + 1 < field.width; column++) {
      for (const [from, to] of listSteps(field, column, row, threshold)) next.set(sideKey(field.width, column, row, from), sideKey(field.width, column, row, to));
    }
  }
  const rings: PlaneRing[] = [];
  for (const start of next.keys()) {
    const ring: (readonly [number, number])[] = [];
    for (let side: number | undefined = start; side !== undefined && next.has(side);) {
      ring.push(crossingOf(grid, field, side, threshold));
      const after = next.get(side);
      next.delete(side);
      side = after;
    }
    if (ring.length > 2) rings.push([...ring, ring[0]!]);
  }
  return nestRings(rings);
}

function crossingOf({ westMetres, southMetres, cellMetres }: StatGrid, { width, valueAt }: Field, side: number, threshold: number): readonly [number, number] {
  const upright = side % 2;
  const cell = (side - upright) / 2;
  const [column, row] = [cell % width, Math.floor(cell / width)];
  const [a, b] = [valueAt(column, row), upright === 1 ? valueAt(column, row + 1) : valueAt(column + 1, row)];
  const share = (threshold - a) / (b - a);
  return [westMetres + (column - 0.5 + (upright === 1 ? 0 : share)) * cellMetres, southMetres + (row - 0.5 + (upright === 1 ? share : 0)) * cellMetres];
}

/** Twice the area a ring encloses; above 0 when it runs anticlockwise. */
const doubleArea = (ring: PlaneRing): number => ring.slice(1).reduce((sum, [x, y], k) => sum + ring[k]![0] * y - x * ring[k]![1], 0);

/** Gives each hole to the smallest outer ring around it. */
function nestRings(rings: readonly PlaneRing[]): PlanePolygon[] {
  const areas = new Map(rings.map((ring) => [ring, doubleArea(ring)]));
  const outers = rings.filter((ring) => areas.get(ring)! > 0).sort((a, b) => areas.get(a)! - areas.get(b)!);
  const holes = new Map<PlaneRing, PlaneRing[]>(outers.map((ring) => [ring, []]));
  for (const ring of rings) {
    if (areas.get(ring)! >= 0) continue;
    const around = outers.find((outer) => holdsPosition(outer, ring[0]!));
    if (around !== undefined) holes.get(around)?.push(ring);
  }
  return outers.reverse().map((outer) => [outer, ...(holes.get(outer) ?? [])]);
}

function holdsPosition(ring: PlaneRing, [x, y]: readonly [number, number]): boolean {
  let inside = false;
  for (let k = 1; k < ring.length; k++) {
    const [[ax, ay], [bx, by]] = [ring[k - 1]!, ring[k]!];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}
