import type { ArcIndex } from '../plane/arc-index';
import type { PlaneLine } from '../method';

/** The line or lines of a border between two places along it, in metres of the plane; an interval without a length gives one short line. */
export function cutStretch({ ends, starts, runOf, begins, lengths }: ArcIndex, arc: number, fromMetres: number, toMetres: number): PlaneLine[] {
  const lines: { run: number; line: (readonly [number, number])[] }[] = [];
  for (let piece = starts[arc]!; piece < starts[arc + 1]!; piece++) {
    const [begin, length] = [begins[piece]!, lengths[piece]!];
    const from = Math.max(fromMetres, begin);
    const to = Math.min(toMetres, begin + length);
    if (from > to) continue;
    const at = (along: number): readonly [number, number] => {
      const part = (along - begin) / length;
      return [ends[4 * piece]! + part * (ends[4 * piece + 2]! - ends[4 * piece]!), ends[4 * piece + 1]! + part * (ends[4 * piece + 3]! - ends[4 * piece + 1]!)];
    };
    const open = lines.at(-1);
    const [first, last] = [at(from), at(to)];
    const end = open?.line.at(-1);
    if (open !== undefined && open.run === runOf[piece] && end !== undefined && Math.hypot(end[0] - first[0], end[1] - first[1]) < 1e-6) open.line.push(last);
    else lines.push({ run: runOf[piece]!, line: [first, last] });
  }
  return lines.map(({ line }) => line);
}

/** A place on a border, in metres of the plane; null beyond its ends. */
export function pointOnArc(index: ArcIndex, arc: number, alongMetres: number): readonly [x: number, y: number] | null {
  return cutStretch(index, arc, alongMetres, alongMetres)[0]?.[0] ?? null;
}
