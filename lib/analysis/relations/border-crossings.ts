import Flatbush from 'flatbush';
import type { AnalysisInput, PlaneLine } from '../method';

/** A place where ways over a border gather: a point of three or more wards, or a street that crosses a border. */
export interface BorderCrossing {
  readonly kind: 'tri_point' | 'crossing';
  readonly x: number;
  readonly y: number;
  /** Places of the wards that meet there, in order. */
  readonly wards: readonly number[];
  readonly street: string | null;
}

interface Piece { readonly from: PlaneLine[number]; readonly to: PlaneLine[number]; readonly wards: readonly number[] }

/** Where two straight pieces cross; null where they do not, or run side by side. */
function crossAt([ax, ay]: PlaneLine[number], [bx, by]: PlaneLine[number], [cx, cy]: PlaneLine[number], [dx, dy]: PlaneLine[number]): readonly [number, number] | null {
  const turn = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  if (turn === 0) return null;
  const t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / turn;
  const u = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / turn;
  return t < 0 || t > 1 || u < 0 || u > 1 ? null : [ax + t * (bx - ax), ay + t * (by - ay)];
}

function listStreetCrossings({ arcs, streets }: AnalysisInput): BorderCrossing[] {
  const pieces = arcs.flatMap(({ wardA, wardB, lines }) => lines.flatMap((line) => line.slice(1).map((to, k): Piece => ({ from: line[k]!, to, wards: [Math.min(wardA, wardB), Math.max(wardA, wardB)] }))));
  if (pieces.length === 0) return [];
  const index = new Flatbush(pieces.length);
  for (const { from, to } of pieces) index.add(Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1]));
  index.finish();
  return streets.flatMap(({ name, line }) => line.slice(1).flatMap((to, k) => {
    const from = line[k]!;
    return index.search(Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1])).sort((a, b) => a - b).flatMap((at): BorderCrossing[] => {
      const piece = pieces[at]!;
      const position = crossAt(from, to, piece.from, piece.to);
      return position === null ? [] : [{ kind: 'crossing', x: position[0], y: position[1], wards: piece.wards, street: name }];
    });
  }));
}

/**
 * Tri-points and crossings of streets with borders, those within `mergeMetres` of one before them left out.
 *
 * Tri-points come first and so are kept; then named streets. Limits: streets on bridges and tunnels count as crossings.
 */
export function listBorderCrossings(input: AnalysisInput, mergeMetres: number): BorderCrossing[] {
  const junctions = input.junctions.map(({ x, y, wards }): BorderCrossing => ({ kind: 'tri_point', x, y, wards: [...wards].sort((a, b) => a - b), street: null }));
  const crossings = listStreetCrossings(input).sort((a, b) => Number(b.street !== null) - Number(a.street !== null));
  const cells = new Map<string, BorderCrossing[]>();
  const cellOf = (x: number, y: number): [number, number] => [Math.floor(x / Math.max(mergeMetres, 1)), Math.floor(y / Math.max(mergeMetres, 1))];
  return [...junctions, ...crossings].filter((place) => {
    const [column, row] = cellOf(place.x, place.y);
    for (const dx of [-1, 0, 1]) {
      for (const dy of [-1, 0, 1]) {
        if (cells.get(`${String(column + dx)} ${String(row + dy)}`)?.some(({ x, y }) => Math.hypot(x - place.x, y - place.y) <= mergeMetres)) return false;
      }
    }
    const key = `${String(column)} ${String(row)}`;
    cells.set(key, [...(cells.get(key) ?? []), place]);
    return true;
  });
}
