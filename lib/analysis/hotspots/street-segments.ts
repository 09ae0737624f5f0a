import Flatbush from 'flatbush';
import type { Progress } from '../../stats/progress';
import { listMembers } from '../finding-members';
import type { AnalysisInput, PlaneLine, ScopePoints } from '../method';

/** A piece of a street. Metres. */
export interface StreetSegment {
  readonly street: number;
  readonly line: PlaneLine;
  readonly lengthMetres: number;
}

const between = ([ax, ay]: PlaneLine[number], [bx, by]: PlaneLine[number], share: number): PlaneLine[number] => [ax + share * (bx - ax), ay + share * (by - ay)];

/** A line cut into pieces of equal length, none longer than `mostMetres`; a line without length gives none. */
export function cutLine(line: PlaneLine, mostMetres: number): readonly PlaneLine[] {
  const lengths = line.slice(1).map(([x, y], k) => Math.hypot(x - line[k]![0], y - line[k]![1]));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  if (!(total > 0)) return [];
  const piece = total / Math.ceil(total / mostMetres - 1e-9);
  const pieces: PlaneLine[] = [];
  let current: PlaneLine[number][] = [line[0]!];
  let [room, done] = [piece, 1];
  lengths.forEach((length, k) => {
    let used = 0;
    while (length - used > room + 1e-6 && done * piece < total - 1e-6) {
      used += room;
      const cut = between(line[k]!, line[k + 1]!, used / length);
      pieces.push([...current, cut]);
      current = [cut];
      room = piece;
      done++;
    }
    current.push(line[k + 1]!);
    room -= length - used;
  });
  return [...pieces, current];
}

const lengthOf = (line: PlaneLine): number => line.slice(1).reduce((sum, [x, y], k) => sum + Math.hypot(x - line[k]![0], y - line[k]![1]), 0);

/** Pieces of the known streets whose middle lies in the area, in the streets' order. */
export function listSegments({ streets, area }: Pick<AnalysisInput, 'streets' | 'area'>, mostMetres: number): readonly StreetSegment[] {
  const all = streets.flatMap(({ line }, street) => cutLine(line, mostMetres).map((piece): StreetSegment => ({ street, line: piece, lengthMetres: lengthOf(piece) })));
  // Of two corners the middle lies between them; of more the middle corner (or corners) will do.
  const places = all.map(({ line }) => between(line[Math.floor((line.length - 1) / 2)]!, line[Math.ceil((line.length - 1) / 2)]!, 0.5));
  return listMembers({ count: all.length, xs: Float64Array.from(places, ([x]) => x), ys: Float64Array.from(places, ([, y]) => y) }, area).map((k) => all[k]!);
}

function squaredDistance(line: PlaneLine, x: number, y: number): number {
  let least = Infinity;
  for (let k = 1; k < line.length; k++) {
    const [[ax, ay], [bx, by]] = [line[k - 1]!, line[k]!];
    const [dx, dy] = [bx - ax, by - ay];
    const squared = dx * dx + dy * dy;
    const share = squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / squared));
    least = Math.min(least, (x - ax - share * dx) ** 2 + (y - ay - share * dy) ** 2);
  }
  return least;
}

/** Segment nearest to each incident within `reachMetres`, of equally near ones the first; −1 where none is. Null when it was stopped. */
export function snapToSegments({ xs, ys, count }: ScopePoints, segments: readonly StreetSegment[], reachMetres: number, progress: Progress): Int32Array | null {
  const snapped = new Int32Array(count).fill(-1);
  if (segments.length === 0) return snapped;
  const index = new Flatbush(segments.length);
  for (const { line } of segments) {
    const [x, y] = [line.map((corner) => corner[0]), line.map((corner) => corner[1])];
    index.add(Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y));
  }
  index.finish();
  for (let i = 0; i < count; i++) {
    if (i % 512 === 0 && !progress(i / count)) return null;
    let least = reachMetres * reachMetres;
    for (const k of index.search(xs[i]! - reachMetres, ys[i]! - reachMetres, xs[i]! + reachMetres, ys[i]! + reachMetres)) {
      const squared = squaredDistance(segments[k]!.line, xs[i]!, ys[i]!);
      if (squared < least || (squared === least && (snapped[i]! < 0 || k < snapped[i]!))) [least, snapped[i]] = [squared, k];
    }
  }
  return snapped;
}

/** Groups of segments that meet at their ends (within a metre), each ascending, in the order of their first segments. */
export function joinSegments(segments: readonly StreetSegment[], chosen: readonly number[]): number[][] {
  const ends = new Map<string, number[]>();
  const endsOf = (k: number): string[] => [segments[k]!.line[0]!, segments[k]!.line.at(-1)!].map(([x, y]) => `${String(Math.round(x))} ${String(Math.round(y))}`);
  for (const k of chosen) for (const end of endsOf(k)) ends.set(end, [...(ends.get(end) ?? []), k]);
  const seen = new Set<number>();
  return [...chosen].sort((a, b) => a - b).flatMap((first): number[][] => {
    if (seen.has(first)) return [];
    const group: number[] = [];
    const open = [first];
    seen.add(first);
    for (let k = open.pop(); k !== undefined; k = open.pop()) {
      group.push(k);
      for (const other of endsOf(k).flatMap((end) => ends.get(end) ?? [])) {
        if (seen.has(other)) continue;
        seen.add(other);
        open.push(other);
      }
    }
    return [group.sort((a, b) => a - b)];
  });
}
